"""Bulk: rows of very many documents into an empty record, table by table.

Indexes, triggers and the search index are taken away before and made once at the end, from the
engine's own words for them. All of it stands in the record, in the transaction that it belongs to:
who is killed goes on behind the last part. Until the end, the record cannot be opened otherwise,
and whoever had it open can add nothing to it: there are no numbers to be had.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import delete, select, text

from reportedly.schema import StoreError
from reportedly.store import tables
from reportedly.store.forms import dumps
from reportedly.store.session import Session
from reportedly.store.troubles import told
from reportedly.store.upsert import upsert

LOADING = "loading"
"""Name of the row of `meta` that says what is being loaded, and how far that is."""

_META, _COUNTERS = tables.meta, tables.counters
_STATE = select(_META.c.value).where(_META.c.name == LOADING)
_ANYTHING = select(tables.documents.c.n).limit(1)

_WORDS = "INSERT INTO words (words) VALUES ('rebuild')"
_SQLITE = text(
    "SELECT type, name, sql FROM sqlite_master"
    " WHERE type IN ('index', 'trigger') AND sql IS NOT NULL ORDER BY type, name"
)
# What a constraint stands on stays; there may be others' tables beside the record's.
_POSTGRES = text(
    "SELECT 'index' AS type, i.indexrelid::regclass::text AS name,"
    " pg_get_indexdef(i.indexrelid) AS sql"
    " FROM pg_index AS i JOIN pg_class AS t ON t.oid = i.indrelid"
    " WHERE t.relnamespace = current_schema()::regnamespace AND t.relname = ANY (:tables)"
    " AND NOT EXISTS (SELECT 1 FROM pg_constraint AS c WHERE c.conindid = i.indexrelid)"
    " ORDER BY name"
)


class Bulk:
    """What an empty record is loaded through: `begin`, `part` after `part`, `index`, `finish`.

    Args:
        session: the record's.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._state: dict[str, Any] = {}

    def begin(self, what: str, called: str) -> bool:
        """Begin to load, or go on with it.

        Args:
            what: tells what is loaded from anything else.
            called: what a person calls it.

        Returns:
            Whether it can be loaded; not where the record holds documents already.

        Raises:
            StoreError: if something else is being loaded into it.
        """
        with self._session.write():
            held = self._held()
            if held and held["what"] != what:
                raise StoreError(f"{self._session.name}: {unfinished(dumps(held))}")
            if not held and self._session.row(_ANYTHING):
                return False
            self._state = held or {"what": what, "called": called, "reached": {}, "made": []}
            if not held:
                self._state["made"] = self._taken_away()
                self._session.change(delete(_COUNTERS))
                self._note()
        return True

    def reached(self, phase: str) -> int:
        """How far a phase has come: what its last part was given; 0 before the first."""
        return int(self._state["reached"].get(phase, 0))

    @contextmanager
    def part(self, phase: str, reached: int) -> Iterator[None]:
        """One transaction: what is put in, and that a phase has come so far.

        Raises:
            StoreError: if another program is loading the record too, or it cannot be written to.
        """
        with self._session.write():
            self._expect_mine()
            if self._session.sqlite:  # a statement's parent may stand behind it
                self._run("PRAGMA defer_foreign_keys = ON")
            yield
            self._state = {**self._state, "reached": {**self._state["reached"], phase: reached}}
            self._note()

    def put(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
        """Put rows into a table, in an open `part`; values as the engine's driver takes them.

        Args:
            table: its name.
            columns: names of columns, in the order of the values.
            rows: a sequence of values for each.
        """
        self._session.load(tables.metadata.tables[table], columns, rows)

    def index(self) -> Iterator[str]:
        """Make indexes, triggers and the search index; yields the name of each when it is made."""
        while made := self._state["made"]:
            name, statement = made[0]
            with self.part("indexes", self.reached("indexes") + 1):
                self._run(statement)
                self._state = {**self._state, "made": made[1:]}
            yield name

    def finish(self, following: Mapping[str, int]) -> None:
        """Make a record of it, which can be opened and added to.

        Args:
            following: the next numbers of documents, attributions and entities.
        """
        with self._session.write():
            self._expect_mine()
            counted = [{"name": name, "next": n} for name, n in following.items()]
            self._session.change(_COUNTERS.insert(), counted)
            self._session.change(delete(_META).where(_META.c.name == LOADING))

    def _expect_mine(self) -> None:
        if self._held() != self._state:
            raise StoreError(f"{self._session.name}: another program is loading tables into it too")

    def _run(self, statement: str) -> None:
        with told(self._session.name):
            self._session.connection.exec_driver_sql(statement)

    def _held(self) -> dict[str, Any]:
        row = self._session.row(_STATE)
        found: dict[str, Any] = json.loads(row.value) if row else {}
        return found

    def _note(self) -> None:
        row = {"name": LOADING, "value": dumps(self._state)}
        self._session.change(upsert(self._session, _META), row)

    def _taken_away(self) -> list[list[str]]:
        """Drop what can be made anew; each with its name and the statement that makes it."""
        given = {} if self._session.sqlite else {"tables": list(tables.metadata.tables)}
        found = self._session.rows(_SQLITE if self._session.sqlite else _POSTGRES, given)
        for row in found:
            self._run(f"DROP {row.type} {row.name}")
        made = [[row.name, row.sql] for row in found]
        return [["words", _WORDS], *made] if self._session.sqlite else made


def unfinished(state: str) -> str:
    """What to say of a record that is being loaded, by its row of `meta`."""
    called = json.loads(state)["called"]
    return (
        f"tables of {called} are being loaded into it; if that was cut off,"
        f" `reportedly import {called}` goes on with it"
    )
