"""`batch extract`: whatever ends it in the middle, it goes on and ends in the same tables."""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import press
import press_batch_cli
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from reportedly.batch.folder import Folder
from reportedly.batch.tables import EXTRACTED, SHARD

SAID = "Ada Morn said that the northern gates were closed on the night of the flood"


EACH = "3"
SHARDS = 42
"""So many that a run is met before its end, whatever else the machine has to do."""


def command(*arguments: str | Path) -> list[str]:
    return [sys.executable, press_batch_cli.__file__, "batch", "extract", *map(str, arguments)]


def begun(*arguments: str | Path, cwd: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        command(*arguments),
        cwd=cwd,
        env=press_batch_cli.environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )


def run(*arguments: str | Path, cwd: Path) -> tuple[int, list[str]]:
    """Run it to its end: the exit status, and what it says, without the program's name."""
    process = begun(*arguments, cwd=cwd)
    _, said = process.communicate(timeout=300)
    return process.returncode, [line.removeprefix("reportedly: ") for line in said.splitlines()]


def tables(folder: Path) -> dict[str, list[dict[str, object]]]:
    """All rows of all finished shards, in order."""
    run_of = Folder(folder)
    return {
        table.name: [row for file in run_of.files(table) for row in pq.read_table(file).to_pylist()]
        for table in EXTRACTED
    }


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which `in` holds JSON lines, texts, Parquet and what cannot be read."""
    folder = tmp_path_factory.mktemp("news")
    inputs = folder / "in"
    inputs.mkdir()
    listed = [{"text": f"{SAID} {n}. " + f"It rained {n} times. " * 40} for n in range(90)]
    press.newspaper(inputs / "b.jsonl", listed)
    for number in range(12):
        (inputs / f"a{number:02}.txt").write_text(f"{SAID}, {number}.", "utf-8")
    texts = [f"{SAID} in table {n}." for n in range(20)]
    pq.write_table(pa.table({"text": texts}), inputs / "c.parquet")
    (inputs / "d.txt").write_bytes(b"\0\1\2" * 300)
    return folder


@pytest.fixture(scope="module")
def whole(news: Path) -> Path:
    """The tables of a run that nothing disturbed."""
    status, said = run("in", "--out", "whole", "--shard", EACH, "--workers", "2", cwd=news)
    assert status == 1, "one input is left out"
    assert [line for line in said if line.startswith("in/d.txt: ")]
    assert said[-1] == (
        f"whole: 122 documents, 122 statements, 1 left out; {SHARDS} of {SHARDS} shards finished"
    )
    return news / "whole"


def test_order_and_numbers(whole: Path) -> None:
    found = tables(whole)
    paths = [str(row["path"]) for row in found["documents"]]
    texts = [f"in/a{n:02}.txt" for n in range(12)]
    rows = [f"in/c.parquet:{n}" for n in range(1, 21)]
    assert paths == [*texts, *(f"in/b.jsonl:{n}" for n in range(1, 91)), *rows]
    numbers = [row["n"] for row in found["documents"]]
    assert numbers == sorted(numbers)  # type: ignore[type-var]
    for shard, counts in Folder(whole).finished().items():
        there = [n for n in numbers if isinstance(n, int) and n // SHARD == shard]
        assert there == list(range(shard * SHARD, shard * SHARD + counts["documents"]))
    (error,) = found["left_out"]
    assert error["name"] == "in/d.txt"


def test_killed_at_many_moments(news: Path, whole: Path) -> None:
    """With its workers or without them; what is finished is kept, and the end is the same."""
    chance, kills = random.Random(3), 0  # noqa: S311
    arguments = ("in", "--out", "killed", "--shard", EACH, "--workers", "2")
    done: set[str] = set()
    while kills < 3:
        process = begun(*arguments, cwd=news)
        aim = len(done) + chance.randint(0, 4)
        until = time.monotonic() + 60
        while len(marks(news / "killed")) < aim and time.monotonic() < until:
            time.sleep(0.005)
        time.sleep(chance.uniform(0, 0.1))
        process.kill()
        process.communicate()
        kills += process.returncode == -signal.SIGKILL
        assert done <= marks(news / "killed")
        done = marks(news / "killed")
    assert len(done) < SHARDS, "it was not killed before its end"
    status, said = run(*arguments[:-1], "1", cwd=news)  # and by one worker, not by two
    assert status in (0, 1)
    assert re.search(r"; (\d+) of \1 shards? finished, \d+ before$", said[-1])
    for file in whole.rglob("*.parquet"):
        assert (news / "killed" / file.relative_to(whole)).read_bytes() == file.read_bytes()
    left = [f.name for f in (news / "killed").rglob("*") if f.is_file() and f.name[0] == "."]
    assert not left, "drafts of those that were killed"


def marks(folder: Path) -> set[str]:
    return {file.name for file in (folder / "done").glob("*.json")}


def workers_of(process: subprocess.Popen[str]) -> list[int]:
    """The worker processes of a run: the children of its query."""
    return [w for query in children(process.pid) for w in children(query) if _works(w)]


def children(pid: int) -> list[int]:
    try:
        listed = Path(f"/proc/{pid}/task").iterdir()
        return [int(c) for task in listed for c in (task / "children").read_text().split()]
    except OSError:
        return []


def _works(pid: int) -> bool:
    try:
        return b"udf_worker" in Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False


def test_a_worker_that_dies_costs_nothing_but_its_shard(news: Path, whole: Path) -> None:
    process = begun("in", "--out", "lost", "--shard", EACH, "--workers", "2", cwd=news)
    until = time.monotonic() + 60
    while len(marks(news / "lost")) < 3 and time.monotonic() < until:
        time.sleep(0.005)
    victims = workers_of(process)
    assert victims
    os.kill(victims[0], signal.SIGKILL)
    _, said = process.communicate(timeout=300)
    assert process.returncode == 1, said
    assert f"{SHARDS} of {SHARDS} shards finished" in said
    assert tables(news / "lost") == tables(whole)


def test_what_kills_its_worker_is_named_and_the_others_are_done(tmp_path: Path) -> None:
    listed = [{"text": f"{SAID} {n}."} for n in range(30)]
    listed[13]["text"] += " FATAL"
    file = press.newspaper(tmp_path / "a.jsonl", listed)
    arguments = (file, "--out", "out", "--shard", "5", "--workers", "2")
    status, said = run(*arguments, cwd=tmp_path)
    assert status == 1
    assert said[-2].startswith(f"shard 00002 ({file}): its worker was lost 3 times"), said
    assert said[-1] == "out: 25 documents, 25 statements, 0 left out; 5 of 6 shards finished"
    assert "00002.json" not in marks(tmp_path / "out")
    assert [row["n"] for row in tables(tmp_path / "out")["documents"]] == [
        shard * SHARD + place for shard in (0, 1, 3, 4, 5) for place in range(5)
    ]


def test_new_days_are_added_to_what_is_done(tmp_path: Path) -> None:
    first = press.newspaper(tmp_path / "a.jsonl", [{"text": f"{SAID} {n}."} for n in range(5)])
    assert run(first, "--out", "out", "--workers", "1", cwd=tmp_path)[0] == 0
    before = {f: f.stat().st_mtime_ns for f in (tmp_path / "out").rglob("*.parquet")}
    second = press.newspaper(tmp_path / "b.jsonl", [{"text": f"{SAID} on day two."}])
    status, said = run(first, second, "--out", "out", "--workers", "1", cwd=tmp_path)
    assert status == 0
    assert said[-1] == "out: 1 document, 1 statement, 0 left out; 1 of 1 shard finished, 1 before"
    assert {f: f.stat().st_mtime_ns for f in before} == before
    assert [row["n"] for row in tables(tmp_path / "out")["documents"]] == [0, 1, 2, 3, 4, SHARD]
    with Path(first).open("a", encoding="utf-8") as more:
        more.write(json.dumps({"text": "It rained."}) + "\n")
    status, said = run(first, second, "--out", "out", "--workers", "1", cwd=tmp_path)
    assert status == 1
    assert "when it was planned" in said[0]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-", "--out", "new"], "standard input: batch reads files alone; `reportedly add` reads"),
        (["https://a.invalid/feed", "--out", "new"], "https://a.invalid/feed: batch reads files"),
        (["in", "--out", "in/out"], "in/out: the output would lie among the inputs"),
        (["in", "--out", "in2"], "in2: there are files in it that are no run's"),
        (
            ["in", "--out", "whole", "--publisher", "The Quay"],
            "whole: it holds another run's tables",
        ),
        (["in", "--out", "future"], "future: its tables are of the form reportedly-tables/9"),
        (["in", "--out", "new", "--ray", "a:1", "--workers", "2"], "--workers is for this machine"),
        (["in", "--out", "new", "--known", "none.toml"], "--known none.toml: no such file"),
    ],
)
def test_wrong_calls(news: Path, whole: Path, arguments: list[str], said: str) -> None:
    (news / "in2").mkdir(exist_ok=True)
    (news / "in2" / "mine.txt").touch()
    (news / "future").mkdir(exist_ok=True)
    told = {"format": "reportedly-tables/9", "settings": {}}
    (news / "future" / "run.json").write_text(json.dumps(told))
    status, lines = run(*arguments, cwd=news)
    assert (status, len(lines)) == (2, 1), lines
    assert lines[0].startswith(said)
    assert not (news / "new").exists()


def test_a_cluster_that_does_not_answer(tmp_path: Path) -> None:
    file = press.newspaper(tmp_path / "a.jsonl", [{"text": f"{SAID}."}])
    status, lines = run(file, "--out", "out", "--ray", "127.0.0.1:9", cwd=tmp_path)
    assert status == 1
    assert lines == ["127.0.0.1:9: no Ray cluster answers there (connection refused)"]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 1 MB."""
    folder = tmp_path / "small"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    if shutil.which("mount") is None or subprocess.run(mount, check=False).returncode:
        pytest.skip("a small disk can be mounted by root alone")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_a_full_disk(small_disk: Path, tmp_path: Path) -> None:
    chance = random.Random(5)  # noqa: S311
    noise = ["".join(chance.choices("abcdefghij klmnop", k=30_000)) for _ in range(60)]
    file = press.newspaper(tmp_path / "a.jsonl", [{"text": f"{SAID}. {n}"} for n in noise])
    arguments = (file, "--shard", "5", "--workers", "2", "--quiet", "--out", "small/out")
    status, lines = run(*arguments, cwd=tmp_path)
    assert status == 1
    assert len(lines) == 1, lines
    full = r"small/out/.*: it cannot be written: no space left on device"
    assert re.search(full, lines[0], re.IGNORECASE)
    done = marks(small_disk / "out")
    assert 0 < len(done) < 12
    assert not [f for f in small_disk.rglob(".*") if f.is_file()]


def test_ctrl_c(news: Path, whole: Path) -> None:
    process = begun("in", "--out", "stopped", "--shard", EACH, "-w1", "-q", cwd=news)
    while len(marks(news / "stopped")) < 2:
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert (process.returncode, said) == (130, "reportedly: stopped; run it again to go on\n")


def test_nothing_is_told_to_anybody(tmp_path: Path) -> None:
    """Whatever would be sent is asked to go through a proxy that writes down who knocks."""
    file = press.newspaper(tmp_path / "a.jsonl", [{"text": f"{SAID}."}])
    log = tmp_path / "knocks"
    (tmp_path / "sitecustomize.py").write_text(
        "import socket, sys\n"
        "def seen(event, arguments):\n"
        "    if event == 'socket.connect' and isinstance(arguments[1], tuple):\n"
        f"        open({str(log)!r}, 'a').write(f'{{arguments[1]}}\\n')\n"
        "sys.addaudithook(seen)\n"
    )
    environment = {**press_batch_cli.environment(), "DO_NOT_TRACK": "false"}
    environment["PYTHONPATH"] += f":{tmp_path}"
    subprocess.run(
        command(file, "--out", "out", "--workers", "1"),
        cwd=tmp_path, env=environment, check=True, capture_output=True,
    )  # fmt: skip
    assert marks(tmp_path / "out")
    assert not log.exists(), log.read_text()
    subprocess.run(
        [sys.executable, "-c", "import socket; socket.socket().connect_ex(('127.0.0.1', 9))"],
        env=environment, check=True,
    )  # fmt: skip
    assert log.exists(), "a connection would have been seen"
