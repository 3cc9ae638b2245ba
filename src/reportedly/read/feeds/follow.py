"""The entries of a feed → raw inputs: their articles, or else what the feed holds of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reportedly.read.feeds.entry import Entry, Feed
from reportedly.read.options import ReadOptions
from reportedly.read.raw import Loaded, Raw
from reportedly.read.remembered import Feeds
from reportedly.read.sniff import HEAD, signature
from reportedly.read.unreadable import Unreachable, Unreadable
from reportedly.schema import DocumentError, FeedRead, FeedState


def follow(loaded: Loaded, options: ReadOptions) -> Iterator[Raw | DocumentError]:
    """A raw input for each entry of a feed that was not seen before, in the feed's order.

    The article that the entry links to is fetched as any address is. Where it cannot be, or is
    not to be, what the feed itself holds of it is read. At the end what is to be remembered is
    noted in `options.feeds`. An entry that could not be read, whose article may be had at another
    time, or whose host is not wanted, is not remembered; the whole feed is then asked for again.

    Raises:
        Unreadable: if it is no feed.
    """
    feed = _read(loaded)
    reading = _Reading(loaded.name, options)
    yield from reading.through(feed)
    if feed.cut:
        yield DocumentError(loaded.name, "a feed that is cut off: what stands before it is read")
    reading.end(loaded, feed)


def _read(loaded: Loaded) -> Feed:
    if loaded.kind == "json":
        from reportedly.read.feeds.json_feed import read_json

        return read_json(loaded)
    if loaded.kind == "html":
        from reportedly.read.html.alternate import offer

        raise Unreadable(f"a page, not a feed{offer(loaded.raw())}")
    from reportedly.read.feeds.xml_feed import read_xml

    return read_xml(loaded)


class _Reading:
    """One reading of a feed: what was seen before, and what is seen now."""

    def __init__(self, name: str, options: ReadOptions) -> None:
        self._name = name
        self._options = options
        self._feeds = options.feeds or Feeds()
        self._before = self._feeds.before(name).seen
        self._seen: set[str] = set()
        self._new = 0
        self._open = False

    def through(self, feed: Feed) -> Iterator[Raw | DocumentError]:
        for entry in feed.entries:
            if entry.key in self._seen:
                continue
            if entry.key in self._before:
                self._seen.add(entry.key)
            elif self._options.where.takes_url(entry.link):
                self._new += 1
                yield self._one(entry)
            else:
                self._open = True

    def end(self, loaded: Loaded, feed: Feed) -> None:
        whole = not (self._open or feed.cut)
        state = FeedState(
            url=self._name,
            # Told what the server called this answer, it would send none until something is new.
            etag=loaded.etag if whole else None,
            modified=loaded.modified if whole else None,
            seen=frozenset(self._seen),
        )
        self._feeds.note(FeedRead(state, len(feed.entries), self._new))

    def _one(self, entry: Entry) -> Raw | DocumentError:
        own = entry.own(self._name)
        try:
            raw = self._article(entry, own)
        except Unreadable as error:
            self._open = True
            return DocumentError(f"{self._name}#{entry.label}", error.reason)
        return raw

    def _article(self, entry: Entry, own: Raw | None) -> Raw:
        if self._options.entries_only or entry.link is None:
            if own is None:
                raise Unreadable("an entry without a text of its own")
            self._seen.add(entry.key)
            return own
        try:
            page = _fetched(entry.link, self._options)
        except Unreadable as error:
            if own is None:
                raise
            if isinstance(error, Unreachable):
                self._open = True
            else:
                self._seen.add(entry.key)
            return own.because(error.reason)
        self._seen.add(entry.key)
        return replace(page, given=entry.metadata, instead=own)


def _fetched(link: str, options: ReadOptions) -> Raw:
    from reportedly.read.fetch import fetch  # an HTTP client, which entries alone do not need

    loaded = fetch(link, options)
    if loaded.kind not in ("html", "text"):
        raise Unreadable("no page stands there")
    if what := signature(loaded.data[:HEAD]):
        raise Unreadable(f"looks like {what}")
    return loaded.raw()
