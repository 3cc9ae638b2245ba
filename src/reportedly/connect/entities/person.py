"""Names of people: read into given names, surname and suffix, whatever stands around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from reportedly.connect.entities.letters import fold
from reportedly.connect.entities.nations import nation
from reportedly.connect.entities.words import (
    ARTICLES,
    COMPOUND,
    DEGREES,
    PARTICLES,
    REGNAL,
    SUFFIXES,
    TITLES,
)

_ASIDE = re.compile(r"""\([^)]*\)|["“”«»][^"“”«»]*["“”«»]|(?<=\s)['‘][^'’]+['’](?=\s)""")
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]\.-[^\W\d_]\.|[A-Z]{2,3}")
_ABD = re.compile(r"^abd(?:[aeou]l)?-?(?:[aeu][a-z]{1,2}-)?")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name, folded: no accents, capitals, titles, articles or full stops.

    Args:
        given: given names and initials, in order; empty for one word alone.
        surname: the last word, with its particles ("van dyke" as "vandyke").
        suffix: `jr`, `sr`, `ii` …; empty if none.
        regnal: the first given name is a title that goes with one name ("pope francis").
    """

    given: tuple[str, ...]
    surname: str
    suffix: str = ""
    regnal: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """All its words, in order."""
        return (*self.given, self.surname)

    @property
    def full(self) -> bool:
        """It has a given name that is more than an initial, and a surname."""
        return any(len(name) > 1 for name in self.given)


@lru_cache(maxsize=65536)
def person_name(name: str) -> PersonName | None:
    """Read a name; None where titles, nationalities or nothing are all there is."""
    tokens, suffix = _tokens(_turned(_ASIDE.sub(" ", name)))
    titles = _leading(tokens)
    title, rest = tokens[:titles], _joined(tokens[titles:])
    if not rest or all(_no_name(token) for token in rest) or (title and "of" in rest):
        return None  # "President of the Harbour League" is an office
    if len(rest) == 1 and title and title[-1] in REGNAL:
        return PersonName((title[-1],), rest[0], suffix, regnal=True)
    return PersonName(tuple(rest[:-1]), rest[-1], suffix)


def _turned(name: str) -> str:
    """The usual way round of "Last, First"; what else follows a comma is no name, but for "Jr."."""
    before, comma, after = (
        part.strip() for part in _POSSESSIVE.sub("", name.strip()).partition(",")
    )
    first, words = fold(after).strip(". "), after.split()
    if not comma or not after:
        return before
    if first in SUFFIXES:
        return f"{before} {after}"
    surname = [w for w in before.split() if fold(w) not in PARTICLES | ARTICLES]
    if len(surname) == 1 and len(words) <= 3 and all(w[:1].isupper() for w in words):
        names = [w for w in words if fold(w).strip(".") not in TITLES | SUFFIXES.keys()]
        tail = " ".join(w for w in words if fold(w).strip(".") in SUFFIXES)
        return f"{' '.join(names)} {before} {tail}"
    return before


def _tokens(name: str) -> tuple[list[str], str]:
    """The folded words, initials apart from each other, and the suffix."""
    shouted = name.isupper()
    found: list[str] = []
    for word in name.split():
        if _INITIALS.fullmatch(word) and ("." in word or not (found or shouted)):
            found += [fold(c) for c in word if c.isalpha()]
        else:
            token = fold(_POSSESSIVE.sub("", word)).strip(".,;:'\"()-")
            found += [token.replace(".", "")] if token else []
    suffix = ""
    while len(found) > 1 and (found[-1] in SUFFIXES or found[-1] in DEGREES):
        suffix = SUFFIXES.get(found.pop(), suffix)
    return found, suffix


def _leading(tokens: Sequence[str]) -> int:
    """How many words at the beginning are titles, or nationalities before titles."""
    at = 0
    while at < len(tokens) - 1 and (
        tokens[at] in TITLES
        or tokens[at] in REGNAL
        or (nation(tokens[at]) and (tokens[at + 1] in TITLES or nation(tokens[at + 1])))
    ):
        at += 1
    return at


def _no_name(token: str) -> bool:
    return token in TITLES or token in PARTICLES or nation(token) is not None


def _joined(tokens: Sequence[str]) -> list[str]:
    """Words with their particles, Arabic articles off, hyphens closed up."""
    found: list[str] = []
    before = ""
    for at, token in enumerate(tokens):
        last = at == len(tokens) - 1
        if not last and (token in COMPOUND or (found and token in PARTICLES)):
            before += token + ("-" if token in COMPOUND else "")
            continue
        if token in ARTICLES and (found or before) and not last:
            continue
        found.append(_plain(before + token if before else token))
        before = ""
    return [word for word in found if word]


def _plain(word: str) -> str:
    """One word: "abdel-fattah" as "abdulfattah", "al-maliki" as "maliki", "o'neil" as "oneil"."""
    if word.startswith("abd") and ("-" in word or word[3:5] in ("ul", "el", "ol", "al")):
        word = "abdul" + (_ABD.sub("", word) or "")
    head, hyphen, rest = word.partition("-")
    if hyphen and head in ARTICLES:
        word = rest
    return re.sub(r"[^\w]", "", word)
