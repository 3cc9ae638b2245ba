"""How the figures of `make accuracy` are printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from benchmarks.calibration import Calibration
from benchmarks.scoring import ROWS, Counted, Table

KINDS_NOTE = """\
P: of those found that the program calls so, the share that is right, whatever kind the annotation
is of. R: of the annotations that the program's own rule calls so, the share found, whatever kind
the program gave. F1 is made of the two. gold, found: how many there are of each."""

BLIND_NOTE = """\
Marked by one careful reader before any program had read them. A chain of carriers ("Z quoted Y as
saying X") counts as found in either of its two readings, Z's or Y's. Attributions in links to
other stories are not to be found; what is found there counts as wrong."""


def heading(title: str, cases: Sequence[Counted], note: str = "") -> None:
    """What was read: documents, words, attributions."""
    words = sum(len(case.case.text.split()) for case in cases)
    gold, found = sum(len(c.gold) for c in cases), sum(len(c.followed) for c in cases)
    print(f"\n{title}: {len(cases)} documents, {words:,} words")
    print(f"{gold:,} attributions annotated, {found:,} found")
    if note:
        print(note)


def wide(followed: Table, written: Table, people: Mapping[str, float]) -> None:
    """The whole table, in both readings of leaning attributions, beside two people's F1."""
    print("\nsource_from followed: an attribution that leans on another has that one's source,")
    print("as the annotations repeat it. As written: it has none.\n")
    print(f"{'':9}  {'source_from followed':^29}  {'as written':^20}  people")
    print(
        f"{'':9}  {'P':>6} {'R':>6} {'F1':>6} {'F1-ppl':>7}  {'P':>6} {'R':>6} {'F1':>6}  {'F1':>6}"
    )
    for row in ROWS:
        s, w, p = followed[row], written[row], people[row]
        print(
            f"{row:9}  {s.precision:6.3f} {s.recall:6.3f} {s.f1:6.3f} {s.f1 - p:+7.3f}  "
            f"{w.precision:6.3f} {w.recall:6.3f} {w.f1:6.3f}  {p:6.3f}"
        )


def narrow(title: str, grouped: Mapping[str, Table], note: str = "") -> None:
    """F1 of every row for each group, with precision and recall of who+what."""
    size = max(12, *map(len, grouped))
    print(f"\n{title} (F1; who+what with P and R)")
    if note:
        print(note)
    names = "".join(f" {row:>8}" for row in ROWS)
    print(f"{'':{size}} {'gold':>5} {'found':>5}{names}       P      R")
    for name, table in grouped.items():
        figures = "".join(f" {table[row].f1:8.3f}" for row in ROWS)
        pair = table["who+what"]
        print(
            f"{name:{size}} {pair.gold:5} {pair.predicted:5}{figures}"
            f"  {pair.precision:6.3f} {pair.recall:6.3f}"
        )


def reliability(found: Calibration) -> None:
    """The reliability table of the confidence."""
    print("\nconfidence against being right (who+what), in ten bins")
    print("  confidence   count   mean   right")
    for b in found.bins:
        print(f"  {b.low:.1f} to {b.high:.1f}  {b.count:6}  {b.confidence:.3f}   {b.right:.3f}")
    ranking = "" if found.ranking is None else f"; right above wrong {found.ranking:.3f}"
    print(f"expected calibration error {found.error:.3f}{ranking}")


def samples(rows: Sequence[Mapping[str, Any]]) -> None:
    """What was found of what a careful reader finds in the three samples."""
    print("\nthe three samples: what a careful reader finds (content overlapping by half or more)")
    print(f"  {'':28} to find  found  source too  more  passed for reporting")
    for row in rows:
        wrong = row["passed for reporting"]
        print(
            f"  {row['name']:28} {row['gold']:7}  {row['found']:5}  {row['with source']:10}"
            f"  {row['more']:4}  {len(wrong):20}"
        )
        if row["not found at"]:
            print(f"    not found, by where the content starts: {row['not found at']}")
        for line in wrong:
            print(f"    passed for reporting at {line}")
