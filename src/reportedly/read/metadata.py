"""Metadata: what an input says about its document, before it is put into order."""

from __future__ import annotations

import re
from dataclasses import dataclass

_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+(?::\d+)?")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What an input says of itself.

    Args:
        title: its title.
        url: the address that it was published under.
        publisher: its publisher's name.
        authors: its authors' names.
        dates: what it gives for its day of publication, in any form, the likeliest first.
        language: the language that it says it is in.
        path: where it says it was read from; our own output says so.
    """

    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    dates: tuple[object, ...] = ()
    language: str | None = None
    path: str | None = None

    def filled(self, other: Metadata) -> Metadata:
        """These metadata, with the other's in the place of what they do not say.

        Days of both are kept. A publisher known by the name of a host alone is one not known.
        """
        publisher = self.publisher
        if publisher and other.publisher and _HOST.fullmatch(publisher):
            publisher = None
        return Metadata(
            title=self.title or other.title,
            url=self.url or other.url,
            publisher=publisher or other.publisher,
            authors=self.authors or other.authors,
            dates=(*self.dates, *other.dates),
            language=self.language or other.language,
            path=self.path or other.path,
        )
