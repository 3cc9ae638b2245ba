"""Numbers in a content: how many, how much, what share, which year, which day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.connect.claims.findings import Effect, Finding, Words, against
from reportedly.connect.claims.words import Word

_UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
        " fifteen sixteen seventeen eighteen nineteen".split()
    )
} | {
    word: 10 * tens
    for tens, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
           "dozen": 12.0, "m": 1e6, "bn": 1e9, "k": 1e3, "tn": 1e12}  # fmt: skip
_ORDINALS = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(),
        1,
    )
}
_MONEY = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "dollar": "dollar", "euro": "euro",
          "pound": "pound", "yen": "yen", "yuan": "yuan", "rouble": "rouble", "ruble": "rouble",
          "rupee": "rupee", "cent": "cent", "franc": "franc", "krona": "krona"}  # fmt: skip
_SHARES = {"%": "percent", "percent": "percent", "percentage": "percent", "pc": "percent"}
_SHARE_WORDS = {"half": 50.0, "quarter": 25.0, "third": 100 / 3, "double": 200.0, "triple": 300.0,
                "twice": 200.0, "halve": 50.0}  # fmt: skip
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
_ORDINAL_ENDS = frozenset(("st", "nd", "rd", "th"))


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


def numbers(one: Words, other: Words) -> list[Finding]:
    """Quantities of a unit that the two do not share, where both have such."""
    mine, theirs = _quantities(one), _quantities(other)
    found = []
    for unit in sorted({q.unit for q in mine} & {q.unit for q in theirs}):
        left = [q for q in mine if q.unit == unit]
        right = [q for q in theirs if q.unit == unit]
        lone = [q for q in left if not any(_agree(q, r) for r in right)]
        odd = [r for r in right if not any(_agree(q, r) for q in left)]
        if lone and odd:
            found.append(_finding(lone, odd))
    return found or _units(mine, theirs)


def _finding(lone: list[Quantity], odd: list[Quantity]) -> Finding:
    near = any(_near(q, r) for q in lone for r in odd)
    why = against(lone[0].text, odd[0].text)
    return Finding(Effect.DOUBT if near else Effect.APART, f"numbers: {why}")


def _units(mine: list[Quantity], theirs: list[Quantity]) -> list[Finding]:
    """The same figure of something else: "5 percent" and "5 dollars"."""
    for one in mine:
        for other in theirs:
            strange = one.unit and other.unit and one.unit != other.unit
            if strange and one.value == other.value and "year" not in (one.unit, other.unit):
                why = against(f"{one.text} {one.unit}", f"{other.text} {other.unit}")
                return [Finding(Effect.APART, f"units: {why}")]
    return []


def _agree(one: Quantity, other: Quantity) -> bool:
    if one.value == other.value:
        return True
    return (one.rough or other.rough) and _near(one, other)


def _near(one: Quantity, other: Quantity) -> bool:
    """Whether the one may be the other rounded: within a twentieth."""
    if one.unit in ("year", "day", "month", "place"):
        return False
    return abs(one.value - other.value) <= 0.05 * max(one.value, other.value)


def _quantities(content: Words) -> list[Quantity]:
    return list(_read(content))


def _read(content: Words) -> Iterator[Quantity]:
    place = 0
    while place < len(content):
        taken = _number(content, place)
        if taken is None:
            yield from _named(content[place])
            place += 1
            continue
        value, after = taken
        yield from _quantity(content, place, after, value)
        place = after


def _named(word: Word) -> Iterator[Quantity]:
    if word.lower in _DAYS:
        yield Quantity(_DAYS.index(word.lower), "day", word.text)
    elif word.capital and word.lower in _MONTHS:
        yield Quantity(_MONTHS.index(word.lower), "month", word.text)
    elif word.lower in _ORDINALS and word.lower not in ("first", "second"):
        yield Quantity(_ORDINALS[word.lower], "place", word.text)
    elif word.base in _SHARE_WORDS:
        yield Quantity(_SHARE_WORDS[word.base], "percent", word.text, rough=True)


def _quantity(content: Words, start: int, end: int, value: float) -> Iterator[Quantity]:
    text = " ".join(word.text for word in content[start:end])
    unit = _unit(content, start, end)
    if unit == "one":
        return
    if unit == "" and end - start == 1 and _YEAR.match(text):
        unit = "year"
    rough = any(word.lower in _HEDGES for word in content[max(0, start - 2) : start])
    yield Quantity(value, unit, text, rough)


def _unit(content: Words, start: int, end: int) -> str:
    before = content[start - 1].lower if start else ""
    after = [word.base for word in content[end : end + 2]]
    if before in _MONEY:
        return _MONEY[before]
    if content[end : end + 1] and content[end].lower in _ORDINAL_ENDS:
        return "place"
    for word in after[:1]:
        unit = _SHARES.get(word) or _MONEY.get(word) or (word if word in _MEASURES else "")
        if unit:
            return unit
    if after[:2] == ["per", "cent"]:
        return "percent"
    # "One" alone is an article or a pronoun more often than a number.
    return "one" if content[start].lower == "one" and end - start == 1 else ""


def _number(content: Words, start: int) -> tuple[float, int] | None:
    """The number that begins at `start`, and where it ends."""
    value = _simple(content[start].lower)
    if value is None and content[start].lower == "a" and _scale(content, start + 1):
        value = 1.0
    if value is None:
        return _plain_scale(content, start)
    place, total = start + 1, value
    while place < len(content):
        word = content[place].lower
        scale, more = _SCALES.get(content[place].base), _simple(word)
        if scale:
            total *= scale
        elif more is not None and word in _UNITS and total >= 20 and more < 100 and total % 10 == 0:
            total += more
        else:
            break
        place += 1
    return total, place


def _plain_scale(content: Words, start: int) -> tuple[float, int] | None:
    """A number in words that is no exact one: "hundreds of", "millions"."""
    word = content[start]
    if word.base in _SCALES and word.base != word.lower and len(word.base) > 2:
        return _SCALES[word.base], start + 1
    return None


def _scale(content: Words, place: int) -> bool:
    return place < len(content) and content[place].lower in _SCALES


def _simple(word: str) -> float | None:
    if word in _UNITS:
        return float(_UNITS[word])
    if _DIGITS.match(word):
        return float(word.replace(",", ""))
    first, _, second = word.partition("-")
    if first in _UNITS and second in _UNITS and _UNITS[first] >= 20 > _UNITS[second]:
        return float(_UNITS[first] + _UNITS[second])
    return None
