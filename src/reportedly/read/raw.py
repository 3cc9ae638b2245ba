"""Raw inputs: bytes with a name, and what kind of bytes they are."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from reportedly.read.metadata import Metadata


class Media(StrEnum):
    """What the bytes of an input hold."""

    TEXT = "text"
    HTML = "html"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class Raw:
    """The bytes of one input, found and loaded but not yet read.

    Args:
        name: what the user typed, or what was found in a folder; `PATH:LINE` for a line of a
            JSON-lines file, `PATH#NUMBER` for a record of a web archive, `FEED#LINK` for what a
            feed itself holds. Errors and `Document.path` carry it.
        data: the bytes, decompressed.
        media: what they hold.
        url: where they were fetched from, after redirects.
        charset: the encoding that the server named, if it named one.
        given: what is known of them from elsewhere, where they do not say it themselves.
        warnings: what a reader of the document should know of how it was come by.
        all_text: HTML that is an article and nothing else: nothing is searched for in it.
        instead: what is read where these bytes turn out to hold no document.
    """

    name: str
    data: bytes
    media: Media
    url: str | None = None
    charset: str | None = None
    given: Metadata = field(default_factory=Metadata)
    warnings: tuple[str, ...] = ()
    all_text: bool = False
    instead: Raw | None = None

    def because(self, reason: str) -> Raw:
        """This input as it is read in the place of another, which cannot be for `reason`."""
        said = f"the linked article is not read ({reason}): this is the feed's own text"
        return replace(self, warnings=(*self.warnings, said))


@dataclass(frozen=True, slots=True)
class Loaded:
    """The bytes of one input that may hold several documents, and what came with them.

    Args:
        name: what the input is called.
        data: the bytes, decompressed.
        kind: what they hold, as `sniff.kind` says.
        url: where they were fetched from, after redirects.
        charset: the encoding that the server named.
        etag: the server's `ETag`.
        modified: its `Last-Modified`.
        called_feed: its name, or the server, says that it is a feed.
    """

    name: str
    data: bytes
    kind: str
    url: str | None = None
    charset: str | None = None
    etag: str | None = None
    modified: str | None = None
    called_feed: bool = False

    def raw(self) -> Raw:
        """The whole as one raw input."""
        media = Media.JSON if self.kind in ("json", "lines") else Media(self.kind)
        return Raw(self.name, self.data, media, self.url, self.charset)
