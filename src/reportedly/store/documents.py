"""Documents: added as a whole or not at all, found by key, digest, path and address."""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, bindparam, func, literal, or_, select

from reportedly.schema import Extraction, StoreError, document_key, from_json, to_json
from reportedly.store import tables
from reportedly.store.body import Body
from reportedly.store.derive import attribution_rows, carrier_rows, document_row, entity_row
from reportedly.store.forms import clean, pack, unpack
from reportedly.store.nearby import nearby
from reportedly.store.removal import remove
from reportedly.store.rows import Added, Addition, Coverage, DocumentRow
from reportedly.store.session import IN, AnyRow, Session

_T = tables.documents
_ROWS = select(*_T.c)
_NEXT = select(tables.counters.c.name, tables.counters.c.next)
_COUNT = (
    tables.counters.update()
    .where(tables.counters.c.name == bindparam("counted"))
    .values(next=bindparam("after"))
)
# Statements that are put for every answer are made once: to make one takes as long as to run it.
_GET = _ROWS.where(_T.c.n.in_(IN))
_BODIES = select(tables.extractions.c.document, tables.extractions.c.body).where(
    tables.extractions.c.document.in_(IN)
)
_PLACES = select(tables.places).where(tables.places.c.document.in_(IN))
_OF_URLS = select(_T.c.url, _T.c.n).where(_T.c.url.in_(IN))
_NEWEST = (
    _ROWS.where(_T.c.n < bindparam("before"))
    .order_by(_T.c.n.desc())
    .limit(bindparam("limit", type_=Integer))
)
_LAST = 2**62
# From each publisher to the next by the index, instead of over all rows of each.
_FIRST: Select[Any] = select(func.min(_T.c.publisher).label("publisher"))
_EACH = _FIRST.cte("each", recursive=True)
_FOLLOWING = select(func.min(_T.c.publisher)).where(_T.c.publisher > _EACH.c.publisher)
_EACH = _EACH.union_all(select(_FOLLOWING.scalar_subquery()).where(_EACH.c.publisher.is_not(None)))
_DAYS = (func.min(_T.c.published), func.max(_T.c.published))
_COVERED = select(
    _EACH.c.publisher,
    # One by one: asked for both, neither engine goes by the ends of the index.
    *(select(day).where(_T.c.publisher == _EACH.c.publisher).scalar_subquery() for day in _DAYS),
).where(_EACH.c.publisher.is_not(None))
_NOBODYS = select(
    literal(None),
    *(select(day).where(_T.c.publisher.is_(None)).scalar_subquery() for day in _DAYS),
)
_HOW_MANY = select(func.count()).select_from(_T)
_BY_KEY = _ROWS.where(_T.c.key == bindparam("value"))


class Documents:
    """The documents of a record."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, addition: Addition) -> Added:
        """Add a document with all that is known of it, in the open `write`.

        Returns:
            The numbers that it, its attributions and its entities were given.

        Raises:
            StoreError: if the record holds it already, tables are being loaded into it, or no
                `write` is open.
        """
        extraction = addition.extraction
        key = document_key(extraction.document)
        if self._session.row(_BY_KEY, {"value": key}):
            raise StoreError(f"{self._session.name}: it holds document {key} already")
        added = self._numbers(addition, key)
        row = document_row(extraction.document, len(extraction.attributions))
        row |= {"n": added.n, "added_at": addition.added_at}
        self._session.insert(_T, [row])
        self._insert_rest(addition, added)
        return added

    def _insert_rest(self, addition: Addition, added: Added) -> None:
        put, document = self._session.insert, {"document": added.n}
        extraction, entities = addition.extraction, addition.entities
        body = {"body": pack(to_json(extraction)), "extra": _packed(addition.extra)}
        put(tables.extractions, [document | body])
        if path := extraction.document.path:
            self.place(added.n, path)
        numbered = [(added.entities[e.profile.ref.id], e) for e in entities]
        profiles = [entity_row(e.profile) | {"n": n} | document for n, e in numbered]
        put(tables.entities, profiles)
        keys = [{"key": clean(k), "entity": n} for n, e in numbered for k in dict.fromkeys(e.keys)]
        put(tables.entity_keys, keys)
        rows = attribution_rows(extraction, added.attributions, added.entities)
        put(tables.attributions, _parents_first([r | document for r in rows]))
        told = extraction.attributions
        put(tables.carriers, carrier_rows(told, added.attributions, added.entities))
        prints = [{"fingerprint": f} | document for f in sorted(set(addition.fingerprints))]
        put(tables.fingerprints, prints)
        vectors = [
            {"cell": v.cell, "attribution": added.attributions[v.attribution], "vector": v.vector}
            for v in addition.vectors
        ]
        put(tables.vectors, vectors)

    def _numbers(self, addition: Addition, key: str) -> Added:
        following = {row.name: row.next for row in self._session.rows(_NEXT)}
        if not following:
            raise StoreError(f"{self._session.name}: tables are being loaded into it; wait for it")
        attributions = [a.id for a in addition.extraction.attributions]
        entities = [e.profile.ref.id for e in addition.entities]
        taken = {
            "documents": 1,
            "attributions": len(attributions),
            "entities": len(entities),
        }
        counted = [{"counted": c, "after": following[c] + size} for c, size in taken.items()]
        self._session.change(_COUNT, counted)
        return Added(
            following["documents"],
            key,
            _numbered(attributions, following["attributions"]),
            _numbered(entities, following["entities"]),
        )

    def remove(self, n: int) -> None:
        """Take a document out, with all that was found in it and all that is linked to it.

        Judgements stay: they name it by its key, and hold again when it is added again. Groups
        that lose a member lose it alone: what they are without it, the caller decides anew.
        """
        remove(self._session, n)

    def place(self, n: int, path: str) -> bool:
        """Remember a path that a document was met at; say whether it is a new one."""
        row = {"document": n, "path": clean(path)}
        there = select(tables.places.c.path).where(
            tables.places.c.document == n, tables.places.c.path == row["path"]
        )
        if self._session.row(there):
            return False
        self._session.insert(tables.places, [row])
        return True

    def places(self, n: int) -> tuple[str, ...]:
        """All paths that a document was met at, sorted."""
        found = select(tables.places.c.path).where(tables.places.c.document == n)
        return tuple(r.path for r in self._session.rows(found.order_by(tables.places.c.path)))

    def all_places(self, numbers: Iterable[int]) -> dict[int, tuple[str, ...]]:
        """The same of many documents, by number."""
        found = defaultdict[int, list[str]](list)
        for row in self._session.among(_PLACES, numbers):
            found[row.document].append(row.path)
        return {n: tuple(sorted(paths)) for n, paths in found.items()}

    def by_key(self, key: str) -> DocumentRow | None:
        """The document of a key, if the record holds it."""
        row = self._session.row(_BY_KEY, {"value": key})
        return document(row) if row else None

    def by_keys(self, keys: Iterable[str]) -> dict[str, DocumentRow]:
        """The documents of many keys, by key; those that the record lacks are left out."""
        found = self._session.among(_ROWS.where(_T.c.key.in_(IN)), keys)
        return {row.key: document(row) for row in found}

    def get(self, numbers: Iterable[int]) -> dict[int, DocumentRow]:
        """The documents of many numbers, by number."""
        found = self._session.among(_GET, numbers)
        return {row.n: document(row) for row in found}

    def at(self, name: str) -> tuple[DocumentRow, ...]:
        """The documents that a name may mean: their key, digest, address, or a path of theirs."""
        name = clean(name)
        placed = select(tables.places.c.document).where(tables.places.c.path == name)
        same = [column == name for column in (_T.c.key, _T.c.digest, _T.c.url)]
        return self._list(_ROWS.where(or_(*same, _T.c.n.in_(placed))))

    def versions(self, url: str) -> tuple[DocumentRow, ...]:
        """The documents that were found under an address, in the order of adding."""
        return self._list(_ROWS.where(_T.c.url == clean(url)))

    def of_urls(self, urls: Iterable[str]) -> dict[str, tuple[int, ...]]:
        """The numbers of the documents that were found under addresses, in the order of adding."""
        found = defaultdict[str, list[int]](list)
        for row in self._session.among(_OF_URLS, map(clean, urls)):
            found[row.url].append(row.n)
        return {url: tuple(sorted(numbers)) for url, numbers in found.items()}

    def page(
        self,
        after: int = 0,
        limit: int = 1000,
        publisher: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> tuple[DocumentRow, ...]:
        """Documents in the order of adding, a page at a time.

        Args:
            after: number of the last one of the page before.
            limit: how many at most.
            publisher: only of this publisher, whatever the case of letters.
            since: only those published on that day (`YYYY-MM-DD`) or later.
            until: only those published on that day or earlier.
        """
        conditions: list[ColumnElement[bool]] = [_T.c.n > after]
        if publisher is not None:
            conditions.append(func.lower(_T.c.publisher) == clean(publisher).lower())
        if since is not None:
            conditions.append(_T.c.published >= since)
        if until is not None:
            conditions.append(_T.c.published <= until)
        return self._list(_ROWS.where(*conditions), limit)

    def newest(self, before: int | None = None, limit: int = 1000) -> tuple[DocumentRow, ...]:
        """Documents against the order of adding, a page at a time.

        Args:
            before: number of the last one of the page before; None for the first page.
            limit: how many at most.
        """
        given = {"before": _LAST if before is None else before, "limit": limit}
        return tuple(map(document, self._session.rows(_NEWEST, given)))

    def extraction(self, n: int) -> Extraction:
        """What was found in a document, with its text.

        Raises:
            StoreError: if there is no such document, or its extraction is damaged.
        """
        try:
            return from_json(self.body(n))
        except ValueError as error:
            raise StoreError(f"{self._session.name}: document {n}: {error}") from None

    def body(self, n: int) -> Mapping[str, Any]:
        """The JSON form of a document's extraction.

        Raises:
            StoreError: if there is no such document, or its extraction is damaged.
        """
        t = tables.extractions
        row = self._session.row(select(t.c.body).where(t.c.document == n))
        if row is None:
            raise StoreError(f"{self._session.name}: there is no document {n}")
        return self._unpacked(n, row.body)

    def bodies(self, numbers: Iterable[int]) -> dict[int, Body]:
        """The same of many documents, by number, to be read in part; those that are gone are out.

        Raises:
            StoreError: if an extraction is damaged.
        """
        found = self._session.among(_BODIES, numbers)
        called = f"{self._session.name}: document"
        return {row.document: Body(f"{called} {row.document}", row.body) for row in found}

    def extra_of(self, n: int) -> dict[str, object]:
        """What is known of a document beside its extraction, as it was added."""
        return self.extras([n])[n]

    def extras(self, numbers: Iterable[int]) -> dict[int, dict[str, object]]:
        """The same of many documents, by number; of one that nothing is known of, nothing."""
        t, wanted = tables.extractions, list(numbers)
        rows = self._session.among(
            select(t.c.document, t.c.extra).where(t.c.document.in_(IN)), wanted
        )
        found = {r.document: dict(self._unpacked(r.document, r.extra)) for r in rows if r.extra}
        return {n: found.get(n, {}) for n in wanted}

    def _unpacked(self, n: int, blob: bytes) -> Mapping[str, Any]:
        try:
            found: Mapping[str, Any] = unpack(blob)
        except (zlib.error, ValueError) as error:
            raise StoreError(f"{self._session.name}: document {n} is damaged: {error}") from None
        return found

    def near(self, key: str, limit: int = 3) -> tuple[str, ...]:
        """The keys that begin most like a key that the record lacks, the likeliest first."""
        return nearby(self._session, _T.c.key, clean(key), limit)

    def state(self) -> dict[str, int]:
        """How many documents and places there are, and the next number of each kind.

        Two that are alike have the same documents: no number is given out twice.
        """
        following = {f"next of {row.name}": row.next for row in self._session.rows(_NEXT)}
        places = self._session.number(select(func.count()).select_from(tables.places))
        return {"documents": self._session.number(_HOW_MANY), "places": places} | following

    def coverage(self) -> Coverage:
        """What there is to be searched; of a million documents in a few milliseconds."""
        rows = [*self._session.rows(_COVERED), *self._session.rows(_NOBODYS)]
        return Coverage(
            documents=self._session.number(_HOW_MANY),
            publishers=len(rows) - 1,
            first=min((first for _, first, _ in rows if first), default=None),
            last=max((last for _, _, last in rows if last), default=None),
        )

    def _list(self, statement: Select[Any], limit: int | None = None) -> tuple[DocumentRow, ...]:
        rows = self._session.rows(statement.order_by(_T.c.n).limit(limit))
        return tuple(document(row) for row in rows)


def document(row: AnyRow) -> DocumentRow:
    """A document's row as its data type."""
    return DocumentRow(*row)


def _numbered(ids: Sequence[str], start: int) -> dict[str, int]:
    return {name: start + place for place, name in enumerate(ids)}


def _packed(extra: Mapping[str, object]) -> bytes | None:
    return pack(dict(extra)) if extra else None


def _parents_first(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows in such an order that each one's parent is there before it; a loop is left as it is."""
    waiting, done, found = list(rows), set[int](), list[dict[str, Any]]()
    while waiting:
        free = [r for r in waiting if r["parent"] is None or r["parent"] in done] or waiting
        found += free
        done.update(r["n"] for r in free)
        waiting = [r for r in waiting if r["n"] not in done]
    return found
