"""The rows of a record as JSON values, in an order that does not hang on its numbers."""

from __future__ import annotations

import base64
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Table, select, tuple_

from reportedly.schema import Ref
from reportedly.store import tables
from reportedly.store.documents import Documents
from reportedly.store.naming import refs
from reportedly.store.rows import DocumentRow, Matter
from reportedly.store.session import IN, AnyRow, Session

PAGE = 200
"""Documents that are read at a time."""

Value = tuple[str, dict[str, Any]]
"""What a line holds: its one key, and the value."""


def unload(session: Session, documents: Documents) -> Iterator[Value]:
    """Every row of the record but those that others are made from: first the documents."""
    after = 0
    while page := documents.page(after, PAGE):
        yield from _documents(session, documents, page)
        after = page[-1].n
    for name, table, numbered in (
        ("link", tables.links, ("a", "b")),
        ("group", tables.groups, ("root", "item")),
        ("summary", tables.summaries, ("root", "item")),
        ("mark", tables.dirty, ("item",)),
    ):
        for matter in Matter:
            yield from ((name, value) for value in _numbered(session, table, matter, numbered))
    for name, table in (
        ("judgement", tables.judgements),
        ("feed", tables.feeds),
        ("entry", tables.feed_entries),
    ):
        yield from ((name, dict(row._mapping)) for row in _paged(session, table))


def _documents(
    session: Session, documents: Documents, page: Sequence[DocumentRow]
) -> Iterator[Value]:
    ns = [row.n for row in page]
    t = tables
    places = _by(session, select(t.places).where(t.places.c.document.in_(IN)), ns)
    prints = _by(session, select(t.fingerprints).where(t.fingerprints.c.document.in_(IN)), ns)
    entities = _by(session, select(t.entities).where(t.entities.c.document.in_(IN)), ns)
    keys = _by(session, _KEYS, (row.n for rows in entities.values() for row in rows))
    vectors = _by(session, _VECTORS, ns)
    for row in page:
        yield (
            "document",
            {
                "key": row.key,
                "added_at": row.added_at,
                "places": sorted(place.path for place in places[row.n]),
                "extraction": documents.body(row.n),
                "extra": documents.extra_of(row.n),
                "entities": [_entity(e, keys[e.n]) for e in _sorted(entities[row.n], "n")],
                "fingerprints": sorted(p.fingerprint for p in prints[row.n]),
                "vectors": [
                    [v.id, v.cell, base64.b64encode(v.vector).decode()]
                    for v in _sorted(vectors[row.n], "attribution")
                ],
            },
        )


_KEYS = select(tables.entity_keys.c.entity.label("document"), tables.entity_keys.c.key).where(
    tables.entity_keys.c.entity.in_(IN)
)
_VECTORS = (
    select(
        tables.attributions.c.document,
        tables.attributions.c.id,
        tables.vectors,
    )
    .join(tables.vectors, tables.vectors.c.attribution == tables.attributions.c.n)
    .where(tables.attributions.c.document.in_(IN))
)


def _by(session: Session, statement: Any, numbers: Iterable[int]) -> dict[int, list[AnyRow]]:
    """Rows by their first number: the document's, or the entity's."""
    found = defaultdict[int, list[AnyRow]](list)
    for row in session.among(statement, numbers):
        found[row.document].append(row)
    return found


def _sorted(rows: Iterable[AnyRow], name: str) -> list[AnyRow]:
    key: Callable[[AnyRow], int] = lambda row: row._mapping[name]  # noqa: E731
    return sorted(rows, key=key)


def _entity(row: AnyRow, keys: Iterable[AnyRow]) -> dict[str, Any]:
    return {
        "id": row.id,
        "type": row.type,
        "name": row.name,
        "aliases": json.loads(row.aliases),
        "roles": json.loads(row.roles),
        "day": row.day,
        "named": bool(row.named),
        "keys": sorted(key.key for key in keys),
    }


def _numbered(
    session: Session, table: Table, matter: Matter, names: Sequence[str]
) -> Iterator[dict[str, Any]]:
    """Rows of a matter with refs in place of numbers."""
    rows: list[AnyRow] = []
    for row in _paged(session, table, matter):
        rows.append(row)
        if len(rows) == 2_000:
            yield from _named(session, matter, rows, names)
            rows = []
    yield from _named(session, matter, rows, names)


def _named(
    session: Session, matter: Matter, rows: Sequence[AnyRow], names: Sequence[str]
) -> Iterator[dict[str, Any]]:
    wanted = {row._mapping[name] for row in rows for name in names}
    known = refs(session, matter, wanted)
    for row in rows:
        value = dict(row._mapping)
        for name in names:
            value[name] = _pair(known.get(value[name]))
        for name in ("reasons", "data"):
            if value.get(name) is not None:
                value[name] = json.loads(value[name])
        yield value


def _pair(ref: Ref | None) -> list[str] | None:
    return [ref.document, ref.id] if ref else None


def _paged(session: Session, table: Table, matter: Matter | None = None) -> Iterator[AnyRow]:
    """All rows of a table, or of one matter, by primary key."""
    keys = list(table.primary_key)
    ordered = select(table).order_by(*keys).limit(2_000)
    if matter is not None:
        ordered = ordered.where(table.c.matter == matter.value)
    after: tuple[Any, ...] | None = None
    while True:
        rest = ordered if after is None else ordered.where(tuple_(*keys) > after)
        rows = session.rows(rest)
        yield from rows
        if len(rows) < 2_000:
            return
        after = tuple(rows[-1]._mapping[key.name] for key in keys)
