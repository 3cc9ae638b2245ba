"""The vectors of the record's statements, cell by cell, in memory while documents are added.

A cell is read from the store when something is first compared with it, and goes when others are
needed more. So adding a thousand documents reads each cell once, not a thousand times.
"""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reportedly.record.pairs import products
from reportedly.store import VECTOR, Stack, Store

ROOM = 1_000_000
"""Vectors held at most: 384 MB, some two million statements with their twins."""

AT_ONCE = 8
"""Cells that are read in one go: as rows, vectors take three times the room."""

Bytes = NDArray[np.int8]


@dataclass(slots=True)
class _Cell:
    """The vectors of one cell, in chunks as they came."""

    numbers: NDArray[np.int64]
    vectors: Bytes

    def extend(self, more: Stack) -> None:
        self.numbers = np.concatenate([self.numbers, more.numbers])
        self.vectors = np.concatenate([self.vectors, more.vectors])


class HeldVectors:
    """Vectors by cell, in step with the record.

    Args:
        store: the record.
        room: vectors held at most.
    """

    def __init__(self, store: Store, room: int = ROOM) -> None:
        self._store = store
        self._room = room
        self._held: OrderedDict[int, _Cell] = OrderedDict()
        self._size = 0
        self._seen = store.vectors.last()

    def catch_up(self) -> None:
        """Take in what was added since, by this process or another; call it in a `write`."""
        cells, stack = self._store.vectors.after(self._seen)
        if not len(cells):
            return
        self._seen = int(stack.numbers[-1])
        for cell in np.unique(cells).tolist():
            if cell in self._held:
                inside = cells == cell
                self._held[cell].extend(Stack(stack.numbers[inside], stack.vectors[inside]))
                self._size += int(inside.sum())

    def near(
        self, vectors: Bytes, cells: Sequence[Iterable[int]]
    ) -> Iterator[tuple[int, NDArray[np.int64], NDArray[np.float64]]]:
        """Compare vectors with all that lie in some cells.

        Args:
            vectors: (N, VECTOR), each a unit vector times 127.
            cells: for each vector, the cells to look in.

        Yields:
            A vector's place, the numbers of attributions, and the cosine to each; a vector comes
            once for each of its cells that is not empty.
        """
        wanted: defaultdict[int, list[int]] = defaultdict(list)
        for place, around in enumerate(cells):
            for cell in around:
                wanted[cell].append(place)
        self._load(wanted)
        for cell, places in wanted.items():
            held = self._held[cell]
            if len(held.numbers):
                near = products(vectors[places], held.vectors)
                for place, row in zip(places, near, strict=True):
                    yield place, held.numbers, row

    def _load(self, wanted: Iterable[int]) -> None:
        cells = list(wanted)
        missing = [cell for cell in cells if cell not in self._held]
        for start in range(0, len(missing), AT_ONCE):
            part = missing[start : start + AT_ONCE]
            found = self._store.vectors.by_cell(part)
            for cell in part:
                stack = found.get(cell, _EMPTY)
                self._held[cell] = _Cell(stack.numbers, stack.vectors)
                self._size += len(stack.numbers)
        for cell in cells:
            self._held.move_to_end(cell)
        while self._size > self._room and len(self._held) > len(cells):
            _, gone = self._held.popitem(last=False)
            self._size -= len(gone.numbers)


_EMPTY = Stack(np.zeros(0, np.int64), np.zeros((0, VECTOR), np.int8))
