"""CheckThat! 2020, dev: tweets, and which of the verified claims each repeats; MAP@5."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Okapi  # type: ignore[import-untyped]

from reportedly.connect.claims import Candidate, Ranker, SentenceEncoder, question
from training.score import SHARED
from training.sentences_data import Verified, read_verified

FOLDER = SHARED / "corpora" / "checkthat2020"
DEPTH = 5


@dataclass(frozen=True, slots=True)
class Precisions:
    """Mean average precision at 5, 0 to 1, of the program's ranking and of plain ones.

    Claims of equal score stand in the order of the collection, in all rankings: 184 groups of its
    claims are the same words twice, with other quotation marks, and only one counts as right.
    """

    program: float
    cosine: float
    bm25: float


def precisions(encoder: SentenceEncoder, part: str = "dev") -> Precisions:
    """Rank the collection by each tweet: by all evidence, by cosine with the claim, by BM25."""
    verified = read_verified(FOLDER, part)
    numbers = list(verified.claims)
    vectors = encoder.vectors(text for claim in verified.claims.values() for text in claim)
    candidates = [
        Candidate(verified.claims[number], vectors[2 * n : 2 * n + 2])
        for n, number in enumerate(numbers)
    ]
    ranker = Ranker(candidates)
    plain = Ranker([Candidate(c.texts[:1], c.vectors[:1]) for c in candidates])
    asked = [question(tweet, encoder) for tweet in verified.tweets.values()]
    return Precisions(
        _mean(verified, ([numbers[r.place] for r in ranker.rank(q, DEPTH)] for q in asked)),
        _mean(verified, (_best(numbers, plain.evidence(q)[:, 0]) for q in asked)),
        _mean(verified, bm25(verified)),
    )


def bm25(verified: Verified) -> Iterable[list[str]]:
    """The plain baseline: Okapi BM25 over claims with their titles, words in lower case."""
    numbers = list(verified.claims)
    index = BM25Okapi([_words(" ".join(claim)) for claim in verified.claims.values()])
    for tweet in verified.tweets.values():
        yield _best(numbers, np.asarray(index.get_scores(_words(tweet))))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _best(numbers: Sequence[str], scores: NDArray[np.float32]) -> list[str]:
    return [numbers[place] for place in np.argsort(-scores, kind="stable")[:DEPTH]]


def _mean(verified: Verified, rankings: Iterable[list[str]]) -> float:
    found = [
        average_precision(ranking, verified.repeated[tweet])
        for tweet, ranking in zip(verified.tweets, rankings, strict=True)
    ]
    return float(np.mean(found))


def average_precision(ranking: Sequence[str], right: frozenset[str]) -> float:
    """Average precision of a ranking, cut where it is."""
    hits, total = 0, 0.0
    for place, number in enumerate(ranking, 1):
        if number in right:
            hits += 1
            total += hits / place
    return total / min(len(right), DEPTH)
