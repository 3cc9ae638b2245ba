"""Two wordings of one utterance, compared word by word."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

import numpy as np

from reportedly.connect.drift.align import Piece, aligned
from reportedly.connect.drift.changes import (
    ChangeKind,
    Drift,
    Segment,
    Wording,
    mirrored,
    ordered,
)
from reportedly.connect.reuse.words import Flags, Words, within, words_in
from reportedly.schema import Kind, Span, Spans

_ELLIPSIS = re.compile(r"…|\.\s?\.\s?\.")
_BRACKETS = re.compile(r"\[[^\[\]]*\]")
_MORE, _TIMES = 3, 3
"""A stretch was put in other words if it is at most so many times as long and so many words more
than the other; else it was cut or added, and what stands near it as well."""


def compare_words(first: Wording, second: Wording) -> Drift:
    """What became of an utterance from one document's words to another's.

    For wordings that are known to be of one utterance. Deterministic and symmetric:
    `compare_words(b, a)` is the mirror of `compare_words(a, b)`. Words are compared without case,
    accents and typography; spans begin and end with words. Whether other words mean the same is not
    looked at: they are called reworded, as a translation's are.
    """
    if _order(second) < _order(first):
        return mirrored(compare_words(second, first))
    a, b = _read(first), _read(second)
    pieces = aligned(a.words, b.words)
    segments = [segment for piece in pieces for segment in _segments(a, b, piece)]
    same = sum(piece.first_end - piece.first for piece in pieces if piece.same)
    return Drift(tuple(ordered(segments)), 2 * same / max(1, len(a.words) + len(b.words)))


def _order(wording: Wording) -> tuple[str, Spans, Kind, Spans]:
    """What puts two wordings in an order of their own, whichever is given first."""
    return wording.text, wording.content, wording.kind, wording.quoted


@dataclass(frozen=True, slots=True)
class _Read:
    """A wording's words, and what its document shows of changes to them.

    Args:
        words: its words; `parts` counts its spans.
        bracketed: which of them stand in square brackets.
        ellipses: where an ellipsis begins.
    """

    words: Words
    bracketed: Flags
    ellipses: tuple[int, ...]

    def spans(self, low: int, high: int) -> Spans:
        """Where some words stand: a span for each stretch of content that they lie in."""
        parts = self.words.parts[low:high]
        edges = [low, *(np.flatnonzero(np.diff(parts)) + low + 1).tolist(), high]
        return tuple(self.words.span(a, b) for a, b in pairwise(edges) if a < b)

    def in_brackets(self, low: int, high: int) -> bool:
        """Whether there are words and all stand in square brackets."""
        return low < high and bool(self.bracketed[low:high].all())

    def elided(self, at: int) -> bool:
        """Whether an ellipsis stands before word `at`."""
        low = int(self.words.ends[at - 1]) if at else 0
        high = int(self.words.starts[at]) if at < len(self.words) else math.inf
        return any(low <= place < high for place in self.ellipses)


def _read(wording: Wording) -> _Read:
    numbers, starts, ends = words_in(wording.text, wording.content)
    every = np.ones(len(numbers), np.bool_)
    quoted = within(starts, wording.quoted) if wording.kind is Kind.MIXED else every
    if wording.kind is Kind.INDIRECT:
        quoted = ~every
    parts = np.searchsorted(np.array([s.start for s in wording.content]), starts, side="right")
    brackets = _found(_BRACKETS, wording)
    return _Read(
        Words(numbers, starts, ends, parts, every, every, quoted),
        within(starts, brackets),
        tuple(span.start for span in _found(_ELLIPSIS, wording)),
    )


def _found(pattern: re.Pattern[str], wording: Wording) -> list[Span]:
    """What a pattern finds in a wording's content."""
    return [
        Span(*match.span())
        for span in wording.content
        for match in pattern.finditer(wording.text, span.start, span.end)
    ]


def _segments(a: _Read, b: _Read, piece: Piece) -> Iterator[Segment]:
    if piece.same:
        yield from _same(a, b, piece)
        return
    ours, theirs = a.spans(piece.first, piece.first_end), b.spans(piece.second, piece.second_end)
    in_brackets = a.in_brackets(piece.first, piece.first_end) or b.in_brackets(
        piece.second, piece.second_end
    )
    if ours and theirs and _alike(piece):
        yield Segment(ChangeKind.REWORDED, ours, theirs, in_brackets)
        return
    if ours:
        yield Segment(ChangeKind.CUT, ours, (), in_brackets or b.elided(piece.second))
    if theirs:
        yield Segment(ChangeKind.ADDED, (), theirs, in_brackets or a.elided(piece.first))


def _alike(piece: Piece) -> bool:
    """Whether two stretches are near enough in length for the one to stand for the other."""
    short, long = sorted((piece.first_end - piece.first, piece.second_end - piece.second))
    return long <= _TIMES * short + _MORE


def _same(a: _Read, b: _Read, piece: Piece) -> Iterator[Segment]:
    """The same words, in stretches between which quotation marks come or go."""
    quoted_a = a.words.quoted[piece.first : piece.first_end].tolist()
    quoted_b = b.words.quoted[piece.second : piece.second_end].tolist()
    at = 0
    for (before, after), run in groupby(zip(quoted_a, quoted_b, strict=True)):
        end = at + len(list(run))
        kind = ChangeKind.QUOTED if after else ChangeKind.UNQUOTED
        yield Segment(
            ChangeKind.SAME if before == after else kind,
            a.spans(piece.first + at, piece.first + end),
            b.spans(piece.second + at, piece.second + end),
        )
        at = end
