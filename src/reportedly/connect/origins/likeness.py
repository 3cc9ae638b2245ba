"""Likeness of words: whether two contents, or two venues, are the same but for trifles."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz

ALIKE = 90.0
"""Least `rapidfuzz.fuzz.ratio`, 0 to 100, of two contents that are the same words: one word in ten
may differ, as in another translation of one word, and a negation or a number must not."""

CONTAINED = 97.0
"""The same where the shorter one stands within the longer one, as quotations are cut."""

TELLING = 4
"""Least words of contents that can be told from others by their words."""

LONG = 8
"""Least words of a content that is the same if it stands within a longer one."""

SHARED = 0.6
"""Share of the shorter one's different words that must be in the other for a closer look: with ten
letters in a hundred changed, fewer than four words in ten are."""

_WORD = re.compile(r"[^\W_]+(?:['’.,][^\W_]+)*")
_DECIDES = frozenset(
    """no not never none nothing nobody neither nor without cannot n't less fewer more only one two
    three four five six seven eight nine ten eleven twelve hundred thousand million billion
    trillion dozen dozens hundreds thousands millions billions""".split()
)


@lru_cache(maxsize=65536)
def folded(words: str) -> str:
    """Words without capitals, punctuation and quotation marks; a contracted "not" is "not"."""
    plain = words.casefold().replace("’", "'").replace("n't", " not").replace("cannot", "can not")
    return " ".join(_WORD.findall(plain))


def same_words(a: str, b: str) -> bool:
    """Whether two folded contents are the same words, but for trifles; symmetric.

    Short ones must be the same to the letter and still be telling, long ones may be cut.
    """
    short, long = sorted((a.split(), b.split()), key=len)
    if len(short) < TELLING:
        return False
    if a == b:
        return True
    if len(_words(a) & _words(b)) < SHARED * min(len(_words(a)), len(_words(b))):
        return False
    if fuzz.ratio(a, b) >= ALIKE:
        return _decisive(a) == _decisive(b)
    if len(short) < LONG or len(short) == len(long):
        return False
    within = fuzz.partial_ratio_alignment(" ".join(short), " ".join(long))
    if within is None or within.score < CONTAINED:
        return False
    window = " ".join(long)[within.dest_start : within.dest_end]
    return _decisive(" ".join(short)) == _decisive(window)


def nearly(a: str, b: str) -> bool:
    """Whether two folded contents of any length are the same words, within one and the same text.

    Where a text is known to have been taken over, short contents tell as much as long ones.
    """
    return a == b or same_words(a, b)


@lru_cache(maxsize=65536)
def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


@lru_cache(maxsize=65536)
def _decisive(words: str) -> tuple[str, ...]:
    """The words that change what is said however small they are: numbers and negations."""
    return tuple(w for w in words.split() if w in _DECIDES or any(c.isdigit() for c in w))


_GENERAL = frozenset(
    """a an the in on at to of by with and for during from his her its their this that
    interview interviews statement statements conference press news briefing speech address remarks
    rally meeting post posts tweet tweets message letter report article television radio tv online
    social media website page account twitter x facebook instagram telegram youtube tiktok weibo
    truth linkedin whatsapp video clip broadcast channel program programme show reporters
    journalists monday tuesday wednesday thursday friday saturday sunday today yesterday""".split()
)


@lru_cache(maxsize=16384)
def occasion(venue: str) -> frozenset[str]:
    """The words that tell an occasion from others of its kind; none of "in an interview".

    Only names and numbers do.
    """
    words = venue.replace("’", "'").replace("'s", "").split()
    names = (w for w in words if any(c.isupper() or c.isdigit() for c in w))
    plain = (re.sub(r"[^\w]+", "", w).casefold() for w in names)
    return frozenset(w for w in plain if w and w not in _GENERAL)


def same_venue(a: str, b: str) -> bool:
    """Whether two venues name one occasion: the names of one are all in the other; symmetric."""
    one, other = occasion(a), occasion(b)
    return bool(one and other) and (one <= other or other <= one)


def other_venue(a: str, b: str) -> bool:
    """Whether two venues name two occasions: each has names that the other has not; symmetric."""
    return bool(occasion(a) and occasion(b)) and not same_venue(a, b)
