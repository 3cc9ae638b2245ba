"""JSON Feed (versions 1 and 1.1, jsonfeed.org) → a feed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urljoin

from reportedly.read.encoding import decode
from reportedly.read.feeds.entry import Entry, Feed, paragraphs
from reportedly.read.fields import Json, string
from reportedly.read.metadata import Metadata
from reportedly.read.raw import Loaded
from reportedly.read.records import loads
from reportedly.read.surrogates import mend
from reportedly.read.unreadable import Unreadable

_VERSION = re.compile(rb'"version"\s*:\s*"https?:(?:\\?/){2}(?:www\.)?jsonfeed\.org')
_EDGE = 4096


def is_json_feed(data: bytes) -> bool:
    """Whether JSON says that it is a JSON Feed; it does so at its beginning or at its end."""
    return bool(_VERSION.search(data[:_EDGE]) or _VERSION.search(data[-_EDGE:]))


def read_json(loaded: Loaded) -> Feed:
    """Read a JSON Feed. What is not as the format has it is left out.

    Raises:
        Unreadable: if it is not JSON, or has no list of items.
    """
    found = loads(decode(loaded.data).text.removeprefix("\ufeff"))
    items = found.get("items") if isinstance(found, Mapping) else None
    if not isinstance(found, Mapping) or not isinstance(items, list):
        raise Unreadable("a JSON Feed without a list of items")
    base = loaded.url or _text(found, "feed_url") or ""
    return Feed(tuple(_entry(i, found, base) for i in items if isinstance(i, Mapping)))


def _entry(item: Json, feed: Json, base: str) -> Entry:
    link = _text(item, "url") or _text(item, "external_url")
    content = _content(item)
    title = _text(item, "title")
    url = _joined(base, link) if link else None
    updated = _text(item, "date_modified")
    dates = (_text(item, "date_published"), updated)
    number = item.get("id")
    id_ = str(number) if isinstance(number, int) else _text(item, "id")
    return Entry(
        id=id_ or link or f"{title}\n{content}",
        link=url,
        content=content,
        metadata=Metadata(
            title=title,
            url=url,
            publisher=_text(feed, "title"),
            authors=tuple(dict.fromkeys(_authors(item))) or tuple(dict.fromkeys(_authors(feed))),
            dates=tuple(day for day in dates if day),
            language=_text(item, "language") or _text(feed, "language"),
        ),
        updated=updated or "",
    )


def _joined(base: str, link: str) -> str:
    try:
        return urljoin(base, link)
    except ValueError:
        return link


def _text(of: Json, name: str) -> str | None:
    value = string(of.get(name))
    return mend(value)[0] if value else None


def _authors(of: Json) -> Iterator[str]:
    listed = of.get("authors")
    for author in listed if isinstance(listed, list) else [of.get("author")]:
        if isinstance(author, Mapping) and (name := _text(author, "name")):
            yield name


def _content(item: Json) -> str:
    if html := _text(item, "content_html"):
        return html
    return paragraphs(_text(item, "content_text") or _text(item, "summary") or "")
