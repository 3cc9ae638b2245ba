"""Connecting a run gives what a record of the same documents has."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import annals
import press
import pyarrow.parquet as pq
import pytest

from reportedly.batch.connect import connect
from reportedly.batch.tables import GROUPS, LINKS, ORIGINS
from reportedly.record import adding
from reportedly.record.claims import Claims
from reportedly.record.statements import Statements
from reportedly.store import Matter, Store


def added(articles: Sequence[Mapping[str, Any]], where: Path) -> Store:
    """A record of articles, added one by one in their order."""
    store = Store.open(where)
    found = annals.documents(articles)
    for taken in adding.take(store, found, press.Press):
        assert taken.error is None
    adding.settle_all(store)
    return store


def rows_of(path: Path, table: Any) -> list[dict[str, Any]]:
    found = []
    for file in sorted((path / "connected" / table.name).glob("*.parquet")):
        read = pq.read_table(file, schema=table.schema)
        assert read.schema.equals(table.schema)
        found += read.to_pylist()
    return found


def connected(path: Path) -> dict[str, Any]:
    """What `connect` wrote, in a form to compare."""
    links = {
        (r["matter"], r["a_document"], r["a"], r["b_document"], r["b"]): (
            r["verdict"],
            r["score"],
            r["reasons"],
            json.loads(r["data"] or "{}"),
        )
        for r in rows_of(path, LINKS)
    }
    assert len(links) == len(rows_of(path, LINKS))
    groups = {
        (r["matter"], r["document"], r["item"]): (r["root_document"], r["root"])
        for r in rows_of(path, GROUPS)
    }
    origins = {
        r["claim"]: (r["least"], r["most"], [_origin(o) for o in json.loads(r["origins"])])
        for r in rows_of(path, ORIGINS)
    }
    return {"links": links, "groups": groups, "origins": origins}


def _origin(told: Mapping[str, Any]) -> tuple[Any, ...]:
    members = [f"{m['document']}/{m['id']}" for m in told["members"]]
    receipts = [r["text"] for r in (*told["receipts"], *told["why"])]
    return told["label"], told["known"], told["speakers"], members, receipts, told["goes_back_to"]


def recorded(store: Store) -> dict[str, Any]:
    """The same of a record."""
    links: dict[Any, Any] = {}
    groups: dict[Any, Any] = {}
    for line in store.export():
        [(kind, value)] = json.loads(line).items()
        if kind == "link":
            key = (value["matter"], *value["a"], *value["b"])
            reasons, data = value["reasons"], value["data"] or {}
            links[key] = (value["verdict"], value["score"], reasons, data)
        elif kind == "group":
            groups[value["matter"], *value["item"]] = tuple(value["root"])
    claims = Claims(store, Statements(store))
    roots = {root for _, root in store.groups.all(Matter.CLAIM)}
    origins = {}
    for claim in claims.of(sorted(roots)):
        counted = claim.origins
        listed = [
            (
                one.label,
                one.known,
                list(one.speakers),
                list(one.members),
                [receipt.text for receipt in one.reasons],
                list(one.may_be),
            )
            for one in counted.groups
        ]
        origins[claim.id] = (counted.min, counted.max, listed)
    return {"links": links, "groups": groups, "origins": origins}


def equal(found: Mapping[str, Any], wanted: Mapping[str, Any]) -> None:
    families = {key for key in found["groups"] if key[0] == "reuse"}
    groups = {key: root for key, root in found["groups"].items() if key not in families}
    assert found["links"] == wanted["links"]
    assert groups == wanted["groups"]
    assert found["origins"] == wanted["origins"]


@pytest.fixture
def _employed(monkeypatch: pytest.MonkeyPatch) -> None:
    press.employ(monkeypatch)


@pytest.mark.usefixtures("_employed")
def test_equals_a_record(tmp_path: Path) -> None:
    articles = annals.articles(120)
    annals.tables(tmp_path / "run", articles)
    with added(articles, tmp_path / "record.db") as store:
        wanted = recorded(store)
    said: list[str] = []
    assert connect(tmp_path / "run", say=said.append)
    found = connected(tmp_path / "run")
    equal(found, wanted)
