"""Feeds: what is remembered of one between two readings of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FeedState:
    """What the last reading of a feed leaves for the next one.

    Args:
        url: the feed's address, or the name of its file, as it was given.
        etag: the server's `ETag` of what was read, sent back as `If-None-Match` (RFC 9110).
        modified: its `Last-Modified`, sent back as `If-Modified-Since`, as the server wrote it.
        seen: keys of the entries that the feed held then and that were read. An entry that says
            that it was updated has a new key.
    """

    url: str
    etag: str | None = None
    modified: str | None = None
    seen: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class FeedRead:
    """That a feed was read to its end.

    Args:
        state: what to remember, once the documents that came of it are kept.
        entries: how many entries it holds; 0 where the server said that nothing is new (304).
        new: how many of them were not seen before.
    """

    state: FeedState
    entries: int
    new: int

    def __str__(self) -> str:
        """One line for whoever waits."""
        if not self.new:
            return f"{self.state.url}: nothing new"
        return f"{self.state.url}: {self.new:,} new of {self.entries:,} entries"
