"""A shard: what is read is written as it comes, in order, the mark last."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from pathlib import Path
from typing import Any

import press
import pyarrow.parquet as pq
import pytest
from press_batch_cli import environment

from reportedly import pipeline
from reportedly.batch import shard as shards
from reportedly.batch.folder import Folder
from reportedly.batch.plan import Plan, Shard
from reportedly.batch.rows import rows
from reportedly.batch.shard import Work, left_out, models, write
from reportedly.batch.tables import (
    ATTRIBUTIONS,
    DOCUMENTS,
    EXTRACTED,
    FORMAT,
    SHARD,
    VECTORS,
    Table,
)
from reportedly.schema import DocumentError, RunError

GATES = "Ada Morn said that the northern gates were closed on the night of the flood"


def articles(number: int) -> list[dict[str, Any]]:
    return [{"text": f"{GATES} {n}.", "url": f"https://quay.invalid/{n}"} for n in range(number)]


def work_in(folder: Path, **options: Any) -> Work:
    return Work(
        folder, pipeline.ReadOptions(**options), None, models(), press.Press, press.preparer
    )


def planned(tmp_path: Path, *inputs: str, documents: int = 500) -> tuple[Folder, tuple[Shard, ...]]:
    folder = Folder(tmp_path / "out")
    folder.begin({}, "1")
    plan = Plan(folder)
    assert plan.extend(inputs, documents) == ()
    return folder, plan.shards


def held(folder: Folder, shard: int, table: Table) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = pq.read_table(folder.file(table, shard)).to_pylist()
    return found


def test_tables_hold_what_rows_gives_in_order(tmp_path: Path) -> None:
    file = press.newspaper(tmp_path / "a.jsonl", articles(23))
    folder, both = planned(tmp_path, file, documents=12)
    expected: dict[int, list[Any]] = {}
    prepare = press.preparer()
    for place, extraction in enumerate(pipeline.extract([file], attributor=press.Press)):
        assert not isinstance(extraction, DocumentError)
        shard, at = divmod(place, 12)
        expected[place] = [rows(shard * SHARD + at, prepare(extraction))]
    for shard in both:
        write(work_in(folder.path), shard)
    for table in EXTRACTED[:-1]:
        found = list(chain.from_iterable(held(folder, s.number, table) for s in both))
        told = [row for (one,) in expected.values() for row in one[table.name]]
        assert len(found) == len(told) > 0
        for one, other in zip(found, told, strict=True):
            for column in table.schema.names:
                value = other[column]
                assert one[column] == (list(value) if isinstance(value, tuple) else value)
    assert folder.finished() == {
        s.number: {t.name: len(held(folder, s.number, t)) for t in EXTRACTED} for s in both
    }


def test_groups_of_rows_are_written_as_they_come(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shards, "HELD_DOCUMENTS", 4)
    file = press.newspaper(tmp_path / "a.jsonl", articles(10))
    folder, (shard,) = planned(tmp_path, file)
    write(work_in(folder.path), shard)
    assert pq.ParquetFile(folder.file(DOCUMENTS, 0)).metadata.num_row_groups == 3
    assert [row["n"] for row in held(folder, 0, DOCUMENTS)] == list(range(10))


def bad_inputs(folder: Path) -> None:
    """A text, and after it whatever cannot be read; another text at the end."""
    folder.mkdir()
    for name in ("a.txt", "z.txt"):
        (folder / name).write_text(f"{GATES}, {name[0]}.", "utf-8")
    (folder / "b-garbage.txt").write_bytes(bytes(range(256)) * 900)
    (folder / "c-large.txt").write_bytes(b"It rained. " * 4_600_000)
    lines = [json.dumps({"text": f"{GATES} {n}."}) for n in range(3)]
    (folder / "d.jsonl").write_text("\n".join([lines[0], "{", "[]", lines[1]]), "utf-8")
    cut = gzip.compress(("\n".join(lines[2:] + lines * 100)).encode())
    (folder / "e.jsonl.gz").write_bytes(cut[: len(cut) // 2])
    page = f"<html><body><article><p>{GATES} in an archive.</p></article></body></html>".encode()
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    record = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://quay.invalid/w\r\n"
        b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n"
        % len(head + page)
    )
    whole = record + head + page + b"\r\n\r\n"
    (folder / "f.warc").write_bytes(whole + whole[: len(whole) // 2])
    (folder / "g.parquet").write_bytes(b"PAR1 and nothing else")
    (folder / "h-empty.txt").touch()


def test_what_can_be_read_is_read_and_the_rest_is_told(tmp_path: Path) -> None:
    bad_inputs(tmp_path / "in")
    folder = Folder(tmp_path / "out")
    folder.begin({}, "1")
    plan = Plan(folder)
    (unplanned,) = plan.extend([str(tmp_path / "in")])
    assert unplanned.name.endswith("g.parquet"), "whose rows cannot be counted"
    for shard in plan.shards:
        write(work_in(folder.path), shard)
    texts = [r["text"] for s in plan.shards for r in held(folder, s.number, DOCUMENTS)]
    assert texts[0] == f"{GATES}, a."
    assert texts[-1] == f"{GATES}, z."
    assert f"{GATES} in an archive." in texts
    assert len(texts) > 10, "what stands before the cut in the packed lines"
    errors = {Path(e.name).name: e.reason for s in plan.shards for e in left_out(folder, s.number)}
    assert "larger than the limit" in errors["c-large.txt"]
    assert "not JSON" in errors["d.jsonl:2"]
    assert errors["h-empty.txt"] == "empty"
    assert "cut off in this record" in errors["f.warc#2"]
    assert any(name.startswith("e.jsonl.gz:") for name in errors)
    assert "b-garbage.txt" in errors
    assert sum(c["left_out"] for c in folder.finished().values()) == len(errors)


def test_conditions_hold(tmp_path: Path) -> None:
    listed = articles(4)
    listed[2]["url"] = "https://mole.invalid/2"
    file = press.newspaper(tmp_path / "a.jsonl", listed)
    folder, (shard,) = planned(tmp_path, file)
    where = pipeline.Where.parse(["host=quay.invalid"])
    write(work_in(folder.path, where=where, publisher="The Quay"), shard)
    found = held(folder, 0, DOCUMENTS)
    assert [row["url"][-1] for row in found] == ["0", "1", "3"]
    assert [row["n"] for row in found] == [0, 1, 2]
    assert {row["publisher"] for row in found} == {"The Quay"}


def test_a_finished_shard_is_not_done_again(tmp_path: Path) -> None:
    file = press.newspaper(tmp_path / "a.jsonl", articles(3))
    folder, (shard,) = planned(tmp_path, file)
    counts = write(work_in(folder.path), shard)
    Path(file).unlink()
    assert write(work_in(folder.path), shard) == counts


def content(folder: Folder) -> dict[str, bytes]:
    return {str(f.relative_to(folder.path)): f.read_bytes() for f in folder.path.rglob("*.parquet")}


def test_two_who_write_one_shard_do_no_harm(tmp_path: Path) -> None:
    file = press.newspaper(tmp_path / "a.jsonl", articles(40))
    folder, (shard,) = planned(tmp_path, file)
    write(work_in(folder.path), shard)
    expected = content(folder)
    (folder.path / "done" / "00000.json").unlink()
    with ThreadPoolExecutor(4) as pool:
        for counts in pool.map(lambda _: write(work_in(folder.path), shard), range(4)):
            assert counts["documents"] == 40
    assert content(folder) == expected


class Failing:
    """An engine that fails on some documents, in one way or another."""

    def __init__(self, known: Path | None = None) -> None:
        self.known = known

    def attribute(self, documents: Any) -> Iterator[Any]:
        for document in documents:
            if " 2." in document.text:
                raise ValueError("two is too much")
            yield press.extraction(document)


def failing_preparer(known: Path | None = None) -> Callable[[Any], Any]:
    prepare = press.preparer()

    def checked(extraction: Any) -> Any:
        if " 3." in extraction.document.text:
            raise KeyError("three")
        return prepare(extraction)

    return checked


def test_a_document_that_the_program_fails_on(tmp_path: Path) -> None:
    file = press.newspaper(tmp_path / "a.jsonl", articles(6))
    folder, (shard,) = planned(tmp_path, file)
    loaders: Any = (Failing, failing_preparer)
    work = Work(folder.path, pipeline.ReadOptions(), None, models(), *loaders)
    assert write(work, shard)["documents"] == 4
    reasons = {e.name[-2:]: e.reason for e in left_out(folder, 0)}
    assert "cannot be analysed, a fault of this program (ValueError: two is" in reasons[":3"]
    assert "cannot be prepared, a fault of this program (KeyError: 'three')" in reasons[":4"]


def test_another_installations_models(tmp_path: Path) -> None:
    file = press.newspaper(tmp_path / "a.jsonl", articles(1))
    folder, (shard,) = planned(tmp_path, file)
    work = Work(folder.path, pipeline.ReadOptions(), None, "x", press.Press, press.preparer)
    with pytest.raises(RunError, match="the model files there are not those of this run"):
        write(work, shard)


def test_nothing_half_written_has_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = press.newspaper(tmp_path / "a.jsonl", articles(9))
    folder, (shard,) = planned(tmp_path, file)
    monkeypatch.setattr(shards, "HELD_DOCUMENTS", 2)
    monkeypatch.setattr(shards, "rows", raising_after(rows, 5))
    with pytest.raises(KeyboardInterrupt):
        write(work_in(folder.path), shard)
    assert not list(folder.path.rglob("*.parquet*"))
    assert not folder.finished()


def raising_after(function: Callable[..., Any], calls: int) -> Callable[..., Any]:
    done = []

    def counted(*arguments: Any) -> Any:
        done.append(1)
        if len(done) > calls:
            raise KeyboardInterrupt
        return function(*arguments)

    return counted


def test_columns_are_as_published(tmp_path: Path) -> None:
    file = press.newspaper(tmp_path / "a.jsonl", articles(3))
    folder, (shard,) = planned(tmp_path, file)
    write(work_in(folder.path), shard)
    for table in EXTRACTED:
        written = pq.read_schema(folder.file(table, 0))
        assert written.equals(table.schema)
        assert written.metadata[b"format"] == FORMAT.encode()
        for field in written:
            told = table.schema.field(field.name).metadata[b"description"]
            assert field.metadata[b"description"] == told
    assert all(len(row["vector"]) == 384 for row in held(folder, 0, VECTORS))
    assert {row["n"] for row in held(folder, 0, ATTRIBUTIONS)} == {0, 1, 2}


MEASURED = """
from pathlib import Path
import test_shard
from reportedly.batch import shard as shards
shards.HELD_CHARACTERS = 250_000
held = []
def beat(self, counts):
    if counts["documents"] % 100 == 0:
        held.append(int(Path("/proc/self/statm").read_text().split()[1]) * 4096)
shards._Pulse.beat = beat
folder, (shard,) = test_shard.planned(Path("."), "a.jsonl", documents=100_000)
test_shard.write(test_shard.work_in(folder.path), shard)
print(held[-1] - held[0])
"""


def test_memory_does_not_grow_with_the_shard(tmp_path: Path) -> None:
    """Six times the documents take 10 MB more; 130, if all of their rows were held to the end."""
    texts = [f"{GATES} {n}. " + " ".join(map(str, range(n, n + 4_000))) for n in range(600)]
    blocks = [[{"kind": "body", "span": [0, len(text)]}] for text in texts]
    listed = [{"text": t, "blocks": b} for t, b in zip(texts, blocks, strict=True)]
    press.newspaper(tmp_path / "a.jsonl", listed)
    env = environment()
    env["PYTHONPATH"] += f":{Path(__file__).parent}"
    program = [sys.executable, "-c", MEASURED]
    done = subprocess.run(program, cwd=tmp_path, env=env, check=True, capture_output=True)
    assert int(done.stdout) < 60_000_000
