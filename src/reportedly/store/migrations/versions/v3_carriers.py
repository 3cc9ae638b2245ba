"""Version 3: who carried what; what a speaker says, by day; shorter lists of narratives.

Which entity carried an attribution was in the documents' extractions alone, and is read from them.
Groups of entities are marked, so that what their summaries now say is made when they are next
settled. A narrative of one claim has a summary no more: lists pass it over. A week's day is its
first, so that days can be sorted.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from typing import Any

from alembic import op
from sqlalchemy import Connection, text

from reportedly.store.migrations.dialect import execute, sqlite, translated

revision = "3"
down_revision = "2"

_PAGE = 500

_TABLES = (
    "DROP INDEX ix_attributions_speaker",
    """CREATE TABLE carriers (
        attribution BIGINT NOT NULL REFERENCES attributions (n),
        place INTEGER NOT NULL,
        entity BIGINT NOT NULL REFERENCES entities (n),
        PRIMARY KEY (attribution, place)) WITHOUT ROWID""",
    "CREATE INDEX ix_carriers_entity ON carriers (entity)",
)
_SPEAKER = "CREATE INDEX ix_attributions_speaker ON attributions (speaker, day)"
# There, a row's number is in no index by itself.
_INCLUDED = " INCLUDE (n)"

_CARRIED = text(
    "SELECT DISTINCT document FROM attributions WHERE carriers IS NOT NULL AND document > :after"
    " ORDER BY document LIMIT :size"
)
_BODY = text("SELECT body FROM extractions WHERE document = :document")
_ATTRIBUTIONS = text("SELECT id, n FROM attributions WHERE document = :document")
_ENTITIES = text("SELECT id, n FROM entities WHERE document = :document")
_PUT = text("INSERT INTO carriers VALUES (:attribution, :place, :entity)")

_MARKED = """INSERT INTO dirty (matter, item)
    SELECT 'entity', root FROM summaries WHERE matter = 'entity'
    UNION SELECT 'entity', entity FROM carriers
    EXCEPT SELECT matter, item FROM dirty"""
_WEEKS = text("SELECT DISTINCT day FROM attributions WHERE day LIKE '____-W__'")
_DAY = text("UPDATE attributions SET day = :day WHERE day = :week")
_OF_ONE_CLAIM = """DELETE FROM summaries WHERE matter = 'narrative' AND 2 > (
    SELECT count(DISTINCT coalesce(claims.root, told.item)) FROM groups AS told
    LEFT JOIN groups AS claims ON claims.matter = 'claim' AND claims.item = told.item
    WHERE told.matter = 'narrative' AND told.root = summaries.root)"""


def upgrade() -> None:
    """Make the table and fill it, and mark what has to be made anew."""
    execute(map(translated, _TABLES))
    execute([_SPEAKER + ("" if sqlite() else _INCLUDED)])
    base = op.get_bind()
    for week in base.execute(_WEEKS).scalars().all():
        with suppress(ValueError):  # no such week
            monday = date.fromisocalendar(int(week[:4]), int(week[6:]), 1)
            base.execute(_DAY, {"day": monday.isoformat(), "week": week})
    for rows in _rows(base):
        base.execute(_PUT, rows)
    execute([_MARKED, _OF_ONE_CLAIM, "UPDATE meta SET value = '3' WHERE name = 'format'"])


def _rows(base: Connection) -> Iterator[list[dict[str, int]]]:
    after = 0
    while page := base.execute(_CARRIED, {"after": after, "size": _PAGE}).scalars().all():
        if rows := [row for document in page for row in _of(base, document)]:
            yield rows
        after = page[-1]


def _of(base: Connection, document: int) -> Iterable[dict[str, int]]:
    given = {"document": document}
    body = base.execute(_BODY, given).scalar()
    extraction: dict[str, Any] = json.loads(zlib.decompress(body)) if body else {}
    numbers: dict[str, int] = dict(base.execute(_ATTRIBUTIONS, given).tuples().all())
    entities: dict[str, int] = dict(base.execute(_ENTITIES, given).tuples().all())
    for a in extraction.get("attributions", ()):
        for place, carrier in enumerate(a.get("carriers", ())):
            if a["id"] in numbers and carrier["entity"] in entities:
                entity = entities[carrier["entity"]]
                yield {"attribution": numbers[a["id"]], "place": place, "entity": entity}
