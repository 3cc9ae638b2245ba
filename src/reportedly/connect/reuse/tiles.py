"""Tiles: what two texts have word for word in common, each word in one tile at most.

Greedy string tiling (Wise 1993; used on news reuse by Clough et al., ACL 2002, "METER"): the
longest common run is taken first, then the longest of what is left. Runs are found by a join on
numbers of `SEED` words; a number that is frequent on both sides is paired by rank (its first
occurrence here with its first there, and so on), so that the work stays linear in the texts'
lengths on any text.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass

import numpy as np

from reportedly.connect.reuse.winnow import runs
from reportedly.connect.reuse.words import Flags, Numbers, Places, Words

SEED = 4
"""Words of the shortest run that is taken for more than chance; 3 finds no more on made copies."""
_MOST = 16
"""Pairs of occurrences of one run of words that are all tried."""


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """Aligned words: `[first, first_end)` of one text and `[second, second_end)` of another.

    Args:
        matched: how many words of the two are the same, in the same order.
    """

    first: int
    second: int
    first_end: int
    second_end: int
    matched: int


def tiles(a: Words, b: Words) -> list[Stretch]:
    """What the two have in common, in runs of `SEED` words or more, in the order of `a`."""
    heap = [(-length, abs(i - j), i, j) for i, j, length in _common(a, b)]
    heapq.heapify(heap)
    taken_a, taken_b = np.zeros(len(a), np.bool_), np.zeros(len(b), np.bool_)
    found: list[Stretch] = []
    while heap:
        negative, apart, i, j = heapq.heappop(heap)
        length = -negative
        free = ~(taken_a[i : i + length] | taken_b[j : j + length])
        if free.all():
            taken_a[i : i + length] = taken_b[j : j + length] = True
            found.append(Stretch(i, j, i + length, j + length, length))
            continue
        for low, high in _runs_of(free):
            if high - low >= SEED:
                heapq.heappush(heap, (low - high, apart, i + low, j + low))
    return sorted(found)


def _common(a: Words, b: Words) -> list[tuple[int, int, int]]:
    """All common runs, as long as they go: where they begin in `a` and `b`, and their length."""
    places_a, places_b = _unbroken(a), _unbroken(b)
    at_a, at_b = _seeds(runs(a.numbers, SEED)[places_a], runs(b.numbers, SEED)[places_b])
    i, j = places_a[at_a], places_b[at_b]
    order = np.lexsort((i, i - j))
    i, j = i[order], j[order]
    begins = np.ones(len(i), np.bool_)
    begins[1:] = (np.diff(i - j) != 0) | (np.diff(i) != 1)
    low = np.flatnonzero(begins)
    lengths = np.diff(np.append(low, len(i))) + SEED - 1
    return list(zip(i[low].tolist(), j[low].tolist(), lengths.tolist(), strict=True))


def _unbroken(words: Words) -> Places:
    """Where runs of `SEED` words begin that lie in one stretch of text."""
    parts = words.parts
    return np.flatnonzero(parts[SEED - 1 :] == parts[: max(0, len(parts) - SEED + 1)])


def _seeds(a: Numbers, b: Numbers) -> tuple[Places, Places]:
    """Places of equal numbers in `a` and `b`."""
    order_a, order_b = np.argsort(a, kind="stable"), np.argsort(b, kind="stable")
    numbers_a, start_a, count_a = np.unique(a[order_a], return_index=True, return_counts=True)
    numbers_b, start_b, count_b = np.unique(b[order_b], return_index=True, return_counts=True)
    _, in_a, in_b = np.intersect1d(numbers_a, numbers_b, assume_unique=True, return_indices=True)
    start_a, count_a, start_b, count_b = start_a[in_a], count_a[in_a], start_b[in_b], count_b[in_b]
    by_rank = count_a * count_b > _MOST
    pairs = np.where(by_rank, np.minimum(count_a, count_b), count_a * count_b)
    group = np.repeat(np.arange(len(pairs)), pairs)
    rank = np.arange(len(group)) - np.repeat(np.cumsum(pairs) - pairs, pairs)
    at_a = np.where(by_rank[group], rank, rank // count_b[group])
    at_b = np.where(by_rank[group], rank, rank % count_b[group])
    return order_a[start_a[group] + at_a], order_b[start_b[group] + at_b]


def _runs_of(free: Flags) -> list[tuple[int, int]]:
    """Where a flag holds without a break: begin and end of each stretch."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], free, [False])).astype(np.int8)))
    return [(int(low), int(high)) for low, high in edges.reshape(-1, 2)]
