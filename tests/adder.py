"""`add` in processes that are killed: `python adder.py`, and a line for each on standard input.

A line is "RECORD FOLDER SECONDS", with tabs between. It makes a child by forking, so that it begins
to work at once; after so many seconds it is killed, unless it has ended by then. Written is how it
ended: its exit status, or minus the signal. The engine and the encoder are `press`'s.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

NEVER = 600.0


@dataclass(frozen=True, slots=True)
class Adder:
    """A running one, as a test has it."""

    orders: IO[str]
    news: IO[str]

    def add(self, record: str, folder: Path, seconds: float = NEVER) -> int:
        """Add a folder, until it is done or killed; how it ended."""
        self.orders.write(f"{record}\t{folder}\t{seconds}\n")
        self.orders.flush()
        return int(self.news.readline())


@contextmanager
def adder() -> Iterator[Adder]:
    """Run one."""
    with subprocess.Popen(
        [sys.executable, __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        if process.stdin is None or process.stdout is None:
            raise OSError("no pipes")
        if process.stdout.readline() == "ready\n":
            yield Adder(process.stdin, process.stdout)
        process.stdin.close()


def main() -> None:
    import press

    from reportedly.record import Record

    press.employ()
    _write("ready")
    for line in sys.stdin:
        record, folder, seconds = line.rstrip("\n").split("\t")
        child = os.fork()
        if not child:
            with Record.open(record) as held:
                held.add([folder])
            os._exit(0)
        _write(_ended(child, float(seconds)))


def _write(news: object) -> None:
    sys.stdout.write(f"{news}\n")
    sys.stdout.flush()


def _ended(child: int, seconds: float) -> int:
    end = time.monotonic() + seconds
    while True:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        if time.monotonic() >= end:
            os.kill(child, signal.SIGKILL)
        time.sleep(0.002)


if __name__ == "__main__":
    main()
