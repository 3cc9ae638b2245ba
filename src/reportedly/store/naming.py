"""What a matter's items are called outside of the record, and back."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select

from reportedly.schema import Ref
from reportedly.store import tables
from reportedly.store.forms import clean
from reportedly.store.matters import items
from reportedly.store.refs import Refs
from reportedly.store.rows import Matter
from reportedly.store.session import IN, Session

_D = tables.documents


def refs(session: Session, matter: Matter, numbers: Iterable[int]) -> dict[int, Ref]:
    """The refs of items by number; a document's has an empty id. What is not there is left out."""
    if items(matter) is not _D:
        return Refs(session, items(matter)).refs(numbers)
    found = session.among(select(_D.c.n, _D.c.key).where(_D.c.n.in_(IN)), numbers)
    return {row.n: Ref(row.key, "") for row in found}


def numbers(session: Session, matter: Matter, named: Iterable[Ref]) -> dict[Ref, int]:
    """The numbers of items by ref. What is not there is left out."""
    if items(matter) is not _D:
        return Refs(session, items(matter)).numbers(named)
    keys = [clean(ref.document) for ref in named]
    found = session.among(select(_D.c.n, _D.c.key).where(_D.c.key.in_(IN)), keys)
    return {Ref(row.key, ""): row.n for row in found}
