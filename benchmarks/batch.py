"""What `batch extract` costs beside `extract`: `python -m benchmarks.batch [ARTICLES]`.

The same articles are read by both, on one core, and by two workers on two. `batch extract` keeps
what a record keeps as well, as `add` does: what that takes is measured apart, in this process. It
takes some ten minutes; exit status 0 whatever the figures are.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from benchmarks.figure import Figure
from benchmarks.growth import copied
from benchmarks.processes import PROGRAM, largest_of
from reportedly import pipeline
from reportedly.batch.rows import rows
from reportedly.record.prepare import load_preparer
from reportedly.schema import Document, DocumentError, Extraction

ARTICLES = 1_000
SAMPLE = 100
"""Articles on which the stages are measured apart."""
SHARD = "50"
"""Documents in a shard: as many shards for each of two workers as a large run would have."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="benchmarks.batch", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("articles", type=int, nargs="?", default=ARTICLES)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for figure in figures(Path(folder), options.articles):
            sys.stdout.write(f"{figure}\n")
            sys.stdout.flush()


def figures(folder: Path, articles: int) -> Iterator[Figure]:
    """All figures, as they are measured."""
    file = _lines(folder, articles)
    alone, _ = _run(1, "extract", "--format", "jsonl", "--quiet", "-o", os.devnull, str(file))
    yield Figure(f"extract of {articles:,} articles, one core", articles / alone, "documents a s")
    one, peak = _batch(file, folder / "one", 1)
    yield Figure("batch extract of the same, one worker, one core", articles / one, "documents a s")
    yield Figure("its time beside that of extract", one / alone, "times")
    engine, prepare, vectors, tables = _stages(file)
    more = (prepare + tables) / engine
    yield Figure("what a record keeps besides, beside extract", more, "times")
    yield Figure("  sentence vectors alone", vectors / engine, "times")
    yield Figure("time without that, beside extract", one / alone - more, "times", 1 / 0.9)
    two, _ = _batch(file, folder / "two", 2)
    yield Figure("two workers on two cores", articles / two, "documents a s")
    yield Figure("their time beside that of one", two / one, "times", 1 / 1.8)
    yield Figure("memory of the largest process", peak / 1e9, "GB", 1.5)


def _lines(folder: Path, articles: int) -> Path:
    """Real articles as JSON lines."""
    texts = folder / "texts"
    copied(texts, articles)
    file = folder / "articles.jsonl"
    listed = (json.dumps({"text": f.read_text("utf-8")}) for f in sorted(texts.iterdir()))
    file.write_text("".join(f"{line}\n" for line in listed), encoding="ascii")
    return file


def _batch(file: Path, out: Path, cores: int) -> tuple[float, int]:
    arguments = ("--shard", SHARD, "--workers", str(cores), "--quiet", "--out", str(out))
    return _run(cores, "batch", "extract", str(file), *arguments)


def _run(cores: int, *arguments: str) -> tuple[float, int]:
    """Seconds that the program takes on so many cores, and the peak of its largest process."""
    with _pinned(cores):
        began = time.perf_counter()
        with subprocess.Popen([PROGRAM, *arguments]) as process:
            peak = largest_of(process)
        return time.perf_counter() - began, peak


def _stages(file: Path) -> tuple[float, float, float, float]:
    """Seconds that a sample takes on one core, by the stage.

    Returns:
        To extract it; to prepare it for a record, and of that to make the vectors; to make rows.
    """
    with _pinned(1):
        engine, prepare = pipeline.load_engine(), load_preparer()
        documents = list(islice(pipeline.read([str(file)]), SAMPLE))
        extracted: list[Extraction] = []
        took = _timed(lambda: extracted.extend(_extracted(documents, engine)))
        prepared = list(map(prepare, extracted))  # once for nothing: it loads what is lazy
        prepare = load_preparer()  # another, as one remembers the vectors that it has made
        preparing = _timed(lambda: list(map(prepare, extracted)))
        said = [[p.words for p in one.propositions] for one in prepared]
        encoder = load_preparer()._encoder
        vectors = _timed(lambda: [encoder.vectors(texts) for texts in said])
        tables = _timed(lambda: [rows(n, one) for n, one in enumerate(prepared)])
        return took, preparing, vectors, tables


def _extracted(
    documents: Iterable[Document | DocumentError], engine: pipeline.Attributes
) -> Iterator[Extraction]:
    return engine.attribute(found for found in documents if isinstance(found, Document))


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


@contextmanager
def _pinned(cores: int) -> Iterator[None]:
    """Hold this process, and those that it starts, to so many cores."""
    available = sorted(os.sched_getaffinity(0))
    os.sched_setaffinity(0, available[:cores])
    try:
        yield
    finally:
        os.sched_setaffinity(0, available)


if __name__ == "__main__":
    main()
