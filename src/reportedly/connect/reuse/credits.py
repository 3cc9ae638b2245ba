"""Credits: the media that a document names as where its words come from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from reportedly.schema import BlockKind, Document, Span, Spans

HEAD = 300
TAIL = 400
"""Characters of the body's beginning and end in which words of credit are looked for."""
CLOSE = 60
"""Characters of the body's end in which a name in brackets, or behind a dash, is a credit."""

_WORD = r"[A-Z][\w&’'-]*(?:\.\w+)*"
_SITE = r"(?:[\w-]+\.)+[a-z]{2,}"
_NAME = rf"(?:{_SITE}|{_WORD}(?:\s(?:(?:of|the|de)\s)?{_WORD}){{0,4}})"
_NAMES = rf"(?:[Tt]he\s)?(?P<names>{_NAME}(?:(?:, and|,| and|/| &)\s?(?:the\s)?{_NAME}){{0,4}})"
_ONE = re.compile(_NAME)
_OPENING = re.compile(rf"(?:[A-Z][^()\n]{{0,60}})?\(\s?{_NAMES}\s?\)(?=\s*(?:[-—–―:|]|[A-Z“\"]))")
_BRACKETS = re.compile(rf"\(\s?{_NAMES}\s?\)")
_BY = r"(?:(?:[Ww]ith|[Vv]ia|[Bb]y|[Ss]ource:?|[Ff]rom|[Hh]/[Tt])\s(?:the\s)?)?"
_CLOSING = re.compile(rf"(?:[(\[]|(?:^|\n)\s*[—–-]+)\s?{_BY}{_NAMES}\s?[)\]]?\.?\s*\Z")
_ALONE = re.compile(rf"\s*[(\[—–-]*\s?{_BY}{_NAMES}\s?[)\]]?\.?\s*")
_FIRST = r"(?:[Oo]riginally|[Ff]irst) (?:appeared|published|ran) (?:\w+ \w+ )?(?:on|in|by|at)"
_LEAVE = r"(?: with (?:\w+ ){0,2}permission)?"
_AGAIN = rf"(?:[Rr]epublished|[Rr]eprinted|[Ss]yndicated){_LEAVE} (?:from|of|by)"
_WITH = r"[Ww]ith (?:reporting|files|material) (?:by|from)"
_LINE = r"(?:^|\n)\W*(?:[Ss]ources?|[Vv]ia|VIA|[Hh]/[Tt]|[Cc]redit)\s*:?"
_STAFF = r"(?: (?:staff|writers?|reporters?|correspondents?) [^.\n]{1,80}?)?"
_GIVEN = (
    re.compile(rf"{_NAMES}{_STAFF} (?:also )?contributed to th(?:is|e) (?:report|story|article)"),
    re.compile(rf"(?:{_FIRST}|{_AGAIN}|{_WITH}|{_LINE}) {_NAMES}"),
    re.compile(rf"[(\[](?:[Vv]ia|[Ss]ource:?|[Ff]rom) {_NAMES}[)\]]"),
)
_OWNER = re.compile(r"['’]s?\s.*")
"""What follows in "CNN's Jane Doe"."""
_SMALL = frozenset(("the", "of", "and", "de"))
_GENERIC = _SMALL | {
    "news",
    "agency",
    "newspaper",
    "newswire",
    "online",
    "website",
    "site",
    "press",
}
_ENDINGS = frozenset(("com", "org", "net", "co", "www"))


@dataclass(frozen=True, slots=True)
class Credit:
    """A medium that is credited, and where; no span where only the authors' names tell it."""

    name: str
    span: Span | None


@lru_cache(maxsize=4)  # one document is compared with many, one after another
def credits_of(document: Document) -> tuple[Credit, ...]:
    """The media that a document credits, in text order, those of its authors' names last.

    An agency in brackets in the dateline or at the end, one that contributed to the report, the
    place of first publication, a line of source. A medium that a sentence of the report quotes is
    no credit.
    """
    spans = sorted(set(_spans(document)))
    found = [Credit(span.read(document.text), span) for span in spans]
    return (*found, *(Credit(author, None) for author in document.authors))


def _spans(document: Document) -> Iterator[Span]:
    text = document.text
    body = [block.span for block in document.blocks if block.kind is BlockKind.BODY]
    if not document.blocks and text:
        body = [Span(0, len(text))]
    for block in document.blocks:
        if block.kind is BlockKind.DATELINE:
            yield from _names(_BRACKETS.search(text, block.span.start, block.span.end))
        elif block.kind is BlockKind.CREDIT:
            yield from _names(_ALONE.fullmatch(text, block.span.start, block.span.end))
            yield from _given(text, block.span.start, block.span.end)
    if body:
        start, end = body[0].start, body[-1].end
        yield from _names(_OPENING.match(text, start, min(end, start + HEAD)))
        yield from _names(_CLOSING.search(text, max(start, end - CLOSE), end))
        yield from _given(text, start, min(end, start + HEAD))
        yield from _given(text, max(start, end - TAIL), end)


def _given(text: str, start: int, end: int) -> Iterator[Span]:
    """Names that words of credit stand with."""
    for form in _GIVEN:
        for match in form.finditer(text, start, end):
            yield from _names(match)


def _names(match: re.Match[str] | None) -> Iterator[Span]:
    """The names that a credit lists."""
    if match:
        for one in _ONE.finditer(match.string, *match.span("names")):
            yield Span(*one.span())


def publisher_keys(document: Document) -> frozenset[str]:
    """What a document's publisher can be known by: from its name, and from its address."""
    host = urlsplit(document.url).hostname if document.url else None
    labels = {label for label in (host or "").split(".")[:-1] if len(label) > 2}
    found = {label.removeprefix("the") for label in labels}
    return keys(document.publisher or "") | (found - _GENERIC - _ENDINGS)


def keys(name: str) -> frozenset[str]:
    """What a medium's name can be known by: its letters, with and without "News Agency"; initials.

    So "AFP" and "Agence France-Presse", "Fars" and "Fars News Agency", "The Guardian" and
    "theguardian.com" have a key in common.
    """
    words = re.findall(r"[^\W_]+", _OWNER.sub("", name))
    proper = [word for word in words if word.lower() not in _SMALL | _ENDINGS]
    told = [word for word in proper if word.lower() not in _GENERIC]
    initials = "".join(word[0] for word in proper) if len(proper) > 1 else ""
    found = {"".join(proper), "".join(told), initials if initials.isupper() else ""}
    known = {key.casefold().removeprefix("the") for key in found if len(key) > 1}
    return frozenset(known) - _GENERIC


def crediting(document: Document, other: Document) -> tuple[Credit, ...]:
    """The credits of a document that name the publisher of another."""
    publisher = publisher_keys(other) - publisher_keys(document)
    return tuple(c for c in credits_of(document) if keys(c.name) & publisher)


def spans_of(given: tuple[Credit, ...]) -> Spans:
    """Where some credits stand."""
    return tuple(credit.span for credit in given if credit.span)
