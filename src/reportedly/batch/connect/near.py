"""Statements that may be compared: each one's cell among the other's probes, and close."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reportedly.record.pairs import CLOSE, products

_AT_ONCE = 2_000_000
"""Products that are held at a time: 16 MB."""

Places = NDArray[np.intp]
Pairs = tuple[Places, Places]


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """Statements of a part, by their places in it.

    Args:
        items: their numbers, ascending.
        vectors: (N, VECTOR).
        probes: (N, PROBES), the cells to look in for what is near each; its own first.
    """

    items: NDArray[np.int64]
    vectors: NDArray[np.int8]
    probes: NDArray[np.int16]

    def by_cell(self) -> Iterator[tuple[int, Places]]:
        """Cells, and the statements that lie in each."""
        return _grouped(self.probes[:, 0], np.arange(len(self.items)))

    def looking(self, wanted: NDArray[np.bool_]) -> dict[int, Places]:
        """For cells that are wanted, the statements that look in them."""
        rows, at = np.nonzero(wanted[self.probes])
        return dict(_grouped(self.probes[rows, at], rows))


def _grouped(keys: NDArray[np.int16], values: Places) -> Iterator[tuple[int, Places]]:
    order = np.argsort(keys, kind="stable")
    ordered, held = keys[order], values[order]
    edges = np.flatnonzero(np.diff(ordered, prepend=-1, append=-1))
    for start, end in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True):
        yield int(ordered[start]), held[start:end]


def meetings(one: Placed, other: Placed, cells: int) -> Iterator[Pairs]:
    """Pairs of statements of two parts that are candidates and close, each pair once.

    Args:
        one: a part.
        other: another part, or the same object.
        cells: how many there are.

    Yields:
        Places in `one`, and in `other`, of the ends of pairs.
    """
    wanted = np.zeros(cells, dtype=np.bool_)
    wanted[one.probes[:, 0]] = True
    looking = other.looking(wanted)
    for cell, held in one.by_cell():
        if cell in looking:
            yield from _met(one, held, other, looking[cell])


def _met(one: Placed, held: Places, other: Placed, looking: Places) -> Iterator[Pairs]:
    step = max(1, _AT_ONCE // len(looking))
    vectors = other.vectors[looking]
    for start in range(0, len(held), step):
        part = held[start : start + step]
        near = products(one.vectors[part], vectors)
        found, at = np.nonzero(near >= CLOSE)
        a, b = part[found], looking[at]
        meet = (one.probes[a] == other.probes[b, 0][:, np.newaxis]).any(axis=1)
        if one is other:  # the pair is found from its other end as well
            meet &= a < b
        yield a[meet], b[meet]
