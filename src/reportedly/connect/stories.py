"""Stories: statements about the same parties, of like meaning, though they do not say the same.

"The United States supports Islamic State" and "The United States evacuates Islamic State's
leaders" are two claims of one story: both are about the same two, and their vectors lie near.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from itertools import combinations

from reportedly.schema import Likeness, Verdict

PARTIES = 2
"""Names that two statements must share: one alone ("the government said") makes no story."""

NEAR = 0.45
"""Cosine from which two statements about the same parties serve one story."""

MOST_NAMES = 8
"""Names of a statement that keys are made of: a list of twenty states is about none of them."""


def story_keys(names: Iterable[str]) -> frozenset[int]:
    """Keys that statements have in common which name the same two; signed, of 64 bits.

    Args:
        names: canonical names of those that a statement is about, its speaker left out.
    """
    listed = sorted({name.casefold() for name in names})
    if len(listed) > MOST_NAMES:
        return frozenset()
    return frozenset(_key(pair) for pair in combinations(listed, PARTIES))


def of_one_story(shared: frozenset[str], score: float) -> Likeness:
    """Whether two statements serve one story.

    Args:
        shared: the names that both have.
        score: the cosine of their vectors.
    """
    bounded = min(1.0, max(0.0, score))
    if len(shared) >= PARTIES and score >= NEAR:
        told = f"both about {' and '.join(sorted(shared))}; near: {score:.2f}"
        return Likeness(Verdict.SAME, bounded, (told,))
    return Likeness(Verdict.DIFFERENT, bounded, (f"other parties, or far apart: {score:.2f}",))


def _key(pair: tuple[str, ...]) -> int:
    digest = hashlib.blake2b("\x1f".join(pair).encode(), digest_size=8, person=b"story").digest()
    return int.from_bytes(digest, "big", signed=True)
