"""Spans: half-open stretches of a document's text, counted in Unicode code points."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch `[start, end)` of a document's text, in code points.

    Never empty: a role that is absent is an empty tuple of spans, not an empty span.

    Raises:
        ValueError: if `start` is negative or `end` is not beyond `start`.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def within(self, other: Span) -> bool:
        """Whether every character of this span lies in `other`."""
        return other.start <= self.start and self.end <= other.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def read(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.end]


Spans = tuple[Span, ...]
"""Spans of one role, in text order and disjoint; empty where the role is absent."""


def merge(spans: Iterable[Span], gap: int = 0) -> Spans:
    """Sort spans and join those that overlap or lie at most `gap` characters apart."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end + gap:
            last = merged.pop()
            span = Span(last.start, max(last.end, span.end))
        merged.append(span)
    return tuple(merged)
