"""Raw inputs: bytes with a name, and what kind of bytes they are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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
            JSON-lines file. Errors and `Document.path` carry it.
        data: the bytes, decompressed.
        media: what they hold.
        url: where they were fetched from, after redirects.
        charset: the encoding that the server named, if it named one.
    """

    name: str
    data: bytes
    media: Media
    url: str | None = None
    charset: str | None = None
