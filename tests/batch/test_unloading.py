"""A record as a run's tables, and back: nothing is lost on the way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import press
import pyarrow.parquet as pq
import pytest
import tabled
from invented_paper import reports

from reportedly.batch import unloading
from reportedly.batch.loading import load
from reportedly.batch.tables import TABLES
from reportedly.record import Record
from reportedly.schema import RunError, Verdict
from reportedly.store import Matter, Store

Where = Callable[[], str]


@pytest.fixture(autouse=True)
def _employed(monkeypatch: pytest.MonkeyPatch) -> None:
    press.employ(monkeypatch)


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """Reports, one of them in two places."""
    folder = reports(tmp_path / "paper", 12)
    (folder / "again.json").write_bytes((folder / "003.json").read_bytes())
    return folder


def test_there_and_back_and_there_again(where: Where, tmp_path: Path, paper: Path) -> None:
    one, other = where(), where()
    with Record.open(one) as record:
        record.add([str(paper)])
        assert len(list(record.narratives())) > 0
    run = tabled.of_record(one, tmp_path / "run")
    done = load(other, run)
    assert (done.documents, done.added, done.whole) == (12, 12, True)
    assert tabled.held(other) == tabled.held(one)
    again = tabled.of_record(other, tmp_path / "again")
    found = tabled.contents(run)
    assert tabled.contents(again) == found
    assert all(
        found[table.name] for table in TABLES if table.name not in ("left_out", "judgements")
    )


@pytest.mark.parametrize("seed", range(3))
def test_of_any_record(tmp_path: Path, seed: int) -> None:
    """Records that grew in several runs, in papers of their own."""
    one, other = tmp_path / "one.db", tmp_path / "other.db"
    for part in range(2):
        with Record.open(one) as record:
            record.add([str(reports(tmp_path / f"{part}", 5 + seed, seed=10 * seed + part))])
    run = tabled.of_record(one, tmp_path / "run")
    load(other, run)
    assert tabled.held(other) == tabled.held(one)
    assert tabled.contents(tabled.of_record(other, tmp_path / "again")) == tabled.contents(run)


def test_a_document_in_two_places_has_two_rows(tmp_path: Path, paper: Path) -> None:
    where = tmp_path / "one.db"
    with Record.open(where) as record:
        record.add([str(paper)])
    rows = tabled.contents(tabled.of_record(where, tmp_path / "run"))["documents"]
    twice = [row for row in rows if Path(row["path"]).name in ("003.json", "again.json")]
    assert len(rows) == 13
    assert len({row["document"] for row in twice}) == 1
    assert [row["n"] for row in rows] == sorted({row["n"] for row in rows})
    load(tmp_path / "other.db", tmp_path / "run")
    with Store.open(tmp_path / "other.db") as store:
        found = store.documents.by_key(twice[0]["document"])
        assert found is not None
        assert len(store.documents.places(found.n)) == 2


def test_judgements_survive(where: Where, tmp_path: Path, paper: Path) -> None:
    one, other = where(), where()
    with Record.open(one) as record:
        record.add([str(paper)])
        first, second, third = [c.id for c in record.claims()][:3]
        record.judge(first, second, Verdict.SAME, who="kim", note="the same gates")
        apart = record.judge(second, third, Verdict.DIFFERENT, who="kim")
        record.undo(apart.id)
        merged = record.claim(first).attributions
    load(other, tabled.of_record(one, tmp_path / "run"))
    assert tabled.held(other) == tabled.held(one)
    with Record.open(other) as record:
        assert [j.id for j in record.judgements() if j.retracted_at] == [apart.id]
        assert record.claim(second).attributions == merged


def test_judgements_go_into_a_record_that_has_the_documents(tmp_path: Path, paper: Path) -> None:
    """And what they say of these holds at once."""
    one, other = tmp_path / "one.db", tmp_path / "other.db"
    for where in (one, other):
        with Record.open(where) as record:
            record.add([str(paper)])
    with Record.open(one) as record:
        first, second = [c.id for c in record.claims()][:2]
        record.judge(first, second, Verdict.SAME, who="kim")
    assert load(other, tabled.of_record(one, tmp_path / "run")).added == 0
    with Record.open(other) as record:
        assert record.claim(first).id == record.claim(second).id


def test_shards_hold_so_many_documents_and_each_its_own_schema(
    tmp_path: Path, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unloading, "DOCUMENTS", 5)
    monkeypatch.setattr(unloading, "PAGE", 3)
    with Record.open(tmp_path / "one.db") as record:
        record.add([str(paper)])
    run = tabled.of_record(tmp_path / "one.db", tmp_path / "run")
    assert [f.name for f in sorted((run / "done").iterdir())] == [f"{n:05}.json" for n in range(3)]
    for table in TABLES:
        found = tabled.files(run, table)
        assert found
        for file in found:
            assert pq.read_schema(file).equals(table.schema)
    load(tmp_path / "other.db", run)
    assert tabled.held(tmp_path / "other.db") == tabled.held(tmp_path / "one.db")


def test_cut_off_it_is_no_finished_run_and_goes_on(
    tmp_path: Path, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    where, run = tmp_path / "one.db", tmp_path / "run"
    monkeypatch.setattr(unloading, "DOCUMENTS", 5)
    with Record.open(where) as record:
        record.add([str(paper)])
    with Store.open(where) as store:
        parts = unloading.unload(store, run)
        assert next(parts) == 5
        parts.close()
    with pytest.raises(RunError, match="2 of 3 shards are not finished"):
        load(tmp_path / "other.db", run)
    assert not (tmp_path / "other.db").exists()
    before = (run / "documents" / "00000.parquet").stat().st_mtime_ns
    with Store.open(where) as store:
        assert list(unloading.unload(store, run)) == [5, 10, 12]
    assert (run / "documents" / "00000.parquet").stat().st_mtime_ns == before
    assert load(tmp_path / "other.db", run).whole
    assert tabled.held(tmp_path / "other.db") == tabled.held(where)


def test_what_was_not_connected_is_connected_first(tmp_path: Path, paper: Path) -> None:
    where = tmp_path / "one.db"
    with Record.open(where) as record:
        record.add([str(paper)])
    expected = tabled.held(where)
    with Store.open(where) as store, store.write():
        store.marks.add(Matter.CLAIM, [1, 2, 3])
    load(tmp_path / "other.db", tabled.of_record(where, tmp_path / "run"))
    assert tabled.held(tmp_path / "other.db") == expected


def test_a_folder_with_something_else_is_left_alone(tmp_path: Path, paper: Path) -> None:
    with Record.open(tmp_path / "one.db") as record:
        record.add([str(paper)])
    with pytest.raises(RunError, match="files in it that are no run's"):
        tabled.of_record(tmp_path / "one.db", paper)
    run = tabled.of_record(tmp_path / "one.db", tmp_path / "run")
    with Record.open(tmp_path / "two.db"):
        pass
    with pytest.raises(RunError, match="another run's tables"):
        tabled.of_record(tmp_path / "two.db", run)


def test_an_empty_record(where: Where, tmp_path: Path) -> None:
    one, other = where(), where()
    with Record.open(one):
        pass
    run = tabled.of_record(one, tmp_path / "run")
    assert load(other, run).documents == 0
    assert tabled.held(other) == tabled.held(one)
