"""What it takes to load tables into a record: `python -m benchmarks.loading [ATTRIBUTIONS]`.

A made-up run (`benchmarks.folders`) is loaded into SQLite by a process of its own, on one core:
documents, entities, statements, keys, fingerprints, vectors, links, groups, summaries and the
search index, from the start of the program to a record that can be asked. The index by meaning,
a cache that can be deleted and made at any time, is made after that, and told apart. Processor
time is told beside, as others may be at work on the machine. Exit status 0 whatever the figures
are.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.figure import Figure
from benchmarks.folders import make
from benchmarks.records import world

AIM = 5_000
"""Attributions a second that one core should load; as seconds for a million, to be undercut."""

MILLION = 1_000_000


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="benchmarks.loading", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("attributions", type=int, nargs="?", default=200_000)
    parser.add_argument("--here", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.here:
        sys.stdout.write(json.dumps(_load(*map(Path, options.here))) + "\n")
        return
    with tempfile.TemporaryDirectory() as folder:
        for figure in figures(Path(folder), options.attributions):
            sys.stdout.write(f"{figure}\n")
            sys.stdout.flush()


def figures(folder: Path, attributions: int) -> Iterator[Figure]:
    """All figures, as they are measured."""
    make(folder / "run", attributions, world())
    where = folder / "record.db"
    found = _apart(folder / "run", where)
    count = found["attributions"]
    yield Figure(f"a second, of {count:,}, on one core", count / found["seconds"], "attributions")
    yield Figure("for a million", MILLION * found["seconds"] / count, "s", MILLION / AIM)
    yield Figure("for a million, of the processor", MILLION * found["processor"] / count, "s")
    yield Figure("the index by meaning, for a million", MILLION * found["index"] / count, "s")
    yield Figure("memory while loading", found["memory"] / 1e9, "GB", 1.5)
    yield Figure("its file", where.stat().st_size / count, "bytes an attribution")


def _apart(run: Path, where: Path) -> dict[str, Any]:
    """Load in a process of its own, on one core."""
    command = [sys.executable, "-m", "benchmarks.loading", "--here", str(run), str(where)]
    available = sorted(os.sched_getaffinity(0))
    os.sched_setaffinity(0, available[:1])  # a child begins with its parent's
    try:
        done = subprocess.run(command, stdout=subprocess.PIPE, check=True)
    finally:
        os.sched_setaffinity(0, available)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _load(run: Path, where: Path) -> dict[str, float]:
    began = time.perf_counter()
    from reportedly.batch import loading
    from reportedly.store import Store
    from reportedly.tuning import tune

    tune()
    found: dict[str, float] = {}

    def tell(what: str, *_: int) -> None:
        if what == "groups":  # all is in; behind it comes the index by meaning
            found["seconds"], found["processor"] = time.perf_counter() - began, time.process_time()
            found["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024

    loading.load(where, run, tell=tell)
    found["index"] = time.perf_counter() - began - found["seconds"]
    with Store.open(where) as store:
        found["attributions"] = store.attributions.count()
    return found


if __name__ == "__main__":
    main()
