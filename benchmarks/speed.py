"""How fast the program is and what it takes: `make bench`, or `python -m benchmarks.speed`.

Everything in one run, on PolNeAR dev: throughput on one core and on two, memory, cold start, the
whole of `extract` beside the bare encoder on the same windows, and where the time goes. What it
is compared with stands beside it. It is a benchmark and not a test: the exit status is 0 whatever
the figures are; a figure that misses its target is marked.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from benchmarks.evaluation import DEV
from benchmarks.processes import peak_memory, pinned, start_time

SAMPLE = str(files("reportedly") / "samples" / "invented-2018-gates.txt")
MEGABYTE = 1_000_000
PAGES = 24
"""Invented pages that are read: three of each layout of `benchmarks.pages`."""
BUSY = 0.5
"""Load (processes that want to run) above which the figures are of a busy machine."""


@dataclass(frozen=True, slots=True)
class Line:
    """One figure; `target` is what it should reach, `met` whether it does (None: no target)."""

    name: str
    figure: str
    value: float
    target: str = ""
    met: bool | None = None


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="benchmarks.speed", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every figure there too")
    parser.add_argument("folder", type=Path, nargs="?", help="texts to read; else PolNeAR dev")
    options = parser.parse_args(arguments)
    folder = options.folder or DEV / "text"
    if not folder.is_dir():
        print(f"speed is not measured: {folder} is not there (local corpora, see CONTRIBUTING)")
        return 0
    print(_machine())
    one, two = pinned("one", str(folder), 1), pinned("two", str(folder), 2)
    read = f"{one['documents']} documents, {one['words']:,} words, {one['windows']:,} windows"
    print(f"{folder.parent.name}/{folder.name}: {read}\n")
    lines = [*_throughput(one, two), *_memory(folder), *_starts(), *_pages()]
    _table(lines)
    _stages(one["stages"], one["words"])
    if options.json:
        report = {"lines": [asdict(line) for line in lines], "one": one, "two": two}
        options.json.write_text(json.dumps(report, indent=1) + "\n", "utf-8")
    return 0


def _machine() -> str:
    names = [
        line.partition(":")[2].strip()
        for line in Path("/proc/cpuinfo").read_text("utf-8").splitlines()
        if line.startswith("model name")
    ]
    load = os.getloadavg()[0]
    busy = "; the machine is busy with other work, so the figures are low" if load > BUSY else ""
    processor = names[0] if names else platform.processor()
    return (
        f"{processor}, {len(os.sched_getaffinity(0))} cores, "
        f"Python {platform.python_version()}; load {load:.1f}{busy}"
    )


def _throughput(one: dict[str, Any], two: dict[str, Any]) -> list[Line]:
    words, documents = one["words"], one["documents"]
    single, bare = statistics.median(one["extract"]), statistics.median(one["encoder"])
    double, regex = statistics.median(two["extract"]), statistics.median(one["regex"])
    rate, calm = words / single, words / statistics.median(one["processor"])
    ratio = single / bare
    outer = statistics.median(one["outer"])
    both = words / double
    return [
        Line("one core", f"{rate:,.0f} words/s", rate, ">= 5,000 (aim 10,000)", rate >= 5_000),
        Line("", f"{documents / single:.1f} documents/s", documents / single),
        Line("  by processor time, waiting left out", f"{calm:,.0f} words/s", calm),
        Line("two cores, two jobs", f"{both:,.0f} words/s", both),
        Line(
            "  (start of the workers included)",
            f"{documents / double:.1f} documents/s",
            documents / double,
        ),
        Line("extract to bare encoder", f"{ratio:.3f}", ratio, "<= 1.5", ratio <= 1.5),
        Line("  to its first look alone", f"{single / outer:.3f}", single / outer),
        Line("  peer: the bare encoder", f"{words / bare:,.0f} words/s", words / bare),
        Line("  peer: one regular expression *", f"{words / regex:,.0f} words/s", words / regex),
    ]


def _memory(folder: Path) -> list[Line]:
    def line(name: str, *arguments: str, most: int = 500) -> Line:
        held = peak_memory(["extract", "--format", "jsonl", *arguments]) / MEGABYTE
        return Line(name, f"{held:,.0f} MB", held, f"< {most} MB", held < most)

    once = str(folder)
    return [
        line("peak memory, one job", once),
        line("  the same texts five times", *[once] * 5),
        line("peak memory, two jobs, all processes", "--jobs", "2", once),
    ]


def _starts() -> list[Line]:
    helped = start_time("--help")
    short = start_time("extract", SAMPLE)
    version = start_time("--version")
    return [
        Line("cold start: --help", f"{helped:.3f} s", helped, "< 0.3 s", helped < 0.3),
        Line("cold start: --version", f"{version:.3f} s", version),
        Line("cold start: extract of one article", f"{short:.3f} s", short),
    ]


def _pages() -> list[Line]:
    """The reading of HTML pages, which comes on top where the input is pages."""
    found = pinned("pages", str(PAGES), 1)
    read, alone = found["read"], found["trafilatura"]
    return [
        Line(f"reading an HTML page of {found['kilobytes']:.0f} kB", f"{read:.1f} ms", read),
        Line("  peer: trafilatura alone", f"{alone:.1f} ms", alone),
    ]


def _table(lines: Sequence[Line]) -> None:
    for line in lines:
        verdict = "" if line.met is None else "met" if line.met else "MISSED"
        print(f"{line.name:38} {line.figure:>22}   {line.target:22} {verdict}".rstrip())
    print(
        "\n* It finds some direct quotations with their speaker and nothing else: a bound on what"
        "\n  reading the text at all costs. A pipeline of a general library needs a model that no"
        "\n  package registry has, and is not run here."
    )


def _stages(stages: dict[str, float], words: int) -> None:
    total = sum(stages.values())
    print("\nwhere the time of one pass goes (one core)")
    for name, seconds in stages.items():
        share = seconds / total
        print(f"  {name:20} {seconds:7.2f} s  {share:6.1%}  {seconds / words * 1e6:7.1f} µs a word")


if __name__ == "__main__":
    sys.exit(main())
