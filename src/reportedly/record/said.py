"""What was said before: a new document's statements beside those that the record holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from reportedly.connect import claims
from reportedly.connect.claims import Cells, Comparison, Statement, meet
from reportedly.record.compared import ComparedStatements
from reportedly.record.held_vectors import HeldVectors
from reportedly.record.pairs import CLOSE, SAME_WORDS, of_comparison, products
from reportedly.record.prepare import Prepared, marks, statements
from reportedly.record.recent import Recent
from reportedly.store import VECTOR, LinkRow, Store

KEPT = 50_000
"""Statements that are kept in memory, 100 MB: of one event much is said, in many documents."""

K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Said:
    """What a document's statements are to others.

    Args:
        names: ids of the attributions that are statements, in text order.
        twins: for those that nothing tells from another: the number of that one, or, where it
            stands in the same document, its id.
        held: what the others are to statements of the record: id, number, comparison.
        own: what they are to each other: two ids, the earlier one first, comparison.
    """

    names: tuple[str, ...]
    twins: Mapping[str, int | str]
    held: tuple[tuple[str, int, Comparison], ...]
    own: tuple[tuple[str, str, Comparison], ...]

    @property
    def alone(self) -> frozenset[str]:
        """Ids of the statements that have no twin: the others are found through these."""
        return frozenset(self.names) - self.twins.keys()

    def links(self, numbers: Mapping[str, int]) -> Iterator[LinkRow]:
        """The links of the record, once the attributions have their numbers."""
        for name, twin in self.twins.items():
            other = twin if isinstance(twin, int) else numbers[twin]
            yield SAME_WORDS.link(other, numbers[name])
        for name, n, found in self.held:
            yield from _link(n, numbers[name], found)
        for first, second, found in self.own:
            yield from _link(numbers[first], numbers[second], found)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A statement, and the cells to look in for what is near it, its own first."""

    statement: Statement
    probes: tuple[int, ...]


class SaidBefore:
    """Compares new statements with those of a record.

    Args:
        store: the record; a `write` must be open whenever it is asked.
    """

    def __init__(self, store: Store) -> None:
        self._cells = Cells()
        self._vectors = HeldVectors(store)
        self._compared = ComparedStatements(store)
        self._held = Recent[int, _Placed | None](KEPT, self._read)

    def find(self, prepared: Prepared) -> Said:
        """What a document's statements are to those of the record, and to each other."""
        self._vectors.catch_up()
        new = self._placed(statements(prepared))
        near = self._near(new)
        held = self._held.of({n for numbers in near.values() for n in numbers})
        pairs = {name: list(_candidates(one, near[name], held)) for name, one in new.items()}
        twins = _twins(new, pairs)
        alone = {name: one for name, one in new.items() if name not in twins}
        return Said(
            tuple(new),
            twins,
            tuple(
                (name, n, claims.compare(other, one.statement))
                for name, one in alone.items()
                for n, other in pairs[name]
            ),
            tuple(_own(alone)),
        )

    def _placed(self, statements: Mapping[K, Statement]) -> dict[K, _Placed]:
        probes = self._cells.probes(_matrix(statements.values())).tolist()
        return {
            key: _Placed(one, tuple(around))
            for (key, one), around in zip(statements.items(), probes, strict=True)
        }

    def _read(self, numbers: list[int]) -> dict[int, _Placed | None]:
        return {**dict.fromkeys(numbers), **self._placed(self._compared.of(numbers))}

    def _near(self, new: Mapping[str, _Placed]) -> dict[str, list[int]]:
        """For each statement, the numbers of those of the record that may be compared with it."""
        names, found = list(new), defaultdict[str, list[int]](list)
        around = [one.probes for one in new.values()]
        vectors = _matrix(one.statement for one in new.values())
        for place, numbers, scores in self._vectors.near(vectors, around):
            found[names[place]] += numbers[scores >= CLOSE].tolist()
        return {name: sorted(found[name]) for name in names}


def _candidates(
    one: _Placed, near: Iterable[int], held: Mapping[int, _Placed | None]
) -> Iterator[tuple[int, Statement]]:
    """Those of the record that a statement is compared with: in cells that meet its own."""
    for n in near:
        if (other := held[n]) is not None and meet(one.probes, other.probes):
            yield n, other.statement


def _own(alone: Mapping[str, _Placed]) -> Iterator[tuple[str, str, Comparison]]:
    """Comparisons within a document, of the same pairs as with others."""
    listed = list(alone.items())
    matrix = _matrix(one.statement for one in alone.values())
    for place, (name, one) in enumerate(listed[1:], 1):
        scores = products(matrix[place : place + 1], matrix[:place])[0]
        for (first, other), score in zip(listed[:place], scores.tolist(), strict=True):
            if score >= CLOSE and meet(one.probes, other.probes):
                yield first, name, claims.compare(other.statement, one.statement)


def _twins(
    new: Mapping[str, _Placed], near: Mapping[str, list[tuple[int, Statement]]]
) -> dict[str, int | str]:
    """Statements that nothing tells from one of the record, or from an earlier one among them."""
    twins: dict[str, int | str] = {}
    own: dict[tuple[object, ...], str] = {}
    for name, one in new.items():
        told = marks(one.statement)
        same = next((n for n, other in near[name] if marks(other) == told), None)
        if same is not None:
            twins[name] = same
        elif (first := own.setdefault(told, name)) != name:
            twins[name] = first
    return twins


def _link(a: int, b: int, found: Comparison) -> Iterator[LinkRow]:
    if decided := of_comparison(found):
        yield decided.link(a, b)


def _matrix(statements: Iterable[Statement]) -> NDArray[np.int8]:
    vectors = [one.vector for one in statements]
    return np.stack(vectors) if vectors else np.zeros((0, VECTOR), dtype=np.int8)
