"""What the tests of the command line share: texts to read, and the command run for real."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from commands import Run, command, surroundings

FERRY = """\
Mira Tolan said the ferry was late. It had been waiting in the harbour since the morning, and \
nobody who stood there in the rain with their children and their bags had heard a word of why.
"""


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def run(
        *arguments: str | Path, stdin: str = "", **env: str
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command(*arguments),
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            env=surroundings(**env),
            cwd=tmp_path,
            timeout=60,
            check=False,
        )

    return run


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder of three: the second is empty."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text(FERRY, encoding="utf-8")
    (folder / "b.txt").write_bytes(b"")
    (folder / "c.txt").write_text(
        "Late again\n\nOdo Brandt said nobody had told him about the storm.\n\n" + FERRY,
        encoding="utf-8",
    )
    return folder
