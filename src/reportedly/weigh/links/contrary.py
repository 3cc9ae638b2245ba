"""Links between two who say the contrary of one another: the same words, once with a "not"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.schema import Act, Attribution, Link, LinkKind
from reportedly.weigh.decided import Decided
from reportedly.weigh.links.target import near_before
from reportedly.weigh.scene import Scene, plain_words

_NOT = re.compile(
    r"\b(?:no|not|never|none|nothing|nobody|neither|nor|cannot|false|denied|unable|failed)\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)
_BUT = re.compile(
    r"\b(?:but|however|while|though|although|yet|despite|instead|whereas|in fact|actually"
    r"|contrary|by contrast|on the contrary|disagree\w*|counter\w*|insist\w*|maintain\w*)\b",
    re.IGNORECASE,
)
_ALSO = re.compile(r"\b(?:also|too|likewise|similarly|in turn|as well)\b", re.IGNORECASE)
_AT_CUE = 12
"""Characters before a cue within which an "also" belongs to it."""
_MANY = 3
_SPOKEN = frozenset(
    (Act.SAY, Act.ACCUSE, Act.SHOW, Act.ADMIT, Act.CONFIRM, Act.WARN, Act.CRITICISE)
)
SOME = 0.5
"""The same where they hold three or more."""
ALIKE = 0.6
"""Least share of the fewer telling words that both must hold."""
_FEWEST = 2
_REACH = 2
"""How many paragraphs apart they may stand."""


def contrary(place: Scene) -> Iterator[Decided[Link]]:
    """Links from who says the contrary, with a word of contrast, to who said it before."""
    for a in place.attributions:
        if a.act not in _SPOKEN or a.negated or a.parent or not _sets_against(place, a):
            continue
        own, negative = plain_words(place.said(a)), _negative(place, a)
        for b in near_before(place, a, paragraphs=_REACH):
            against = b.act in _SPOKEN and not b.negated and _negative(place, b) is not negative
            if against and _alike(own, plain_words(place.said(b))):
                why = "it says the contrary in the same words"
                yield Decided(Link(LinkKind.DENIES, a.id, b.id, a.cue[0]), why)
                break


def likewise(place: Scene) -> Iterator[Decided[Link]]:
    """Links from who says the same with an "also", to who said it before."""
    for a in place.attributions:
        if a.act not in _SPOKEN or a.negated or a.parent or not _adds(place, a):
            continue
        own, negative = plain_words(place.said(a)), _negative(place, a)
        for b in near_before(place, a, paragraphs=_REACH):
            same = b.act is a.act and not b.negated and _negative(place, b) is negative
            other = plain_words(place.said(b))
            if same and len(own & other) >= _MANY and _alike(own, other):
                why = "it says the same, and that it does so too"
                yield Decided(Link(LinkKind.ECHOES, a.id, b.id, a.cue[0]), why)
                break


def _adds(place: Scene, a: Attribution) -> bool:
    """Whether "also" or the like stands at a cue, outside what is said."""
    start, end = max(0, a.cue[0].start - _AT_CUE), a.cue[-1].end
    return _outside(place, a, _ALSO, start, end)


def _negative(place: Scene, a: Attribution) -> bool:
    return len(_NOT.findall(place.said(a))) % 2 == 1


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    shared = len(one & other)
    share = ALIKE if shared < _MANY else SOME
    return shared >= _FEWEST and shared >= share * min(len(one), len(other))


def _sets_against(place: Scene, a: Attribution) -> bool:
    """Whether the sentence of a cue has a word of contrast outside what is said."""
    sentence = place.sentence(a.cue[0].start)
    if sentence is None:
        return False
    return _outside(place, a, _BUT, sentence.start, sentence.end)


def _outside(place: Scene, a: Attribution, words: re.Pattern[str], start: int, end: int) -> bool:
    """Whether words stand between two places, outside what is said."""
    return any(
        not any(s.start <= m.start() < s.end for s in a.content)
        for m in words.finditer(place.text, start, end)
    )
