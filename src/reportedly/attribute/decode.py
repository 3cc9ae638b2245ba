"""Decoding: a window's scores to cues, and each cue's source and content as runs of pieces."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reportedly.attribute.encoder import Encoded, Encoder, Floats
from reportedly.attribute.link import Label, distance_buckets
from reportedly.attribute.pieces import Window

Run = tuple[int, int]
"""First and last piece of a run, both included."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Thresholds of the decoder, tuned on PolNeAR dev by `training.tune`.

    Args:
        cue: least probability of a piece to be (part of) a cue.
        content, part, source: least gain, in nats over leaving it out, of a content's first run,
            of each further run, and of a source.
        begin: penalty, in nats, for a run that begins where the model sees no beginning.
        same: least overlap (intersection over union) of two contents to be one attribution.
        calibration: weights of `Found.features`, then the bias, of a logistic regression.
    """

    cue: float = 0.45
    content: float = 0.5
    part: float = 1.0
    source: float = 0.0
    begin: float = 2.0
    same: float = 0.7
    calibration: tuple[float, ...] = (1.0, 1.0, 1.0, 0.0)


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution as runs of pieces of its passage.

    Args:
        cue: one run, or several where the cue is split.
        source: one run or none.
        content: one run or several, in order.
        features: log-odds of the cue, of the content and of the source (or its absence).
    """

    cue: tuple[Run, ...]
    source: tuple[Run, ...]
    content: tuple[Run, ...]
    features: tuple[float, float, float]


PARTS = 4
"""Most runs of one content: 99.7 % of those in PolNeAR train have at most three."""
_CAP = 6.0
"""No single piece may weigh more than this, in nats."""


def decode(encoder: Encoder, encoded: Encoded, window: Window, settings: Settings) -> list[Found]:
    """Find the attributions whose cues the window owns; runs are numbered by the passage."""
    cues = _cues(encoded.tags, settings.cue)
    owned = [c for c in cues if window.own_start <= c[0] + window.start < window.own_end]
    if not owned:
        return []
    length = len(encoded.tags)
    anchors = np.stack([encoded.anchors[a : b + 1].mean(axis=0) for a, b in owned])
    distances = np.stack([distance_buckets(a, b, length) for a, b in owned])
    scores = encoder.link(encoded, anchors, distances)
    for cue, (first, last) in enumerate(owned):
        scores[cue, Label.CONTENT_BEGIN : Label.CONTENT + 1, first : last + 1] = -20.0
        scores[cue, Label.SOURCE_BEGIN : Label.SOURCE + 1, first : last + 1] = -20.0
    contents = _runs(
        scores, Label.CONTENT_BEGIN, settings.begin, PARTS, settings.content, settings.part
    )
    sources = _runs(scores, Label.SOURCE_BEGIN, settings.begin, 1, settings.source, settings.source)
    found = []
    for number, cue in enumerate(owned):
        if contents[number]:
            split = _split_cue(scores[number], cue, cues)
            features = (
                _log_odds(float(_cue_probability(encoded.tags[cue[0] : cue[1] + 1]).mean())),
                _certainty(scores[number], Label.CONTENT_BEGIN, contents[number]),
                _certainty(scores[number], Label.SOURCE_BEGIN, sources[number]),
            )
            found.append(
                Found(
                    _shift(split, window.start),
                    _shift(sources[number], window.start),
                    _shift(sorted(contents[number]), window.start),
                    features,
                )
            )
    return found


def _shift(runs: list[Run], by: int) -> tuple[Run, ...]:
    return tuple((first + by, last + by) for first, last in runs)


def _cue_probability(tags: Floats) -> Floats:
    return np.asarray(np.exp(tags[:, 1]) + np.exp(tags[:, 2]), dtype=np.float32)


def _cues(tags: Floats, threshold: float) -> list[Run]:
    """Runs of pieces that are likely (part of) a cue; a likely beginning starts a new run."""
    likely = _cue_probability(tags) > threshold
    begins = tags[:, 1] > tags[:, 2]
    runs: list[Run] = []
    for piece in np.flatnonzero(likely):
        at = int(piece)
        if runs and runs[-1][1] == at - 1 and not begins[at]:
            runs[-1] = (runs[-1][0], at)
        else:
            runs.append((at, at))
    return runs


def _split_cue(scores: Floats, cue: Run, cues: list[Run]) -> list[Run]:
    """The cue and those other cue runs that it claims as parts of itself."""
    mine = [
        other for other in cues if scores[Label.CUE, other[0] : other[1] + 1].mean() > np.log(0.5)
    ]
    return sorted({cue, *mine})


def _runs(
    scores: Floats, begin: Label, penalty: float, most: int, first: float, further: float
) -> list[list[Run]]:
    """The best runs of one role for each cue of (C, LABELS, L) scores: maximal segments by gain.

    The gain of a run is the log-odds, summed over its pieces, of having the role against not
    having it; a begin label is wanted at its start. Each round takes the best run that is left.
    """
    inside, outside = _inside_outside(scores, begin)
    gain = np.clip(scores[:, begin + 1] - outside, -_CAP, _CAP)
    start = np.clip(
        np.logaddexp(scores[:, begin], scores[:, begin + 1] - penalty) - outside, -_CAP, _CAP
    )
    found: list[list[Run]] = [[] for _ in range(len(scores))]
    open_cues = np.arange(len(scores))
    for number in range(most):
        best, left, right = _best_segments(gain[open_cues], start[open_cues])
        keep = best > (first if number == 0 else further)
        open_cues, left, right = open_cues[keep], left[keep], right[keep]
        for cue, a, b in zip(open_cues, left, right, strict=True):
            found[cue].append((int(a), int(b)))
            gain[cue, a : b + 1] = start[cue, a : b + 1] = -1e4
    return found


def _inside_outside(scores: Floats, begin: Label) -> tuple[Floats, Floats]:
    """Log-probability of having the role and of not having it, both (C, L)."""
    inside = np.logaddexp(scores[:, begin], scores[:, begin + 1])
    outside = np.log1p(-np.minimum(np.exp(inside), 1 - 1e-6))
    return inside, np.asarray(outside, dtype=np.float32)


def _best_segments(
    gain: Floats, start: Floats
) -> tuple[Floats, NDArray[np.int64], NDArray[np.int64]]:
    """Per row, the gain and both ends of the segment a..b with the most start[a] + gain[a+1..b]."""
    rows = np.arange(len(gain))
    total = np.cumsum(gain, axis=1)
    opening = start - total
    best_opening = np.maximum.accumulate(opening, axis=1)
    ends = total + best_opening
    right = np.argmax(ends, axis=1)
    upto = np.arange(gain.shape[1])[None, :] <= right[:, None]
    left = np.argmax(np.where(upto, opening, -np.inf), axis=1)
    return ends[rows, right], left, right


def _certainty(scores: Floats, begin: Label, runs: list[Run]) -> float:
    """Log-odds, from the mean probability, that the runs have the role, or that nothing has."""
    inside = np.exp(np.logaddexp(scores[begin], scores[begin + 1]))
    if not runs:
        return _log_odds(float(1 - inside.max()))
    return _log_odds(float(np.mean(np.concatenate([inside[a : b + 1] for a, b in runs]))))


def _log_odds(probability: float) -> float:
    clipped = min(max(probability, 1e-4), 1 - 1e-4)
    return float(np.log(clipped / (1 - clipped)))
