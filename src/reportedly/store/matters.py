"""Which table's numbers a matter is about."""

from __future__ import annotations

from sqlalchemy import Table

from reportedly.store import tables
from reportedly.store.rows import Matter

_ITEMS = {
    Matter.ENTITY: tables.entities,
    Matter.CLAIM: tables.attributions,
    Matter.REUSE: tables.documents,
    Matter.NARRATIVE: tables.attributions,
    Matter.ORIGIN: tables.attributions,
    Matter.STORY: tables.attributions,
    Matter.CARRIER: tables.entities,
}


def items(matter: Matter) -> Table:
    """The table that the items of a matter are rows of."""
    return _ITEMS[matter]
