"""Metadata: what an input says about its document, before it is put into order."""

from __future__ import annotations

from dataclasses import dataclass


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
