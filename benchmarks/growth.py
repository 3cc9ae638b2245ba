"""What a record costs as it grows: `python -m benchmarks.growth [ATTRIBUTIONS]`.

A thousand real articles are added to an empty record and to one that holds a million attributions
(made up, see `benchmarks.records`); the larger one is then asked by words, by meaning and by
tracing, and its site is read (`benchmarks.screens`). Each addition is a process of its own, on one
core, beside `extract` on the same articles. It takes about forty minutes; exit status 0 whatever
the figures are.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks import screens
from benchmarks.figure import Figure
from benchmarks.processes import PROGRAM, peak_of
from benchmarks.records import fill, world
from reportedly.record import Query, Record
from reportedly.store import Store
from training.score import SHARED

ARTICLES = 1_000
MORE = 1_000
"""Editions of articles that are added while pages are read begin here."""
QUESTIONS = 60
"""Questions of each kind, whose 95th percentile counts."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="benchmarks.growth", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("attributions", type=int, nargs="?", default=1_000_000)
    parser.add_argument("--articles", type=int, default=ARTICLES)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for figure in figures(Path(folder), options.attributions, options.articles):
            sys.stdout.write(f"{figure}\n")
            sys.stdout.flush()


def figures(folder: Path, attributions: int, articles: int) -> Iterator[Figure]:
    """All figures, as they are measured."""
    texts, large = folder / "texts", folder / "large.db"
    copied(texts, articles)
    began = time.perf_counter()
    with Store.open(large) as store:
        held = fill(store, attributions, world())
        store.vectors.refresh()
    yield Figure(f"a record of {held:,} attributions is made", time.perf_counter() - began, "s")
    yield Figure("its file", large.stat().st_size / held, "bytes an attribution")
    extract, _ = _run("extract", "--format", "jsonl", "--quiet", "-o", "/dev/null", str(texts))
    yield Figure(f"extract of {articles:,} articles", extract, "s")
    empty, _ = _run("add", "--quiet", "--record", str(folder / "small.db"), str(texts))
    yield Figure("the same added to an empty record", empty, "s")
    yield Figure("connecting beside extracting", (empty - extract) / extract, "times", 1.0)
    full, peak = _run("add", "--quiet", "--record", str(large), str(texts))
    yield Figure(f"the same added to that of {held:,}", full, "s")
    yield Figure("large beside empty", full / empty, "times", 1.3)
    yield Figure("memory while adding", peak / 1e9, "GB", 1.5)
    with Record.open(large, readonly=True) as record:
        yield from _asked(record)
    copied(folder / "more", articles, editions=MORE)
    yield from screens.figures(large, folder / "more")


def copied(folder: Path, articles: int, editions: int = 0) -> None:
    """Real articles to be added: those of PolNeAR, and each again with other first words.

    Args:
        folder: where to; it is made.
        articles: how many.
        editions: how many there are of each already, so that these are none of them.
    """
    folder.mkdir()
    files = sorted((SHARED / "corpora/polnear").glob("*/text/*.txt"))
    for number in range(articles):
        source, turn = files[number % len(files)], editions + number // len(files)
        target = folder / f"{number:05}.txt"
        shutil.copyfile(source, target)
        if turn:
            target.write_text(f"Edition {turn}.\n\n{source.read_text('utf-8')}", encoding="utf-8")


def _run(*arguments: str) -> tuple[float, int]:
    """Seconds and peak memory of the program on one core."""
    available = sorted(os.sched_getaffinity(0))
    os.sched_setaffinity(0, available[:1])
    try:
        began = time.perf_counter()
        with subprocess.Popen(
            [PROGRAM, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as process:
            peak = peak_of(process)
        return time.perf_counter() - began, peak
    finally:
        os.sched_setaffinity(0, available)


def _asked(record: Record) -> Iterator[Figure]:
    contents = [said.words for said in record.search(Query(words="president"), limit=QUESTIONS)]
    words = [word for content in contents for word in content.split() if len(word) > 4]
    sentences = list(islice(contents, QUESTIONS)) or ["nobody said anything"]
    record.trace(sentences[0])  # loads the encoder
    yield Figure(
        "search by words", _slowest(lambda w: record.search(Query(words=w)), words), "ms", 100
    )
    filtered = [Query(words=w, since="2014-01-01", publisher="Paper") for w in words]
    yield Figure("search by words and filters", _slowest(record.search, filtered), "ms", 100)
    yield Figure("search by meaning", _slowest(record.alike, sentences), "ms", 100)
    yield Figure("trace", _slowest(record.trace, sentences), "ms", 100)


def _slowest(ask: Callable[..., object], questions: Sequence[Any]) -> float:
    """The 95th percentile of the answers' times, milliseconds."""
    times = []
    for question in questions[:QUESTIONS]:
        began = time.perf_counter()
        ask(question)
        times.append(time.perf_counter() - began)
    return 1000 * statistics.quantiles(times, n=20)[-1]


if __name__ == "__main__":
    main()
