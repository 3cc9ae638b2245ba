"""Reuse between two documents: what they share, how, and which took it from the other."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from reportedly.connect.reuse.direction import told
from reportedly.connect.reuse.passages import passages
from reportedly.connect.reuse.tiles import Stretch
from reportedly.connect.reuse.words import Words, read_words
from reportedly.schema import Direction, Document, Passage, Reuse, ReuseKind

COPY = 0.99
"""Share of each body's words that stand in the other word for word, from which it is a copy."""
EDITED = 0.5
"""Share of one of the two bodies that lies in passages, from which it is an edited copy."""


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
    first = _share(words_a, [(s.first, s.first_end) for s in found_here])
    second = _share(words_b, [(s.second, s.second_end) for s in found_here])
    direction = told(a, b)
    return Reuse(
        _kind(words_a, words_b, found_here, first, second),
        tuple(
            Passage(words_a.span(s.first, s.first_end), words_b.span(s.second, s.second_end))
            for s in found_here
        ),
        first,
        second,
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


def _share(words: Words, ranges: Sequence[tuple[int, int]]) -> float:
    """Share of the body's words that lie in some ranges; of all words where there is no body."""
    counted = words.body if words.body.any() else np.ones(len(words), np.bool_)
    inside = sum(int(counted[low:high].sum()) for low, high in ranges)
    return inside / int(counted.sum())


def _kind(a: Words, b: Words, found: Sequence[Stretch], first: float, second: float) -> ReuseKind:
    matched = sum(s.matched for s in found)
    if matched >= COPY * max(len(a), len(b)):
        return ReuseKind.COPY
    return ReuseKind.EDITED if max(first, second) >= EDITED else ReuseKind.QUOTATION


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
