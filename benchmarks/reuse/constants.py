"""Print what the constants of reuse were chosen by: `python -m benchmarks.reuse.constants`."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Mapping
from itertools import combinations
from pathlib import Path

from benchmarks.gold.texts import SHARED as SHARED_FOLDER
from benchmarks.reuse.bodies import bodies, overlaps
from benchmarks.reuse.pairs import Pair, document
from reportedly.connect.reuse import passages, winnow
from reportedly.connect.reuse.words import read_words

RUNS_AND_WINDOWS = ((4, 9), (5, 8), (6, 7), (7, 6), (7, 8), (8, 5), (8, 8))
LONG = 12
"""Words in a row from which two bodies should be found to be candidates."""
_TEST = "competition_test"


def fingerprints(texts: Mapping[str, str]) -> None:
    """Candidates by how fingerprints are made, and how many of them two documents share."""
    long = {pair for pair, overlap in overlaps(texts).items() if overlap.longest >= LONG}
    print(f"{len(long):,} pairs of bodies have {LONG} words in a row in common")
    print("  run window shared  fingerprints  candidates  without  recall")
    for run, window in RUNS_AND_WINDOWS:
        winnow.RUN, winnow.WINDOW = run, window
        found = {n: winnow.fingerprints(document(n, text)) for n, text in texts.items()}
        count = _shared(found)
        for least in (1, 2):
            pairs = {pair for pair, number in count.items() if number >= least}
            print(
                f"  {run:3} {window:6} {least:6} {sum(map(len, found.values())) / len(texts):13.0f}"
                f" {2 * len(pairs) / len(texts):11.2f} {2 * len(pairs - long) / len(texts):8.2f}"
                f" {len(pairs & long) / len(long):7.3f}"
            )


def _shared(found: Mapping[str, tuple[int, ...]]) -> Counter[Pair]:
    holders: defaultdict[int, list[str]] = defaultdict(list)
    for name in sorted(found):
        for number in found[name]:
            holders[number].append(name)
    return Counter(pair for names in holders.values() for pair in combinations(names, 2))


def lengths(texts: Mapping[str, str], shared: Path = SHARED_FOLDER) -> None:
    """Passages by their length: between bodies on different subjects, and on the same."""
    passages.LEAST = 6
    subjects = _subjects(shared)
    apart: Counter[int] = Counter()
    together: Counter[int] = Counter()
    chosen = {name: text for name, text in texts.items() if _TEST in name}
    for one, other in overlaps(chosen, 4):
        same = subjects[one.rpartition("#")[2]] == subjects[other.rpartition("#")[2]]
        words = [read_words(document(name, chosen[name])) for name in (one, other)]
        for found in passages.passages(words[0], words[1]):
            (together if same else apart)[min(found.matched, 20)] += 1
    print(f"passages between {len(chosen)} bodies, by the words they have in common")
    print("  words  on different subjects  on one subject")
    for size in sorted(apart | together):
        print(f"  {size:5} {apart[size]:22} {together[size]:15}")


def _subjects(shared: Path) -> dict[str, str]:
    """The subject of each body of the test part: bodies that headlines on one subject go with."""
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        while parent.setdefault(name, name) != name:
            name = parent[name]
        return name

    path = shared / "corpora" / "fnc1" / f"{_TEST}_stances.csv"
    with path.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            subject = root(row["Body ID"])
            if row["Stance"] != "unrelated":
                parent[subject] = root("headline " + row["Headline"].lower())
    return {name: root(name) for name in list(parent)}


if __name__ == "__main__":
    texts = bodies()
    lengths(texts)
    fingerprints(texts)
