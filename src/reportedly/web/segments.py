"""Segments: a text cut wherever one of the marks on it begins or ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

from reportedly.schema import Span

Mark = TypeVar("Mark")


@dataclass(frozen=True, slots=True)
class Segment(Generic[Mark]):
    """Characters that carry the same marks.

    Args:
        span: where they stand in the text.
        text: the characters.
        marks: what is on them, in the order in which the marks were given.
    """

    span: Span
    text: str
    marks: tuple[Mark, ...] = ()


def segments(
    text: str,
    marked: Iterable[tuple[Span, Mark]],
    edges: Iterable[int] = (),
    within: Span | None = None,
) -> Iterator[Segment[Mark]]:
    """A text in segments: together they are the text, and each has the marks that cover it.

    Marks may overlap, nest, and lie on several spans each. Time grows with the text and with the
    marks on each segment.

    Args:
        text: the text.
        marked: spans of it and what is on them.
        edges: places at which it is cut besides.
        within: only this part of it; all of it if left out.
    """
    low, high = (within.start, within.end) if within else (0, len(text))
    inside = [(s, m) for s, m in marked if s.start < high and low < s.end]
    starts: dict[int, list[int]] = {}
    ends: dict[int, list[int]] = {}
    for rank, (span, _) in enumerate(inside):
        starts.setdefault(max(span.start, low), []).append(rank)
        ends.setdefault(min(span.end, high), []).append(rank)
    cuts = {low, high, *starts, *ends, *(edge for edge in edges if low < edge < high)}
    on: set[int] = set()
    for start, end in pairwise(sorted(cuts)):
        on.difference_update(ends.get(start, ()))
        on.update(starts.get(start, ()))
        yield Segment(
            Span(start, end), text[start:end], tuple(inside[rank][1] for rank in sorted(on))
        )
