"""Whether a confidence means what it says: expected calibration error, and what it is made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

BINS = 10
"""Bins of equal width, as usual (Naeini, Cooper and Hauskrecht 2015; Guo and others 2017)."""


@dataclass(frozen=True, slots=True)
class Bin:
    """Attributions whose confidence lies in one stretch: its ends, their number and means."""

    low: float
    high: float
    count: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """A reliability table and the two figures that sum it up.

    Args:
        bins: those that hold any attribution.
        error: expected calibration error: the gap between mean confidence and the share that is
            right, averaged over the bins by their size.
        ranking: probability that a right attribution has a higher confidence than a wrong one
            (area under the ROC curve); 0.5 says nothing, None where one of the two is absent.
    """

    bins: tuple[Bin, ...]
    error: float
    ranking: float | None


def calibration(judged: Iterable[tuple[float, bool]]) -> Calibration:
    """Compare confidences, 0 to 1, with whether they were right."""
    pairs = list(judged)
    bins = tuple(b for number in range(BINS) if (b := _bin(pairs, number)).count)
    gaps = sum(b.count * abs(b.confidence - b.right) for b in bins)
    return Calibration(bins, gaps / max(len(pairs), 1), _ranking(pairs))


def _bin(pairs: Sequence[tuple[float, bool]], number: int) -> Bin:
    inside = [p for p in pairs if min(int(p[0] * BINS), BINS - 1) == number]
    size = max(len(inside), 1)
    confidence, right = sum(c for c, _ in inside) / size, sum(r for _, r in inside) / size
    return Bin(number / BINS, (number + 1) / BINS, len(inside), confidence, right)


def _ranking(pairs: Sequence[tuple[float, bool]]) -> float | None:
    right = [c for c, r in pairs if r]
    wrong = [c for c, r in pairs if not r]
    if not right or not wrong:
        return None
    wins = sum((a > b) + (a == b) / 2 for a in right for b in wrong)
    return wins / (len(right) * len(wrong))
