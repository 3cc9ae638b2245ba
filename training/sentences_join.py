"""Fits what `connect.claims.likelihood` weighs: `python -m training.sentences_join`.

Prints the logits, to be written there after the encoder was fitted anew.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.claims.pairs import cosines
from reportedly.attribute.attributor import MODEL
from reportedly.connect.claims import SentenceEncoder
from reportedly.connect.claims.likelihood import overlap
from reportedly.connect.claims.words import words
from training.corpus import read_polnear
from training.score import SHARED
from training.sentences_cells import contents, text_of
from training.sentences_data import read_agreeing, read_headlines
from training.sentences_foils import Foiler

_SAME, _OTHER = 4.0, 3.5
"""Grades of STS from which two headlines say the same, and below which they do not."""
_CHANGED, _AGREEING, _BESIDE = 1500, 700, 3
_SHORTEST, _LONGEST = 4, 45
"""Words of contents that are taken, neither among them."""
_SEED = 3


@dataclass(frozen=True, slots=True)
class Labelled:
    """Two texts, and whether they say the same."""

    one: str
    other: str
    same: bool


def labelled(corpora: Path) -> Iterator[Labelled]:
    """The pairs to fit to."""
    chance = random.Random(_SEED)
    for year in (2013, 2014):
        for pair in read_headlines(corpora / "sts-headlines" / f"{year}.tsv"):
            if not _OTHER <= pair.grade < _SAME:
                yield Labelled(pair.one, pair.other, pair.grade >= _SAME)
    agreeing = read_agreeing(corpora / "fnc1" / "competition_test_stances.csv")
    for match in chance.sample(agreeing, _AGREEING):
        yield Labelled(match.query, chance.choice(match.answers), True)
    yield from _beside(corpora / "polnear" / "train", chance)
    texts = [t for t in contents(corpora / "polnear" / "train") if 5 < len(t.split()) < 40]
    foiler = Foiler(chance.sample(texts, 6000))
    for text in chance.sample(texts, _CHANGED):
        changed = foiler(text, chance)
        if changed:
            yield Labelled(text, changed, False)


def _beside(folder: Path, chance: random.Random) -> Iterator[Labelled]:
    """Contents of one article: of one subject, and seldom the same, but for what one holds."""
    for example in read_polnear(folder):
        found = dict.fromkeys(text_of(example, gold) for gold in example.gold)
        texts = [text for text in found if _SHORTEST < len(text.split()) < _LONGEST]
        for _ in range(_BESIDE if len(texts) > _BESIDE else 0):
            one, other = chance.sample(texts, 2)
            if one not in other and other not in one:
                yield Labelled(one, other, False)


def regression(features: NDArray[np.float64], right: NDArray[np.float64]) -> NDArray[np.float64]:
    """Logistic regression by Newton's steps; the first feature is to be constant."""
    weights = np.zeros(features.shape[1])
    for _ in range(30):
        likely = 1 / (1 + np.exp(-features @ weights))
        slopes = np.einsum("n,nf,ng->fg", likely * (1 - likely), features, features)
        slopes += 1e-3 * np.eye(len(weights))
        weights += np.linalg.solve(slopes, features.T @ (right - likely) - 1e-3 * weights)
    return np.asarray(weights, dtype=np.float64)


def main() -> int:
    """Fit and print."""
    pairs = list(labelled(SHARED / "corpora"))
    encoder = SentenceEncoder(MODEL / "tokenizer.json")
    near = cosines(encoder.vectors(p.one for p in pairs), encoder.vectors(p.other for p in pairs))
    both = np.array([overlap(words(p.one), words(p.other)) for p in pairs], dtype=np.float64)
    right = np.array([p.same for p in pairs], dtype=np.float64)
    features = np.ones((len(pairs), 3), dtype=np.float64)
    features[:, 1], features[:, 2] = near, both[:, 0]
    features, right = features[both[:, 1] > 0], right[both[:, 1] > 0]
    weights = regression(features, right)
    likely = 1 / (1 + np.exp(-features @ weights))
    print("bias, cosine, shared:", weights.round(1).tolist())
    print(f"of {len(right)} pairs, right at one half: {((likely >= 0.5) == right).mean():.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
