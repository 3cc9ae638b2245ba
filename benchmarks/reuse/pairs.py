"""Pairs of documents as they should be called and as they are called, and how the two agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from time import process_time

import numpy as np
from numpy.typing import NDArray

from benchmarks.edits import Made, shared
from benchmarks.reuse.bodies import NEAR
from reportedly.connect.reuse import SHARED, compare, fingerprints
from reportedly.schema import Document, Reuse, ReuseKind, Span, text_id

Pair = tuple[str, str]
NEAR_COPIES = (ReuseKind.COPY, ReuseKind.EDITED)


@dataclass(frozen=True, slots=True)
class Score:
    """How many pairs there are to find, how many were found, and how many of these are right."""

    gold: int
    found: int
    right: int

    @property
    def precision(self) -> float:
        """Share of those found that are right; 1 where nothing was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of those to find that were found; 1 where there is nothing to find."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        both = self.gold + self.found
        return 2 * self.right / both if both else 1.0


def score(gold: Iterable[Pair], found: Iterable[Pair]) -> Score:
    """Compare pairs found with pairs to find; each pair has its lesser name first."""
    ours, theirs = set(gold), set(found)
    return Score(len(ours), len(theirs), len(ours & theirs))


def document(name: str, text: str) -> Document:
    """A text as a document that is all body."""
    return Document(text_id(text), text, path=name)


def candidates(texts: Mapping[str, str], least: int = SHARED) -> list[Pair]:
    """Pairs that share `least` fingerprints or more, the lesser name first."""
    holders: defaultdict[int, list[str]] = defaultdict(list)
    for name in sorted(texts):
        for number in fingerprints(document(name, texts[name])):
            holders[number].append(name)
    count: defaultdict[Pair, int] = defaultdict(int)
    for names in holders.values():
        for pair in combinations(names, 2):
            count[pair] += 1
    return sorted(pair for pair, number in count.items() if number >= least)


def compared(
    texts: Mapping[str, str], pairs: Sequence[Pair]
) -> tuple[dict[Pair, Reuse], list[float]]:
    """The reuse of those pairs that have any, and the milliseconds that each pair took."""
    documents = {name: document(name, text) for name, text in texts.items()}
    found, took = {}, []
    for pair in pairs:
        start = process_time()
        reuse = compare(documents[pair[0]], documents[pair[1]])
        took.append((process_time() - start) * 1000)
        if reuse:
            found[pair] = reuse
    return found, took


@dataclass(frozen=True, slots=True)
class Common:
    """What two made documents have in common by how they were made.

    Args:
        spans: sentences made from the same ones, in the first and in the second.
        shares: the share of each one's letters that they hold.
    """

    spans: tuple[Sequence[Span], Sequence[Span]]
    shares: tuple[float, float]

    @property
    def near(self) -> bool:
        """Whether one is made of the other for the greater part."""
        return max(self.shares) >= NEAR


def common(made: Iterable[Made]) -> dict[Pair, Common]:
    """What each two made documents have in common; only those that have anything."""
    by_name = {one.name: one for one in made}
    holders: defaultdict[tuple[str, Span], set[str]] = defaultdict(set)
    for one in by_name.values():
        for piece in one.pieces:
            holders[piece.source, piece.origin].add(one.name)
    pairs = {pair for names in holders.values() for pair in combinations(sorted(names), 2)}
    return {pair: _common(by_name[pair[0]], by_name[pair[1]]) for pair in sorted(pairs)}


def _common(one: Made, other: Made) -> Common:
    ours, theirs = shared(one, other)
    return Common(
        (ours, theirs),
        (
            _letters(one.text, ours).sum() / _letters(one.text).sum(),
            _letters(other.text, theirs).sum() / _letters(other.text).sum(),
        ),
    )


def _letters(text: str, spans: Iterable[Span] | None = None) -> NDArray[np.bool_]:
    """Which characters of a text are letters or digits and lie in some spans."""
    held = np.zeros(len(text), np.bool_)
    for span in [Span(0, len(text))] if spans is None else spans:
        held[span.start : span.end] = True
    return held & np.fromiter(map(str.isalnum, text), np.bool_, len(text))


def agreement(one: Made, other: Made, gold: Common, found: Reuse | None) -> float:
    """Intersection over union of the letters in passages, mean of the two sides; 0 if not found."""
    if found is None:
        return 0.0
    sides = (
        (one.text, gold.spans[0], [p.first for p in found.passages]),
        (other.text, gold.spans[1], [p.second for p in found.passages]),
    )
    return sum(_overlap(*side) for side in sides) / 2


def _overlap(text: str, gold: Sequence[Span], found: Sequence[Span]) -> float:
    ours, theirs = _letters(text, gold), _letters(text, found)
    return float((ours & theirs).sum() / (ours | theirs).sum())
