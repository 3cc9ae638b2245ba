"""Roles: what offices say for or against two profiles being one person's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from reportedly.connect.entities.fields import fields_of
from reportedly.connect.entities.letters import fold
from reportedly.connect.entities.nations import nations_in, with_nations
from reportedly.schema import Profile

YEARS = 30
"""Years between two mentions of a name from which they may be two people: a working life."""

_WORD = re.compile(r"[^\W_]+")
_SECOND = re.compile(r"\b(?:vice|deputy)[ -](\w+)")
_OF_MANY = frozenset(
    """the a an of for and in to at on by with his her its their former ex late acting then senior
    deputy vice assistant first member official officials officer man woman mr mrs ms dr general
    major colonel lt gen brig brigadier captain sgt sergeant doctor professor expert analyst
    spokesman spokeswoman spokesperson director head leader chief manager lawyer attorney police
    resident local international national top new old candidate minister secretary adviser advisor
    chairman chairwoman owner father mother son daughter brother sister wife husband friend victim
    witness journalist reporter author writer student teacher worker center left right""".split()
)
_TOP = frozenset(
    """president senator governor chancellor pope king queen prince princess ayatollah premier
    speaker emir sultan taoiseach pontiff""".split()
)
"""Offices that few hold at a time: two of one full name in one of them are one person."""


@lru_cache(maxsize=16384)
def telling(role: str) -> frozenset[str]:
    """The words of a role that tell whose it may be; ranks and "official" are not of them."""
    plain = _SECOND.sub(r"vice\1", fold(role))
    words = [w.removesuffix("s") if len(w) > 4 else w for w in _WORD.findall(plain)]
    return frozenset(w for w in with_nations(words) if w not in _OF_MANY and len(w) > 1)


def offices(roles: Iterable[str]) -> frozenset[str]:
    """Single words by which a surname with an office can be found: "president", "minister"."""
    words = (w for role in roles for w in _WORD.findall(fold(role)))
    return frozenset(w for w in words if w in _TOP | {"minister", "secretary", "general"})


def agree(a: Profile, b: Profile) -> str | None:
    """A role that both have, in words enough to tell; None if there is none."""
    pairs = ((min(r, s), max(r, s)) for r in a.roles for s in b.roles)
    shared = [(telling(one) & telling(other), one, other) for one, other in pairs]
    enough = [(-len(words), r, s) for words, r, s in shared if len(words) > 1 or words & _TOP]
    if not enough:
        return None
    _, one, other = min(enough)
    return one if fold(one) == fold(other) else f"{one}; {other}"


def against(a: Profile, b: Profile) -> Iterator[str]:
    """What speaks against two of one name being one: days, walks of life, nations."""
    years = sorted(int(p.day[:4]) for p in (a, b) if p.day)
    if len(years) == 2 and years[1] - years[0] >= YEARS:
        yield f"{years[0]} and {years[1]} lie a working life apart"
    fields, others = fields_of(a.roles), fields_of(b.roles)
    if fields and others and not fields & others:
        yield _apart("in ", fields, others)
    nations, abroad = _nations(a), _nations(b)
    if nations and abroad and not nations & abroad:
        yield _apart("of ", nations, abroad)


def _nations(profile: Profile) -> frozenset[str]:
    return frozenset(n for role in profile.roles for n in nations_in(role))


def _apart(word: str, a: frozenset[str], b: frozenset[str]) -> str:
    return " and ".join(sorted(word + ", ".join(sorted(one)) for one in (a, b)))
