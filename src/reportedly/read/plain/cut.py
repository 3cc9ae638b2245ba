"""From paragraphs of known kinds to blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.read.plain.comments import Comment
from reportedly.read.plain.dateline import dateline_end, is_dateline
from reportedly.read.plain.inline import artefacts_in, credit_start, photo_credit_start
from reportedly.read.plain.paragraphs import Paragraph
from reportedly.schema import Block, BlockKind, Span

LATEST_DATELINE = 3
"""Paragraphs of reporting among which the dateline may stand: some texts print an introduction, or
a note on the report, before it."""


def cut(
    text: str,
    paragraphs: Sequence[Paragraph],
    kinds: Sequence[BlockKind | None],
    comments: Sequence[Comment],
) -> Iterator[Block]:
    """Blocks in text order: comments whole, every other paragraph by itself.

    Args:
        text: the text.
        paragraphs: its paragraphs.
        kinds: the kind of each; None, or none given, is body.
        comments: the comments under the text.
    """
    bodies = 0
    dated = False
    after = 0
    by_first = {c.first: c for c in comments}
    for i, paragraph in enumerate(paragraphs):
        comment = by_first.get(i)
        if comment:
            after = comment.last + 1
            end = paragraphs[comment.last].end
            yield from _parts(text, paragraph.start, end, BlockKind.COMMENT, comment.author)
        if i < after:
            continue
        kind = (kinds[i] if i < len(kinds) else None) or BlockKind.BODY
        start = paragraph.start
        if kind is BlockKind.BODY:
            if not dated and bodies < LATEST_DATELINE:
                following = [p.text for p in paragraphs[i + 1 : i + 4]]
                start += _dateline(paragraph.text, following, first=not bodies)
            bodies += 1
        if start > paragraph.start:
            dated = True
            yield Block(BlockKind.DATELINE, Span(paragraph.start, start))
        yield from _parts(text, start, paragraph.end, kind)


def _dateline(text: str, following: Sequence[str], *, first: bool) -> int:
    return len(text) if is_dateline(text) else dateline_end(text, following, first)


def _parts(
    text: str, start: int, end: int, kind: BlockKind, author: str | None = None
) -> Iterator[Block]:
    """A paragraph's blocks: itself, or its parts around the artefacts in it and before a credit."""
    if kind is not BlockKind.BODY:
        yield from _without_artefacts(text, start, end, kind, author)
        return
    credit = credit_start(text, start, end)
    photo = photo_credit_start(text, start, credit)
    yield from _without_artefacts(text, start, photo, kind)
    yield from _bare(text, photo, credit, BlockKind.CAPTION)
    yield from _bare(text, credit, end, BlockKind.CREDIT)


def _without_artefacts(
    text: str, start: int, end: int, kind: BlockKind, author: str | None = None
) -> Iterator[Block]:
    """The stretch, split around the tags and short codes left in it."""
    at = start
    for cut_start, cut_end in artefacts_in(text, start, end):
        yield from _bare(text, at, cut_start, kind, author)
        yield Block(BlockKind.ARTEFACT, Span(cut_start, cut_end))
        at = cut_end
    yield from _bare(text, at, end, kind, author)


def _bare(
    text: str, start: int, end: int, kind: BlockKind, author: str | None = None
) -> Iterator[Block]:
    """The block without white space at its ends; none if nothing is left."""
    part = text[start:end]
    bare = part.strip()
    if bare:
        start += len(part) - len(part.lstrip())
        yield Block(kind, Span(start, start + len(bare)), author)
