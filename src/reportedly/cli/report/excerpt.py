"""The text that an attribution stands in, in pieces told apart by their role."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from reportedly.export.wording.clean import flowing, shortened
from reportedly.export.wording.lines import Lines
from reportedly.schema import Attribution, Span, Spans

LONGEST = 1_000
"""Characters of one span that are shown; of a longer one, its beginning and its end."""

CONTEXT = 50
"""Characters of the sentence that are shown before and after the attribution: some eight words."""

GAP = 70
"""Characters between two roles that are shown as they are; a longer stretch becomes an ellipsis."""

ELLIPSIS = "…"

_SENTENCE_END = re.compile(r"[.!?][\"'”’»)\]]*\s+")


class Role(StrEnum):
    """What a piece of an excerpt is."""

    CONTEXT = "context"
    CONTENT = "content"
    CUE = "cue"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of one role, safe to show; line breaks in it are shown as `¶`."""

    role: Role
    text: str


def spelled(spans: Spans, text: str) -> str:
    """The words of a role; `…` stands between the parts of one that lies in several places."""
    parts = (shortened(flowing(span.read(text)).strip(), LONGEST) for span in spans)
    return f" {ELLIPSIS} ".join(parts)


def excerpt(attribution: Attribution, text: str, lines: Lines) -> list[Piece]:
    """The sentence around an attribution, from its first word to its last, cut where it is long."""
    stretches = list(_stretches(attribution))
    start, end = stretches[0][1].start, stretches[-1][1].end
    pieces = [Piece(Role.CONTEXT, _before(text, start, lines))]
    at = start
    for role, span in stretches:
        if span.start > at:
            pieces.append(Piece(Role.CONTEXT, _between(text[at : span.start])))
        pieces.append(Piece(role, shortened(flowing(span.read(text)), LONGEST)))
        at = span.end
    pieces.append(Piece(Role.CONTEXT, _after(text, end)))
    return [piece for piece in pieces if piece.text]


def _stretches(attribution: Attribution) -> Iterator[tuple[Role, Span]]:
    """Disjoint stretches of one role each, in text order.

    Where roles overlap, the smaller ones win, as they could not be seen otherwise: the source
    over the cue, the cue over the content.
    """
    by_role = (
        (Role.SOURCE, attribution.source),
        (Role.CUE, attribution.cue),
        (Role.CONTENT, attribution.content),
    )
    edges = sorted({edge for _, spans in by_role for s in spans for edge in (s.start, s.end)})
    last: tuple[Role, Span] | None = None
    for start, end in pairwise(edges):
        part = Span(start, end)
        role = next((r for r, spans in by_role if any(part.within(s) for s in spans)), None)
        if role is None:
            continue
        if last and last[0] is role and last[1].end == start:
            last = role, Span(last[1].start, end)
            continue
        if last:
            yield last
        last = role, part
    if last:
        yield last


def _between(gap: str) -> str:
    shown = flowing(gap)
    return shown if len(shown) <= GAP else f" {ELLIPSIS} "


def _before(text: str, start: int, lines: Lines) -> str:
    """The beginning of the sentence, or as much as there is room for, from the same line."""
    line = text[max(lines.start(start), start - 4 * CONTEXT) : start]
    sentence = _SENTENCE_END.split(line)[-1].lstrip()
    if len(sentence) > CONTEXT:
        sentence = ELLIPSIS + sentence[-CONTEXT:].partition(" ")[2]
    return flowing(sentence)


def _after(text: str, end: int) -> str:
    """The end of the sentence, or as much as there is room for, from the same line."""
    rest = re.split(r"[\n\r]", text[end : end + 4 * CONTEXT], maxsplit=1)[0]
    if _SENTENCE_END.match(text[max(end - 2, 0) : end] + rest) or not rest.strip():
        rest = rest if rest[:1] in "\"'”’»)]" else ""
    finished = _SENTENCE_END.search(rest)
    sentence = (rest[: finished.end()] if finished else rest).rstrip()
    if len(sentence) > CONTEXT:
        sentence = sentence[:CONTEXT].rpartition(" ")[0] + ELLIPSIS
    return flowing(sentence)
