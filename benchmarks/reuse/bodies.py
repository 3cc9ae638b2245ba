"""The bodies of the Fake News Challenge, and which of them share words: without the product's code.

The reference is exhaustive: all runs of `RUN` words that two bodies have in common, over all pairs.
"""

from __future__ import annotations

import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from benchmarks.gold.texts import CHAINS, SHARED

RUN = 5
"""Words of a run."""
NEAR = 0.75
"""Share of one of two bodies in runs of both, from which they are near-copies."""
LONG = 12
"""Words in a row that near-copies have in common at least; short bodies share phrases by chance."""
SAME = 0.99
"""The same share of both, from which one is a plain copy of the other."""
_FILES = ("train_bodies", "competition_test_bodies")
_WORD = re.compile(r"\w+")
_QUOTED = re.compile(r"[“\"„«][^“\"„«”»\n]*[”\"»]?")


def bodies(shared: Path = SHARED) -> dict[str, str]:
    """The bodies by their names, `fnc1/FILE.csv#BODY`, without those kept for the final check.

    Raises:
        OSError: if the corpus is absent.
    """
    kept = set(json.loads((CHAINS / "split.json").read_text("utf-8"))["gate"])
    found = {}
    for file in _FILES:
        path = shared / "corpora" / "fnc1" / f"{file}.csv"
        with path.open(encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows):
                found[f"fnc1/{file}.csv#{row['Body ID']}"] = row["articleBody"]
    return {name: text for name, text in found.items() if name not in kept}


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two bodies have in common, the first and the second.

    Args:
        shares: share of each one's words that lie in common runs.
        outside: the same of the words that stand in no quotation marks; of all where all do.
        longest: words of the longest stretch that the two have word for word.
    """

    shares: tuple[float, float]
    outside: tuple[float, float]
    longest: int

    @property
    def near(self) -> bool:
        """Whether they are near-copies: more than the same people quoted."""
        return self.longest >= LONG and any(
            min(pair) >= NEAR for pair in zip(self.shares, self.outside, strict=True)
        )

    @property
    def same(self) -> bool:
        """Whether they are copies but for a word in a hundred."""
        return min(self.shares) >= SAME


@dataclass(frozen=True, slots=True)
class _Body:
    """A body's runs of words by where they begin, and which of its words are quoted."""

    grams: list[tuple[str, ...]]
    quoted: list[bool]


def _body(text: str, run: int) -> _Body:
    words, quoted = [], []
    stretches = iter([*_QUOTED.finditer(text)])
    stretch = next(stretches, None)
    for word in _WORD.finditer(text):
        while stretch and stretch.end() <= word.start():
            stretch = next(stretches, None)
        words.append(word[0].lower())
        quoted.append(stretch is not None and stretch.start() < word.start())
    return _Body(_grams(words, run), quoted)


def overlaps(texts: Mapping[str, str], run: int = RUN) -> dict[tuple[str, str], Overlap]:
    """What each two texts have in common, for all pairs that have a run of words in common.

    Args:
        texts: by name.
        run: words of a run.

    Returns:
        By the two names, the lesser first.
    """
    read = {name: _body(text, run) for name, text in texts.items()}
    holders: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in sorted(read):
        for gram in set(read[name].grams):
            holders[gram].append(name)
    pairs = {pair for names in holders.values() for pair in combinations(names, 2)}
    return {(one, other): _overlap(read[one], read[other], run) for one, other in sorted(pairs)}


def _grams(words: list[str], run: int) -> list[tuple[str, ...]]:
    return list(zip(*(words[at:] for at in range(run)), strict=False))


def _overlap(one: _Body, other: _Body, run: int) -> Overlap:
    in_common = set(one.grams) & set(other.grams)
    ours = [at for at, gram in enumerate(one.grams) if gram in in_common]
    theirs = [at for at, gram in enumerate(other.grams) if gram in in_common]
    (all_of_it, outside), (all_of_other, outside_other) = (
        _covered(places, run, body.quoted) for places, body in ((ours, one), (theirs, other))
    )
    return Overlap(
        (all_of_it, all_of_other),
        (outside, outside_other),
        min(_longest(ours, run), _longest(theirs, run)),
    )


def _covered(places: Iterable[int], run: int, quoted: list[bool]) -> tuple[float, float]:
    """Share of the words that lie in common runs: of all, and of those outside quotation marks."""
    inside = {at + step for at in places for step in range(run)}
    outside = [at for at, flag in enumerate(quoted) if not flag] or range(len(quoted))
    return len(inside) / len(quoted), sum(at in inside for at in outside) / len(outside)


def _longest(places: list[int], run: int) -> int:
    """Words of the longest stretch made of common runs that follow each other."""
    best = length = 0
    last = -2
    for at in places:
        length = length + 1 if at == last + 1 else run
        best, last = max(best, length), at
    return best


def apart(texts: Mapping[str, str], run: int) -> list[str]:
    """Names of texts of which no two have `run` words in a row in common; the first come first."""
    seen: dict[tuple[str, ...], str] = {}
    found = []
    for name, text in texts.items():
        grams = set(_grams([w.lower() for w in _WORD.findall(text)], run))
        if grams and not any(gram in seen for gram in grams):
            found.append(name)
            seen.update(dict.fromkeys(grams, name))
    return found
