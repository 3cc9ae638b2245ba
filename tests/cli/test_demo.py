"""`reportedly demo` with the shipped engine: what a newcomer sees first."""

from __future__ import annotations

import subprocess
import sys
from importlib.resources import files

from commands import surroundings

from reportedly.cli.demo import PUBLISHED


def test_demo_shows_every_sample_and_explains() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "reportedly", "demo"],
        capture_output=True,
        encoding="utf-8",
        env=surroundings(),
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    samples = [s for s in (files("reportedly") / "samples").iterdir() if s.name.endswith(".txt")]
    assert len(samples) == 3
    for sample in samples:
        assert sample.name in done.stdout
        assert sample.read_text(encoding="utf-8").splitlines()[0] in done.stdout
    assert "invented" in done.stdout.splitlines()[0]
    assert "How to read this" in done.stdout
    for published in ("Northline · 2018-08-21", "The Courier · 2020-03-14"):
        assert published in done.stdout
    assert done.stdout.count("      source   ") >= 30


def test_demo_knows_what_the_notice_says() -> None:
    """Publisher and day, which the articles' days are reckoned from, stand in the NOTICE."""
    notice = (files("reportedly") / "samples" / "NOTICE").read_text(encoding="utf-8")
    for name, (publisher, published) in PUBLISHED.items():
        [line] = [line for line in notice.splitlines() if line.strip().startswith(name)]
        assert publisher.removeprefix("The ") in line
        assert line.endswith(published)
