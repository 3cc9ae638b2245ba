"""What documents, entities and statements are found by, into an empty record, in its order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

import pyarrow as pa

from reportedly.batch.numbering import Numbers
from reportedly.batch.reading import Run
from reportedly.batch.sorting import Source, in_order
from reportedly.batch.tables import ATTRIBUTIONS, ENTITIES, FINGERPRINTS, VECTORS
from reportedly.connect.stories import story_keys
from reportedly.schema import RunError
from reportedly.store import Bulk

ROWS = 20_000
"""Rows that are made into the values of Python at a time."""

_KEY, _PRINT, _VECTOR = 40, 16, 400
"""Bytes of a row: an entity has two keys, that may be found by its name."""


def fill(
    bulk: Bulk, table: str, source: Source, columns: Sequence[str], size: int, keys: int = 2
) -> None:
    """Put rows into a table in the order of its key; what was put in before is passed over.

    Args:
        bulk: of the record.
        table: its name.
        source: the rows, in any order.
        columns: their columns, those of the key first.
        size: bytes of all rows, about.
        keys: columns of the key.
    """
    for number, part in in_order(source, columns[:keys], size, bulk.reached(table)):
        with bulk.part(table, number):
            bulk.put(table, columns, values(part.select(columns)))


def values(part: pa.Table) -> Iterator[tuple[Any, ...]]:
    """Rows as the values of Python."""
    return chain.from_iterable(
        zip(*(column.to_pylist() for column in some.columns), strict=True)
        for some in part.to_batches(ROWS)
    )


def fill_lookups(run: Run, numbers: Numbers, bulk: Bulk) -> Iterator[str]:
    """Keys of entities, fingerprints of documents, vectors of statements; yields what is in."""
    lookup = Lookup(run, numbers)
    fill(bulk, "entity_keys", lookup.keys, ("key", "entity"), 3 * _KEY * run.count(ENTITIES))
    yield "entity_keys"
    size = _PRINT * (run.count(FINGERPRINTS) + run.count(ATTRIBUTIONS))
    fill(bulk, "fingerprints", lookup.fingerprints, ("fingerprint", "document"), size)
    yield "fingerprints"
    size = _VECTOR * run.count(VECTORS)
    fill(bulk, "vectors", lookup.vectors, ("cell", "attribution", "vector"), size)
    yield "vectors"


class Lookup:
    """The rows in any order.

    Args:
        run: the tables.
        numbers: of all that they hold.
    """

    def __init__(self, run: Run, numbers: Numbers) -> None:
        self._run = run
        self._numbers = numbers

    def keys(self) -> Iterator[pa.Table]:
        """Keys of entities; of those that nothing tells apart, the first alone has its own."""
        entities = self._numbers.entities
        for part in self._run.all(ENTITIES, ["n", "id", "keys", "twin"]):
            places = self._numbers.documents.at(part["n"].to_numpy())
            numbers = entities.numbers(places, part["id"].to_pylist())
            first = entities.first[numbers - 1]  # of what has no number, it is not asked
            told = zip(
                numbers.tolist(),
                first.tolist(),
                part["twin"].to_pylist(),
                part["keys"].to_pylist(),
                strict=True,
            )
            rows = [
                (key, n) for n, one, twin, keys in told if n for key in _keys(twin, keys, alone=one)
            ]
            yield _table(_ENTITY_KEYS, rows)

    def fingerprints(self) -> Iterator[pa.Table]:
        """Fingerprints of documents, and keys of the stories that they tell."""
        for part in self._run.all(FINGERPRINTS, ["n", "fingerprint"]):
            places = self._numbers.documents.at(part["n"].to_numpy())
            held = pa.array(places >= 0)
            found = [part["fingerprint"].combine_chunks(), pa.array(places + 1)]
            yield pa.Table.from_arrays(found, schema=_FINGERPRINTS).filter(held)
        for part in self._run.all(ATTRIBUTIONS, ["n", "names"]):
            places = self._numbers.documents.at(part["n"].to_numpy())
            told = zip((places + 1).tolist(), part["names"].to_pylist(), strict=True)
            rows = {(key, n) for n, names in told if n for key in story_keys(names)}
            yield _table(_FINGERPRINTS, list(rows))

    def vectors(self) -> Iterator[pa.Table]:
        """Vectors of statements; of those that nothing tells apart, of the first."""
        said = self._numbers.attributions
        for part in self._run.all(VECTORS, ["n", "id", "cell", "vector"]):
            places = self._numbers.documents.at(part["n"].to_numpy())
            numbers = said.numbers(places, part["id"].to_pylist())
            if (numbers[places >= 0] == 0).any():
                raise RunError("the tables have vectors of what they lack")
            held = (places >= 0) & said.first[numbers - 1]
            found = [part["cell"].combine_chunks(), pa.array(numbers), part["vector"]]
            yield pa.Table.from_arrays(found, names=["cell", "attribution", "vector"]).filter(
                pa.array(held)
            )


_ENTITY_KEYS = pa.schema([("key", pa.string()), ("entity", pa.int64())])
_FINGERPRINTS = pa.schema([("fingerprint", pa.int64()), ("document", pa.int64())])


def _keys(twin: str | None, own: Sequence[str], *, alone: bool) -> Sequence[str]:
    """As the record gives them: see `record.linking`."""
    if twin is None:
        return own
    return (twin, *own) if alone else (twin,)


def _table(schema: pa.Schema, rows: Sequence[tuple[Any, ...]]) -> pa.Table:
    columns = list(zip(*rows, strict=True)) or [()] * len(schema)
    return pa.table(list(columns), schema=schema)
