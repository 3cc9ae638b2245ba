"""The bytes of a page → a document."""

from __future__ import annotations

from dataclasses import replace

from lxml.html import HtmlElement

from reportedly.read.assemble import assemble
from reportedly.read.encoding import decode
from reportedly.read.html.alternate import offered
from reportedly.read.html.compose import compose, text_and_blocks
from reportedly.read.html.main_text import lighten, main_text_of, metadata_of
from reportedly.read.html.marks import Mark
from reportedly.read.html.outline import Outline, outline_of
from reportedly.read.html.tree import declared_charset, tree_of
from reportedly.read.options import ReadOptions
from reportedly.read.raw import Raw
from reportedly.read.unreadable import Unreadable
from reportedly.schema import BlockKind, Document

_TAKEN_OUT = frozenset({Mark.COMMENT, Mark.CAPTION, Mark.RELATED})


def read_page(raw: Raw, options: ReadOptions) -> Document:
    """Read a page: its article, what stands around it, its comments, and its metadata.

    The text is made of the parts in page order with a blank line between them: title, subtitle,
    body with captions and links where they stand, comments each with its writer's name on the
    first line.

    Raises:
        Unreadable: if there is no article on it, with the reason.
    """
    decoded = decode(raw.data, raw.charset or declared_charset(raw.data))
    if not decoded.text.strip("\ufeff \t\r\n"):
        raise Unreadable("empty")
    tree = tree_of(decoded.text)
    outline = outline_of(tree)
    feeds = offered(tree, raw.url)
    lighten(tree, _marked(outline))
    metadata, description = metadata_of(tree, raw.url, _headings(outline))
    paragraphs = _unmarked(outline) if raw.all_text else main_text_of(tree).paragraphs
    parts = compose(outline.pieces, paragraphs, metadata, description)
    if not parts:
        raise Unreadable(_missing(tree, outline) + feeds)
    title = next((part.text for part in parts if part.kind is BlockKind.TITLE), None)
    metadata = replace(metadata, title=title or metadata.title)
    made = text_and_blocks(parts)
    if not metadata.authors:
        metadata = replace(metadata, authors=made.authors)
    if not metadata.dates and made.published:
        metadata = replace(metadata, dates=(made.published,))
    metadata = metadata.filled(raw.given)
    warnings = (*raw.warnings, *decoded.warnings)
    return assemble(raw.name, made.text, metadata, options, blocks=made.blocks, warnings=warnings)


def _headings(outline: Outline) -> list[str]:
    tags = ("h1", "h2", "h3", "h4")
    return [p.text for p in outline.pieces if p.tag in tags and p.mark in (None, Mark.LEAD)]


def _marked(outline: Outline) -> list[HtmlElement]:
    taken = {p.group for p in outline.pieces if p.mark in _TAKEN_OUT}
    return [outline.marked[group] for group in taken if group in outline.marked]


def _unmarked(outline: Outline) -> tuple[str, ...]:
    """All that stands in a page which holds an article alone, but captions and the like."""
    return tuple(p.text for p in outline.pieces if p.mark not in _TAKEN_OUT)


def _missing(tree: HtmlElement, outline: Outline) -> str:
    """Why a page has no article."""
    if next(tree.iter("frameset", "frame"), None) is not None:
        return "a page of frames: name the page in the frame"
    if not outline.pieces:
        return "no text in this page: it may be made by scripts as it is looked at"
    return "no article found in this page"
