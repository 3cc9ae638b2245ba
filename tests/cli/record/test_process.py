"""The record's commands as a shell sees them: exit status, pipes, Ctrl-C."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

from commands import surroundings
from invented_paper import reports

CLI = Path(__file__).parents[2] / "press_cli.py"


def started(folder: Path, *arguments: str | Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, str(CLI), *map(str, arguments)],
        cwd=folder,
        env=surroundings(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def added(file: Path) -> int:
    """How many documents a record holds by now."""
    try:
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as base:
            return int(base.execute("SELECT count(*) FROM documents").fetchone()[0])
    except sqlite3.OperationalError:  # not yet made
        return 0


def test_ctrl_c_stops_in_order(tmp_path: Path) -> None:
    paper, file = reports(tmp_path / "paper", 400), tmp_path / "reportedly.db"
    process = started(tmp_path, "add", paper)
    end = time.monotonic() + 60
    while added(file) < 2 and time.monotonic() < end:
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (130, "")
    assert err.startswith("reportedly: stopped; ")
    assert err.endswith("; run it again to go on\n")
    assert err.count("\n") == 1
    assert 2 <= added(file) < 400
    checked = started(tmp_path, "record", "check")
    assert checked.wait(60) == 0
    checked.communicate()


def test_a_reader_who_leaves_early_is_no_error(tmp_path: Path) -> None:
    paper = reports(tmp_path / "paper", 8)
    filled = started(tmp_path, "add", paper, "-q")
    filled.communicate(timeout=60)
    process = started(tmp_path, "export")
    assert process.stdout
    assert process.stdout.readline().startswith('{"record"')
    process.stdout.close()
    assert process.stderr
    assert process.stderr.read() == ""
    process.stderr.close()
    assert process.wait(60) == 0
