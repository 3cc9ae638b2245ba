"""A noun's phrase: what stands before the noun that a mention is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from reportedly.resolve.speakers.words import (
    CALENDAR,
    DEFINITE,
    INDEFINITE,
    POSSESSIVE,
    PREPOSITIONS,
)
from reportedly.schema import Span

_REACH = 80
"""Characters before a noun in which its phrase may begin."""
_LONGEST = 5
"""Words that may stand between a noun and its determiner."""
_WORD = re.compile(r"[^\s,;:.()“”\"—–]+|[,;:.()“”\"—–]")
_OWNER = re.compile(r"['’]s?$")
_BE = frozenset("is was are were as be been".split())
_TIMES = CALENDAR | frozenset(
    """today yesterday tonight ago earlier later then
    afterwards afterward meanwhile however week weeks month months year years day days hour hours
    morning afternoon evening night weekend spring summer autumn fall winter""".split()
)
"""Before a comma, the last word of when something was: "earlier this month, a diver said"."""


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """What a noun's phrase says before the noun.

    Args:
        definite: it has a definite article, a demonstrative or a possessor.
        apposed: it stands behind a comma, but that of a time, or a form of "be".
        names: the capitalised words in it, in lower case ("the Clinton campaign").
        words: all words between its determiner and the noun, the nearest to the noun first; none
            without a determiner.
        owned: it begins with a possessive pronoun ("his wife").
        possessed: it begins with somebody's name ("Orro's pilot").
    """

    definite: bool
    apposed: bool
    names: tuple[str, ...]
    words: tuple[str, ...] = ()
    owned: bool = False
    possessed: bool = False


@lru_cache(maxsize=256)  # asked for where a noun is clustered, and where it speaks
def noun_phrase(text: str, noun: Span) -> NounPhrase:
    """Walk back from a noun to its determiner, or to where its phrase must begin."""
    words = list(reversed(_WORD.findall(text, max(0, noun.start - _REACH), noun.start)))
    names: list[str] = []
    for place, word in enumerate(words):
        low = word.lower()
        if low in DEFINITE or low in INDEFINITE:
            apposed = _apposed(words[place + 1 :])
            between = tuple(w.lower() for w in words[:place])
            return NounPhrase(low in DEFINITE, apposed, tuple(names), between, low in POSSESSIVE)
        if not word[0].isalnum() or low in PREPOSITIONS or low in _BE or place >= _LONGEST:
            return NounPhrase(False, _apposed(words[place:]), tuple(names))
        if word[0].isupper():
            names.append(_OWNER.sub("", low))
        if _OWNER.search(low):
            return NounPhrase(True, False, tuple(names), possessed=True)
    return NounPhrase(False, False, tuple(names))


def _apposed(before: list[str]) -> bool:
    """Whether a phrase stands behind what it may tell more of; a day or a while is not told so."""
    if before and before[0] == ",":
        return not any(word.lower() in _TIMES or word.isdecimal() for word in before[1:2])
    return bool(before) and before[0].lower() in _BE
