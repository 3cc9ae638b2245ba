"""Fits what `connect.claims.rank` weighs: `python -m training.sentences_rank`.

Prints the weights, to be written there after the encoder was fitted anew.
"""

from __future__ import annotations

import sys

import numpy as np
from numpy.typing import NDArray

from reportedly.attribute.attributor import MODEL
from reportedly.connect.claims import Candidate, Ranker, SentenceEncoder, question
from reportedly.connect.claims.words import words
from training.score import SHARED
from training.sentences_data import read_verified

Floats = NDArray[np.float64]

_DEPTH = 100
"""Candidates of a tweet that are learned from: the best by evidence weighed alike."""
_STEPS, _RATE, _DECAY = 600, 9.0, 1e-3


def main() -> int:
    """Fit to CheckThat! 2020 train, and print."""
    verified = read_verified(SHARED / "corpora" / "checkthat2020", "train")
    encoder = SentenceEncoder(MODEL / "tokenizer.json")
    numbers = list(verified.claims)
    ranker = Ranker([Candidate(c, encoder.vectors(c)) for c in verified.claims.values()])
    said = [tuple(w.lower for w in words(verified.claims[n][0]) if not w.stop) for n in numbers]
    examples = []
    for tweet, text in verified.tweets.items():
        evidence = ranker.evidence(question(text, encoder)).astype(np.float64)
        # Some claims are in the collection twice, with other quotation marks.
        repeated = {said[numbers.index(claim)] for claim in verified.repeated[tweet]}
        right = np.array([one in repeated for one in said])
        best = np.argsort(-evidence.sum(axis=1))[:_DEPTH]
        kept = np.union1d(best, np.flatnonzero(right))
        examples.append((evidence[kept], right[kept] / right[kept].sum()))
    print("whole, best, shared, covered:", softmax_regression(examples).round(1).tolist())
    return 0


def softmax_regression(examples: list[tuple[Floats, Floats]]) -> Floats:
    """Weights of the evidence (n, features) so that the right ones of each example come first."""
    weights = np.full(examples[0][0].shape[1], 5.0)
    for _ in range(_STEPS):
        slope = _DECAY * weights
        for evidence, right in examples:
            logits = evidence @ weights
            likely = np.exp(logits - logits.max())
            slope = slope + evidence.T @ (likely / likely.sum() - right) / len(examples)
        weights = weights - _RATE * slope
    return weights


if __name__ == "__main__":
    sys.exit(main())
