"""Taking a document out of a record, with everything that hangs on it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import BindParameter, bindparam, delete, select

from reportedly.store import tables
from reportedly.store.matters import items
from reportedly.store.rows import Matter
from reportedly.store.session import IN, Session

_OF: BindParameter[Any] = bindparam("document")


def remove(session: Session, n: int) -> None:
    """Delete a document and all rows that name it or what was found in it."""
    numbers = {
        "documents": [n],
        "entities": _numbers(session, "entities", n),
        "attributions": _numbers(session, "attributions", n),
    }
    for matter in Matter:
        _unlink(session, matter, numbers[items(matter).name])
    vectors, keys, carriers = tables.vectors, tables.entity_keys, tables.carriers
    for t in (vectors, carriers):
        session.among_change(delete(t).where(t.c.attribution.in_(IN)), numbers["attributions"])
    session.among_change(delete(keys).where(keys.c.entity.in_(IN)), numbers["entities"])
    for name in ("fingerprints", "attributions", "entities", "extractions", "places"):
        t = tables.metadata.tables[name]
        session.change(delete(t).where(t.c.document == n))
    session.change(delete(tables.documents).where(tables.documents.c.n == n))


def _numbers(session: Session, name: str, document: int) -> Sequence[int]:
    t = tables.metadata.tables[name]
    return [
        row[0]
        for row in session.rows(select(t.c.n).where(t.c.document == _OF), {"document": document})
    ]


def _unlink(session: Session, matter: Matter, numbers: Sequence[int]) -> None:
    t = tables
    named = (t.links.c.a, t.links.c.b, t.groups.c.item, t.summaries.c.root, t.dirty.c.item)
    for column in named:
        same = column.table.c.matter == matter.value
        session.among_change(delete(column.table).where(same, column.in_(IN)), numbers)
