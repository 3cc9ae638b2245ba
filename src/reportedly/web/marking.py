"""Marking: a document's paragraphs, cut so that each piece is source, cue or content of the same.

Statements overlap, nest, and stand in several places each; so the text is not wrapped in elements,
but cut into segments that each know all the marks on them. Nothing of the text is lost or changed:
the segments of all paragraphs, one after the other, are the text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reportedly.read.plain.paragraphs import paragraphs_of
from reportedly.schema import Attribution, Block, BlockKind, Document, Extraction, Span
from reportedly.web.segments import Segment, segments

LONGEST = 20_000
"""Characters of the longest paragraph that stays whole: ten times the longest in print. A text
without line breaks is cut at white space, so that no part of a page is as long as the text."""


class Role(StrEnum):
    """What words are to a statement: one of its three roles, or what else is known by them."""

    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"
    TOLD = "told"


@dataclass(frozen=True, slots=True)
class Mark:
    """What some words are to a statement; `TOLD` of none in particular is a publisher's note."""

    role: Role
    statement: str | None


Marked = Segment[Mark]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where a paragraph stands.

    Args:
        span: its words, and the white space up to the next one; the first also has what stands
            before it.
        end: where the white space behind it begins.
        block: the block that most of it lies in; None if it lies in none.
    """

    span: Span
    end: int
    block: Block | None

    @property
    def kind(self) -> BlockKind:
        """What it is."""
        return self.block.kind if self.block else BlockKind.BODY


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in segments.

    Args:
        stretch: where it stands.
        segments: its words.
        behind: the white space behind it.
        kinds: of each of `segments`, the kind of block that it lies in.
    """

    stretch: Stretch
    segments: tuple[Marked, ...]
    behind: tuple[Marked, ...]
    kinds: tuple[BlockKind, ...]


def stretches(document: Document) -> list[Stretch]:
    """The paragraphs of a document, as places: together they are the whole text."""
    text = document.text
    found = [s for p in paragraphs_of(text) for s in _cut(text, p.start, p.end)]
    if not found:
        return [Stretch(Span(0, len(text)), 0, None)] if text else []
    starts = [0, *(start for start, _ in found[1:]), len(text)]
    return [
        Stretch(Span(starts[at], starts[at + 1]), end, _block(document.blocks, start, end))
        for at, (start, end) in enumerate(found)
    ]


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A paragraph in pieces that are not too long, cut at white space where there is some."""
    while end - start > LONGEST:
        at = text.rfind(" ", start + LONGEST // 2, start + LONGEST) + 1 or start + LONGEST
        yield start, at
        start = at
    yield start, end


def _block(blocks: Sequence[Block], start: int, end: int) -> Block | None:
    """The block that has most characters of a stretch, the first of several."""
    first = bisect_right(blocks, start, key=lambda b: b.span.end)
    best, most = None, 0
    for block in blocks[first:]:
        if block.span.start >= end:
            break
        shared = min(block.span.end, end) - max(block.span.start, start)
        if shared > most:
            best, most = block, shared
    return best


def paragraphs(extraction: Extraction, places: Sequence[Stretch]) -> Iterator[Paragraph]:
    """Paragraphs with the marks on them.

    Args:
        extraction: the document and what was found in it.
        places: consecutive ones of its `stretches`, for the part of the text that is wanted.
    """
    if not places:
        return
    text, blocks = extraction.document.text, extraction.document.blocks
    within = Span(places[0].span.start, places[-1].span.end)
    edges = [e for p in places for e in (p.span.start, p.end)]
    edges += [e for b in blocks for e in (b.span.start, b.span.end)]
    cut = list(segments(text, marks(extraction), edges, within))
    starts = [segment.span.start for segment in cut]
    bounds = [bisect_right(starts, p.span.start - 1) for p in places] + [len(cut)]
    for place, low, high in zip(places, bounds, bounds[1:], strict=False):
        own = cut[low:high]
        middle = sum(segment.span.start < place.end for segment in own)
        yield Paragraph(
            place,
            tuple(own[:middle]),
            tuple(own[middle:]),
            tuple(_kind(blocks, s.span, place.kind) for s in own[:middle]),
        )


def _kind(blocks: Sequence[Block], span: Span, otherwise: BlockKind) -> BlockKind:
    block = _block(blocks, span.start, span.end)
    return block.kind if block else otherwise


def marks(extraction: Extraction) -> Iterator[tuple[Span, Mark]]:
    """All marks on a document's text: of each statement in text order, then the notes."""
    for found in extraction.attributions:
        for role, spans in _roles(found):
            mark = Mark(role, found.id)
            yield from ((span, mark) for span in spans)
    for note in extraction.notes:
        yield note.span, Mark(Role.TOLD, None)
    for link in extraction.links:
        yield link.span, Mark(Role.TOLD, link.from_)


def _roles(found: Attribution) -> Iterator[tuple[Role, Iterable[Span]]]:
    yield Role.SOURCE, found.source
    yield Role.CUE, found.cue
    yield Role.CONTENT, found.content
    yield Role.TOLD, tuple(dict.fromkeys(told(found)))


def told(found: Attribution) -> Iterator[Span]:
    """The words that carriers, day, venue, addressee and evidence of a statement are known by."""
    yield from (carrier.span for carrier in found.carriers)
    yield from (phrase.span for phrase in (found.venue, found.addressee) if phrase)
    if found.said_on:
        yield found.said_on.span
    yield from (mark.span for mark in found.evidence)


def begin(found: Attribution) -> int:
    """Where the first of a statement's words stands."""
    return min(found.source + found.cue + found.content).start
