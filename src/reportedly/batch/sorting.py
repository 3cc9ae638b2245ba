"""More rows than memory holds, in order: a range of them at a time.

Tables that lie in the order of their key are written in that order, from one end to the other: to
put ten million rows in as they come would write each page of the file again and again.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

ROOM = 1 << 27
"""Bytes of rows that are sorted at a time; it takes thrice that."""

SAMPLE = 200
"""Keys that are looked at of each part, to find where ranges begin."""

Source = Callable[[], Iterable[pa.Table]]
"""Gives the rows in any order, and the same each time."""


def in_order(
    source: Source, keys: Sequence[str], size: int, done: int = 0, room: int = ROOM
) -> Iterator[tuple[int, pa.Table]]:
    """Rows by their keys.

    Args:
        source: the rows; they are read once for each range, and once more to find the ranges.
        keys: columns; the first of them makes the ranges.
        size: bytes of all rows, about.
        done: ranges that are passed over.
        room: bytes of a range, about.

    Yields:
        The number of each range, from 1 on, and its rows in order, one of those of a key.
    """
    bounds = _bounds(source, keys[0], math.ceil(size / room)) if size > room else []
    edges = [None, *bounds, None]
    for number, (low, high) in enumerate(pairwise(edges), 1):
        if number > done:
            parts = [_between(part, keys[0], low, high) for part in source()]
            if parts:
                whole = pa.concat_tables(parts)
                yield number, _distinct(whole.sort_by([(key, "ascending") for key in keys]), keys)


def _bounds(source: Source, key: str, count: int) -> list[pa.Scalar]:
    """Keys that cut the rows into so many ranges, or fewer where they are alike."""
    seen = [
        part[key].take(list(range(0, part.num_rows, max(1, part.num_rows // SAMPLE))))
        for part in source()
        if part.num_rows
    ]
    keys = pa.chunked_array([chunk for column in seen for chunk in column.chunks])
    order = keys.take(pc.sort_indices(keys))
    cuts = [order[len(order) * number // count] for number in range(1, count)]
    return [cut for cut, before in zip(cuts, [None, *cuts], strict=False) if cut != before]


def _between(part: pa.Table, key: str, low: pa.Scalar | None, high: pa.Scalar | None) -> pa.Table:
    if low is not None:
        part = part.filter(pc.greater_equal(part[key], low))
    return part if high is None else part.filter(pc.less(part[key], high))


def _distinct(rows: pa.Table, keys: Sequence[str]) -> pa.Table:
    """Rows in order, without those that have the key of the one before."""
    if rows.num_rows < 2:
        return rows
    new = np.zeros(rows.num_rows, bool)
    new[0] = True
    for key in keys:
        column = rows[key].combine_chunks()
        new[1:] |= pc.not_equal(column[1:], column[:-1]).to_numpy(zero_copy_only=False)
    return rows if new.all() else rows.filter(pa.array(new))
