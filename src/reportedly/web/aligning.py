"""Aligning: two documents in rows, so that what they share stands side by side."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rapidfuzz.distance import Indel

from reportedly.schema import Passage, Span, Spans
from reportedly.web.differences import LARGEST
from reportedly.web.marking import Stretch

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Row:
    """Paragraphs of the one document and, beside them, paragraphs of the other.

    Args:
        first: numbers of the first one's paragraphs.
        second: of the second one's.
        shared: they share words; else they stand beside each other by chance.
    """

    first: range
    second: range
    shared: bool


def rows(
    first: Sequence[Stretch], second: Sequence[Stretch], passages: Iterable[Passage]
) -> list[Row]:
    """All paragraphs of both, each in one row, in the order of both.

    Passages that changed places cannot all stand side by side: those that do are the ones that
    have most words and keep one order.

    Args:
        first: the paragraphs of the one.
        second: those of the other.
        passages: what they share; none reaches beyond a paragraph, see `Shared.pieces`.
    """
    found: list[Row] = []
    for one, other in _pairs(first, second, passages):
        last = found[-1] if found else None
        if last and (one < last.first.stop or other < last.second.stop):
            found[-1] = replace(
                last,
                first=range(last.first.start, max(last.first.stop, one + 1)),
                second=range(last.second.start, max(last.second.stop, other + 1)),
            )
        else:
            found.append(Row(range(one, one + 1), range(other, other + 1), True))
    return list(_filled(found, len(first), len(second)))


def _filled(found: Iterable[Row], first: int, second: int) -> Iterator[Row]:
    """Rows, and what stands between them."""
    one = other = 0
    for row in (*found, Row(range(first, first), range(second, second), True)):
        if one < row.first.start or other < row.second.start:
            yield Row(range(one, row.first.start), range(other, row.second.start), False)
        if row.first or row.second:
            yield row
        one, other = row.first.stop, row.second.stop


def _pairs(
    first: Sequence[Stretch], second: Sequence[Stretch], passages: Iterable[Passage]
) -> list[tuple[int, int]]:
    """Pairs of paragraphs that share words, rising on both sides."""
    weights: dict[tuple[int, int], int] = {}
    for passage in passages:
        pair = _at(first, passage.first.start), _at(second, passage.second.start)
        weights[pair] = weights.get(pair, 0) + len(passage.first)
    return _heaviest(sorted(weights.items()))


def _at(places: Sequence[Stretch], offset: int) -> int:
    return max(bisect_right(places, offset, key=lambda p: p.span.start) - 1, 0)


def _heaviest(weighed: Sequence[tuple[tuple[int, int], int]]) -> list[tuple[int, int]]:
    """The heaviest of the chains that fall on neither side; pairs come sorted.

    Chains are kept by where they end in the second, those only that no shorter one outweighs.
    """
    ends: list[int] = []
    best: list[tuple[int, int]] = []
    before: list[int] = []
    for at, ((_, other), weight) in enumerate(weighed):
        place = bisect_right(ends, other)
        total, last = best[place - 1] if place else (0, -1)
        before.append(last)
        total += weight
        behind = bisect_left(ends, other)
        while behind < len(ends) and best[behind][0] <= total:
            del ends[behind], best[behind]
        if not behind or best[behind - 1][0] < total:
            ends.insert(behind, other)
            best.insert(behind, (total, at))
    chain = []
    at = best[-1][1] if best else -1
    while at >= 0:
        chain.append(weighed[at][0])
        at = before[at]
    return chain[::-1]


@dataclass(frozen=True, slots=True)
class _Same:
    """A run of words that both sides have: numbers of its first words, and how many they are."""

    first: int
    second: int
    count: int


class Shared:
    """A passage, with its words aligned.

    Args:
        texts: of the two documents.
        passage: what they share, but for a few words.
    """

    def __init__(self, texts: tuple[str, str], passage: Passage) -> None:
        self._passage = passage
        first = list(_WORD.finditer(texts[0], passage.first.start, passage.first.end))
        second = list(_WORD.finditer(texts[1], passage.second.start, passage.second.end))
        self._words = first, second
        self._same = list(_aligned(*([m[0].casefold() for m in side] for side in self._words)))

    def pieces(self, first: Sequence[Stretch], second: Sequence[Stretch]) -> Iterator[Passage]:
        """The passage in pieces that each lie in one paragraph on both sides.

        Args:
            first: the paragraphs of the one document.
            second: those of the other.
        """
        bounds = {(0, 0), (len(self._words[0]), len(self._words[1]))}
        bounds |= {self._opposite(edge, 0) for edge in self._edges(first, 0)}
        bounds |= {self._opposite(edge, 1) for edge in self._edges(second, 1)}
        for (low, other_low), (high, other_high) in pairwise(sorted(bounds)):
            if low < high and other_low < other_high:
                yield Passage(self._span(low, high, 0), self._span(other_low, other_high, 1))

    def own(self) -> tuple[Spans, Spans]:
        """Words that one side has and the other has not: of the first, of the second."""
        return self._own(0), self._own(1)

    def _own(self, side: int) -> Spans:
        words, at = self._words[side], 0
        found = []
        for run in (*self._same, _Same(len(self._words[0]), len(self._words[1]), 0)):
            start = (run.first, run.second)[side]
            if at < start:
                found.append(Span(words[at].start(), words[start - 1].end()))
            at = start + run.count
        return tuple(found)

    def _edges(self, places: Sequence[Stretch], side: int) -> Iterator[int]:
        """Numbers of the words with which paragraphs of a side begin."""
        span = (self._passage.first, self._passage.second)[side]
        starts = [match.start() for match in self._words[side]]
        for place in places[_at(places, span.start) + 1 : _at(places, span.end - 1) + 1]:
            yield bisect_left(starts, place.span.start)

    def _opposite(self, edge: int, side: int) -> tuple[int, int]:
        """Where a word stands on both sides; where it stands on one alone, what follows there."""
        for run in self._same:
            start, other = (run.first, run.second)[side], (run.second, run.first)[side]
            if edge < start + run.count:
                there = other + max(edge - start, 0)
                return (edge, there) if side == 0 else (there, edge)
        end = len(self._words[1 - side])
        return (edge, end) if side == 0 else (end, edge)

    def _span(self, low: int, high: int, side: int) -> Span:
        words = self._words[side]
        return Span(words[low].start(), words[high - 1].end())


def _aligned(first: Sequence[str], second: Sequence[str]) -> Iterator[_Same]:
    if first == second or len(first) * len(second) > LARGEST:
        yield _Same(0, 0, min(len(first), len(second)))
        return
    for code in Indel.opcodes(first, second):
        if code.tag == "equal":
            yield _Same(code.src_start, code.dest_start, code.src_end - code.src_start)
