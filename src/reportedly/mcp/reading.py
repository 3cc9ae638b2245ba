"""What stands in documents: tools that read their texts, versions and shared words."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from reportedly.connect.drift import Segment
from reportedly.mcp import asked, pages
from reportedly.mcp.answers import (
    Change,
    Covered,
    DocumentFound,
    DocumentsFound,
    DriftFound,
    Piece,
    Quote,
    ReuseFound,
    Shared,
    SharedPassage,
    VersionsFound,
    Wordings,
)
from reportedly.mcp.forms import record_name
from reportedly.record import Record
from reportedly.record.answers import Headline, Reading, ReuseAnswer, Rewording
from reportedly.schema import Document, RunError, Span, Spans

Texts = Callable[[str], str]
"""Gives a document's text by its key."""

SHOWN = 300
"""Characters that are shown of a passage that two documents share."""


def quote(record: Record, given: asked.Quote) -> Quote:
    """The exact characters of a statement's content, or of a span."""
    if given.statement is not None:
        said = record.statement(given.statement)
        reading, spans = record.reading(_key(said.id)), said.content
    else:
        said, reading = None, record.reading(given.document or "")
        spans = (Span(given.start or 0, given.end or 0),)
    _within(reading, spans)
    document = reading.extraction.document
    pieces = tuple(_piece(document, span, given.around) for span in spans)
    return Quote(reading.document, pieces, said, record.searched())


def _within(reading: Reading, spans: Spans) -> None:
    length = reading.document.characters
    if spans[-1].end > length:
        name = reading.document.key
        raise RunError(f"document {name} has {length:,} characters; {spans[-1].end:,} is beyond")


def _piece(document: Document, span: Span, around: int) -> Piece:
    text = document.text
    return Piece(
        span,
        span.read(text),
        text[max(0, span.start - around) : span.start],
        text[span.end : span.end + around],
        tuple(block for block in document.blocks if block.span.overlaps(span)),
    )


def document(record: Record, given: asked.Document) -> DocumentFound:
    """A document with its statements."""
    reading = record.reading(given.document)
    said, after = pages.following(
        reading.statements, given.limit, given.after, pages.statement_name
    )
    return DocumentFound(reading.document, tuple(said), after, record.searched())


def documents(record: Record, given: asked.Documents) -> DocumentsFound:
    """The documents of the record."""
    found, after = pages.beginning(
        record.documents(limit=given.limit + 1, after=given.after, newest=given.newest),
        given.limit,
        lambda one: one.key,
    )
    return DocumentsFound(tuple(found), after, record.searched())


def versions(record: Record, given: asked.Versions) -> VersionsFound:
    """The versions of a document, and what changed."""
    found, after = pages.following(
        record.versions(given.document), given.limit, given.after, lambda one: one.document.key
    )
    parts = tuple(pages.version_part(one, given.statements) for one in found)
    return VersionsFound(parts, after, record.searched())


def reuse(record: Record, given: asked.Reuse) -> ReuseFound:
    """Pairs of documents that share words."""
    found, after = pages.beginning(
        record.reuse(given.document, limit=given.limit + 1, after=given.after),
        given.limit,
        lambda one: one.id,
    )
    texts = _texts(record)
    return ReuseFound(tuple(_shared(one, texts) for one in found), after, record.searched())


def _shared(found: ReuseAnswer, texts: Texts) -> Shared:
    text = texts(found.first.key)
    passages = tuple(
        SharedPassage(one.first, one.second, one.first.read(text)[:SHOWN])
        for one in found.passages[: pages.PARTS]
    )
    return Shared(
        found.first,
        found.second,
        found.kind,
        found.first_share,
        found.second_share,
        found.direction,
        found.why,
        passages,
        len(found.passages),
    )


def drift(record: Record, given: asked.Drift) -> DriftFound:
    """How the words of a claim's utterances differ between documents."""
    claim = record.claim(given.claim)
    found, after = pages.ranked(
        lambda most: record.drift(claim.id)[:most], given.limit, given.after
    )
    about = Headline(claim.id, claim.label, len(claim.attributions), claim.first, claim.last)
    texts = _texts(record)
    wordings = tuple(_wordings(one, texts) for one in found)
    return DriftFound(about, wordings, after, record.searched())


def _wordings(found: Rewording, texts: Texts) -> Wordings:
    first, second = (texts(_key(one.id)) for one in (found.first, found.second))
    changes = tuple(_change(one, first, second) for one in found.drift.segments)
    return Wordings(found.first, found.second, found.drift.kept, changes)


def _change(found: Segment, first: str, second: str) -> Change:
    return Change(
        found.kind,
        tuple(span.read(first) for span in found.first),
        tuple(span.read(second) for span in found.second),
        found.first,
        found.second,
        found.shown,
    )


def coverage(record: Record, _: asked.Nothing) -> Covered:
    """What the record covers."""
    newest = tuple(record.documents(limit=5, newest=True))
    return Covered(record_name(record.name), record.searched(), newest)


def _key(statement: str) -> str:
    """The key of the document that a statement stands in."""
    return statement.partition("/")[0]


def _texts(record: Record) -> Texts:
    """Reads documents, each once an answer."""
    return cache(lambda key: record.reading(key).extraction.document.text)
