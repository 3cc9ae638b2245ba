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
        faint: the same for a cue whose content nobody else claims: a colon, a dash.
        claimed: most of a faint cue's content, as a share, that surer ones may have as well.
        content, part, source: least gain, in nats over leaving it out, of a content's first run,
            of each further run, and of a source.
        begin: penalty, in nats, for a run that begins where the model sees no beginning.
        foreign: penalty, in nats, for each piece of another cue within a content: the corpus marks
            one level, so a cue in a content is more often the next attribution's.
        split: least probability, seen from either, of two runs to be parts of one cue.
        same: least overlap (intersection over union) of two contents to be one attribution.
        least: attributions of less confidence are left out.
        calibration: weights of `Found.features`, then the bias, of a logistic regression.
    """

    cue: float = 0.45
    faint: float = 0.1
    claimed: float = 0.3
    content: float = 0.5
    part: float = 6.0
    source: float = -1.0
    begin: float = 2.0
    foreign: float = 3.0
    split: float = 0.6
    same: float = 0.7
    least: float = 0.2
    calibration: tuple[float, ...] = (0.6, 0.6, 0.3, 0.0, -0.5)


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution as runs of pieces of its passage.

    Args:
        cue: one run, or several where the cue is split.
        source: one run or none.
        content: one run or several, in order.
        features: log-odds of the cue, of the content and of the source (or its absence), and
            the logarithm of the content's length in pieces.
        faint: the cue is less likely than `Settings.cue`.
    """

    cue: tuple[Run, ...]
    source: tuple[Run, ...]
    content: tuple[Run, ...]
    features: tuple[float, float, float, float]
    faint: bool


PARTS = 4
"""Most runs of one content: 99.7 % of those in PolNeAR train have at most three."""
_NEVER = -1e4
_CAP = 6.0
"""No single piece may weigh more than this, in nats."""


def decode(encoder: Encoder, encoded: Encoded, window: Window, settings: Settings) -> list[Found]:
    """Find the attributions whose cues the window owns; runs are numbered by the passage."""
    sure = _cues(encoded.tags, settings.cue)
    faint = [c for c in _cues(encoded.tags, settings.faint) if not _touches(c, sure)]
    owned = [c for c in sure + faint if window.own_start <= c[0] + window.start < window.own_end]
    if not owned:
        return []
    length = len(encoded.tags)
    anchors = np.stack([encoded.anchors[a : b + 1].mean(axis=0) for a, b in owned])
    distances = np.stack([distance_buckets(a, b, length) for a, b in owned])
    scores = encoder.link(encoded, anchors, distances)
    beyond = [_beyond(cue, sure, length) for cue in owned]
    source = _gains(scores, Label.SOURCE_BEGIN, settings.begin).barred(beyond)
    sources = _runs(source, 1, settings.source, settings.source)
    own = [[cue, *source] for cue, source in zip(owned, sources, strict=True)]
    content = _gains(scores, Label.CONTENT_BEGIN, settings.begin).barred(own)
    contents = _runs(
        content.less(_at(sure, length, settings.foreign)), PARTS, settings.content, settings.part
    )
    parts = _parts(scores, owned, settings.split)
    found = []
    for number, cue in enumerate(owned):
        if contents[number]:
            features = (
                _log_odds(float(_cue_probability(encoded.tags[cue[0] : cue[1] + 1]).mean())),
                _certainty(scores[number], Label.CONTENT_BEGIN, contents[number]),
                _certainty(scores[number], Label.SOURCE_BEGIN, sources[number]),
                float(np.log(sum(b - a + 1 for a, b in contents[number]))),
            )
            found.append(
                Found(
                    _shift(parts[number], window.start),
                    _shift(sources[number], window.start),
                    _shift(sorted(contents[number]), window.start),
                    features,
                    cue in faint,
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


def _beyond(cue: Run, cues: list[Run], length: int) -> list[Run]:
    """Where the source of a cue cannot be: in the cue, and behind the next sure one.

    Several cues share a source before them ("he said …, adding …"), but what follows one is its
    own: in "he said, according to the agency", the agency did not say it.
    """
    behind = [first for first, _ in cues if first > cue[1]]
    return [cue, (min(behind), length - 1)] if behind else [cue]


def _at(runs: list[Run], length: int, value: float) -> Floats:
    """A value at every piece of some runs, nothing elsewhere, (L,)."""
    values = np.zeros(length, dtype=np.float32)
    for a, b in runs:
        values[a : b + 1] = value
    return values


def _touches(run: Run, others: list[Run]) -> bool:
    return any(run[0] <= last and first <= run[1] for first, last in others)


def _parts(scores: Floats, cues: list[Run], least: float) -> list[list[Run]]:
    """Each cue with the others that it claims as parts of itself, and that claim it as well."""
    claims = np.array(
        [[np.exp(of[Label.CUE, a : b + 1]).mean() >= least for a, b in cues] for of in scores]
    )
    both = (claims & claims.T) | np.eye(len(cues), dtype=bool)
    return [sorted(cues[other] for other in np.flatnonzero(row)) for row in both]


@dataclass(frozen=True, slots=True)
class _Gains:
    """What each piece adds to a run of a role, in nats: inside it, and as its first; both (C, L).

    The gain is the log-odds of having the role against not having it, so that a run's gain is
    the sum over its pieces; at its start a begin label is wanted.
    """

    inside: Floats
    first: Floats

    def less(self, penalty: Floats) -> _Gains:
        """The gains less a penalty for each piece, (L,)."""
        return _Gains(self.inside - penalty, self.first - penalty)

    def barred(self, runs: list[list[Run]]) -> _Gains:
        """The gains with some runs of each cue out of bounds: no run reaches over them."""
        inside, first = self.inside.copy(), self.first.copy()
        for cue, barred in enumerate(runs):
            for a, b in barred:
                inside[cue, a : b + 1] = first[cue, a : b + 1] = _NEVER
        return _Gains(inside, first)


def _gains(scores: Floats, begin: Label, penalty: float) -> _Gains:
    either = np.logaddexp(scores[:, begin], scores[:, begin + 1])
    without = np.log1p(-np.minimum(np.exp(either), 1 - 1e-6))
    first = np.logaddexp(scores[:, begin], scores[:, begin + 1] - penalty)
    return _Gains(
        np.clip(scores[:, begin + 1] - without, -_CAP, _CAP), np.clip(first - without, -_CAP, _CAP)
    )


def _runs(gains: _Gains, most: int, least: float, further: float) -> list[list[Run]]:
    """The best runs of one role for each cue: the segment with most gain, then the best left."""
    inside, first = gains.inside.copy(), gains.first.copy()
    found: list[list[Run]] = [[] for _ in range(len(inside))]
    open_cues = np.arange(len(inside))
    for number in range(most):
        best, left, right = _best_segments(inside[open_cues], first[open_cues])
        keep = best > (least if number == 0 else further)
        open_cues, left, right = open_cues[keep], left[keep], right[keep]
        for cue, a, b in zip(open_cues, left, right, strict=True):
            found[cue].append((int(a), int(b)))
            inside[cue, a : b + 1] = first[cue, a : b + 1] = _NEVER
    return found


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
