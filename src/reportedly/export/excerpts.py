"""Words in their surroundings, with the parts that they have in an attribution."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from reportedly.schema import Span, Spans, merge

AROUND = 120
"""Characters that are shown before and after what is marked: a line or two of print, so that a
reader knows what is spoken of."""

FAR = 300
"""Characters between two marked words from which on they are shown apart."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some words, and what they are; None for those around."""

    text: str
    role: str | None


Excerpt = tuple[tuple[Part, ...], ...]
"""Stretches of a text that stand apart, each in parts."""


def excerpt(text: str, roles: Mapping[str, Spans]) -> Excerpt:
    """The stretches of a text in which some spans stand.

    Args:
        text: the text.
        roles: what the spans are, by name.

    Returns:
        The stretches; an ellipsis of no role stands where one is cut out of the text.
    """
    marked = [span for spans in roles.values() for span in spans]
    wide = (_widened(text, span) for span in merge(marked, FAR))
    return tuple(_cut(text, span, roles) for span in wide)


def _cut(text: str, span: Span, roles: Mapping[str, Spans]) -> tuple[Part, ...]:
    """A stretch of a text, with a sign where the text goes on."""
    before = (Part("… ", None),) if span.start > 0 else ()
    after = (Part(" …", None),) if span.end < len(text) else ()
    return (*before, *parts(text, span, roles), *after)


def parts(text: str, within: Span, roles: Mapping[str, Spans]) -> tuple[Part, ...]:
    """A stretch of a text, cut where a role begins or ends; of several, the first in `roles`."""
    return tuple(_parts(text, within, roles))


def _parts(text: str, within: Span, roles: Mapping[str, Spans]) -> Iterator[Part]:
    spans = [span for found in roles.values() for span in found if span.overlaps(within)]
    edges = {within.start, within.end, *(e for span in spans for e in (span.start, span.end))}
    cuts = sorted(edge for edge in edges if within.start <= edge <= within.end)
    for start, end in pairwise(cuts):
        piece = Span(start, end)
        names = (n for n, found in roles.items() if any(piece.within(span) for span in found))
        yield Part(piece.read(text), next(names, None))


def _widened(text: str, span: Span) -> Span:
    """A span with the words around it, none of them cut in two."""
    start, end = max(0, span.start - AROUND), min(len(text), span.end + AROUND)
    while 0 < start < span.start and not text[start - 1].isspace():
        start += 1
    while span.end < end < len(text) and not text[end].isspace():
        end -= 1
    return Span(start, end)
