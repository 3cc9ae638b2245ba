"""The main text and the metadata of a page, by trafilatura.

trafilatura decides which text of a page is its article; where that text stands on the page, and
what captions, links and comments stand around it, `compose` takes from the page's outline.
Its settings are chosen in `docs/decisions/0004-html.md`.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement
from trafilatura.core import bare_extraction
from trafilatura.metadata import extract_metadata

from reportedly.read.dates import day_of
from reportedly.read.html.outline import key_of
from reportedly.read.metadata import Metadata

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)
# What they say of a page is said by our own warnings and errors.

LEAST_TEXT = 500
"""Characters below which the quick extraction is not trusted and the slow one is tried: the
shortest PolNeAR article has more."""

_SUFFIX = re.compile(r"\s(?:[|–—·:•-]|::)\s+([^|–—·•]{2,60})$")

_UNREAD = (
    "style", "noscript", "template", "svg", "iframe", "nav", "footer", "aside", "select", "button"
)  # fmt: skip
# trafilatura drops these as well, but only after it has searched them again and again.


@dataclass(frozen=True, slots=True)
class MainText:
    """What trafilatura takes for the article: its paragraphs in order; none if it finds nothing."""

    paragraphs: tuple[str, ...]


def lighten(tree: HtmlElement, marked: list[HtmlElement]) -> None:
    """Take out of a tree what is no main text, so that less is searched; text after it stays.

    Args:
        tree: the page; changed in place.
        marked: comments, captions and links to other texts, which are known from the outline.
    """
    scripts = [s for s in tree.iter("script") if "json" not in s.get("type", "")]
    for element in (*marked, *scripts, *list(tree.iter(*_UNREAD))):
        if element.getparent() is not None and element.tag != "body":
            element.drop_tree()


def metadata_of(
    tree: HtmlElement, url: str | None, headings: list[str]
) -> tuple[Metadata, str | None]:
    """What a page says of itself, and the description it gives for search engines.

    Args:
        tree: the page.
        url: where it was fetched from.
        headings: the texts of its headings.

    The day of publication is looked for in metadata and in `time` elements, never in the text
    or the page's foot, where other days stand as well.
    """
    found = extract_metadata(tree, url, {"original_date": True, "extensive_search": False}, True)
    window = tree.findtext("head/title") or ""
    title = _title(window, headings, found.title)
    date = day_of(found.date) if found.date else None
    authors = tuple(name.strip() for name in (found.author or "").split(";") if name.strip())
    metadata = Metadata(
        title=title,
        url=found.url or url,
        publisher=_publisher(window, title, found.sitename),
        authors=authors,
        dates=(date,) if date else (),
        language=tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang"),
    )
    return metadata, found.description


def _title(window: str, headings: list[str], named: str | None) -> str | None:
    """The title: the longest heading that the window's title has too, or what the page names.

    Many pages head every text with the site's name, in a larger heading than the text's own.
    """
    key = key_of(window)
    shown = [text for text in headings if (k := key_of(text)) and k in key]
    longest = max(shown, key=len, default="")
    return longest if len(longest) > len(named or "") else named or None


def _publisher(window: str, title: str | None, named: str | None) -> str | None:
    """The site's name; where only its host is known, what the window's title has after a bar."""
    if named and (" " in named or "." not in named):
        return named
    found = _SUFFIX.search(window)
    if found and title and key_of(window[: found.start()]) == key_of(title):
        return found[1].strip()
    return named or None


def main_text_of(tree: HtmlElement) -> MainText:
    """The paragraphs that trafilatura takes for the article, headings and list items among them."""
    quick = _extract(tree, fast=True)
    if sum(map(len, quick)) >= LEAST_TEXT:
        return MainText(quick)
    slow = _extract(tree, fast=False)
    return MainText(max(quick, slow, key=lambda texts: sum(map(len, texts))))


def _extract(tree: HtmlElement, *, fast: bool) -> tuple[str, ...]:
    found = bare_extraction(tree, fast=fast, include_comments=False, with_metadata=False)
    if found is None or found.body is None:
        return ()
    return tuple(text for element in found.body for text in _texts(element))


def _texts(element: etree._Element) -> list[str]:
    """The texts of one of its elements: one, or one for each item of a list and cell of a table."""
    inner = element.iter("item", "cell") if element.tag in ("list", "table") else [element]
    texts = ("".join(str(part) for part in e.itertext()).strip() for e in inner)
    return [text for text in texts if text]
