"""What is planned once stays as it was planned, whatever comes after it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from reportedly.batch.folder import Folder
from reportedly.batch.plan import FILE, Plan, refuse
from reportedly.read.parts import Cut
from reportedly.schema import RunError


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = tmp_path / "news"
    folder.mkdir()
    for number in range(12):
        (folder / f"{number:02}.txt").write_text(f"It rained {number} times.", "utf-8")
    rows = "".join(json.dumps({"text": f"It rained {n} times."}) + "\n" for n in range(12))
    (folder / "dump.jsonl").write_text(rows, "utf-8")
    monkeypatch.chdir(tmp_path)
    return folder


def planned(plan: Plan) -> list[list[str]]:
    """The parts of each shard, as names."""
    return [
        [f"{p.file}[{p.first}:{p.end}]" if p.cut is not Cut.WHOLE else p.file for p in s.parts]
        for s in plan.shards
    ]


def folder_in(tmp_path: Path) -> Folder:
    folder = Folder(tmp_path / "out")
    folder.begin({}, "1")
    return folder


def test_small_files_together_and_large_ones_cut(tmp_path: Path, news: Path) -> None:
    plan = Plan(folder_in(tmp_path))
    assert plan.extend(["news"], documents=5) == ()
    texts = [[f"news/{n:02}.txt" for n in range(first, first + 5)] for first in (0, 5)]
    assert planned(plan)[:2] == texts
    last, *dump = planned(plan)[2:]
    assert last == ["news/10.txt", "news/11.txt"], "what follows would be too much"
    assert dump == [
        ["news/dump.jsonl[0:155]"], ["news/dump.jsonl[155:310]"], ["news/dump.jsonl[310:374]"],
    ]  # fmt: skip
    assert sum(s.bytes for s in plan.shards) == sum(f.stat().st_size for f in news.iterdir())


def test_a_shard_is_bounded_by_bytes(tmp_path: Path, news: Path) -> None:
    for number in range(4):
        (news / f"0{number}.txt").write_text("It rained. " * 4_000, "utf-8")
    plan = Plan(folder_in(tmp_path))
    plan.extend(["news/0[0-3].txt"], documents=5)
    assert planned(plan) == [["news/00.txt"], ["news/01.txt"], ["news/02.txt"], ["news/03.txt"]]


def test_it_is_read_as_it_was_written(tmp_path: Path, news: Path) -> None:
    folder = folder_in(tmp_path)
    first = Plan(folder)
    first.extend(["news"], documents=5)
    assert Plan(folder).shards == first.shards


def test_the_same_again_plans_nothing_and_more_is_appended(tmp_path: Path, news: Path) -> None:
    folder = folder_in(tmp_path)
    Plan(folder).extend(["news"], documents=5)
    before = (tmp_path / "out" / FILE).read_bytes()
    for inputs in (["news"], [str(news)], ["news/dump.jsonl", "news/*"], []):
        Plan(folder).extend(inputs, documents=7)
        assert (tmp_path / "out" / FILE).read_bytes() == before, inputs
    (news / "00a.txt").write_text("It rained on the second day.", "utf-8")
    plan = Plan(folder)
    plan.extend(["news"], documents=5)
    assert planned(plan)[-1] == ["news/00a.txt"]
    assert (tmp_path / "out" / FILE).read_bytes().startswith(before)


def test_a_file_twice_is_planned_once(tmp_path: Path, news: Path) -> None:
    plan = Plan(folder_in(tmp_path))
    plan.extend(["news/00.txt", str(news / "00.txt"), "news/../news/00.txt", "news/dump.jsonl"], 5)
    assert sum(part.documents for shard in plan.shards for part in shard.parts) == 13


def test_a_file_that_changed_is_named_once(tmp_path: Path, news: Path) -> None:
    folder = folder_in(tmp_path)
    Plan(folder).extend(["news"], documents=5)
    with (news / "dump.jsonl").open("a", encoding="utf-8") as more:
        more.write('{"text": "It rained again."}\n')
    plan = Plan(folder)
    (error,) = plan.extend(["news"], documents=5)
    assert error.name == "news/dump.jsonl"
    assert error.reason.startswith("it has 403 bytes, and had 374 when it was planned")
    assert plan.shards == Plan(folder).shards


def test_what_is_not_there_does_not_stop_the_others(tmp_path: Path, news: Path) -> None:
    plan = Plan(folder_in(tmp_path))
    errors = plan.extend(["none.txt", "news/00.txt", "*.pdf"], documents=5)
    assert [error.name for error in errors] == ["none.txt", "*.pdf"]
    assert planned(plan) == [["news/00.txt"]]


def test_parquet_is_cut_by_rows(tmp_path: Path, news: Path) -> None:
    table = pa.table({"text": [f"It rained {n} times." for n in range(20)]})
    pq.write_table(table, news / "a.parquet", row_group_size=4)
    plan = Plan(folder_in(tmp_path))
    plan.extend(["news/a.parquet"], documents=8)
    assert planned(plan) == [
        ["news/a.parquet[0:8]"], ["news/a.parquet[8:16]"], ["news/a.parquet[16:20]"]
    ]  # fmt: skip


def test_names_that_are_no_utf8(tmp_path: Path, news: Path) -> None:
    odd = news / "caf\udce9.txt"
    odd.write_text("It rained.", "utf-8")
    folder = folder_in(tmp_path)
    Plan(folder).extend(["news"], documents=50)
    (shard, *_) = Plan(folder).shards
    assert "news/caf\udce9.txt" in [part.file for part in shard.parts]
    assert "\udce9" not in shard.name


@pytest.mark.parametrize("name", ["-", "https://example.org/news.xml", ""])
def test_what_is_no_file_is_refused(name: str) -> None:
    with pytest.raises(RunError, match=r"batch reads files alone|an empty name"):
        refuse(["news", name])


@pytest.mark.parametrize(
    "damage", ["{", '{"shard": 0}\n', '{"shard": 3, "base": "", "parts": []}\n']
)
def test_a_plan_that_cannot_be_read(tmp_path: Path, damage: str) -> None:
    folder = folder_in(tmp_path)
    (tmp_path / "out" / FILE).write_text(damage, "ascii")
    with pytest.raises(RunError, match=r"plan.jsonl: it cannot be read"):
        Plan(folder)
