"""Feeds: what their servers want to hear, and which of their entries were seen."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import bindparam, select

from reportedly.store import tables
from reportedly.store.forms import clean, clean_or_none
from reportedly.store.rows import FeedRow
from reportedly.store.session import IN, Session
from reportedly.store.upsert import upsert

_T, _E = tables.feeds, tables.feed_entries


class Feeds:
    """The feeds that a record was fed from."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, url: str) -> FeedRow | None:
        """A feed by its address, if it was read before."""
        row = self._session.row(select(_T).where(_T.c.url == clean(url)))
        return FeedRow(**row._mapping) if row else None

    def all(self) -> tuple[FeedRow, ...]:
        """All feeds, by address."""
        rows = self._session.rows(select(_T).order_by(_T.c.url))
        return tuple(FeedRow(**row._mapping) for row in rows)

    def put(self, feed: FeedRow) -> None:
        """Remember what a feed's server said last."""
        row = {
            "url": clean(feed.url),
            "etag": clean_or_none(feed.etag),
            "modified": clean_or_none(feed.modified),
            "fetched_at": feed.fetched_at,
        }
        self._session.change(upsert(self._session, _T), row)

    def seen(self, url: str, entries: Iterable[str]) -> frozenset[str]:
        """Those of a feed's entries, by their ids there, that were seen before."""
        given = {clean(entry): entry for entry in entries}
        statement = select(_E.c.entry).where(_E.c.feed == bindparam("feed"), _E.c.entry.in_(IN))
        rows = self._session.among(statement, given, {"feed": clean(url)})
        return frozenset(given[row.entry] for row in rows)

    def entries(self, url: str) -> frozenset[str]:
        """All entries of a feed that were seen."""
        statement = select(_E.c.entry).where(_E.c.feed == clean(url))
        return frozenset(row.entry for row in self._session.rows(statement))

    def see(self, url: str, entries: Iterable[str], when: str) -> None:
        """Remember that entries were seen, at the moment `YYYY-MM-DDThh:mm:ssZ`."""
        feed = clean(url)
        rows = [{"feed": feed, "entry": clean(e), "seen_at": when} for e in dict.fromkeys(entries)]
        self._session.change(upsert(self._session, _E), rows)
