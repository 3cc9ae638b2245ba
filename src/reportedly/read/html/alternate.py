"""The feeds that a page names as another form of itself."""

from __future__ import annotations

import re
from urllib.parse import urljoin

from lxml.html import HtmlElement

from reportedly.read.encoding import decode
from reportedly.read.html.tree import declared_charset, tree_of
from reportedly.read.raw import Raw
from reportedly.read.unreadable import Unreadable

_FEED = re.compile(r"application/(?:rss\+xml|atom\+xml|feed\+json|rdf\+xml)", re.IGNORECASE)
_SHOWN = 3


def feeds_in(tree: HtmlElement, url: str | None) -> tuple[str, ...]:
    """The addresses in `<link rel="alternate">` of a page that are of feeds, in its order."""
    found = []
    for link in tree.iter("link"):
        target = (link.get("href") or "").strip()
        named = "alternate" in (link.get("rel") or "").lower().split()
        if named and target and _FEED.match((link.get("type") or "").strip()):
            found.append(_joined(url, target))
    return tuple(dict.fromkeys(found))


def offered(tree: HtmlElement, url: str | None) -> str:
    """The end of a message, with the feeds that a page names; "" if it names none."""
    found = feeds_in(tree, url)[:_SHOWN]
    return f"; it names the feed{'s' * (len(found) > 1)} {' and '.join(found)}" if found else ""


def offer(raw: Raw) -> str:
    """`offered` for a page that is not parsed yet."""
    try:
        tree = tree_of(decode(raw.data, raw.charset or declared_charset(raw.data)).text)
    except Unreadable:
        return ""
    return offered(tree, raw.url)


def _joined(url: str | None, target: str) -> str:
    try:
        return urljoin(url or "", target)
    except ValueError:
        return target
