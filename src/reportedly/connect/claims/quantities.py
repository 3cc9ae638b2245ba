"""The numbers that a content names, in figures or words, each with what it counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reportedly.connect.claims.words import Words, stem

_UNITS = {
    word: float(value)
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
        " fifteen sixteen seventeen eighteen nineteen".split()
    )
} | {
    word: 10.0 * tens
    for tens, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
           "dozen": 12.0, "m": 1e6, "mn": 1e6, "b": 1e9, "bn": 1e9, "k": 1e3,
           "tn": 1e12}  # fmt: skip
_PLURALS = {scale + "s": value for scale, value in _SCALES.items() if len(scale) > 2}
_ORDINALS = {
    word: float(value)
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(),
        1,
    )
}
_ORDINAL_ENDS = frozenset(("st", "nd", "rd", "th"))
_PARTS = {"half": 2, "quarter": 4} | {
    word: int(value) for word, value in _ORDINALS.items() if 3 <= value <= 10
}
_TIMES = {
    stem(word): value
    for word, value in (
        ("half", 50.0),
        ("halve", 50.0),
        ("double", 200.0),
        ("twice", 200.0),
        ("triple", 300.0),
    )
}
_MONEY = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen"} | {
    name: name
    for name in "dollar euro pound yen yuan rouble ruble rupee cent franc crown krona peso".split()
}
_SHARES = {"%": "percent", "percent": "percent", "percentage": "percent", "pc": "percent"}
_MEASURES = frozenset(
    "second minute hour day week month year decade century mile kilometre kilometer metre meter"
    " foot inch ton tonne kilogram kg pound gram litre liter gallon barrel degree acre hectare km"
    " point".split()
)
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_MONTHS = (
    "january february march april may june july august september october november december".split()
)
_HEDGES = frozenset(
    "about around nearly almost roughly approximately some over than least most estimated"
    " up".split()
)
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?\Z")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d\Z")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of a content.

    Args:
        value: what it comes to ("3.5 million" is 3,500,000).
        unit: what it counts: "percent", a currency, a measure, "year", "day", "month", "place" (an
            ordinal), or "" for whatever else.
        text: the words.
        rough: it is hedged ("about", "more than").
    """

    value: float
    unit: str
    text: str
    rough: bool = False


@lru_cache(maxsize=8192)
def quantities(content: Words) -> tuple[Quantity, ...]:
    """The quantities of a content, in its order."""
    return tuple(_read(content))


def _read(content: Words) -> Iterator[Quantity]:
    place = 0
    while place < len(content):
        value, after = _part(content, place) or _number(content, place) or (None, place + 1)
        if value is not None:
            yield from _quantity(content, place, after, value)
        else:
            yield from _named(content, place)
        place = after


def _named(content: Words, place: int) -> Iterator[Quantity]:
    word = content[place]
    before = content[place - 1].lower if place else ""
    if word.lower in _DAYS:
        yield Quantity(_DAYS.index(word.lower), "day", word.text)
    elif word.capital and word.lower in _MONTHS:
        yield Quantity(_MONTHS.index(word.lower), "month", word.text)
    elif word.lower in _ORDINALS and (_ORDINALS[word.lower] > 2 or before == "the"):
        yield Quantity(_ORDINALS[word.lower], "place", word.text)
    elif word.stem in _TIMES:
        yield Quantity(_TIMES[word.stem], "percent", word.text)


def _quantity(content: Words, start: int, end: int, value: float) -> Iterator[Quantity]:
    text = " ".join(word.text for word in content[start:end])
    if text.lower() == "one":
        # An article or a pronoun more often than a number.
        return
    unit = "percent" if _part(content, start) else _unit(content, start, end)
    if not unit and _YEAR.match(text):
        unit = "year"
    rough = any(word.lower in _HEDGES for word in content[max(0, start - 2) : start])
    yield Quantity(value, unit, text, rough)


def _unit(content: Words, start: int, end: int) -> str:
    before = content[start - 1].lower if start else ""
    after = [word.base for word in content[end : end + 2]]
    if before in _MONEY:
        return _MONEY[before]
    if after[:2] == ["per", "cent"]:
        return "percent"
    if not after or after[0] in _ORDINAL_ENDS:
        return "place" if after else ""
    measure = after[0] if after[0] in _MEASURES else ""
    return _SHARES.get(after[0]) or _MONEY.get(after[0]) or measure


def _part(content: Words, start: int) -> tuple[float, int] | None:
    """A share in words, in percent, and where it ends: "three quarters", "a tenth"."""
    if start + 1 >= len(content):
        return None
    times = 1.0 if content[start].lower == "a" else _simple(content[start].lower)
    parts = content[start + 1].lower.removesuffix("s")
    if times is None or parts not in _PARTS or times >= _PARTS[parts]:
        return None
    return round(100 * times / _PARTS[parts], 2), start + 2


def _number(content: Words, start: int) -> tuple[float, int] | None:
    """The number that begins at `start`, and where it ends."""
    following = content[start + 1].lower if start + 1 < len(content) else ""
    total = _simple(content[start].lower)
    if total is None and content[start].lower == "a" and following in _SCALES:
        total = 1.0
    if total is None:
        vague = _PLURALS.get(content[start].lower)
        return (vague, start + 1) if vague else None
    place = start + 1
    while place < len(content):
        more = _more(content, place, total)
        if more is None:
            break
        total, place = more
    return total, place


def _more(content: Words, place: int, total: float) -> tuple[float, int] | None:
    """What a number becomes by its next word, and where that ends: "two" and "hundred"."""
    word = content[place].lower
    scale = _SCALES.get(word) or _PLURALS.get(word)
    if scale:
        return total * scale, place + 1
    if word == "and" and total >= 100 and place + 1 < len(content):
        place, word = place + 1, content[place + 1].lower
    if word in _UNITS and total >= 20 and total % 10 == 0 and _fits(total, _UNITS[word]):
        return total + _UNITS[word], place + 1
    return None


def _fits(total: float, more: float) -> bool:
    """Whether a smaller number can follow: "twenty five" and "two hundred thirty"."""
    return more < 10 if total < 100 else total % 100 == 0 or more < 10


def is_number(word: str) -> bool:
    """Whether a word in lower case is a number, or part of one: "25", "twenty-five", "million"."""
    return _simple(word) is not None or word in _SCALES or word in _PLURALS


def _simple(word: str) -> float | None:
    if word in _UNITS:
        return _UNITS[word]
    if _DIGITS.match(word):
        return float(word.replace(",", ""))
    first, _, second = word.partition("-")
    if first in _UNITS and second in _UNITS and _UNITS[first] >= 20 > _UNITS[second]:
        return _UNITS[first] + _UNITS[second]
    return None
