"""Both commands on a cluster that loses a node: the same tables as on one machine.

The documents are FNC-1's bodies, and what a seeded generator makes of them: copies, edited and with
another first line, from other publishers on later days. They are read by `press`, so that what is
tried is how the work is shared; with the encoders it would take CI a quarter of an hour.
"""

from __future__ import annotations

import csv
import json
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import press_batch_cli
import pyarrow.parquet as pq
import pytest
from cluster import clustered
from press_batch_cli import environment

from reportedly.batch.tables import CONNECTED, EXTRACTED, Table
from training.score import SHARED

FNC = SHARED / "corpora/fnc1"
DOCUMENTS = 3_000
FILES = 10
SHARD = "500"
LOST = 1
"""Shards that are finished before a node is lost."""
PATIENCE = 900

pytestmark = pytest.mark.skipif(not FNC.is_dir(), reason="needs ../shared (FNC-1)")


def test_a_cluster_that_loses_a_node_gives_the_tables_of_one_machine(tmp_path: Path) -> None:
    news = _written(tmp_path / "news")
    alone, together = tmp_path / "alone", tmp_path / "together"
    read = ("extract", str(news), "--shard", SHARD, "--language", "any", "--out")
    _done(_begun(*read, str(alone)))
    _done(_begun("connect", str(alone)))
    with clustered(2, environment()) as cluster:
        extract = _begun(*read, str(together), "--ray", cluster.address)
        _wait(together, LOST, extract)
        cluster.kill(1)
        _done(extract)
        _done(_begun("connect", str(together), "--ray", cluster.address))
    assert sum(len(_rows(alone, table)) for table in EXTRACTED[:1]) == DOCUMENTS
    for table in (*EXTRACTED, *CONNECTED):
        assert _rows(alone, table) == _rows(together, table), table.name
    matters = {json.loads(row)["matter"] for row in _rows(alone, CONNECTED[1])}
    assert matters >= {"reuse", "entity", "claim"}


def _written(folder: Path) -> Path:
    """The documents, as JSON lines in some files."""
    folder.mkdir()
    articles = list(_articles())
    for number in range(FILES):
        lines = [json.dumps(article) + "\n" for article in articles[number::FILES]]
        (folder / f"{number:02}.jsonl").write_text("".join(lines), encoding="utf-8")
    return folder


def _articles() -> Iterator[dict[str, Any]]:
    drawn = random.Random(11)  # noqa: S311
    bodies = []
    for name in ("train_bodies.csv", "competition_test_bodies.csv"):
        with (FNC / name).open(encoding="utf-8", newline="") as file:
            bodies += [row["articleBody"] for row in csv.DictReader(file)]
    for number in range(DOCUMENTS):
        copied = number >= len(bodies)
        text = _edited(drawn.choice(bodies), drawn) if copied else bodies[number]
        day = f"2015-{drawn.randint(1, 12):02}-{drawn.randint(1, 28):02}"
        yield {
            "text": text,
            "title": None,
            "url": f"https://paper{drawn.randint(1, 40)}.example/{number}",
            "publisher": f"Paper {drawn.randint(1, 40)}",
            "date": day,
        }


def _edited(text: str, drawn: random.Random) -> str:
    """A copy as editors make it: a paragraph gone, words struck, a first line of their own."""
    parts = text.split("\n")
    if len(parts) > 2:
        del parts[drawn.randrange(1, len(parts))]
    words = [word for word in " ".join(parts).split(" ") if drawn.random() > 0.03]
    return f"Edition {drawn.randint(1, 9999)}.\n\n{' '.join(words)}"


def _begun(*arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, press_batch_cli.__file__, "batch", *arguments]
    return subprocess.Popen(command, env=environment(), stderr=subprocess.PIPE, text=True)


def _done(process: subprocess.Popen[str]) -> None:
    told = process.communicate(timeout=PATIENCE)[1]
    assert process.returncode == 0, told


def _wait(folder: Path, shards: int, process: subprocess.Popen[str]) -> None:
    """Wait until some shards are finished and others are not."""
    end = time.monotonic() + PATIENCE
    while len(list((folder / "done").glob("*.json"))) < shards:
        assert process.poll() is None, process.communicate()[1]
        assert time.monotonic() < end
        time.sleep(0.2)


def _rows(folder: Path, table: Table) -> list[str]:
    """The rows of a table in an order of their own, each as JSON."""
    where = folder / "connected" / table.name if table in CONNECTED else folder / table.name
    rows = [
        row for file in sorted(where.glob("*.parquet")) for row in pq.read_table(file).to_pylist()
    ]
    return sorted(json.dumps(row, default=repr, sort_keys=True) for row in rows)
