"""RSS and Atom → a feed, by feedparser.

What feedparser is given is bytes in a stream, never a name, as it would open or fetch a name. It
reads with expat and without a document type: no entity leads to a file or grows without bound.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from urllib.parse import urljoin

import feedparser  # type: ignore[import-untyped]

from reportedly.read.feeds.entry import Entry, Feed, paragraphs, plain
from reportedly.read.metadata import Metadata
from reportedly.read.raw import Loaded
from reportedly.read.unreadable import Unreadable

MAX_MARKS = 600_000
"""Most `<` and `&` in a feed. feedparser's time grows with them: 600,000 take it some 15 s at
worst, and a feed of a thousand entries has some 15,000 (measured on one core)."""

_END = re.compile(rb"</(?:[\w-]+:)?(?:rss|feed|rdf)\s*>", re.IGNORECASE)
_ENTRY_END = re.compile(rb"</(?:[\w-]+:)?(?:item|entry)\s*>", re.IGNORECASE)
_MARKUP = ("text/html", "application/xhtml+xml")


def read_xml(loaded: Loaded) -> Feed:
    """Read RSS or Atom, well formed or not.

    A feed that is cut off gives its entries up to the cut, but for the one that was cut.

    Raises:
        Unreadable: if it is none, or has too many marks.
    """
    data = loaded.data
    if (count := data.count(b"<") + data.count(b"&")) > MAX_MARKS:
        raise Unreadable(f"a feed with {count:,} marks, over the limit of {MAX_MARKS:,}")
    found = _parsed(loaded)
    publisher = _title(found["feed"])
    base = loaded.url or ""
    language = _text(found["feed"].get("language"))
    entries = tuple(_entry(e, base, publisher, language) for e in found["entries"])
    cut = b"\0" not in data[:64] and not _END.search(data)
    if cut and len(_ENTRY_END.findall(data)) < len(entries):
        entries = entries[:-1]
    return Feed(entries, cut)


def _parsed(loaded: Loaded) -> Mapping[str, feedparser.FeedParserDict]:
    headers = {"content-type": f"application/xml; charset={loaded.charset}"}
    try:
        found = feedparser.parse(
            BytesIO(loaded.data),
            response_headers=headers if loaded.charset else {},
            sanitize_html=False,  # what is read of it is made safe where all pages are read
            resolve_relative_uris=False,
        )
    except Exception as error:  # noqa: BLE001 - its lenient parser lets through what it meets
        raise Unreadable(f"a feed that cannot be read ({type(error).__name__})") from None
    if not found["version"] and not found["entries"]:
        reason = " ".join(str(found.get("bozo_exception") or "no entries in it").split())
        raise Unreadable(f"a feed that cannot be read ({reason[:200]})")
    return found  # type: ignore[no-any-return]


def _entry(
    entry: feedparser.FeedParserDict, base: str, publisher: str | None, language: str | None
) -> Entry:
    link = _text(entry.get("feedburner_origlink")) or _text(entry.get("link"))
    content = _content(entry)
    title = _title(entry)
    # Not every feed says when; `dict` tells what is there from what feedparser puts in its place.
    published, updated = (_text(dict.get(entry, key)) for key in ("published", "updated"))
    return Entry(
        id=_text(entry.get("id")) or link or f"{title}\n{content}",
        link=_joined(base, link) if link else None,
        content=content,
        metadata=Metadata(
            title=title,
            url=_joined(base, link) if link else None,
            publisher=_title(entry.get("source") or {}) or publisher,
            authors=tuple(dict.fromkeys(_authors(entry))),
            dates=tuple(day for day in (published, updated) if day),
            language=_text(entry.get("language")) or language,
        ),
        updated=updated or "",
    )


def _joined(base: str, link: str) -> str:
    try:
        return urljoin(base, link)
    except ValueError:
        return link


def _text(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _title(of: feedparser.FeedParserDict) -> str | None:
    title = _text(of.get("title"))
    if title and (of.get("title_detail") or {}).get("type") in _MARKUP:
        return plain(title) or None
    return " ".join(title.split()) if title else None


def _authors(entry: feedparser.FeedParserDict) -> Iterator[str]:
    for author in entry.get("authors") or ():
        if name := _text(author.get("name")):
            yield name


def _content(entry: feedparser.FeedParserDict) -> str:
    """The longest that it holds of the article: its content, or else its summary."""
    contents = [c for c in entry.get("content") or () if _text(c.get("value"))]
    summary = entry.get("summary_detail")
    held = max(contents, key=lambda c: len(c["value"]), default=summary)
    if not held or not (value := _text(held.get("value"))):
        return ""
    return paragraphs(value) if held.get("type") == "text/plain" else value
