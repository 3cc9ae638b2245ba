"""Carriers of a whole document: agencies in its dateline, byline and credits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.patterns import pattern
from reportedly.resolve.carriers.chains import FoundCarrier
from reportedly.resolve.carriers.names import Reader
from reportedly.resolve.media import looks_like_medium
from reportedly.schema.document import BlockKind, Document
from reportedly.schema.spans import Span

_BRACKETS = re.compile(r"\(\s?([A-Z@][\w.&’' -]{1,40}?)\s?\)")
_DATELINE = re.compile(
    r"(?:[A-Z][\w.’'/ ,-]{1,60})?\(\s?([A-Z][\w.&’' -]{1,40}?)\s?\)"
    r"\s*(?:--?|—|–|―|:|_|\||(?=[A-Z“\"]))"
)
_LAST = re.compile(r"\(\s?([A-Z][\w.&’' -]{1,40}?)\s?\)\s*\Z")
_BYLINE = re.compile(r"(?:^|\n)\s*By\s+([A-Z][\w.&’'-]*(?:\s[A-Z][\w.&’'-]*){0,4})\s*(?=\n|$)")
_ORIGIN = pattern(
    r"(?:(?:originally|first)\s(?:appeared|published|ran|aired|posted)|(?:was|is|are)\s(?:re)?published"
    r"|reprinted|republished|reposted|syndicated)"
    r"(?:\s(?:\w+\s){0,3}?)?\s?(?:on|in|by|at|from|with permission from|with permission of)\s",
    re.IGNORECASE,
    needs=r"\b(?:appeared|(?:re)?published|ran|aired|posted|reprinted|reposted|syndicated)\b",
)
_THIS = re.compile(
    r"\b(?:this|the)\s(?:story|article|post|piece|report|interview|column|essay|version)\b|^\W*"
    r"(?:originally|first|reprinted|republished)\b",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"(?:^|\n)\W*(?:Source|Sources|Via|H/T|Credit)\s*:\s*", re.IGNORECASE)
_CREDITS = (BlockKind.CREDIT, BlockKind.DATELINE)
_TAIL = 400
"""Characters of the text's end in which an origin is looked for."""


def document_carriers(document: Document, reader: Reader) -> tuple[FoundCarrier, ...]:
    """Media that the whole document came through, in text order.

    An agency that "contributed to this report" is none of them, nor is a photograph's.
    """
    found: dict[str, FoundCarrier] = {}
    for span, why in sorted(_places(document, reader)):
        name = span.read(document.text)
        found.setdefault(name.casefold(), FoundCarrier(span, None, why))
    return tuple(found.values())


def _places(document: Document, reader: Reader) -> Iterator[tuple[Span, str]]:
    text = document.text
    for block in document.blocks:
        if block.kind is BlockKind.DATELINE:
            yield from _agencies(_BRACKETS, reader, block.span, "dateline")
    body = [b.span for b in document.blocks if b.kind is BlockKind.BODY]
    if body:
        opening = _DATELINE.match(text, body[0].start, body[0].end)
        if opening:
            yield from _agencies(_BRACKETS, reader, Span(*opening.span()), "dateline")
    for end in {*(b.end for b in body[-1:]), len(text.rstrip())}:
        low = max(0, end - 60)
        yield from _agencies(
            _LAST, reader, Span(low, end) if low < end else None, "credit at the end"
        )
    head = Span(0, min(len(text), 600)) if text else None
    yield from _agencies(_BYLINE, reader, head, "byline")
    yield from _origins(document, reader)


def _agencies(
    words: re.Pattern[str], reader: Reader, span: Span | None, why: str
) -> Iterator[tuple[Span, str]]:
    """What a pattern's group names in a stretch, where it names a medium."""
    for match in words.finditer(reader.text, span.start, span.end) if span else ():
        name = match.group(1)
        if _agency(reader, name, match.start(1)) or _told_later(reader.text, name, match.end()):
            yield Span(*match.span(1)), why


def _told_later(text: str, name: str, start: int) -> bool:
    """Whether the text behind says that a name was told something, or has seen it."""
    told = rf"\b(?:told|according to|seen by|obtained by|interview with)\s{re.escape(name)}\b"
    return bool(re.compile(told).search(text, start))


def _agency(reader: Reader, name: str, at: int) -> bool:
    medium = reader.read(at)
    if medium and medium.span == Span(at, at + len(name)):
        return True
    return bool(reader.known.medium(name)) or looks_like_medium(name)


def _origins(document: Document, reader: Reader) -> Iterator[tuple[Span, str]]:
    """Words as "This article originally appeared on Velmar Today", "Source: Telmar"."""
    text = document.text
    tail = max(0, len(text.rstrip()) - _TAIL)
    for match in _ORIGIN.finditer(text):
        start = text.rfind("\n", 0, match.start()) + 1
        near = match.start() >= tail or match.start() < _TAIL or _credit(document, match.start())
        if near and _THIS.search(text, max(start, match.start() - 60), match.end()):
            medium = reader.read(match.end())
            if medium:
                yield medium.span, "originally appeared"
    for match in _SOURCE.finditer(text, tail):
        medium = reader.read(match.end())
        if medium and not re.match(r"[^\n]{0,3}\S*\w", text[medium.span.end :].split("\n")[0]):
            yield medium.span, "source"


def _credit(document: Document, at: int) -> bool:
    return any(b.kind in _CREDITS and b.span.start <= at < b.span.end for b in document.blocks)
