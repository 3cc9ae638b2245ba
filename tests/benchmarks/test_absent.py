"""Without the corpora, measuring says so in one line, and only CI takes that for a failure."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(("ci", "status"), [("true", 1), ("", 0)])
def test_accuracy_without_corpora(ci: str, status: int, tmp_path: Path) -> None:
    done = run("benchmarks.accuracy", ci, tmp_path)
    assert done.returncode == status
    (line,) = done.stdout.splitlines()
    assert line.startswith("accuracy is not measured: ")
    assert str(tmp_path) in line


def test_speed_without_corpora(tmp_path: Path) -> None:
    done = run("benchmarks.speed", "true", tmp_path)
    assert done.returncode == 0
    (line,) = done.stdout.splitlines()
    assert line.startswith("speed is not measured: ")


@pytest.mark.parametrize(("ci", "status"), [("true", 1), ("", 0)])
def test_chains_without_corpora(ci: str, status: int, tmp_path: Path) -> None:
    done = run("benchmarks.chains", ci, tmp_path)
    assert done.returncode == status
    (line,) = done.stdout.splitlines()
    assert line.startswith("chains are not measured: ")


def test_pronouns_without_corpora(tmp_path: Path) -> None:
    done = run("benchmarks.gap", "true", tmp_path)
    assert done.returncode == 0
    (line,) = done.stdout.splitlines()
    assert line.startswith("GAP is not measured: ")


def run(module: str, ci: str, shared: Path) -> subprocess.CompletedProcess[str]:
    surroundings = {**os.environ, "CI": ci, "REPORTEDLY_SHARED": str(shared)}
    command = [sys.executable, "-m", module]
    return subprocess.run(
        command, cwd=ROOT, env=surroundings, text=True, capture_output=True, check=False
    )
