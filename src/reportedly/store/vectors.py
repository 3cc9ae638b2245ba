"""Vectors of what is said: those nearby by cell, exactly; the nearest of all, through the cache."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from heapq import nsmallest
from itertools import chain
from pathlib import Path

import numpy as np
import numpy.typing as npt
from sqlalchemy import Integer, bindparam, func, select

from reportedly.schema import StoreError
from reportedly.store import tables
from reportedly.store.blocks import BLOCK, Blocks
from reportedly.store.rows import VECTOR, Matter, Near
from reportedly.store.session import IN, AnyRow, Session

_T, _G = tables.vectors, tables.groups
_RANGE = (
    select(_T.c.attribution, _T.c.vector)
    .where(_T.c.attribution > bindparam("after"), _T.c.attribution < bindparam("end"))
    .order_by(_T.c.attribution)
)
_GROUPED = (
    select(_G.c.item)
    .where(_G.c.matter == Matter.CLAIM.value, _G.c.item == _T.c.attribution)
    .exists()
)
_THERE = select(_T.c.attribution).where(_T.c.attribution.in_(IN))
_ALONE = (
    select(_T.c.attribution)
    .where(_T.c.attribution > bindparam("after"), ~_GROUPED)
    .order_by(_T.c.attribution)
    .limit(bindparam("limit", type_=Integer))
)
_COUNT = select(func.count()).where(
    _T.c.attribution > bindparam("after"), _T.c.attribution < bindparam("end")
)

_BESIDE = 10
"""Beyond those that are wanted, how many of the index's nearest are looked at: it rounds."""

Bytes = npt.NDArray[np.int8]


@dataclass(frozen=True, slots=True)
class Stack:
    """Vectors of several attributions.

    Args:
        numbers: the attributions', ascending.
        vectors: a row each, `VECTOR` signed bytes.
    """

    numbers: npt.NDArray[np.int64]
    vectors: Bytes


class Vectors:
    """The vectors of a record; they come and go with their document.

    Args:
        session: the record's.
        folder: where the index is kept; it can be deleted at any time.
        record: the record's own id, so that the index of another one is not taken for its.
    """

    def __init__(self, session: Session, folder: Path, record: str) -> None:
        self._session = session
        self._blocks = Blocks(folder, record)
        self._tails: dict[int, Stack] = {}

    def in_cells(self, cells: Iterable[int]) -> Stack:
        """All vectors in these cells."""
        found = select(_T.c.attribution, _T.c.vector).where(_T.c.cell.in_(IN))
        return _stack(self._session.among(found, cells))

    def by_cell(self, cells: Iterable[int]) -> dict[int, Stack]:
        """All vectors in these cells, by cell; empty cells are left out."""
        found = defaultdict[int, list[AnyRow]](list)
        asked = select(_T.c.attribution, _T.c.vector, _T.c.cell).where(_T.c.cell.in_(IN))
        for row in self._session.among(asked, cells):
            found[row.cell].append(row)
        return {cell: _stack(rows) for cell, rows in found.items()}

    def after(self, number: int) -> tuple[npt.NDArray[np.int64], Stack]:
        """The vectors of attributions beyond a number, and the cell of each."""
        rows = select(_T.c.attribution, _T.c.vector, _T.c.cell).where(_T.c.attribution > number)
        found = sorted(self._session.rows(rows), key=lambda row: row.attribution)
        cells = np.fromiter((row.cell for row in found), np.int64, len(found))
        return cells, _stack(found)

    def last(self) -> int:
        """The greatest number of an attribution that has a vector; 0 if there is none."""
        return self._session.number(select(func.max(_T.c.attribution)))

    def of(self, numbers: Iterable[int]) -> Stack:
        """The vectors of these attributions; those that have none are left out."""
        found = select(_T.c.attribution, _T.c.vector).where(_T.c.attribution.in_(IN))
        return _stack(self._session.among(found, numbers))

    def there(self, numbers: Iterable[int]) -> set[int]:
        """Those of some attributions that have a vector."""
        return {row[0] for row in self._session.among(_THERE, numbers)}

    def alone(self, after: int = 0, limit: int = 1000) -> tuple[int, ...]:
        """Attributions that have a vector and are of no claim but their own, in order of adding.

        Args:
            after: number of the last one of the page before.
            limit: how many at most.
        """
        rows = self._session.rows(_ALONE, {"after": after, "limit": limit})
        return tuple(row[0] for row in rows)

    def cells(self, numbers: Iterable[int]) -> dict[int, int]:
        """The cell of each of these attributions; those that have none are left out."""
        found = select(_T.c.attribution, _T.c.cell).where(_T.c.attribution.in_(IN))
        return {row.attribution: row.cell for row in self._session.among(found, numbers)}

    def nearest(self, vector: Bytes, k: int = 20) -> tuple[Near, ...]:
        """The attributions whose vectors have the greatest cosine to one.

        What the index holds is found through it, nearly always (in 99 of 100 on 65,536 vectors
        like those of sentences); what it does not hold yet is compared one by one, which takes
        10 ms for 10,000. Every score is of the vector in the record.

        Args:
            vector: `VECTOR` signed bytes, a unit vector times 127.
            k: how many at most.

        Returns:
            The nearest first; of two as near, the one that was added first.
        """
        with self._session.read():
            live = self.of(self._candidates(vector, max(k, 1)))
        scores = cosines(live.vectors, vector)
        order = np.lexsort((live.numbers, -scores))[:k]
        return tuple(Near(int(live.numbers[i]), float(scores[i])) for i in order)

    def behind(self) -> int:
        """How many attributions, at most, `refresh` has to add to the index.

        A search compares these one by one: beyond some ten thousand, refreshing pays off.
        """
        last = self.last()
        edges = (_edges(block) for block in range(last // BLOCK + 1))
        uptos = (self._blocks.state(block)[0] for block in range(last // BLOCK + 1))
        return sum(
            max(min(last, end - 1) - max(upto, start, 0), 0)
            for (start, end), upto in zip(edges, uptos, strict=True)
        )

    def refresh(self) -> int:
        """Bring the index up to date; say how many attributions were added to it.

        It takes 190 s of processor time for a million vectors, on all cores, and nothing for those
        that it has. Interrupted, it loses one block of 65,536 at most. Where the cache cannot be
        written, nothing happens.

        Raises:
            StoreError: if a `write` is open: what is not in the record yet is not indexed.
        """
        if self._session.writing:
            raise StoreError(f"{self._session.name}: the index is refreshed outside of a `write`")
        with self._session.read():
            return sum(self._refresh(block) for block in range(self.last() // BLOCK + 1))

    def _refresh(self, block: int) -> int:
        start, end = _edges(block)
        upto, size = self._blocks.state(block)
        live = self._size(start, upto + 1)
        if size - live > size // 5:  # a fifth of it is gone from the record: made anew
            self._blocks.drop(block)
            upto = start
        rest = self._read(max(upto, start), end)
        if not len(rest.numbers) or not self._blocks.extend(block, rest.numbers, rest.vectors):
            return 0
        self._tails.pop(block, None)
        return len(rest.numbers)

    def _candidates(self, vector: Bytes, k: int) -> set[int]:
        """As many of the nearest that are there, or all; and of what is not indexed yet."""
        blocks = range(self.last() // BLOCK + 1)
        many = k + _BESIDE
        while True:
            near = [self._blocks.search(block, vector, many) for block in blocks]
            best = nsmallest(many, chain.from_iterable(near))
            # What was taken out of the record is still in the index, and hides what is there.
            there = self.there(n for _, n in best)
            if len(there) >= k or all(len(found) < many for found in near):
                break
            many *= 4
        # Only now is it known which blocks can be searched at all.
        return there | {n for block in blocks for n in _top(self._tail(block), vector, k)}

    def _tail(self, block: int) -> Stack:
        """What the index does not hold of a block: kept, and read on from where it ended."""
        start, end = _edges(block)
        known = self._tails.get(block)
        after = int(known.numbers[-1]) if known else max(self._blocks.state(block)[0], start)
        if after >= end - 1:
            return known or _EMPTY
        more = self._read(after, end)
        tail = _joined(known, more) if known else more
        # One block is 25 MB: the last is kept. What is being written may yet be given up, and its
        # numbers be given to others.
        if block == self.last() // BLOCK and len(more.numbers) and not self._session.writing:
            self._tails = {block: tail}
        return tail

    def _read(self, after: int, end: int) -> Stack:
        return _stack(self._session.rows(_RANGE, {"after": after, "end": end}))

    def _size(self, after: int, end: int) -> int:
        return self._session.number(_COUNT, {"after": after, "end": end})


_EMPTY = Stack(np.zeros(0, np.int64), np.zeros((0, VECTOR), np.int8))


def cosines(vectors: Bytes, vector: Bytes) -> npt.NDArray[np.float32]:
    """The cosine of each row to a vector; 0 where one of them is all zeros."""
    one = vector.astype(np.float32)
    found = np.zeros(len(vectors), np.float32)
    for start in range(0, len(vectors), 8192):  # a few megabytes at a time
        rows = vectors[start : start + 8192].astype(np.float32)
        norms = np.linalg.norm(rows, axis=1) * np.linalg.norm(one)
        found[start : start + 8192] = (rows @ one) / np.maximum(norms, 1e-9)
    return found


def _joined(first: Stack, second: Stack) -> Stack:
    return Stack(
        np.concatenate([first.numbers, second.numbers]),
        np.concatenate([first.vectors, second.vectors]),
    )


def _top(stack: Stack, vector: Bytes, k: int) -> list[int]:
    scores = cosines(stack.vectors, vector)
    best = np.argsort(-scores, kind="stable")[:k]
    return [int(n) for n in stack.numbers[best]]


def _edges(block: int) -> tuple[int, int]:
    """The numbers of a block lie between these two, exclusive."""
    return block * BLOCK - 1, (block + 1) * BLOCK


def _stack(rows: Iterable[AnyRow]) -> Stack:
    found = sorted((row[0], row[1]) for row in rows)
    numbers = np.fromiter((n for n, _ in found), np.int64, len(found))
    vectors = np.frombuffer(b"".join(v for _, v in found), np.int8)
    return Stack(numbers, vectors.reshape(len(found), VECTOR))
