"""What connects articles, measured for `make accuracy`: same claims, reuse, and the three articles.

Each part prints itself beside its baseline (`benchmarks.claims`, `benchmarks.reuse`,
`benchmarks.remembered`) and gives the figures that have floors.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks import remembered
from benchmarks.claims.__main__ import measured as claims_measured
from benchmarks.floors import Measured
from benchmarks.reuse.__main__ import table
from benchmarks.reuse.measure import SEED, bodies_measured, made_measured
from training.score import SHARED

CORPORA = SHARED / "corpora"
DATA = {
    "claims": ("checkthat2020", "sts-headlines", "claimdiff"),
    "reuse": ("fnc1",),
}
"""The folders that each part is measured on."""


def across() -> Iterator[tuple[str, Measured]]:
    """Measure and print, part by part."""
    yield "claims", Measured(_digest("claims"), claims_measured())
    yield "reuse", Measured(_digest("reuse"), dict(_reuse()))
    print("\nthe three articles that started it, in one record (1: it holds)")
    figures = remembered.figures()
    for name, value in figures.items():
        print(f"  {name:28}{value:4.0f}")
    samples = sorted((SHARED / "samples").glob("*.txt"))
    yield "remembered", Measured(digest(samples), figures)


def _reuse() -> Iterator[tuple[str, float]]:
    bodies, made = bodies_measured(), made_measured()
    table("reuse: bodies of FNC-1, against all runs of five words of all pairs", bodies)
    table(f"reuse: made from them by cutting, rewording and splicing, seed {SEED}", made)
    yield "FNC-1 copies", bodies.rows["copies"].ours.f1
    yield "FNC-1 edited copies", bodies.rows["edited copies"].ours.f1
    yield "made copies", made.rows["verbatim"].ours.f1
    edited = made.rows["all edited copies"]
    yield "made edited copies", edited.ours.f1
    yield "made spans", edited.overlap or 0.0


def _digest(part: str) -> str:
    folders = (CORPORA / name for name in DATA[part])
    return digest(p for folder in folders for p in sorted(folder.rglob("*")) if p.is_file())


def digest(files: Iterable[Path]) -> str:
    """The digest of the bytes of files, in order."""
    found = hashlib.sha256()
    for path in files:
        found.update(path.read_bytes())
    return f"sha256:{found.hexdigest()}"
