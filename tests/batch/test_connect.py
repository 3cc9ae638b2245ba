"""Connecting a run gives what a record of the same documents has."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import annals
import press
import pyarrow.parquet as pq
import pytest

from reportedly.batch.connect import connect, frames, pairing, statements, steps
from reportedly.batch.folder import Folder
from reportedly.batch.tables import CONNECTED, GROUPS, LINKS, ORIGINS, Table
from reportedly.record import adding
from reportedly.record.claims import Claims
from reportedly.record.statements import Statements
from reportedly.schema import RunError
from reportedly.store import Matter, Store

Held = dict[str, Any]


def added(articles: Sequence[Mapping[str, Any]], where: Path) -> Store:
    """A record of articles, added one by one in their order."""
    store = Store.open(where)
    for taken in adding.take(store, annals.documents(articles), press.Press):
        assert taken.error is None
    adding.settle_all(store)
    return store


def rows_of(path: Path, table: Table) -> list[dict[str, Any]]:
    found = []
    for file in sorted((path / "connected" / table.name).glob("*.parquet")):
        assert pq.read_schema(file).equals(table.schema)
        found += pq.read_table(file).to_pylist()
    return found


def connected(path: Path) -> Held:
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


def recorded(store: Store) -> Held:
    """The same of a record."""
    links: dict[Any, Any] = {}
    groups: dict[Any, Any] = {}
    for line in store.export():
        [(kind, value)] = json.loads(line).items()
        if kind == "link":
            key = (value["matter"], *value["a"], *value["b"])
            links[key] = (value["verdict"], value["score"], value["reasons"], value["data"] or {})
        elif kind == "group":
            groups[value["matter"], *value["item"]] = tuple(value["root"])
    claims = Claims(store, Statements(store))
    roots = {root for _, root in store.groups.all(Matter.CLAIM)}
    origins = {}
    for claim in claims.of(sorted(roots)):
        listed = [
            (
                one.label,
                one.known,
                list(one.speakers),
                list(one.members),
                [receipt.text for receipt in one.reasons],
                list(one.may_be),
            )
            for one in claim.origins.groups
        ]
        origins[claim.id] = (claim.origins.min, claim.origins.max, listed)
    return {"links": links, "groups": groups, "origins": origins}


def equal(found: Held, wanted: Held) -> None:
    """A record has no groups of copies; all else is the same."""
    groups = {key: root for key, root in found["groups"].items() if key[0] != Matter.REUSE}
    assert found["links"] == wanted["links"]
    assert groups == wanted["groups"]
    assert found["origins"] == wanted["origins"]


@pytest.fixture(autouse=True)
def _employed(monkeypatch: pytest.MonkeyPatch) -> None:
    press.employ(monkeypatch)


@pytest.fixture
def in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few documents and statements in each part and turn, all parts done in this process."""
    monkeypatch.setattr(steps, "EACH", 25)
    monkeypatch.setattr(frames, "TURN", 40)
    monkeypatch.setattr(statements, "EACH", 30)
    monkeypatch.setattr(pairing, "AT_ONCE", 500)
    monkeypatch.setattr(
        "reportedly.batch.engine.Session.each", lambda _, tasks, work: map(work, tasks)
    )


def test_a_thousand_documents_equal_a_record(tmp_path: Path) -> None:
    articles = annals.articles(1_000)
    annals.tables(tmp_path / "run", articles, shard=250)
    with added(articles, tmp_path / "record.db") as store:
        wanted = recorded(store)
    assert connect(tmp_path / "run")
    found = connected(tmp_path / "run")
    equal(found, wanted)
    lost = len(wanted["links"].keys() - found["links"].keys())
    print(f"links lost: {lost} of {len(wanted['links']):,}")  # noqa: T201
    for matter in (Matter.REUSE, Matter.ENTITY, Matter.CLAIM, Matter.NARRATIVE):
        assert sum(key[0] == matter for key in wanted["links"]) > 100
        assert any(key[0] == matter for key in found["groups"])
    assert {claim[0] for claim in wanted["origins"].values()} >= {1, 2, 3}


@pytest.mark.usefixtures("in_parts")
def test_in_many_parts_it_is_the_same(tmp_path: Path) -> None:
    articles = annals.articles(80, seed=5)
    folder = annals.tables(tmp_path / "run", articles, shard=15)
    with added(articles, tmp_path / "record.db") as store:
        wanted = recorded(store)
    assert connect(tmp_path / "run")
    assert len([*folder.connected(LINKS).glob("claim-0*.parquet")]) > 4
    equal(connected(tmp_path / "run"), wanted)


def test_families_are_what_copies_connect(tmp_path: Path) -> None:
    text = "Ada Morn said that Velmar closed the northern gates of Ostia.\n\n"
    more = "One two three four five six seven eight nine ten eleven twelve thirteen fourteen."
    articles = [
        {"text": text + more, "publisher": "The Quay"},
        {"text": f"{text}Bela Cox said that the harvest will be poor."},
        {"text": text + more, "publisher": "The Mole"},
        {"text": f"{text}{more}\n\nBy our staff.", "publisher": "The Pier"},
    ]
    annals.tables(tmp_path / "run", articles)
    connect(tmp_path / "run")
    family = [r for r in rows_of(tmp_path / "run", GROUPS) if r["matter"] == "reuse"]
    assert len(family) == 3
    assert {r["root_document"] for r in family} == {min(r["document"] for r in family)}


def test_it_does_not_matter_how_documents_are_cut_into_shards(tmp_path: Path) -> None:
    articles = annals.articles(40)
    for name, shard in (("one", 60), ("many", 7)):
        annals.tables(tmp_path / name, articles, shard)
        connect(tmp_path / name)
    assert connected(tmp_path / "one") == connected(tmp_path / "many")


@pytest.mark.parametrize("step", ["reuse", "claims", "groups of entities", "origins"])
def test_it_goes_on_with_the_step_that_was_cut_off(
    tmp_path: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not (tmp_path.parent / "whole").exists():
        annals.tables(tmp_path.parent / "whole", annals.articles(40))
        connect(tmp_path.parent / "whole")
    annals.tables(tmp_path / "run", annals.articles(40))
    every, done = dict(steps.STEPS), list[str]()

    def cut(run: Any) -> Any:
        every[step](run)  # its files lie there, its mark does not
        raise KeyboardInterrupt

    monkeypatch.setattr(steps, "STEPS", {**every, step: cut})
    with pytest.raises(KeyboardInterrupt):
        connect(tmp_path / "run")
    monkeypatch.setattr(steps, "STEPS", every)
    assert not Folder(tmp_path / "run").is_connected()
    assert connect(tmp_path / "run", say=lambda line: done.append(line.partition(":")[0]))
    names = [*every]
    assert done == names[names.index(step) :]
    assert connected(tmp_path / "run") == connected(tmp_path.parent / "whole")


@pytest.mark.usefixtures("in_parts")
def test_killed_while_workers_work_it_goes_on(tmp_path: Path) -> None:
    articles = annals.articles(60, seed=8)
    for name in ("run", "whole"):
        annals.tables(tmp_path / name, articles)
    connect(tmp_path / "whole")
    command = [sys.executable, str(Path(__file__).parents[1] / "parts_cli.py"), "batch", "connect"]
    command += ["--workers", "2", str(tmp_path / "run")]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as begun:
        assert begun.stderr is not None
        while "entities:" not in begun.stderr.readline():
            assert begun.poll() is None
        begun.send_signal(signal.SIGKILL)
    said: list[str] = []
    assert connect(tmp_path / "run", say=said.append)
    assert said[0].startswith("claims:")
    assert len([*Folder(tmp_path / "run").connected(LINKS).glob("entity-0*.parquet")]) > 1
    assert connected(tmp_path / "run") == connected(tmp_path / "whole")


def test_with_more_shards_all_is_done_again(tmp_path: Path) -> None:
    articles = annals.articles(90)
    folder = annals.tables(tmp_path / "run", articles[:40])
    assert connect(tmp_path / "run")
    assert not connect(tmp_path / "run")
    annals.write(folder, 1, articles[40:])
    assert not folder.is_connected()
    assert connect(tmp_path / "run")
    annals.tables(tmp_path / "whole", articles)
    connect(tmp_path / "whole")
    assert connected(tmp_path / "run") == connected(tmp_path / "whole")


def test_nothing_of_the_way_is_left(tmp_path: Path) -> None:
    folder = annals.tables(tmp_path / "run", annals.articles(40))
    (tmp_path / "run/connected/links").mkdir(parents=True)
    (tmp_path / "run/connected/links/.claim-00000.parquet.00ff").write_bytes(b"PAR1")
    connect(tmp_path / "run")
    left = sorted(p.name for p in (tmp_path / "run/connected").iterdir())
    assert left == sorted(["done.json", *(table.name for table in CONNECTED)])
    assert folder.is_connected()
    counts = json.loads((tmp_path / "run/connected/done.json").read_text())["rows"]
    assert counts == {t.name: len(rows_of(tmp_path / "run", t)) for t in CONNECTED}


def test_documents_that_say_nothing(tmp_path: Path) -> None:
    annals.tables(tmp_path / "run", [{"text": "Nothing."}, {"text": "Nobody spoke."}])
    assert connect(tmp_path / "run")
    assert connected(tmp_path / "run") == {"links": {}, "groups": {}, "origins": {}}


def test_what_is_no_finished_run_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RunError, match=r"there is no run\.json in it"):
        connect(tmp_path)
    folder = annals.tables(tmp_path / "run", annals.articles(20), shard=10)
    (tmp_path / "run/done/00001.json").unlink()
    with pytest.raises(RunError, match="1 of 2 shards are not finished"):
        connect(tmp_path / "run")
    assert not (folder.path / "connected").exists()


def test_a_damaged_table_is_told_in_one_line(tmp_path: Path) -> None:
    folder = annals.tables(tmp_path / "run", annals.articles(20))
    folder.file(CONNECTED[0], 0)
    next((tmp_path / "run/entities").glob("*.parquet")).write_bytes(b"no table")
    with pytest.raises(RunError, match="entities") as error:
        connect(tmp_path / "run")
    assert "\n" not in str(error.value)
    shutil.rmtree(tmp_path / "run/connected", ignore_errors=True)
