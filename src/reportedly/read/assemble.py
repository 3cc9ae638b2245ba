"""Text, metadata and blocks → a document, after the checks that every document must pass."""

from __future__ import annotations

import re

from reportedly.read.dates import day_of
from reportedly.read.language import check_language
from reportedly.read.metadata import Metadata
from reportedly.read.options import ReadOptions
from reportedly.read.unreadable import Unreadable, Unwanted
from reportedly.schema import Block, BlockKind, Document, Span, text_id

_WORD = re.compile(r"[^\W_]")
_REPORTING = frozenset({BlockKind.TITLE, BlockKind.SUBTITLE, BlockKind.BODY})


def assemble(
    name: str,
    text: str,
    metadata: Metadata,
    options: ReadOptions,
    *,
    blocks: tuple[Block, ...] | None = None,
    warnings: tuple[str, ...] = (),
) -> Document:
    """Make a document.

    Args:
        name: where it was read from.
        text: its text, without lone surrogates.
        metadata: what the input says of it; what the caller's options say wins over that.
        options: limits, wanted language, publisher and day.
        blocks: its blocks, if the input itself tells them; found in the text otherwise.
        warnings: what was noticed so far.

    Raises:
        Unreadable: if the text is empty, too long, or surely in another language.
        Unwanted: if it does not meet the caller's conditions.
    """
    if not options.where.takes_url(metadata.url):
        raise Unwanted
    check_size(text, options)
    if blocks is None:
        blocks, metadata = _read_plain(text, metadata)
    reporting = "\n".join(b.span.read(text) for b in blocks if b.kind in _REPORTING)
    language, doubts = check_language(reporting or text, options.wanted_language)
    language = language or _code(metadata.language)
    if not options.where.takes_language(language):
        raise Unwanted
    published, undated = _published(metadata, options)
    return Document(
        id=text_id(text),
        text=text,
        blocks=blocks,
        path=metadata.path or name,
        url=metadata.url,
        title=metadata.title,
        publisher=options.publisher or metadata.publisher,
        authors=metadata.authors,
        published=published,
        language=language,
        warnings=(*warnings, *doubts, *undated),
    )


def check_size(text: str, options: ReadOptions) -> None:
    """Raise `Unreadable` for a text without words, or one beyond the limit."""
    if len(text) > options.max_characters:
        limit = f"the limit of {options.max_characters:,}"
        raise Unreadable(f"{len(text):,} characters, over {limit}")
    if not _WORD.search(text):
        raise Unreadable("empty" if not text.strip("\ufeff \t\r\n") else "no words in it")


def _read_plain(text: str, metadata: Metadata) -> tuple[tuple[Block, ...], Metadata]:
    """The blocks that the text itself tells, and its metadata filled from it where empty."""
    from reportedly.read.plain import read_plain  # pages have blocks already

    # A byte order mark is a character of the text, but no part of its first word.
    shift = 1 if text.startswith("\ufeff") else 0
    found = read_plain(text[shift:])
    blocks = found.blocks
    if shift:
        blocks = tuple(
            Block(b.kind, Span(b.span.start + 1, b.span.end + 1), b.author) for b in blocks
        )
    return blocks, Metadata(
        title=metadata.title or found.title,
        url=metadata.url,
        publisher=metadata.publisher,
        authors=metadata.authors or tuple(found.authors),
        dates=(*metadata.dates, *((found.published,) if found.published else ())),
        language=metadata.language,
        path=metadata.path,
    )


def _published(metadata: Metadata, options: ReadOptions) -> tuple[str | None, tuple[str, ...]]:
    if options.published:
        return options.published, ()
    for value in metadata.dates:
        if day := day_of(value):
            return day, ()
    if not metadata.dates:
        return None, ()
    given = str(metadata.dates[0])[:60].encode("utf-8", "replace").decode("utf-8")
    return None, (f"no day of publication could be read from {given!r}",)


def _code(declared: str | None) -> str | None:
    """The ISO 639-1 code in a declared language ("en-GB", "en_US")."""
    found = re.match(r"[A-Za-z]{2}(?=$|[-_])", declared or "")
    return found.group().lower() if found else None
