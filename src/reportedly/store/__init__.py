"""The record on disk: SQLite by default, PostgreSQL by choice. It knows `schema` alone.

SQL is written in this room and nowhere else.

    with Store.open("news.record") as store:
        with store.write():
            added = store.documents.add(addition)
            store.links.put(Matter.CLAIM, links)
        found = store.search(Query(words="strait", acts=frozenset({Act.DENY})))
"""

from reportedly.store.body import Body
from reportedly.store.bulk import Bulk
from reportedly.store.judgements import judgement
from reportedly.store.rows import (
    VECTOR,
    Added,
    Addition,
    AttributionRow,
    Carried,
    Carrying,
    Claimed,
    Coverage,
    DocumentRow,
    EntityRow,
    FeedRow,
    Found,
    Hit,
    Imported,
    Judgement,
    LinkRow,
    Matter,
    Near,
    NewEntity,
    NewVector,
    Query,
    Summary,
)
from reportedly.store.speaking import NO_DAY
from reportedly.store.store import Store
from reportedly.store.vectors import Stack

__all__ = [
    "NO_DAY",
    "VECTOR",
    "Added",
    "Addition",
    "AttributionRow",
    "Body",
    "Bulk",
    "Carried",
    "Carrying",
    "Claimed",
    "Coverage",
    "DocumentRow",
    "EntityRow",
    "FeedRow",
    "Found",
    "Hit",
    "Imported",
    "Judgement",
    "LinkRow",
    "Matter",
    "Near",
    "NewEntity",
    "NewVector",
    "Query",
    "Stack",
    "Store",
    "Summary",
    "judgement",
]
