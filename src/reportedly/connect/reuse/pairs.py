"""Reuse between two documents: what they share, how, and which took it from the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from reportedly.connect.reuse.direction import told
from reportedly.connect.reuse.passages import passages
from reportedly.connect.reuse.tiles import Stretch
from reportedly.connect.reuse.words import Words, read_words
from reportedly.schema import Direction, Document, Passage, Reuse, ReuseKind

COPY = 0.99
"""Share of each document's words that stand in the other in the same order, for a copy."""
EDITED = 0.75
"""Share of one of the two bodies that lies in passages, for an edited copy.

Between bodies of FNC-1 that share a passage the share is everything between nothing and all; the
fewest pairs lie from .7 to .9, between reports of one event and printings of one report.
"""


def compare(a: Document, b: Document) -> Reuse | None:
    """What two documents share, aligned to the character; None if it is too little to tell.

    Symmetric: `compare(b, a)` is the mirror of `compare(a, b)`. Linear in the lengths of the two
    texts, but for sorting.
    """
    if _order(b) < _order(a):
        found = compare(b, a)
        return _mirrored(found) if found else None
    words_a, words_b = read_words(a), read_words(b)
    found_here = passages(words_a, words_b)
    if not found_here:
        return None
    side_a = _side(words_a, ((s.first, s.first_end) for s in found_here))
    side_b = _side(words_b, ((s.second, s.second_end) for s in found_here))
    direction = told(a, b)
    return Reuse(
        _kind(words_a, words_b, found_here, (side_a, side_b)),
        tuple(
            Passage(words_a.span(s.first, s.first_end), words_b.span(s.second, s.second_end))
            for s in found_here
        ),
        side_a.share,
        side_b.share,
        direction.direction,
        direction.why,
        direction.spans,
    )


def _order(document: Document) -> tuple[str, str, str, str]:
    """What puts two documents in an order of their own, whichever is asked for first."""
    return (
        document.text,
        document.url or "",
        document.publisher or "",
        document.published or "",
    )


@dataclass(frozen=True, slots=True)
class _Side:
    """How much of a document's body lies in passages.

    Args:
        share: of all its words.
        reporting: of those outside quotation marks; of all where all are quoted. Two articles that
            quote one speech at length are no copies of each other.
    """

    share: float
    reporting: float


def _side(words: Words, ranges: Iterable[tuple[int, int]]) -> _Side:
    inside = np.zeros(len(words), np.bool_)
    for low, high in ranges:
        inside[low:high] = True
    body = words.body if words.body.any() else np.ones(len(words), np.bool_)
    reporting = body & ~words.quoted
    return _Side(
        float(inside[body].mean()),
        float(inside[reporting if reporting.any() else body].mean()),
    )


def _kind(a: Words, b: Words, found: Sequence[Stretch], sides: Iterable[_Side]) -> ReuseKind:
    in_order = all(s.second_end <= t.second for s, t in pairwise(found))
    if in_order and sum(s.matched for s in found) >= COPY * max(len(a), len(b)):
        return ReuseKind.COPY
    edited = any(min(side.share, side.reporting) >= EDITED for side in sides)
    return ReuseKind.EDITED if edited else ReuseKind.QUOTATION


_TURNED = {
    Direction.FIRST: Direction.SECOND,
    Direction.SECOND: Direction.FIRST,
    Direction.UNKNOWN: Direction.UNKNOWN,
}


def _mirrored(found: Reuse) -> Reuse:
    """The same reuse with the two documents changed about."""
    return Reuse(
        found.kind,
        tuple(sorted((Passage(p.second, p.first) for p in found.passages), key=_place)),
        found.second_share,
        found.first_share,
        _TURNED[found.direction],
        found.why,
        (found.spans[1], found.spans[0]),
    )


def _place(passage: Passage) -> tuple[int, int]:
    return passage.first.start, passage.second.start
