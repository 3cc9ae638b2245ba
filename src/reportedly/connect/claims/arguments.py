"""Who did it to whom: "A struck B" is not "B struck A", and is "B was struck by A"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from reportedly.connect.claims.findings import Effect, Finding
from reportedly.connect.claims.quantities import is_number
from reportedly.connect.claims.words import Words

_MUTUAL = frozenset(
    "meet marry talk agree ally clash differ cooperate negotiate partner border merge split share"
    " match trade play friend fight discuss equal exchange link tie relation relationship between"
    " war deal and".split()
)
"""What holds both ways."""
_BE = frozenset("is are was were be been being get got gets getting".split())
_CLAUSE = frozenset("who which that whom where when because while although but if".split())
_FAR = 5
"""Words behind a word within which "by" names its doer; one farther on is another word's."""
_AGAINST = frozenset("on against upon at of to in for with over from".split())


@dataclass(frozen=True, slots=True)
class Sides:
    """The stems of what stands on the doer's and on the other side of a word."""

    doer: frozenset[str]
    other: frozenset[str]


def arguments(one: Words, other: Words) -> list[Finding]:
    """A word that both have, with its two sides changed about."""
    mine, theirs = _roles(one), _roles(other)
    for stem in sorted(mine.keys() & theirs.keys()):
        if _crossed(mine[stem], theirs[stem]):
            word = next(w.base for w in one if w.stem == stem)
            return [Finding(Effect.APART, f"the two sides of '{word}' are changed about")]
    return _ways(one, other)


def _crossed(one: Sides, other: Sides) -> bool:
    straight = (one.doer & other.doer) | (one.other & other.other)
    forth, back = one.doer & other.other, one.other & other.doer
    return bool(forth - straight and back - straight)


@lru_cache(maxsize=8192)
def _roles(content: Words) -> dict[str, Sides]:
    """By stem, the sides of each word that stands there once."""
    found: dict[str, Sides] = {}
    seen: set[str] = set()
    for place, word in enumerate(content):
        if not word.full or word.capital or word.base in _MUTUAL or is_number(word.lower):
            continue
        if word.stem in seen:
            found.pop(word.stem, None)
            continue
        seen.add(word.stem)
        found[word.stem] = _sides(content, place)
    return found


def _sides(content: Words, place: int) -> Sides:
    before, after = _before(content, place), _after(content, place)
    by = next((n for n, place in enumerate(after[:_FAR]) if content[place].lower == "by"), None)
    passive = any(content[n].lower in _BE for n in range(max(0, place - 3), place)) and (
        content[place].lower != content[place].base or by is not None
    )
    if by is None:
        return (
            Sides(frozenset(), _stems(content, before))
            if passive and not _objects(content, after)
            else Sides(_stems(content, before), _stems(content, after))
        )
    end = next(
        (n for n in range(by + 1, len(after)) if content[after[n]].lower in _AGAINST), len(after)
    )
    agent = _stems(content, after[by + 1 : end])
    rest = _stems(content, after[:by] + after[end:])
    return Sides(agent, (_stems(content, before) if passive else frozenset()) | rest)


def _objects(content: Words, after: list[int]) -> bool:
    """Something follows without a preposition, so that what seemed passive has an object."""
    return bool(after) and content[after[0]].full and content[after[0]].capital


def _before(content: Words, place: int) -> list[int]:
    found = []
    for n in range(place - 1, -1, -1):
        if content[n].stop or content[n].lower in _CLAUSE:
            break
        found.append(n)
    return found


def _after(content: Words, place: int) -> list[int]:
    found = []
    for n in range(place + 1, len(content)):
        if content[n].stop or content[n].lower in _CLAUSE:
            break
        found.append(n)
    return found


def _stems(content: Words, places: list[int]) -> frozenset[str]:
    return frozenset(content[n].stem for n in places if content[n].full)


def _ways(one: Words, other: Words) -> list[Finding]:
    """From here to there, and from there to here."""
    mine, theirs = _way(one), _way(other)
    if mine and theirs and mine[0] == theirs[1] and mine[1] == theirs[0] and mine[0] != mine[1]:
        return [Finding(Effect.APART, "'from' and 'to' are changed about")]
    return []


def _way(content: Words) -> tuple[str, str] | None:
    ends = [_next(content, word) for word in ("from", "to")]
    return (ends[0], ends[1]) if ends[0] and ends[1] else None


def _next(content: Words, preposition: str) -> str:
    for place, word in enumerate(content):
        if word.lower == preposition:
            return next((w.stem for w in content[place + 1 :] if w.full), "")
    return ""
