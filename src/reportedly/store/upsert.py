"""Inserting what may be there already: the statement is each engine's own."""

from __future__ import annotations

from sqlalchemy import Insert, Table
from sqlalchemy.dialects import postgresql, sqlite

from reportedly.store.session import Session


def upsert(session: Session, table: Table) -> Insert:
    """A statement that inserts a row, or replaces the one of the same primary key."""
    made = sqlite.insert(table) if session.sqlite else postgresql.insert(table)
    keys = [column.name for column in table.primary_key]
    rest = {c.name: made.excluded[c.name] for c in table.c if c.name not in keys}
    if not rest:
        return made.on_conflict_do_nothing(index_elements=keys)
    return made.on_conflict_do_update(index_elements=keys, set_=rest)
