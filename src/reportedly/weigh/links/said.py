"""What a denial or a confirmation is of, where no words name it: what is most like it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.schema import Act, Attribution
from reportedly.weigh.links.target import near_before
from reportedly.weigh.scene import Scene, key_words, plain_words

_ANY_SUCH = re.compile(
    r"\b(?:any|no) such\b|\bsuch an? |^(?:that )?(?:it|this)\b|^that\W*$", re.IGNORECASE
)
SOME = 0.34
"""Least share of a content's telling words that must come back from anywhere before."""
_LIKE = 4
"""Likeness of two words that are no names, or of one and two names."""
_TWO = 2


def said_before(place: Scene, a: Attribution, told: Sequence[Attribution]) -> Attribution | None:
    """Of what others told the one most like an attribution, by two words at least.

    A denial may be of "any such thing", said a paragraph before. Names tell little: both may
    speak of the same man.
    """
    best = max(told, key=lambda b: _likeness(place, a, b), default=None)
    if best is not None and _is_like(place, a, best):
        return best
    if a.act is not Act.DENY:
        return None
    latest = next((b for b in near_before(place, a) if b in told), None)
    if latest is None or len(_plain(place, a, latest)) >= _TWO:
        return latest
    return latest if _ANY_SUCH.search(place.said(a)) else None


def _likeness(place: Scene, a: Attribution, b: Attribution) -> int:
    return len(_shared(place, a, b)) + len(_plain(place, a, b))


def _is_like(place: Scene, a: Attribution, b: Attribution) -> bool:
    if _likeness(place, a, b) < _LIKE or not _plain(place, a, b):
        return False
    return len(_shared(place, a, b)) >= SOME * len(key_words(place.said(a)))


def _shared(place: Scene, a: Attribution, b: Attribution) -> frozenset[str]:
    return key_words(place.said(a)) & key_words(place.said(b))


def _plain(place: Scene, a: Attribution, b: Attribution) -> frozenset[str]:
    return plain_words(place.said(a)) & plain_words(place.said(b))
