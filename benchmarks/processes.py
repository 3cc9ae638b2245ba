"""Running the installed program as a user does, and measuring the process from outside."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = str(Path(sys.executable).with_name("reportedly"))
STARTS = 5
"""Starts of the program whose median counts; the first of all also fills the disk's cache."""
_LOOK = 0.02
"""Seconds between two looks at the memory of a process and its children."""


def pinned(task: str, argument: str, cores: int) -> dict[str, Any]:
    """What `benchmarks.passes` prints, run on so many cores."""
    command = [sys.executable, "-m", "benchmarks.passes", task, argument]
    available = sorted(os.sched_getaffinity(0))
    os.sched_setaffinity(0, available[:cores])  # a child begins with its parent's
    try:
        done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True)
    finally:
        os.sched_setaffinity(0, available)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def start_time(*arguments: str) -> float:
    """Median seconds from starting the program to its end."""
    times = []
    for _ in range(STARTS + 1):
        began = time.perf_counter()
        subprocess.run([PROGRAM, *arguments], capture_output=True, check=True)
        times.append(time.perf_counter() - began)
    return statistics.median(times[1:])


def peak_memory(arguments: Sequence[str]) -> int:
    """Most bytes that the program and its children held, each at its own highest.

    The peaks of the processes are added as if they fell together, and pages that they share are
    counted for each: the true figure is lower where there are workers.
    """
    silent = subprocess.DEVNULL
    with subprocess.Popen([PROGRAM, *arguments], stdout=silent, stderr=silent) as process:
        return peak_of(process)


def peak_of(process: subprocess.Popen[bytes]) -> int:
    """The same of a process that has begun, once it has ended.

    Raises:
        RuntimeError: if it fails.
    """
    return sum(_peaks(process).values())


def largest_of(process: subprocess.Popen[bytes]) -> int:
    """Most bytes that any one of them held.

    Raises:
        RuntimeError: if it fails.
    """
    return max(_peaks(process).values())


def _peaks(process: subprocess.Popen[bytes]) -> dict[int, int]:
    peaks: dict[int, int] = {}
    while process.poll() is None:
        for pid in _family(process.pid):
            peaks[pid] = max(peaks.get(pid, 0), _high_water(pid))
        time.sleep(_LOOK)
    if process.returncode != 0:
        raise RuntimeError(f"{process.args!r}: exit status {process.returncode}")
    return peaks


def _family(pid: int) -> list[int]:
    """A process and all below it, by whichever of its threads they were started."""
    found = [pid]
    for parent in found:
        with suppress(OSError):  # it has ended
            for thread in Path(f"/proc/{parent}/task").iterdir():
                found += map(int, (thread / "children").read_text("ascii").split())
    return found


def _high_water(pid: int) -> int:
    """The kernel's own mark of a process's largest resident size, bytes; 0 if it has ended."""
    try:
        status = Path(f"/proc/{pid}/status").read_text("ascii", errors="replace")
    except OSError:
        return 0
    lines = (line.split() for line in status.splitlines() if line.startswith("VmHWM:"))
    return next((int(line[1]) * 1024 for line in lines), 0)
