"""Numbers: how many, how much, what share, which year, which day."""

from __future__ import annotations

from reportedly.connect.claims.findings import Effect, Finding, against
from reportedly.connect.claims.quantities import Quantity, quantities
from reportedly.connect.claims.words import Words

_NAMED = frozenset(("year", "day", "month", "place"))
"""Units of numbers that are names rather than amounts: one beside the right one is wrong."""


def numbers(one: Words, other: Words) -> list[Finding]:
    """Quantities of a unit that the two do not share, where both have such."""
    mine, theirs = quantities(one), quantities(other)
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


def _units(mine: tuple[Quantity, ...], theirs: tuple[Quantity, ...]) -> list[Finding]:
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
    if one.unit in _NAMED:
        return False
    return abs(one.value - other.value) <= 0.05 * max(one.value, other.value)
