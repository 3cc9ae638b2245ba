"""What is measured: near-copies among the bodies of FNC-1, and among documents made from them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean, median

from benchmarks.edits import VARIANTS, Level, Made, make
from benchmarks.gold.texts import SHARED as SHARED_FOLDER
from benchmarks.reuse.bodies import SAME, apart, bodies, overlaps
from benchmarks.reuse.minhash import estimates
from benchmarks.reuse.pairs import (
    NEAR_COPIES,
    Pair,
    Score,
    agreement,
    candidates,
    common,
    compared,
    score,
)
from reportedly.schema import Reuse, ReuseKind

SEED = 20
"""Of the documents made; constants of the product were chosen on seed 1."""
ORIGINALS, SPLICED, UNRELATED = 190, 290, 190
"""With eight of each original (itself and seven variants) these make 2,000 documents."""
APART = 7
"""Words in a row that no two bodies share of which documents are made, else what they have in
common would not be known; two that share twelve with small edits do occur among others."""
SIZES = range(120, 3001)
"""Words of a body that documents are made from."""
EDITED = tuple(level for level in VARIANTS if level is not Level.VERBATIM)
"""Levels that make an edited copy."""
TWO_VARIANTS = "two variants"


@dataclass(frozen=True, slots=True)
class Row:
    """How well the pairs of one sort were found: by the product, and by MinHash alone.

    Args:
        ours: pairs to find, found and right.
        minhash: the same.
        overlap: mean intersection over union of the letters in passages, over all pairs to find;
            None where the reference knows no passages.
    """

    ours: Score
    minhash: Score
    overlap: float | None = None


@dataclass(frozen=True, slots=True)
class Work:
    """What finding cost: candidates a document, and milliseconds of one core a pair."""

    documents: int
    candidates: float
    mean: float
    median: float


@dataclass(frozen=True, slots=True)
class Measured:
    """Rows by their names, and what they cost."""

    rows: Mapping[str, Row]
    work: Work


def bodies_measured(shared: Path = SHARED_FOLDER) -> Measured:
    """Copies and near-copies among the bodies of FNC-1, against the exhaustive reference."""
    texts = bodies(shared)
    gold = overlaps(texts)
    found, work = _found(texts)
    plain = estimates(texts)
    near = {pair for pair, overlap in gold.items() if overlap.near}
    same = {pair for pair, overlap in gold.items() if overlap.same}
    copies = {pair for pair, likeness in plain.items() if likeness >= SAME}
    rows = {
        "copies": (same, (ReuseKind.COPY,), copies),
        "edited copies": (near - same, (ReuseKind.EDITED,), set(plain) - copies),
        "both": (near, NEAR_COPIES, plain),
    }
    return Measured(
        {
            name: Row(score(wanted, _of_kind(found, kinds)), score(wanted, guessed))
            for name, (wanted, kinds, guessed) in rows.items()
        },
        work,
    )


def _of_kind(found: Mapping[Pair, Reuse], kinds: Sequence[ReuseKind]) -> list[Pair]:
    return [pair for pair, reuse in found.items() if reuse.kind in kinds]


def _found(texts: Mapping[str, str]) -> tuple[dict[Pair, Reuse], Work]:
    pairs = candidates(texts)
    found, took = compared(texts, pairs)
    per_document = 2 * len(pairs) / len(texts)
    return found, Work(len(texts), per_document, fmean(took), median(took))


def made_measured(shared: Path = SHARED_FOLDER, seed: int = SEED) -> Measured:
    """Copies, edited copies and passages among made documents, against how they were made.

    A verbatim variant is found where it is called a copy of its original; an edited one where it is
    called a copy or an edited copy; a spliced document, and two variants of one original, where any
    reuse is found.
    """
    texts = bodies(shared)
    usable = {name: text for name, text in texts.items() if len(text.split()) in SIZES}
    chosen = {name: usable[name] for name in apart(usable, APART)}
    made = {one.name: one for one in make(chosen, ORIGINALS, SPLICED, UNRELATED, seed)}
    found, work = _found({name: one.text for name, one in made.items()})
    return Measured(_rows(made, found), work)


def _rows(made: Mapping[str, Made], found: Mapping[Pair, Reuse]) -> dict[str, Row]:
    gold = common(made.values())
    plain = estimates({name: one.text for name, one in made.items()})
    theirs, ours, minhash = (_by_row(made, pairs) for pairs in (gold, (p for p in found), plain))
    rows = {}
    for names in (*((level,) for level in (*VARIANTS, Level.SPLICED, TWO_VARIANTS)), EDITED):
        wanted, called, guessed = (
            [pair for name in names for pair in sorted_pairs[name]]
            for sorted_pairs in (theirs, ours, minhash)
        )
        called = [pair for pair in called if _right_kind(names[0], found[pair])]
        overlap = fmean(
            agreement(made[a], made[b], gold[a, b], found.get((a, b))) for a, b in wanted
        )
        name = names[0] if len(names) == 1 else "all edited copies"
        rows[name] = Row(score(wanted, called), score(wanted, guessed), overlap)
    apart_ours, apart_plain = (score((), pairs[Level.UNRELATED]) for pairs in (ours, minhash))
    return rows | {Level.UNRELATED: Row(apart_ours, apart_plain)}


def _right_kind(row: str, reuse: Reuse) -> bool:
    if row == Level.VERBATIM:
        return reuse.kind is ReuseKind.COPY
    return row not in EDITED or reuse.kind in NEAR_COPIES


def _by_row(made: Mapping[str, Made], pairs: Iterable[Pair]) -> defaultdict[str, list[Pair]]:
    """Pairs by the row of the table that they belong to."""
    rows: defaultdict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        rows[_row(*(made[name] for name in pair))].append(pair)
    return rows


def _row(one: Made, other: Made) -> str:
    both = {one.level, other.level}
    sources = [{piece.source for piece in made.pieces} for made in (one, other)]
    if Level.UNRELATED in both or both == {Level.ORIGINAL}:
        return Level.UNRELATED
    if Level.SPLICED in both:
        return Level.SPLICED
    variant = next(iter(both - {Level.ORIGINAL})) if Level.ORIGINAL in both else TWO_VARIANTS
    return variant if sources[0] == sources[1] else Level.UNRELATED
