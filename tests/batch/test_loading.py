"""A run's tables in a record: the same as adding the same documents one by one."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import annals
import press
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import tabled
from invented_paper import reports

from reportedly.batch import filling, sorting
from reportedly.batch.connect import connect
from reportedly.batch.folder import Folder
from reportedly.batch.loading import load
from reportedly.batch.tables import ATTRIBUTIONS, DOCUMENTS, ENTITIES, LINKS, VECTORS
from reportedly.record import Query, Record
from reportedly.schema import RunError, StoreError
from reportedly.store import Bulk, Store

Where = Callable[[], str]


@pytest.fixture(autouse=True)
def _employed(monkeypatch: pytest.MonkeyPatch) -> None:
    press.employ(monkeypatch)


@dataclass(frozen=True)
class Made:
    """A made-up archive with copies, versions, twins and reports that come again.

    Args:
        paper: its articles.
        added: a record to which they were added.
        run: their tables as they are extracted, and connected as the record is.
    """

    paper: Path
    added: Path
    run: Path


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Made once: adding takes the most of the time."""
    folder = tmp_path_factory.mktemp("made")
    articles = [{**one, "path": f"p/{n:03}.txt"} for n, one in enumerate(annals.articles(30))]
    paper = Path(press.newspaper(folder / "paper.jsonl", articles))
    with pytest.MonkeyPatch.context() as patch:
        press.employ(patch)
        with Record.open(folder / "added.db") as record:
            record.add([str(paper)])
            assert next(record.claims(), None)
            assert next(record.reuse(), None)
        whole = tabled.of_record(folder / "added.db", folder / "of-record")
    run = tabled.extracted(paper, folder / "run", 11)
    shutil.copytree(whole / "connected", run / "connected")
    Folder(run).finish_connected({})
    return Made(paper, folder / "added.db", run)


@pytest.fixture
def paper(made: Made) -> Path:
    return made.paper


@pytest.fixture
def added(made: Made) -> Path:
    return made.added


@pytest.fixture
def run(made: Made, tmp_path: Path) -> Path:
    """A copy, to be harmed."""
    return Path(shutil.copytree(made.run, tmp_path / "run"))


def test_it_is_what_adding_would_have_made(where: Where, added: Path, run: Path) -> None:
    other = where()
    done = load(other, run)
    with Store.open(added) as store:
        assert done.documents == done.added == store.documents.coverage().documents
    assert done.documents < sum(c["documents"] for c in Folder(run).finished().values())
    assert tabled.held(other) == tabled.held(added)
    with Store.open(other) as one, Store.open(added) as two:
        assert one.documents.state() == two.documents.state(), "numbers are the same"


def test_as_it_is_connected_by_the_engine(tmp_path: Path, made: Made) -> None:
    """Extracted, connected and loaded: the whole way, and the same record."""
    run = tabled.extracted(made.paper, tmp_path / "tables", 11)
    assert connect(run, workers=1)
    assert load(tmp_path / "other.db", run).whole
    assert tabled.held(tmp_path / "other.db") == tabled.held(made.added)


def test_it_can_be_searched_and_added_to(where: Where, run: Path, tmp_path: Path) -> None:
    other = where()
    load(other, run)
    more = press.newspaper(
        tmp_path / "more.jsonl",
        [{"path": "new.txt", "text": "Ada Morn said that the walrus gates of Ostia were closed."}],
    )
    with Record.open(other) as record:
        said = next(s for c in record.claims() for s in c.attributions if s.speaker)
        longest = max(said.words.strip("“”").split(), key=len)
        assert said.id in {s.id for s in record.search(Query(longest), limit=2_000)}
        assert said.id in {s.id for s in record.search(Query(speaker=said.speaker), limit=2_000)}
        assert record.trace(said.words).claims
        record.add([more])
        assert [s.speaker for s in record.search(Query("walrus"))] == ["Ada Morn"]
        assert list(record.check()) == []


@pytest.mark.parametrize("connected", [True, False])
def test_into_a_record_that_holds_documents(
    where: Where, tmp_path: Path, run: Path, paper: Path, connected: bool
) -> None:
    first = str(reports(tmp_path / "first", 4))
    one, other = where(), where()
    with Record.open(one) as record:
        record.add([first])
        record.add([str(paper)])
    with Record.open(other) as record:
        record.add([first])
    if not connected:
        shutil.rmtree(run / "connected")
    assert not load(other, run).whole
    assert tabled.held(other) == tabled.held(one)
    again = load(other, run)
    assert again.added == 0
    assert tabled.held(other) == tabled.held(one)


def test_tables_that_are_not_connected(where: Where, added: Path, run: Path) -> None:
    other = where()
    shutil.rmtree(run / "connected")
    done = load(other, run)
    assert (done.added > 10, done.whole) == (True, False)
    assert tabled.held(other) == tabled.held(added)


def test_ranges_and_parts_of_any_size(
    tmp_path: Path, added: Path, run: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In ranges of some hundred bytes, a few documents at a time."""
    ranges = sorting.in_order
    monkeypatch.setattr(
        "reportedly.batch.lookup.in_order",
        lambda source, keys, size, done: ranges(source, keys, size, done, 700),
    )
    monkeypatch.setattr(filling, "AT_ONCE", 3)
    load(tmp_path / "other.db", run)
    assert tabled.held(tmp_path / "other.db") == tabled.held(added)


class CutError(Exception):
    """Stands for whatever ends a program."""


@contextmanager
def cut_in(number: int, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """End the work within the transaction of a number."""
    begun, part = [0], Bulk.part

    @contextmanager
    def counted(self: Bulk, phase: str, reached: int) -> Iterator[None]:
        with part(self, phase, reached):
            yield
            begun[0] += 1
            if begun[0] == number:
                raise CutError

    with monkeypatch.context() as patch:
        patch.setattr(Bulk, "part", counted)
        yield


def test_cut_off_in_each_part_it_goes_on(
    where: Where, added: Path, run: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Within a transaction: nothing of it is in the record, and all before it is."""
    expected, other = tabled.held(added), where()
    for number in (1, 2, 1, 1, 3, 1, 2, 7, 12):
        with cut_in(number, monkeypatch), pytest.raises(CutError):
            load(other, run)
        with pytest.raises(StoreError, match=f"tables of {run} are being loaded into it"):
            Record.open(other)
    assert load(other, run).whole
    assert tabled.held(other) == expected


def test_killed_it_goes_on(tmp_path: Path, added: Path, run: Path) -> None:
    """By a signal that nobody can catch, at moments drawn from the time that it takes."""
    expected, other = tabled.held(added), tmp_path / "other.db"
    begun = time.monotonic()
    load(tmp_path / "timed.db", run)
    took, killed = time.monotonic() - begun, 0
    for share in (0.15, 0.3, 0.45, 0.6, 0.75, 0.9):
        child = os.fork()
        if not child:
            load(other, run)
            os._exit(0)
        time.sleep(share * took)
        os.kill(child, signal.SIGKILL)
        killed += os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0
    assert killed
    load(other, run)
    assert tabled.held(other) == expected


def test_other_tables_wait_until_the_first_are_in(
    tmp_path: Path, run: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other, second = tmp_path / "other.db", tmp_path / "second"
    shutil.copytree(run, second)
    settings = json.loads((second / "run.json").read_text())
    settings["settings"]["of"] = "another press"
    (second / "run.json").write_text(json.dumps(settings))
    with cut_in(3, monkeypatch), pytest.raises(CutError):
        load(other, run)
    with pytest.raises(StoreError, match=f"tables of {run} are being loaded into it"):
        load(other, second)
    assert load(other, run).whole


def test_who_had_it_open_can_add_nothing_meanwhile(
    tmp_path: Path, run: Path, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Record.open(tmp_path / "other.db") as record:
        with cut_in(3, monkeypatch), pytest.raises(CutError):
            load(tmp_path / "other.db", run)
        more = press.newspaper(tmp_path / "m.jsonl", [{"text": "Ada Morn said that it rains."}])
        with pytest.raises(StoreError, match="tables are being loaded into it"):
            record.add([more])
    assert load(tmp_path / "other.db", run).whole


def no_run(run: Path) -> None:
    (run / "run.json").unlink()


def other_form(run: Path) -> None:
    (run / "run.json").write_text('{"format": "reportedly-tables/9", "settings": {}}')


def unfinished(run: Path) -> None:
    (run / "done" / "00001.json").unlink()


def planned(run: Path) -> None:
    (run / "plan.jsonl").write_text("{}\n" * 5)


def missing(run: Path) -> None:
    Folder(run).file(VECTORS, 1).unlink()


def cut_off(run: Path) -> None:
    file = Folder(run).file(ATTRIBUTIONS, 1)
    file.write_bytes(file.read_bytes()[:-100])


def lacking(run: Path) -> None:
    file = Folder(run).file(DOCUMENTS, 0)
    pq.write_table(pq.read_table(file).drop_columns(["extraction", "text"]), file)


def of_another_type(run: Path) -> None:
    file = Folder(run).file(ENTITIES, 0)
    table = pq.read_table(file)
    words = pa.array(["x"] * table.num_rows)
    pq.write_table(table.set_column(table.column_names.index("n"), "n", words), file)


def shorter(run: Path) -> None:
    file = Folder(run).file(ENTITIES, 0)
    pq.write_table(pq.read_table(file).slice(1), file)


def turned_round(run: Path) -> None:
    file = Folder(run).file(DOCUMENTS, 0)
    pq.write_table(pq.read_table(file).sort_by([("n", "descending")]), file)


def of_others(run: Path) -> None:
    (file,) = tabled.files(run, LINKS)
    table = pq.read_table(file)
    names = pa.array(["d" + "0" * 12] * table.num_rows)
    pq.write_table(
        table.set_column(table.column_names.index("b_document"), "b_document", names), file
    )


def garbled(run: Path) -> None:
    file = Folder(run).file(VECTORS, 0)
    data = bytearray(file.read_bytes())
    data[100:2000] = bytes(1900)
    file.write_bytes(data)


@pytest.mark.parametrize(
    ("harm", "message"),
    [
        (no_run, "no tables of a run: there is no run.json"),
        (other_form, "its tables are of the form reportedly-tables/9; this reads"),
        (unfinished, "1 of 3 shards are not finished"),
        (planned, "2 of 5 shards are not finished"),
        (missing, "vectors/00001.parquet: the file is missing"),
        (cut_off, "attributions/00001.parquet: it is damaged: "),
        (lacking, "documents/00000.parquet: it lacks the column text, extraction"),
        (of_another_type, "entities/00000.parquet: it is damaged: "),
        (shorter, r"entities/00000.parquet: it has \d+ rows, and was finished with \d+"),
        (turned_round, "documents of the tables are out of order"),
        (of_others, "connected tables name what the others lack"),
        (garbled, "vectors/00000.parquet: it is damaged: "),
    ],
)
def test_what_is_wrong_is_said_in_a_line(
    tmp_path: Path, run: Path, harm: Callable[[Path], None], message: str
) -> None:
    harm(run)
    with pytest.raises(RunError, match=message) as error:
        load(tmp_path / "other.db", run)
    assert "\n" not in str(error.value)
    if (tmp_path / "other.db").exists():
        with pytest.raises(StoreError, match="are being loaded into it"):
            Record.open(tmp_path / "other.db")


def test_a_part_is_imported_if_asked_for(tmp_path: Path, run: Path) -> None:
    unfinished(run)
    done = load(tmp_path / "other.db", run, partial=True)
    assert (done.whole, 0 < done.added < 30) == (False, True)
    with Record.open(tmp_path / "other.db") as record:
        assert list(record.check()) == []


def test_a_record_that_another_program_writes_to(tmp_path: Path, run: Path) -> None:
    where = tmp_path / "other.db"
    with Store.open(where) as store, store.write():
        found: list[Any] = []

        def wait() -> None:
            try:
                load(where, run, wait=0.1)
            except StoreError as error:
                found.append(str(error))

        other = threading.Thread(target=wait)
        other.start()
        other.join()
    assert found == [
        f"{where}: another program is writing to the record, and goes on for too long; try again"
    ]
    assert load(where, run).whole


@pytest.mark.skipif(sys.platform != "linux", reason="limits of a process")
def test_a_disk_that_fills_up(tmp_path: Path, added: Path, run: Path) -> None:
    """A file that may not grow: what is whole stays, and with room it goes on."""
    where = tmp_path / "other.db"
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        import resource

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
        try:
            load(where, run)
        except StoreError as error:
            os.write(writer, str(error).encode())
        os._exit(0)
    os.close(writer)
    os.waitpid(child, 0)
    told = os.read(reader, 1_000).decode()
    os.close(reader)
    assert "disk" in told
    assert "\n" not in told
    with pytest.raises(StoreError, match="are being loaded into it"):
        Record.open(where)
    assert load(where, run).whole
    assert tabled.held(where) == tabled.held(added)
