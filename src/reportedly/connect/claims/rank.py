"""Ranks claims by how well they answer a question: a sentence, a message, a passage."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from reportedly.connect.claims.encoder import SIZE, SentenceEncoder, Vectors
from reportedly.connect.claims.lexical import Lexicon

_SENTENCE = re.compile(r"(?<=[.!?…])\s+")
_FEWEST_WORDS = 4
"""Words of a sentence that is asked for by itself; what is shorter says too little."""


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """What a question may be answered by: a claim in one or several wordings.

    Args:
        texts: the wordings, at least one.
        vectors: their vectors, (N, SIZE).
    """

    texts: tuple[str, ...]
    vectors: Vectors = field(repr=False)


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """What is asked for: the text, and the vectors of the whole and of each of its sentences."""

    text: str
    vectors: Vectors = field(repr=False)


@dataclass(frozen=True, slots=True)
class Weights:
    """What each evidence counts, as logits; fitted to CheckThat! 2020 train by softmax regression.

    Args:
        whole: cosine of the whole question with a candidate, mean over the candidate's wordings.
        best: the same of the question's best sentence.
        shared: BM25 over the candidate's wordings, as a share of the best candidate's.
        covered: share of the candidate's words, by rarity, that the question has.
    """

    whole: float = 10.2
    best: float = 8.8
    shared: float = 4.9
    covered: float = 1.3


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate's place in the order given, and its score; comparable within one question."""

    place: int
    score: float


def question(text: str, encoder: SentenceEncoder) -> Question:
    """A text made ready to be asked with."""
    sentences = [s for s in _SENTENCE.split(text) if len(s.split()) >= _FEWEST_WORDS]
    return Question(text, encoder.vectors([text, *sentences]))


class Ranker:
    """Ranks fixed candidates, N of them, by questions. Words are rare or common among these."""

    def __init__(self, candidates: Sequence[Candidate], weights: Weights | None = None) -> None:
        self._weights = weights or Weights()
        self._lexicon = Lexicon([" ".join(candidate.texts) for candidate in candidates])
        means = [_unit(candidate.vectors).mean(axis=0) for candidate in candidates]
        self._means = np.stack(means) if means else np.zeros((0, SIZE), dtype=np.float32)

    def rank(self, asked: Question, most: int) -> list[Ranked]:
        """The `most` best candidates, the best first; of equal ones the one given first."""
        scores = self.evidence(asked) @ self._logits()
        order = np.argsort(-scores, kind="stable")[:most]
        return [Ranked(int(place), float(scores[place])) for place in order]

    def evidence(self, asked: Question) -> NDArray[np.float32]:
        """What speaks for each candidate, in the order of `Weights`: (N, 4)."""
        cosines = _unit(asked.vectors) @ self._means.T
        shared, covered = self._lexicon.scores(asked.text)
        columns = (cosines[0], cosines.max(axis=0), shared, covered)
        # Rounded, so that the same words in two candidates give the same score to the last digit.
        return np.round(np.stack(columns, axis=1), 5).astype(np.float32)

    def _logits(self) -> NDArray[np.float32]:
        w = self._weights
        return np.array([w.whole, w.best, w.shared, w.covered], dtype=np.float32)


def rank(asked: Question, candidates: Sequence[Candidate], most: int = 10) -> list[Ranked]:
    """The best of some candidates for one question; see `Ranker` for many questions."""
    return Ranker(candidates).rank(asked, most)


def _unit(vectors: Vectors) -> NDArray[np.float32]:
    values = vectors.astype(np.float32)
    lengths = np.linalg.norm(values, axis=1, keepdims=True)
    return np.asarray(values / np.maximum(lengths, 1e-6), dtype=np.float32)
