"""Rows of very many documents at once: indexes as before, in the end, and a record as any other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from printing import printed
from sqlalchemy import inspect, text

from reportedly.schema import StoreError
from reportedly.store import Query, Store, tables

Where = Callable[[], str]

DOCUMENT = {
    "n": 1,
    "key": "d" + "1" * 12,
    "digest": "sha256:" + "0" * 64,
    "characters": 0,
    "attributions": 0,
    "added_at": "2031-05-05T00:00:00Z",
}


def indexes(store: Store) -> set[Any]:
    """All indexes and triggers, with the words that they were made in."""
    session = store._session
    with session.read():
        if session.sqlite:
            asked = "SELECT name, sql FROM sqlite_master WHERE type IN ('index', 'trigger')"
            return set(map(tuple, session.rows(text(asked))))
        found = inspect(session.connection)
        named = {(t, i["name"]) for t in tables.metadata.tables for i in found.get_indexes(t)}
        shown = text(
            "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = current_schema()"
        )
        return named | set(map(tuple, session.rows(shown)))


def rows_of(store: Store) -> dict[str, list[dict[str, Any]]]:
    """All rows of a record, table by table."""
    found = {}
    with store.read():
        for table in tables.metadata.sorted_tables:
            listed = store._session.rows(table.select())
            found[table.name] = [dict(row._mapping) for row in listed]
    return found


def test_indexes_are_as_before_in_the_end(where: Where) -> None:
    with Store.open(where(), loading=True) as store:
        before = indexes(store)
        bulk = store.bulk()
        assert bulk.begin("this", "tables of it")
        during = indexes(store)
        names = list(bulk.index())
        bulk.finish({"documents": 1, "attributions": 1, "entities": 1})
        assert indexes(store) == before
        assert len(before - during) >= 20
        assert len(names) == len(set(names)) >= 20


def test_copied_row_by_row_it_is_the_same_record(where: Where) -> None:
    one, other = where(), where()
    with Store.open(one) as store:
        with store.write():
            for number in range(3):
                said = f"Mira Tolan said that the ferry sank {number} times. Odd said that it is."
                store.documents.add(printed(said, path=f"{number}.txt", vectors=[(1, number)]))
        rows = rows_of(store)
        lines, following = list(store.export()), {r["name"]: r["next"] for r in rows["counters"]}
    with Store.open(other, loading=True) as store:
        bulk = store.bulk()
        bulk.begin("this", "tables of it")
        for name, listed in rows.items():
            if listed and name not in ("meta", "counters"):
                with bulk.part(name, len(listed)):
                    bulk.put(name, list(listed[0]), (list(row.values()) for row in listed))
                assert bulk.reached(name) == len(listed)
        assert list(bulk.index())
        bulk.finish(following)
    with Store.open(other) as store:
        assert list(store.export())[1:] == lines[1:]
        assert list(store.check()) == []
        assert len(store.search(Query("ferry")).hits) == 3
        with store.write():
            store.documents.add(printed("Ada Morn said that the walrus came."))
        assert len(store.search(Query("walrus")).hits) == 1


def test_what_is_put_in_in_vain_is_not_there(where: Where) -> None:
    with Store.open(where(), loading=True) as store:
        bulk = store.bulk()
        bulk.begin("this", "tables of it")
        with pytest.raises(StoreError, match="constraint"), bulk.part("documents", 2):
            bulk.put("documents", list(DOCUMENT), [list(DOCUMENT.values())] * 2)
        assert bulk.begin("this", "tables of it")
        assert bulk.reached("documents") == 0
        assert store.documents.coverage().documents == 0


def test_only_an_empty_record_is_loaded(where: Where) -> None:
    with Store.open(where(), loading=True) as store:
        with store.write():
            store.documents.add(printed("Ada Morn said that the walrus came."))
        before = indexes(store)
        assert not store.bulk().begin("this", "tables of it")
        assert indexes(store) == before


def test_two_at_once_are_one_too_many(where: Where) -> None:
    address = where()
    with Store.open(address, loading=True) as one, Store.open(address, loading=True) as two:
        first, second = one.bulk(), two.bulk()
        assert first.begin("this", "tables of it")
        assert second.begin("this", "tables of it")
        with first.part("documents", 1):
            first.put("documents", list(DOCUMENT), [list(DOCUMENT.values())])
        with (
            pytest.raises(StoreError, match="another program is loading tables into it too"),
            second.part("documents", 1),
        ):
            second.put("documents", list(DOCUMENT), [list(DOCUMENT.values())])
        with pytest.raises(StoreError, match="tables of tables of it are being loaded"):
            two.bulk().begin("that", "others")


def test_it_says_so_until_it_is_whole(where: Where) -> None:
    address = where()
    with Store.open(address, loading=True) as store:
        store.bulk().begin("this", "some/tables")
        with pytest.raises(StoreError, match="tables are being loaded"), store.write():
            store.documents.add(printed("Ada Morn said that the walrus came."))
    for readonly in (True, False):
        with pytest.raises(StoreError, match="`reportedly import some/tables` goes on with it"):
            Store.open(address, readonly=readonly)
