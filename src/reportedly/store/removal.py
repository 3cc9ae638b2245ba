"""Taking a document out of a record, with everything that hangs on it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import BindParameter, bindparam, delete, select

from reportedly.store import tables
from reportedly.store.rows import Matter
from reportedly.store.session import IN, Session

_OF: BindParameter[Any] = bindparam("document")
_ITEMS = {
    Matter.ENTITY: "entities",
    Matter.CLAIM: "attributions",
    Matter.REUSE: "documents",
    Matter.NARRATIVE: "attributions",
    Matter.ORIGIN: "attributions",
}
"""The table whose numbers are the items of a matter."""


def items(matter: Matter) -> str:
    """The table whose numbers are the items of a matter."""
    return _ITEMS[matter]


def remove(session: Session, n: int) -> None:
    """Delete a document and all rows that name it or what was found in it."""
    numbers = {
        "documents": [n],
        "entities": _numbers(session, "entities", n),
        "attributions": _numbers(session, "attributions", n),
    }
    for matter in Matter:
        _unlink(session, matter, numbers[_ITEMS[matter]])
    for what, marked in numbers.items():
        t = tables.dirty
        gone = delete(t).where(t.c.what == what, t.c.item.in_(IN))
        session.among_change(gone, marked)
    vectors, keys = tables.vectors, tables.entity_keys
    session.among_change(
        delete(vectors).where(vectors.c.attribution.in_(IN)), numbers["attributions"]
    )
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
    links, groups, summaries = tables.links, tables.groups, tables.summaries
    for end in (links.c.a, links.c.b):
        gone = delete(links).where(links.c.matter == matter.value, end.in_(IN))
        session.among_change(gone, numbers)
    session.among_change(
        delete(groups).where(groups.c.matter == matter.value, groups.c.item.in_(IN)), numbers
    )
    session.among_change(
        delete(summaries).where(summaries.c.matter == matter.value, summaries.c.root.in_(IN)),
        numbers,
    )
