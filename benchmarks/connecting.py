"""What connecting years of news costs: `python -m benchmarks.connecting [DOCUMENTS]`.

Three archives (see `benchmarks.news`) of a quarter, a half and all of so many documents, 100,000
unless told, are made and connected, on all cores. The time for the middle one stands beside that
of extracting as many words with `extract` on the same cores. It takes some hours, most of them to
make the archives; exit status 0 whatever the figures are.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq

from benchmarks import news
from benchmarks.figure import Figure
from benchmarks.processes import PROGRAM
from reportedly.batch.engine import cores
from reportedly.batch.folder import Folder
from reportedly.batch.tables import DOCUMENTS
from training.score import SHARED

MOST_GROWTH = 2.3
"""How much longer twice the documents may take."""
MOST_TIME = 2.0
"""How much longer connecting may take than extracting."""
MOST_MEMORY = 1.5
"""Gigabytes that a process may hold."""
_LOOK = 0.1
"""Seconds between two looks at the processes' memory."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="benchmarks.connecting", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("documents", type=int, nargs="?", default=100_000)
    parser.add_argument("--folder", type=Path, help="where archives lie, to be used again")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as own:
        for figure in figures(options.folder or Path(own), options.documents):
            sys.stdout.write(f"{figure}\n")
            sys.stdout.flush()


def figures(folder: Path, documents: int) -> Iterator[Figure]:
    """All figures, as they are measured."""
    large = folder / f"{documents}"
    if not large.exists():
        news.make(large, documents, cores())
    before, peak = 0.0, 0
    for share in (4, 2, 1):
        count = documents // share
        run = folder / f"first-{count}"
        first(large, run, -(-count // news.DOCUMENTS))
        seconds, most = connect(run)
        peak = max(peak, most)
        yield Figure(f"{count:,} documents are connected", seconds, "s")
        if before:
            name = f"{count:,} beside {count // 2:,} documents"
            yield Figure(name, seconds / before, "times", MOST_GROWTH)
        if share == 2:
            extract = characters(run) / rate()
            yield Figure(f"{count:,} documents would be extracted", extract, "s")
            yield Figure("connecting beside extracting", seconds / extract, "times", MOST_TIME)
        before = seconds
    yield Figure("memory of the largest process", peak / 1e9, "GB", MOST_MEMORY)


def first(large: Path, run: Path, shards: int) -> None:
    """The first shards of a run as a run of their own: the files are the same.

    Args:
        large: the run.
        run: where to; what lies there goes.
        shards: how many.
    """
    shutil.rmtree(run, ignore_errors=True)
    for file in large.rglob("*"):
        name = file.relative_to(large)
        if file.is_file() and name.parts[0] != "connected":
            if file.stem.isdecimal() and int(file.stem) >= shards:
                continue
            (run / name).parent.mkdir(parents=True, exist_ok=True)
            os.link(file, run / name)


def connect(run: Path) -> tuple[float, int]:
    """Seconds that connecting a run takes, and the most that one of its processes held, bytes."""
    began = time.perf_counter()
    with subprocess.Popen([PROGRAM, "batch", "connect", "--quiet", str(run)]) as process:
        peaks: dict[int, int] = {}
        watching = threading.Thread(target=_watch, args=(process, peaks))
        watching.start()
        process.wait()
        seconds = time.perf_counter() - began
        watching.join()
    if process.returncode:
        raise RuntimeError(f"{run}: exit status {process.returncode}")
    return seconds, max(peaks.values(), default=0)


def _watch(process: subprocess.Popen[bytes], peaks: dict[int, int]) -> None:
    while process.poll() is None:
        for pid in family(process.pid):
            peaks[pid] = max(peaks.get(pid, 0), _high_water(pid))
        time.sleep(_LOOK)


def family(pid: int) -> list[int]:
    """A process and all below it, whichever of their threads began them."""
    found = [pid]
    for parent in found:
        for task in Path(f"/proc/{parent}/task").glob("*/children"):
            try:
                found += map(int, task.read_text("ascii").split())
            except OSError:  # it has ended
                continue
    return found


def _high_water(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/status").read_text("ascii", errors="replace").splitlines()
    except OSError:
        return 0
    marks = (line.split() for line in lines if line.startswith("VmHWM:"))
    return next((int(mark[1]) * 1024 for mark in marks), 0)


def characters(run: Path) -> int:
    """The length of all texts of a run."""
    files = Folder(run).files(DOCUMENTS)
    return sum(sum(pq.read_table(f, columns=["characters"])[0].to_pylist()) for f in files)


def rate(articles: int = 200) -> float:
    """Characters a second of `extract` on all cores, on real articles; its start is left out."""
    files = sorted((SHARED / "corpora/polnear").glob("*/text/*.txt"))[:articles]
    arguments = [
        "extract",
        "--jobs",
        str(cores()),
        "--format",
        "jsonl",
        "--quiet",
        "-o",
        os.devnull,
    ]
    times = []
    for some in (files[:1], files):
        began = time.perf_counter()
        subprocess.run([PROGRAM, *arguments, *map(str, some)], check=True)
        times.append(time.perf_counter() - began)
    length = sum(len(file.read_text("utf-8")) for file in files[1:])
    return length / (times[1] - times[0])


if __name__ == "__main__":
    main()
