"""Parts: a long document cut between paragraphs, so that every page is made in bounded time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from reportedly.schema import Extraction
from reportedly.web.marking import Stretch, begin, stretches

CHARACTERS = 40_000
"""Characters of a part: the longest of 2,587 pasted articles (FNC-1) is in one."""

STATEMENTS = 150
"""Statements of a part: the style sheet has a rule for each, so that a link lights its words."""

SURE = 10_000
"""Characters that are in the first part of every document but a list of statements: links to words
beyond them say which statement they are to, so that the page can pick its part."""

Part = tuple[Stretch, ...]
"""Consecutive paragraphs; never none."""


def parts(extraction: Extraction) -> tuple[Part, ...]:
    """The parts of a document, in order; none if it has no text."""
    begins = sorted(map(begin, extraction.attributions))
    return tuple(_parts(stretches(extraction.document), begins))


def _parts(places: Sequence[Stretch], begins: Sequence[int]) -> Iterator[Part]:
    part: list[Stretch] = []
    for place in places:
        if part and not _fits(part[0].span.start, place.span.end, begins):
            yield tuple(part)
            part = []
        part.append(place)
    if part:
        yield tuple(part)


def _fits(start: int, end: int, begins: Sequence[int]) -> bool:
    statements = bisect_left(begins, end) - bisect_left(begins, start)
    return end - start <= CHARACTERS and statements <= STATEMENTS


def part_at(cut: Sequence[Part], place: int) -> int:
    """The number, from 1 on, of the part in which a place of the text lies."""
    return max(bisect_right(cut, place, key=lambda part: part[0].span.start), 1)
