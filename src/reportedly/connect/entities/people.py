"""People: whether two names of persons can be one person's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from rapidfuzz import fuzz

from reportedly.connect.entities.given import forms_of_one, from_another_script, often_left_out
from reportedly.connect.entities.letters import respelt
from reportedly.connect.entities.person import PersonName
from reportedly.connect.entities.words import COMMON_GIVEN, COMMON_SURNAMES

MISSPELT = 87.0
"""Least `rapidfuzz.fuzz.ratio`, 0 to 100, of two names that may be one, misspelt: one letter in
seven."""

TELLING = 5
"""Letters of the shortest surname whose spelling in another script's letters still tells."""


class Fit(IntEnum):
    """How well two names fit, the better the higher."""

    CLASH = 0
    """One surname, and names beside it that one person does not have."""
    NONE = 1
    """Nothing in common that would tell anything."""
    WEAK = 2
    """They may be one person's; nothing but a person can say."""
    NEAR = 3
    """They may be one person's; the same office would make it sure."""
    FULL = 4
    """One person's, unless office or time speak against it."""


@dataclass(frozen=True, slots=True)
class Match:
    """How two names fit, how well within that (0 to 1), and in what."""

    fit: Fit
    score: float
    reason: str


_NONE = Match(Fit.NONE, 0.0, "other names")
_FULL = Match(Fit.FULL, 1.0, "the same full name")


def match(a: PersonName, b: PersonName) -> Match:
    """How two names fit; symmetric."""
    a, b = sorted((a, b), key=lambda n: (n.words, n.suffix, n.regnal))
    found = _words(a, b)
    if a.suffix == b.suffix or found.fit in (Fit.CLASH, Fit.NONE):
        return found
    if a.suffix and b.suffix:
        return Match(Fit.CLASH, 0.0, f"one is {a.suffix}, the other {b.suffix}")
    only = a.suffix or b.suffix
    return Match(min(found.fit, Fit.WEAK), 0.5, f"{found.reason}, but only one is {only}")


def _words(a: PersonName, b: PersonName) -> Match:
    if not a.given or not b.given:
        same = respelt(a.surname) == respelt(b.surname)
        return Match(Fit.WEAK, 0.3, "a surname alone") if same else _NONE
    if a.regnal != b.regnal:
        return _NONE
    if "".join(a.words) == "".join(b.words):
        return _whole(a, b)
    if len(a.words) != len(b.words) and _in_one(a) and _respelt(a) == _respelt(b):
        known = any(from_another_script(name) for name in (*a.given, *b.given))
        return Match(Fit.FULL if known else Fit.NEAR, 0.85, "the same name, spelt and parted apart")
    if sorted(a.words) == sorted(b.words):
        return Match(Fit.NEAR, 0.8, "the same names in another order")
    surname = _surnames(a, b)
    if surname is None:
        return _longer(a, b)
    found = _lesser(_givens(a.given, b.given), surname)
    if found.fit is Fit.FULL and (_common(a) or _common(b)):
        return Match(Fit.NEAR, 0.7, f"{found.reason}; a name that many bear")
    return found


def _in_one(name: PersonName) -> bool:
    """Whether a name still tells with its words in one: none of them is an initial."""
    return all(len(word) > 1 for word in name.words)


def _respelt(name: PersonName) -> str:
    return respelt("".join(name.words))


def _whole(a: PersonName, b: PersonName) -> Match:
    if not a.full or not b.full:
        return Match(
            Fit.WEAK if len(a.given) == 1 else Fit.FULL, 0.9, "the same initials and surname"
        )
    if a.regnal or _common(a):
        return Match(Fit.NEAR, 0.75, "the same name, which many bear")
    return _FULL


def _common(name: PersonName) -> bool:
    """Whether two bearers of a name are to be expected."""
    if len(name.given) > 1 and any(g not in COMMON_GIVEN and len(g) > 1 for g in name.given):
        return False
    first, last = name.given[0], name.surname
    ends = ((first, last), (last, first))  # the family's name may come first
    return any(one in COMMON_GIVEN and other in COMMON_SURNAMES for one, other in ends)


def _surnames(a: PersonName, b: PersonName) -> Match | None:
    if a.surname == b.surname:
        return Match(Fit.FULL, 1.0, "the same surname")
    said = f"{a.surname} and {b.surname}"
    short = min(len(a.surname), len(b.surname))
    if short >= TELLING and respelt(a.surname) == respelt(b.surname):
        known = any(from_another_script(name) for name in (*a.given, *b.given))
        return Match(Fit.FULL if known else Fit.NEAR, 0.9, f"{said}, spellings of one surname")
    if short >= TELLING and fuzz.ratio(a.surname, b.surname) >= MISSPELT:
        return Match(Fit.WEAK, 0.6, f"{said}, nearly one surname")
    return None


def _longer(a: PersonName, b: PersonName) -> Match:
    """One name with a further surname behind it: "Pedro Sánchez", "Pedro Sánchez Pérez"."""
    short, long = sorted((a.words, b.words), key=len)
    if len(short) > 1 and long[: len(short)] == short:
        return Match(Fit.NEAR, 0.7, f"{long[-1]} behind the same name")
    return _NONE


def _givens(a: Sequence[str], b: Sequence[str]) -> Match:
    first = _one(a[0], b[0])
    if first.fit is Fit.CLASH:
        return _left_out(a, b)
    between = _between(a[1:], b[1:])
    if between.fit is Fit.CLASH:
        return between
    if first.fit is Fit.WEAK:
        # One initial tells little; two, in order, tell a man.
        return Match(Fit.FULL, 0.85, "the same initials") if len(a) > 1 < len(b) else first
    return _lesser(first, between)


def _between(a: Sequence[str], b: Sequence[str]) -> Match:
    """How names and initials fit that stand between the first and the last."""
    pairs = [_one(one, other) for one, other in zip(a, b, strict=False)]
    worst = min(pairs, key=lambda m: (m.fit, m.score), default=_FULL)
    if worst.fit in (Fit.CLASH, Fit.NEAR):
        return worst
    if len(a) != len(b):
        return Match(Fit.FULL, 0.9, "only one has a further name between")
    return Match(Fit.FULL, 0.95, "an initial between") if worst.fit is Fit.WEAK else worst


def _one(a: str, b: str) -> Match:
    """How two given names or initials fit."""
    short, long = sorted((a, b), key=lambda name: (len(name), name))
    if short == long and len(short) > 1:
        return Match(Fit.FULL, 1.0, "the same given name")
    if len(short) == 1:
        fits = long[0] == short
        return Match(Fit.WEAK, 0.5, "an initial") if fits else _clash(short, long)
    if forms_of_one(short, long) or (
        from_another_script(short) and respelt(short) == respelt(long)
    ):
        return Match(Fit.FULL, 0.9, f"{min(a, b)} and {max(a, b)}, forms of one given name")
    if fuzz.ratio(short, long) >= MISSPELT or respelt(short) == respelt(long):
        return Match(Fit.NEAR, 0.6, f"{min(a, b)} and {max(a, b)}, nearly one given name")
    return _clash(a, b)


def _clash(a: str, b: str) -> Match:
    return Match(Fit.CLASH, 0.0, f"{min(a, b)} and {max(a, b)} with the same surname")


def _left_out(a: Sequence[str], b: Sequence[str]) -> Match:
    """A first given name that one of the two goes without: "Mohammad Javad", "Javad"."""
    short, long = sorted((a, b), key=len)
    if len(short) < len(long) and len(short[0]) > 1 and _one(short[0], long[1]).fit is Fit.FULL:
        score = 0.75 if often_left_out(long[0]) else 0.6
        return Match(Fit.NEAR, score, f"{long[0]} before the same name")
    return _clash(a[0], b[0])


def _lesser(one: Match, other: Match) -> Match:
    """Two matches that must both hold: as good as the worse of them, for both reasons."""
    worse, better = sorted((one, other), key=lambda m: (m.fit, m.score))
    if worse.fit is Fit.CLASH and better.fit is not Fit.FULL:
        return _NONE  # other given names and another surname: nobody's clash
    told = dict.fromkeys(m.reason for m in (worse, better) if m.score < 1.0)
    reasons = ", ".join(told) or "the same full name"
    return Match(worse.fit, worse.score, reasons)
