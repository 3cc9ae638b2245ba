"""Fingerprints: a few numbers by which documents that share words find each other.

Winnowing (Schleimer, Wilkerson and Aiken, SIGMOD 2003) over words: of every `WINDOW` runs of `RUN`
words that follow each other, the one with the least number is kept. So two documents that share
`RUN + WINDOW - 1` words in a row share a fingerprint, whatever stands around them.
"""

from __future__ import annotations

import numpy as np

from reportedly.connect.reuse.words import Flags, Numbers, read_words
from reportedly.schema import Document

RUN = 7
"""Words of a run: shorter ones are phrases that unrelated reports share."""
WINDOW = 8
"""Runs of which one is kept; about two in nine are."""
SHARED = 1
"""Fingerprints in common that make two documents candidates.

The three by `benchmarks.reuse.constants`: they find 98 of 100 pairs of FNC-1's bodies with twelve
words in a row in common, boilerplate left out, at 0.8 candidates a body that have nothing.
"""

_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_SHIFT = np.uint64(29)


def fingerprints(document: Document) -> tuple[int, ...]:
    """The fingerprints of a document's title and body, to find what it may share words with.

    A pure function of the words: the same on every machine and in every release with the same
    `RUN` and `WINDOW`. Two documents that share `SHARED` of them are worth a `compare`.

    Returns:
        Signed 64-bit integers, sorted, each once; none for a text of fewer than `RUN` words.
    """
    words = read_words(document)
    found = runs(words.numbers, RUN)
    found = found[_whole(words.own, RUN)]
    if not len(found):
        return ()
    width = min(WINDOW, len(found))
    least = np.lib.stride_tricks.sliding_window_view(found, width).min(axis=1)
    return tuple(np.unique(least.view(np.int64)).tolist())


def runs(numbers: Numbers, size: int) -> Numbers:
    """A number for each run of `size` words, by where it begins: `len(numbers) - size + 1`."""
    count = max(0, len(numbers) - size + 1)
    found = np.zeros(count, np.uint64)
    for at in range(size):
        found = (found ^ numbers[at : at + count]) * _FACTOR
        found ^= found >> _SHIFT
    return found


def _whole(flags: Flags, size: int) -> Flags:
    """For each run of `size` words, whether all of them are flagged."""
    before = np.concatenate(([0], np.cumsum(~flags)))
    whole: Flags = before[size:] == before[:-size]
    return whole
