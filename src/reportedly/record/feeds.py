"""Feeds: what their servers want to hear, from the record to the readers and back."""

from __future__ import annotations

from reportedly.pipeline import Feeds
from reportedly.record.moment import now
from reportedly.schema import FeedState
from reportedly.store import FeedRow, Store


def remembered(store: Store) -> Feeds:
    """What the record remembers of feeds."""
    return Feeds(
        FeedState(row.url, row.etag, row.modified, store.feeds.entries(row.url))
        for row in store.feeds.all()
    )


def remember(store: Store, feeds: Feeds) -> None:
    """Keep what was read of feeds; to be called when the documents that came of it are kept."""
    if not feeds.read:
        return
    when = now()
    with store.write():
        for read in feeds.read:
            state = read.state
            store.feeds.put(FeedRow(state.url, state.etag, state.modified, when))
            store.feeds.see(state.url, state.seen, when)
