"""How good the program is: `make accuracy`, or `python -m benchmarks.accuracy [--json FILE]`.

It runs the program on texts that people have annotated, and prints for each row of the shared
scorer precision, recall and F1, with the agreement of two people beside it; then the same by kind
and publisher, how far the confidence can be trusted, our own blind annotations, and the samples;
then, on the gate documents of the gold of chains, speakers, chains, days, acts and evidence; then
what connects articles: same claims, reuse, and the three articles in one record.

Exit status: 0 if every floor in `floors.json` holds; 1 if one does not, or the data differ from
those the floors were set on. Without the corpora: one line and 0, or 1 where `CI` is `true`.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks import blocks, floors, tables
from benchmarks.across import across
from benchmarks.blind import blind, passed_for_reporting
from benchmarks.calibration import Calibration, calibration
from benchmarks.chains import runs, total
from benchmarks.chains import tables as chain_tables
from benchmarks.evaluation import DEV, gold_digest, missing, people, polnear, polnear_digest
from benchmarks.gold.reading import documents
from benchmarks.scoring import Counted, Table, by_group, by_kind, counted, matches, whole
from training.score import SHARED

Figures = dict[str, float]
_PRF = ("p", "r", "f1")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and compare with the floors."""
    options = _options(arguments)
    if lacking := missing() or runs.missing():
        print(f"accuracy is not measured: {lacking} is not there (local corpora, see CONTRIBUTING)")
        return 1 if os.environ.get("CI") == "true" else 0
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    report: dict[str, Any] = {}
    cases = [counted(case) for case in polnear()]
    measured = {
        "polnear": floors.Measured(polnear_digest(), _polnear(cases, report)),
        **_blind(whole(cases), report),
        "chains": _chains(report),
    }
    _blocks()
    connected = dict(across())
    report |= {name: dict(found.figures) for name, found in connected.items()}
    measured |= connected
    if options.json:
        options.json.write_text(json.dumps(report, indent=1, ensure_ascii=False) + "\n", "utf-8")
    return _judge(measured)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.accuracy", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every figure there too")
    return parser.parse_args(arguments)


def _polnear(cases: Sequence[Counted], report: dict[str, Any]) -> Figures:
    report["people"] = {row: dict(zip(_PRF, v, strict=True)) for row, v in people().items()}
    tables.heading("PolNeAR dev", cases)
    figures = _tables(cases, report, "polnear")
    kinds = {str(kind): table for kind, table in by_kind(cases).items()}
    report["polnear by kind"] = _plain(kinds)
    tables.narrow("by kind", kinds, tables.KINDS_NOTE)
    groups = by_group(cases)
    report["polnear by publisher"] = _plain(groups)
    tables.narrow("by publisher", groups)
    figures["calibration error"] = _calibration(cases, report, "polnear").error
    return figures


def _tables(cases: Sequence[Counted], report: dict[str, Any], name: str) -> Figures:
    """Both readings of leaning attributions, printed side by side; the figures with floors."""
    followed, written = whole(cases), whole(cases, written=True)
    report[name], report[f"{name} as written"] = _scores(followed), _scores(written)
    tables.wide(followed, written, {row: v["f1"] for row, v in report["people"].items()})
    return {row: score.f1 for row, score in followed.items()}


def _calibration(cases: Sequence[Counted], report: dict[str, Any], name: str) -> Calibration:
    judged = [
        (a.confidence, match is not None)
        for case in cases
        for a, match in zip(case.case.predicted, matches(case), strict=True)
    ]
    found = calibration(judged)
    report[f"{name} calibration"] = asdict(found)
    tables.reliability(found)
    return found


def _blind(known: Table, report: dict[str, Any]) -> dict[str, floors.Measured]:
    cases = blind()
    data = gold_digest()
    tables.heading("our own blind annotations, other years and subjects", cases, tables.BLIND_NOTE)
    measured = {"blind": floors.Measured(data, _tables(cases, report, "blind"))}
    splits = by_group(cases)
    report["blind by split"] = _plain(splits)
    tables.narrow("by split", {**splits, "PolNeAR dev": known})
    _calibration(cases, report, "blind")
    measured["samples"] = floors.Measured(data, _samples(cases, report))
    return measured


def _samples(cases: Sequence[Counted], report: dict[str, Any]) -> Figures:
    samples = [case for case in cases if case.case.name.startswith("samples/")]
    rows = [_sample(case) for case in samples]
    report["samples"] = rows
    tables.samples(rows)
    to_find = sum(row["gold"] for row in rows)
    return {
        "found": sum(row["found"] for row in rows) / max(to_find, 1),
        "passed for reporting": sum(len(row["passed for reporting"]) for row in rows),
    }


def _sample(case: Counted) -> dict[str, Any]:
    found = {match for match in matches(case, "what") if match is not None}
    speakers = {match for match in matches(case) if match is not None}
    return {
        "name": case.case.name.removeprefix("samples/"),
        "gold": len(case.gold),
        "found": len(found),
        "with source": len(speakers),
        "not found at": [
            case.case.gold[i].content[0].start for i in range(len(case.gold)) if i not in found
        ],
        "more": len(case.followed) - len(found),
        "passed for reporting": passed_for_reporting(case),
    }


def _chains(report: dict[str, Any]) -> floors.Measured:
    """Who, through whom, when and with what proof, on the gate documents; figures alone."""
    scored, second = runs.program("gate"), runs.annotators(documents("twice"))
    counts, agreement = total(s.counts for s in scored), total(s.counts for s in second)
    report["chains"] = chain_tables.plain(counts)
    report["chains, annotators"] = chain_tables.plain(agreement)
    chain_tables.heading("chains, days, acts and evidence", scored)
    chain_tables.table(counts, agreement)
    return floors.Measured(runs.digest(), chain_tables.figures(counts))


def _blocks() -> None:
    """How well blocks are told, by a benchmark of its own; and what their errors cost here."""
    print("\nblocks of plain text")
    for sample in (1, 2):
        blocks.score(SHARED / "corpora", sample, errors=False)
    blocks.lost(DEV)


def _scores(table: Table) -> dict[str, Any]:
    return {
        row: {"p": s.precision, "r": s.recall, "f1": s.f1, "predicted": s.predicted, "gold": s.gold}
        for row, s in table.items()
    }


def _plain(grouped: Mapping[str, Table]) -> dict[str, Any]:
    return {name: _scores(table) for name, table in grouped.items()}


def _judge(measured: Mapping[str, floors.Measured]) -> int:
    failed = list(floors.failures(measured, floors.load()))
    print()
    for line in failed:
        print(f"UNDER THE FLOOR  {line}")
    if not failed:
        print("every floor holds (benchmarks/floors.json)")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
