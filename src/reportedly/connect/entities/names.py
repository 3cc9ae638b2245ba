"""Names as they are compared: a person's given names and surname, a body's words."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_TITLES = frozenset(
    "mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend fr father sister brother"
    " gen general lt lieutenant col colonel maj major capt captain sgt sergeant adm admiral brig"
    " brigadier cmdr commander marshal sen senator rep representative congressman congresswoman gov"
    " governor pres president vp vice prime minister chancellor secretary ambassador judge justice"
    " king queen prince princess sheikh sheik ayatollah imam mullah pope cardinal archbishop bishop"
    " rabbi hon mayor detective officer constable inspector chief deputy former ex late acting"
    " the foreign defence defense interior".split()
)
_SUFFIXES = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii"}
_PARTICLES = frozenset(
    "al el de del della di da dos van von der den bin ibn ben abu la le st".split()
)
_GENERIC = frozenset(
    "the a an of news agency newspaper website site channel network radio station television daily"
    " press_office inc incorporated corp corporation co company ltd limited llc plc group".split()
)
_LETTERS = re.compile(r"[^\W_]+", re.UNICODE)
_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name, folded: no accents, capitals, titles or full stops.

    Args:
        given: given names and initials, in order; empty for a surname alone.
        surname: the last name, with its particles ("van dyke" as "vandyke").
        suffix: `jr`, `sr`, `ii` …; empty if none.
    """

    given: tuple[str, ...]
    surname: str
    suffix: str = ""


def fold(text: str) -> str:
    """Letters without accents and capitals."""
    plain = unicodedata.normalize("NFKD", text.replace("ß", "ss").replace("ø", "o"))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


@lru_cache(maxsize=16384)
def person_name(name: str) -> PersonName | None:
    """A person's name in its parts; None where nothing but titles is left."""
    last, comma, first = _POSSESSIVE.sub("", name.strip()).partition(",")
    suffix = _SUFFIXES.get(fold(first).strip(". "), "") if comma else ""
    words = last if not comma or suffix else f"{first} {last}"
    tokens = [t for part in words.split() if (t := "".join(_LETTERS.findall(fold(part))))]
    if tokens and len(tokens) > 1 and tokens[-1] in _SUFFIXES:
        suffix = _SUFFIXES[tokens.pop()]
    while len(tokens) > 1 and tokens[0] in _TITLES:
        tokens.pop(0)
    if not tokens or (len(tokens) == 1 and tokens[0] in _TITLES):
        return None
    start = len(tokens) - 1
    while start > 1 and tokens[start - 1] in _PARTICLES:
        start -= 1
    return PersonName(tuple(tokens[:start]), "".join(tokens[start:]), suffix)


@lru_cache(maxsize=16384)
def body_name(name: str) -> str:
    """A body's or place's name as its words that tell, joined: "Press TV" and "PressTV" are one."""
    tokens = _LETTERS.findall(fold(_POSSESSIVE.sub("", name.strip()).replace(".", "")))
    telling = [t for t in tokens if t not in _GENERIC]
    return "".join(telling or tokens)
