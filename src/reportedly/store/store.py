"""The store: a record on disk, opened."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import select

from reportedly.schema import StoreError
from reportedly.store import tables
from reportedly.store.address import Address, engine, parse
from reportedly.store.attributions import Attributions
from reportedly.store.bulk import LOADING, Bulk, unfinished
from reportedly.store.check import problems
from reportedly.store.documents import Documents
from reportedly.store.entities import Entities
from reportedly.store.exchange import export, import_
from reportedly.store.feeds import Feeds
from reportedly.store.fingerprints import Fingerprints
from reportedly.store.groups import Groups, Marks
from reportedly.store.judgements import Judgements
from reportedly.store.links import Links
from reportedly.store.migrate import ready
from reportedly.store.rows import Imported, Matter
from reportedly.store.search import Search
from reportedly.store.session import Session
from reportedly.store.speaking import Speaking
from reportedly.store.vectors import Vectors

WAIT = 30.0
"""Seconds that a writer waits for another one: a document takes milliseconds, an import's part a
second or two."""


class Store:
    """A record on disk: one attribute a kind of row. Of one thread; others open their own.

    Reads see what was committed last, or in a `write` or `read` one state throughout. Every change
    needs an open `write`. Whatever goes wrong with the database is a `StoreError`.

    Attributes:
        documents: documents, added and removed as a whole.
        attributions: what was found in them.
        entities: who speaks and carries in them.
        speaking: what groups of entities say and carry, counted.
        fingerprints: what tells that two share words.
        vectors: what tells that two say the same.
        links: the program's verdicts on pairs.
        groups: what is one and the same, with summaries.
        marks: what has yet to be done again.
        judgements: people's verdicts.
        feeds: feeds, and which entries were seen.
        search: search by words and filters.
    """

    def __init__(self, session: Session, folder: Path | None) -> None:
        """Use `Store.open`."""
        self._session = session
        self.documents = Documents(session)
        self.attributions = Attributions(session)
        self.entities = Entities(session)
        self.speaking = Speaking(session)
        self.fingerprints = Fingerprints(session)
        self.links = Links(session)
        self.groups = Groups(session)
        self.marks = Marks(session)
        self.judgements = Judgements(session)
        self.feeds = Feeds(session)
        self.search = Search(session, self.attributions)
        self.meta = _meta(session)
        record = self.meta["id"]
        self.vectors = Vectors(session, folder or _cache() / record, record)

    @classmethod
    def open(
        cls,
        where: str | Path,
        *,
        create: bool = True,
        readonly: bool = False,
        wait: float = WAIT,
        loading: bool = False,
    ) -> Store:
        """Open a record, or make one; an older one is migrated first.

        Args:
            where: a file's path, or `postgresql://…`.
            create: make one where there is none.
            readonly: change nothing; the file and its folder may be write-protected.
            wait: seconds to wait for another writer.
            loading: it is opened to load tables into it, or to go on with that; see `bulk`.

        Raises:
            StoreError: if there is none and none is to be made, it is something else or of a
                version that this program does not know, tables are being loaded into it, or it
                cannot be opened.
        """
        address = parse(where)
        session = Session(
            engine(address, create=create, readonly=readonly, timeout=wait), address.name
        )
        try:
            ready(session, create=create, readonly=readonly)
            found = cls(session, _beside(address))
            if LOADING in found.meta and not loading:
                raise StoreError(f"{found.name}: {unfinished(found.meta[LOADING])}")
            return found
        except BaseException:
            session.close()
            raise

    @property
    def name(self) -> str:
        """What messages call the record; it holds no password."""
        return self._session.name

    def nouns(self, matter: Matter) -> Entities | Attributions:
        """What a matter's links, groups and judgements are of, where it is not documents."""
        return self.entities if matter is Matter.ENTITY else self.attributions

    def write(self) -> AbstractContextManager[None]:
        """One transaction: kept as a whole at its end, or nothing of it, if an error leaves it.

        Raises:
            StoreError: if another writer does not come to an end in time.
        """
        return self._session.write()

    def read(self) -> AbstractContextManager[None]:
        """One state of the record for several reads, whatever others write meanwhile."""
        return self._session.read()

    def check(self) -> Iterator[str]:
        """Look for what does not agree: a line for each; none if the record is sound.

        Every span of every document is checked against the text, every text against its digest,
        every row against the extraction that it was made from, every link and group against what
        it names, and the search index against the words.
        """
        return problems(self._session, self.documents)

    def export(self) -> Iterator[str]:
        """The whole record as lines of JSON, without line breaks; the same record, the same lines.

        See `exchange` for what they hold.
        """
        return export(self._session, self.documents)

    def import_(self, lines: Iterable[str]) -> Imported:
        """Read what `export` wrote, into an empty record or one that holds documents already.

        Documents that the record holds are passed over. It can be interrupted, and be done again.

        Raises:
            StoreError: if the lines are not of an export, or of a newer one; what came before the
                bad line is kept.
        """
        return import_(self._session, self.documents, lines)

    def bulk(self) -> Bulk:
        """What very many rows are put into an empty record through."""
        return Bulk(self._session)

    def close(self) -> None:
        """Give files and connections back."""
        self._session.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _meta(session: Session) -> dict[str, str]:
    """What the record says of itself: format, program, created, id."""
    return {row.name: row.value for row in session.rows(select(tables.meta))}


def _beside(address: Address) -> Path | None:
    return Path(f"{address.file}.vectors") if address.file else None


def _cache() -> Path:
    root = os.environ.get("XDG_CACHE_HOME")
    return (Path(root) if root else Path.home() / ".cache") / "reportedly"
