"""Whether a record agrees with itself: each document with its rows, and all with each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Column, func, select, text

from reportedly.schema import Extraction, StoreError
from reportedly.store import tables
from reportedly.store.derive import attribution_rows, carrier_rows, document_row
from reportedly.store.documents import Documents
from reportedly.store.matters import items
from reportedly.store.rows import VECTOR, DocumentRow, Matter
from reportedly.store.session import IN, Session

_A, _E = tables.attributions, tables.entities
_C = tables.carriers
_CARRIED = select(_C).where(_C.c.attribution.in_(IN)).order_by(_C.c.attribution, _C.c.place)


def problems(session: Session, documents: Documents) -> Iterator[str]:
    """A line for each thing that does not agree; see `Store.check`."""
    yield from _engine(session)
    after = 0
    while page := documents.page(after, 200):
        for row in page:
            yield from _document(session, documents, row)
        after = page[-1].n
    for matter in Matter:
        yield from _astray(session, matter)
    yield from _vectors(session)
    yield from _counters(session)


def _engine(session: Session) -> Iterator[str]:
    """What the database itself finds wrong; of PostgreSQL, the server sees to that."""
    if not session.sqlite:
        return
    for row in session.rows(text("PRAGMA integrity_check(20)")):
        if row[0] != "ok":
            yield f"the file is damaged: {row[0]}"
    for row in session.rows(text("PRAGMA foreign_key_check")):
        yield f"{row[0]} row {row[1]}: it names a row of {row[2]} that is not there"
    try:
        with session.write():
            session.change(text("INSERT INTO words (words, rank) VALUES ('integrity-check', 1)"))
    except StoreError as error:
        if "can be read only" not in str(error):
            yield "the search index does not agree with the words"


def _document(session: Session, documents: Documents, row: DocumentRow) -> Iterator[str]:
    name = f"document {row.key}"
    try:
        extraction = documents.extraction(row.n)
    except StoreError as error:
        yield f"{name}: {error}"
        return
    expected = document_row(extraction.document, len(extraction.attributions))
    yield from (f"{name}: {line}" for line in _unlike(expected, _fields(row)))
    yield from (f"{name}: {line}" for line in _attributions(session, row.n, extraction))
    known = {entity.id for entity in (*extraction.entities, *extraction.named)}
    for found in session.rows(select(_E.c.id).where(_E.c.document == row.n)):
        if found.id not in known:
            yield f"{name}: its text has no entity {found.id}"


def _attributions(session: Session, document: int, extraction: Extraction) -> Iterator[str]:
    rows = session.rows(select(_A).where(_A.c.document == document).order_by(_A.c.n))
    numbers = {row.id: row.n for row in rows}
    found = session.rows(select(_E.c.n, _E.c.id).where(_E.c.document == document))
    entities = {row.id: row.n for row in found}
    if [row.id for row in rows] != [a.id for a in extraction.attributions]:
        yield f"it has {len(rows)} attributions of {len(extraction.attributions)}, or other ones"
        return
    for row, expected in zip(rows, attribution_rows(extraction, numbers, entities), strict=True):
        for line in _unlike(expected, row._asdict()):
            yield f"attribution {row.id}: {line}"
    told = carrier_rows(extraction.attributions, numbers, entities)
    carried = [row._asdict() for row in session.among(_CARRIED, numbers.values())]
    if carried != sorted(told, key=lambda row: (row["attribution"], row["place"])):
        yield f"it has {len(carried)} carriers of {len(told)}, or other ones"


def _unlike(expected: Mapping[str, Any], found: Mapping[str, Any]) -> Iterator[str]:
    for name, value in expected.items():
        if found[name] != value:
            yield f"{name} is {found[name]!r:.60}, and its text says {value!r:.60}"


def _fields(row: DocumentRow) -> Mapping[str, Any]:
    return {name: getattr(row, name) for name in DocumentRow.__slots__}


def _astray(session: Session, matter: Matter) -> Iterator[str]:
    """Links, groups, summaries and marks that name what is not there."""
    t, there = tables, items(matter)
    named: tuple[Column[int], ...] = (
        t.links.c.a,
        t.links.c.b,
        t.groups.c.item,
        t.groups.c.root,
        t.summaries.c.root,
        t.summaries.c.item,
        t.dirty.c.item,
    )
    for column in named:
        table = column.table
        lost = (
            select(column)
            .distinct()
            .outerjoin(there, there.c.n == column)
            .where(table.c.matter == matter.value, there.c.n.is_(None))
            .limit(20)
        )
        for row in session.rows(lost):
            yield f"{table.name} of {matter}: there is no {there.name} row {row[0]}"


def _vectors(session: Session) -> Iterator[str]:
    t = tables.vectors
    wrong = select(t.c.attribution).where(func.length(t.c.vector) != VECTOR).limit(20)
    for row in session.rows(wrong):
        yield f"attribution row {row.attribution}: its vector is not {VECTOR} bytes long"


def _counters(session: Session) -> Iterator[str]:
    t = tables.counters
    for row in session.rows(select(t)):
        counted = tables.metadata.tables[row.name]
        if session.number(select(func.max(counted.c.n))) >= row.next:
            yield f"{row.name}: the next number, {row.next}, is taken"
