"""What a feed holds, whatever its format: entries, each with what it says of its article."""

from __future__ import annotations

import hashlib
import html
import re
from dataclasses import dataclass

from reportedly.read.metadata import Metadata
from reportedly.read.raw import Media, Raw

_TAG = re.compile(r"<[^<>]*>")
_LONGEST_ID = 200
_PARAGRAPHS = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed.

    Args:
        id: what the feed identifies it by; its link, or what it holds, where there is no id.
        link: the address of its article, absolute.
        content: what the feed itself holds of the article, as HTML; "" if nothing.
        metadata: what the feed says of the article.
        updated: when it says that the entry was updated, as written.
    """

    id: str
    link: str | None
    content: str
    metadata: Metadata
    updated: str = ""

    @property
    def key(self) -> str:
        """What the entry is remembered by; another one once it says that it was updated."""
        return hashlib.sha256(f"{self.id}\x1f{self.updated}".encode()).hexdigest()[:16]

    @property
    def label(self) -> str:
        """What it is called in names of documents and in messages."""
        if self.link:
            return self.link
        return self.id if len(self.id) <= _LONGEST_ID and self.id.isprintable() else self.key

    def own(self, feed: str) -> Raw | None:
        """What the feed itself holds of the article, as a page; None if it holds no text of it."""
        if not plain(self.content):
            return None
        title = html.escape(self.metadata.title or "")
        heading = f"<h1>{title}</h1>" if title else ""
        page = (
            f"<!DOCTYPE html><html><head><title>{title}</title></head><body>"
            f"<article>{heading}{self.content}</article></body></html>"
        )
        return Raw(
            name=f"{feed}#{self.label}",
            data=page.encode("utf-8", errors="replace"),
            media=Media.HTML,
            url=self.link,
            charset="utf-8",
            given=self.metadata,
            all_text=True,
        )


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed's entries in its own order, and whether its end is missing."""

    entries: tuple[Entry, ...]
    cut: bool = False


def plain(value: str) -> str:
    """The words of HTML in one line, its tags left out."""
    return " ".join(html.unescape(_TAG.sub(" ", value)).split())


def paragraphs(text: str) -> str:
    """Plain text as HTML: a paragraph for each stretch between blank lines."""
    parts = (" ".join(part.split()) for part in _PARAGRAPHS.split(text))
    return "".join(f"<p>{html.escape(part)}</p>" for part in parts if part)
