"""The corpus of the benchmark, where it is there: nothing is found where nothing is."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.days import SHARED, cases, counted, ours

ROOT = Path(__file__).parents[3]
FOLDER = SHARED / "corpora" / "temporal" / "recognizers-english"


@pytest.mark.skipif(not FOLDER.is_dir(), reason=f"the corpus of times is not in {FOLDER}")
def test_times_of_the_corpus_are_settled_as_often_as_measured() -> None:
    counts, _ = counted(ours, [case for case in cases(FOLDER) if not case.held])
    assert counts["nothing"].right == counts["nothing"].wanted > 40
    # Measured 93 of 208 dates and 161 of 343 ranges.
    assert counts["date"].right >= 90
    assert counts["range"].right >= 155


def test_the_benchmark_says_that_the_corpus_is_absent(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.days"],
        cwd=ROOT,
        env={**os.environ, "REPORTEDLY_SHARED": str(tmp_path)},
        text=True,
        capture_output=True,
        check=True,
    )
    (line,) = done.stdout.splitlines()
    assert line.startswith("days are not measured: ")
    assert str(tmp_path) in line
