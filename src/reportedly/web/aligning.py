"""Aligning: two documents in rows, so that what they share stands side by side."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

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
        passages: what they share; none reaches beyond a paragraph, see `cut`.
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


def cut(
    texts: tuple[str, str],
    places: tuple[Sequence[Stretch], Sequence[Stretch]],
    passage: Passage,
) -> Iterator[Passage]:
    """A passage in pieces that each lie in one paragraph on both sides.

    Both sides have the same words, so that the n-th word here is the n-th word there.

    Args:
        texts: of the two documents.
        places: their paragraphs.
        passage: what they share.
    """
    words = tuple(
        [m.start() for m in _WORD.finditer(text, span.start, span.end)]
        for text, span in zip(texts, (passage.first, passage.second), strict=True)
    )
    edges = {
        bisect_left(starts, place.span.start)
        for starts, side, span in zip(words, places, (passage.first, passage.second), strict=True)
        for place in side[_at(side, span.start) + 1 : _at(side, span.end - 1) + 1]
    }
    count = min(map(len, words))
    bounds = [0, *sorted(edge for edge in edges if 0 < edge < count)]
    for low, high in zip(bounds, [*bounds[1:], None], strict=True):
        yield Passage(
            _piece(words[0], passage.first, low, high), _piece(words[1], passage.second, low, high)
        )


def _piece(starts: Sequence[int], span: Span, low: int, high: int | None) -> Span:
    return Span(starts[low] if low else span.start, starts[high] if high else span.end)


def unlike(texts: tuple[str, str], passage: Passage) -> tuple[Spans, Spans]:
    """Words within a passage that one side has and the other has not: of the first, of the second.

    Args:
        texts: of the two documents.
        passage: what they share, but for a few words.
    """
    found = [
        list(_WORD.finditer(text, span.start, span.end))
        for text, span in zip(texts, (passage.first, passage.second), strict=True)
    ]
    words = [[match[0].casefold() for match in side] for side in found]
    if words[0] == words[1] or len(words[0]) * len(words[1]) > LARGEST:
        return (), ()
    codes = [code for code in Indel.opcodes(*words) if code.tag != "equal"]
    return (
        tuple(
            _own(found[0], code.src_start, code.src_end) for code in codes if code.tag != "insert"
        ),
        tuple(
            _own(found[1], code.dest_start, code.dest_end) for code in codes if code.tag != "delete"
        ),
    )


def _own(matches: Sequence[re.Match[str]], low: int, high: int) -> Span:
    return Span(matches[low].start(), matches[high - 1].end())
