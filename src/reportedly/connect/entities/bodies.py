"""Bodies: organisations, groups and governments by their names, and how well two of them fit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from reportedly.connect.entities.letters import fold
from reportedly.connect.entities.nations import nation, with_nations
from reportedly.connect.entities.words import (
    FORMS_OF_STATE,
    LEGAL,
    LINKS,
    MEDIA,
    OF_ALL_STATES,
    OFFICES,
    REGIONS,
    SPELT,
)

MISSPELT = 90.0
"""Least `rapidfuzz.fuzz.ratio`, 0 to 100, of two names of bodies that may be one, misspelt."""

LONG = 8
"""Letters of the shortest name of which a misspelling can be told."""

SHORT = 3
"""Letters up to which an acronym may stand for many: there are 17,576 of three."""

_SETTLED = ("city", "town", "state", "village")
_WORD = re.compile(r"[^\W_]+(?:'s\b|'(?=\s|$))?|&")


@dataclass(frozen=True, slots=True)
class BodyName:
    """A body's name, folded.

    Args:
        plain: its words in one, without article and legal form: "presstv".
        bare: the same without what a medium is called behind its name ("fars" of "Fars news
            agency"); as `plain` where nothing is left by itself.
        bag: its words that tell, nations in one form.
        acronym: it is an acronym, or may be.
        general: it has no word that the bodies of all states do not have ("Foreign Ministry").
        office: it is a ministry or the like, so that its words may stand in another order.
    """

    plain: str
    bare: str
    bag: frozenset[str]
    acronym: bool
    general: bool
    office: bool


@lru_cache(maxsize=65536)
def body_name(name: str) -> BodyName | None:
    """Read a name; None where nothing is left."""
    words = [SPELT.get(w, w) for w in _words(name)]
    if not words:
        return None
    bag = frozenset(with_nations(w for w in words if w not in LINKS | {"affairs"}))
    bare = _bare(words)
    alone = not all(word in OF_ALL_STATES | REGIONS | {"press"} or nation(word) for word in bare)
    letters = re.sub(r"\W|^the(?=\s)", "", name.strip())
    return BodyName(
        "".join(words),
        "".join(bare if alone else words),
        bag,
        letters.isupper() and letters.isalpha() and len(letters) <= 6,
        all(word in OF_ALL_STATES for word in words),
        bool(bag & OFFICES),
    )


def _words(name: str) -> list[str]:
    dotted = re.sub(r"(?<=\b\w)\.(?=\w\b|\s|$)", "", name)
    found = [w.removesuffix("'").removesuffix("'s") for w in _WORD.findall(fold(dotted))]
    words = [w for w in found if w not in ("the", "and", "&")]
    while len(words) > 1 and words[-1] in LEGAL:
        words.pop()
    return words[2:] if len(words) > 2 and words[0] in _SETTLED and words[1] == "of" else words


def _bare(words: list[str]) -> list[str]:
    """The words without what a medium is called behind its name."""
    said = " ".join(words)
    ending = next((e for e in MEDIA if said.endswith(f" {e}")), "")
    return words[: len(words) - len(ending.split())]


@dataclass(frozen=True, slots=True)
class BodyNames:
    """All names of one body: its own, and the others that it goes by."""

    own: BodyName
    others: tuple[BodyName, ...]

    @property
    def all(self) -> tuple[BodyName, ...]:
        return (self.own, *self.others)

    @property
    def expansions(self) -> frozenset[str]:
        """Its names that are no acronyms."""
        return frozenset(name.plain for name in self.all if not name.acronym)


@lru_cache(maxsize=16384)
def body_names(name: str, aliases: tuple[str, ...]) -> BodyNames | None:
    """Read all names of a body; None if its own is none."""
    own = body_name(name)
    others = (body_name(alias) for alias in aliases)
    told = dict.fromkeys(n for n in others if n and own and n.plain != own.plain)
    return None if own is None else BodyNames(own, tuple(told))


@dataclass(frozen=True, slots=True)
class _Shared:
    """A name that two bodies go by; an acronym, or of many, if it is so for one of them.

    It is of weight if it is the own name of one, and of the other more than a part of its own.
    """

    plain: str
    acronym: bool
    general: bool
    weighs: bool


def _shared(a: BodyNames, b: BodyNames) -> list[_Shared]:
    here = {name.plain: name for name in a.all}
    pairs = ((here[name.plain], name) for name in b.all if name.plain in here)
    found = (
        _Shared(m.plain, m.acronym or n.acronym, m.general or n.general, _weighs(a, b, m, n))
        for m, n in pairs
    )
    return sorted(found, key=lambda n: (n.acronym, -len(n.plain), n.plain))


def _weighs(a: BodyNames, b: BodyNames, here: BodyName, there: BodyName) -> bool:
    if here.plain == a.own.plain:
        return there.plain == b.own.plain or not _part(there, b.own)
    return there.plain == b.own.plain and not _part(here, a.own)


def _part(name: BodyName, whole: BodyName) -> bool:
    """Whether a name is only a part of another: "Watch" of "Velm Watch"."""
    return name.bag < whole.bag and not whole.bag - name.bag <= FORMS_OF_STATE


def told(a: BodyNames, b: BodyNames) -> str | None:
    """The name of one that the other goes by: what makes them one; None if there is none.

    A name that many bear makes nothing one, nor a short acronym of which only one has the words.
    """
    telling = [name for name in _shared(a, b) if not name.general]
    for name in telling:
        if name.weighs and (not name.acronym or len(name.plain) > SHORT or _no_words(a, b)):
            return name.plain
    long = [name for name in telling if not name.acronym]
    return long[0].plain if len(long) > 1 else None


def _no_words(a: BodyNames, b: BodyNames) -> bool:
    """Whether neither, or both in common, has words for an acronym."""
    return bool(a.expansions & b.expansions) or not (a.expansions or b.expansions)


def two_for_one_acronym(a: BodyNames, b: BodyNames) -> str | None:
    """The acronym that two bodies share and have other words for; None if there is none."""
    shared = _shared(a, b)
    if not shared or any(not n.acronym for n in shared) or not (a.expansions and b.expansions):
        return None
    pairs = ((one, other) for one in a.expansions for other in b.expansions)
    if any(_akin(one, other) for one, other in pairs):
        return None
    return min(n.plain for n in shared).upper()


def _akin(a: str, b: str) -> bool:
    """Whether two names may be forms of one, a part of it being left out."""
    return a in b or b in a or fuzz.ratio(a, b) >= 75.0


def alike(a: BodyNames, b: BodyNames, *, media: bool) -> tuple[float, str] | None:
    """What makes two bodies one without a name in common, with a score; None if nothing does.

    Args:
        a: one body.
        b: the other.
        media: both may be media: what a medium is called behind its name is left out.
    """
    one, other = a.own, b.own
    if media and one.bare == other.bare and not (one.general or other.general):
        return 0.9, f"{one.bare}, but for what a medium is called"
    if one.office and one.bag == other.bag and not all(w in OF_ALL_STATES for w in one.bag):
        return 0.85, "the same office of the same state"
    return None


def may_be(a: BodyNames, b: BodyNames) -> tuple[float, str] | None:
    """Why two bodies may be one, with a score; None if nothing says so."""
    shared = _shared(a, b)
    if shared and all(name.general for name in shared):
        return 0.4, f"both are called {shared[0].plain}, as others are"
    if shared:
        return 0.6, f"both go by {shared[0].plain}, which may stand for others"
    if a.own.bag == b.own.bag and not (a.own.general or b.own.general):
        return 0.6, "the same words in another order"
    if _misspelt(a.own, b.own):
        return 0.5, " and ".join(sorted((a.own.plain, b.own.plain))) + ", nearly one name"
    return None


def _misspelt(a: BodyName, b: BodyName) -> bool:
    """Whether the names differ in letters of words that are no names of nations."""
    if min(len(a.plain), len(b.plain)) < LONG or fuzz.ratio(a.plain, b.plain) < MISSPELT:
        return False
    return not any(nation(word) for word in a.bag ^ b.bag)
