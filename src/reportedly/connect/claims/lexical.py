"""Words that a question and its candidates share, weighed by how rare they are among these."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from reportedly.connect.claims.words import words

_TURN, _LENGTH = 0.9, 0.4
"""`k1` and `b` of BM25 for short texts (Anserini's defaults, Lin et al. 2021)."""

Floats = NDArray[np.float32]


def terms(text: str) -> list[str]:
    """The stems of a text's full words, each as often as it stands there."""
    return [word.stem for word in words(text) if word.full]


class Lexicon:
    """Scores of shared words against fixed texts.

    Args:
        texts: the texts, N of them; words are rare or common among these.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        counts = [Counter(terms(text)) for text in texts]
        lengths = np.array([sum(count.values()) for count in counts], dtype=np.float32)
        mean = max(1.0, float(lengths.sum()) / max(1, len(texts)))
        self._norm = 1 - _LENGTH + _LENGTH * lengths / mean
        postings: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for number, count in enumerate(counts):
            for term, times in count.items():
                postings[term].append((number, times))
        self._postings = {t: np.array(p, dtype=np.int64) for t, p in postings.items()}
        self._size = len(texts)
        self._whole = np.zeros(self._size, dtype=np.float32)
        for term, posting in self._postings.items():
            self._whole[posting[:, 0]] += self._rarity(term)

    def _rarity(self, term: str) -> float:
        among = len(self._postings.get(term, ()))
        return float(np.log1p((self._size - among + 0.5) / (among + 0.5)))

    def scores(self, text: str) -> tuple[Floats, Floats]:
        """Two scores of each candidate, both (N,), 0 to 1.

        BM25 (Robertson & Zaragoza 2009) as a share of the best candidate's; and the share of the
        candidate's words, weighed by rarity, that stand in the text.
        """
        matched = np.zeros(self._size, dtype=np.float32)
        covered = np.zeros(self._size, dtype=np.float32)
        for term in set(terms(text)):
            if term not in self._postings:
                continue
            rarity = self._rarity(term)
            places, times = self._postings[term].T
            matched[places] += rarity * times * (_TURN + 1) / (times + _TURN * self._norm[places])
            covered[places] += rarity
        shared: Floats = matched / max(float(matched.max(initial=0.0)), 1e-6)
        return shared, np.asarray(covered / np.maximum(self._whole, 1e-6), dtype=np.float32)
