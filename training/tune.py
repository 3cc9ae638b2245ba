"""Tuning: the decoder's thresholds and the confidence's calibration, on PolNeAR dev."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reportedly.attribute.decode import Settings
from reportedly.attribute.encoder import Encoder
from training.evaluate import Read, settled
from training.score import Rows, Tokens, add, compare, f1, matched, token_sets

_GRID: dict[str, tuple[Any, ...]] = {
    "cue": (0.4, 0.45, 0.5, 0.55),
    "part": (2.0, 4.0, 6.0, 9.0),
    "source": (-2.0, -1.0, 0.0),
    "content": (0.5, 2.0, 4.0),
    "foreign": (0.0, 3.0, 12.0),
    "begin": (2.0, 5.0),
    "faint": (0.05, 0.1, 0.2),
    "claimed": (0.1, 0.3, 0.5),
    "split": (0.4, 0.6, 0.8),
    "same": (0.5, 0.7),
}
_LEAST = (0.0, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4)
_GIVEN = 0.002
"""F1 given up, at most, for a lower `Settings.least`: to miss is worse than to find too much."""
AIM = ("source", "cue", "content", "what", "who+what", "exact")
"""Rows whose mean F1 is made as high as it goes."""


def table(
    reads: Sequence[Read], gold: Sequence[list[Tokens]], encoder: Encoder, settings: Settings
) -> Rows:
    """Score what the encoder read under some settings."""
    total: Rows = {}
    for read, expected in zip(reads, gold, strict=True):
        found = token_sets(read.document.text, settled(read, encoder, settings))
        add(total, compare(found, expected))
    return total


def tune(
    reads: Sequence[Read], gold: Sequence[list[Tokens]], encoder: Encoder, settings: Settings
) -> Settings:
    """Search the grid one setting at a time; calibrate before and after."""

    def mean(candidate: Settings) -> float:
        rows = table(reads, gold, encoder, candidate)
        return float(np.mean([f1(rows[name]) for name in AIM]))

    best = calibrate(reads, gold, encoder, settings)
    score = mean(best)
    for name, values in _GRID.items():
        for value in values:
            candidate = dataclasses.replace(best, **{name: value})
            reached = mean(candidate) if candidate != best else score
            if reached > score:
                best, score = candidate, reached
    calibrated = calibrate(reads, gold, encoder, best)
    leasts = [dataclasses.replace(calibrated, least=least) for least in _LEAST]
    means = [mean(candidate) for candidate in leasts]
    return leasts[next(i for i, m in enumerate(means) if m >= max(means) - _GIVEN)]


def calibrate(
    reads: Sequence[Read], gold: Sequence[list[Tokens]], encoder: Encoder, settings: Settings
) -> Settings:
    """Fit the confidence: a logistic regression of who+what being right on `Found.features`."""
    features, right = outcomes(reads, gold, encoder, dataclasses.replace(settings, least=0.0))
    weights = _logistic(features, right)
    return dataclasses.replace(settings, calibration=tuple(round(float(w), 4) for w in weights))


def outcomes(
    reads: Sequence[Read], gold: Sequence[list[Tokens]], encoder: Encoder, settings: Settings
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Features of each attribution, (n, features), and whether it is right (who+what), (n,)."""
    features: list[tuple[float, ...]] = []
    right: list[bool] = []
    for read, expected in zip(reads, gold, strict=True):
        found = settled(read, encoder, settings)
        features += [d.features for d in found]
        right += matched(token_sets(read.document.text, found), expected)
    return np.array(features), np.array(right)


def _logistic(features: NDArray[np.float64], right: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Logistic regression by Newton's method, with a slight pull towards zero."""
    x = np.column_stack((features, np.ones(len(features))))
    weights = np.zeros(x.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ weights))
        gradient = x.T @ (right - p) - 0.01 * weights
        curvature = (x.T * (p * (1 - p))) @ x + 0.01 * np.eye(x.shape[1])
        weights += np.linalg.solve(curvature, gradient)
    return weights
