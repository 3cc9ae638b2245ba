"""Labels: what each piece of a window is to one cue, and how far from it, as the model counts."""

from __future__ import annotations

from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

TAGS = 9
"""Tag scores a piece: O, B, I of cue, then of source, then of content."""
LINK_SIZE = 128
"""Length of the two vectors by which a cue and its words are matched."""


class Label(IntEnum):
    """What a piece is to a cue: nothing, begin or inside of its source or content, or itself."""

    NONE = 0
    SOURCE_BEGIN = 1
    SOURCE = 2
    CONTENT_BEGIN = 3
    CONTENT = 4
    CUE = 5


LABELS = len(Label)

_STEPS = (1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192)
DISTANCES = 2 * len(_STEPS) + 1
"""Buckets of signed distance; the middle one is the cue itself."""


def distance_buckets(first: int, last: int, length: int) -> NDArray[np.int64]:
    """Bucket of each of `length` pieces by its distance from a cue at pieces `first` to `last`."""
    here = np.arange(length)
    return signed_bucket(np.maximum(here - last, 0), np.maximum(first - here, 0))


def signed_bucket(after: NDArray[np.int64], before: NDArray[np.int64]) -> NDArray[np.int64]:
    """Buckets of distances in pieces, of which one of `after` and `before` is nought."""
    behind = np.searchsorted(_STEPS, after, side="right")
    ahead = np.searchsorted(_STEPS, before, side="right")
    return np.asarray(behind - ahead + len(_STEPS), dtype=np.int64)
