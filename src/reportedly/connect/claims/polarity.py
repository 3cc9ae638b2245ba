"""Whether two contents say that something is so, that it is not, or that its opposite is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from reportedly.connect.claims.findings import Effect, Finding, against
from reportedly.connect.claims.words import Word, Words, base, stem

_NEGATORS = frozenset(
    "not no never none nobody nothing neither nor without denied deny denies denying untrue hardly"
    " nowhere".split()
)
_FAILING = frozenset(("fail", "refuse", "decline", "stop", "avoid"))
"""Verbs that negate the infinitive behind them."""
_NO_NEGATION = frozenset(
    "only just least doubt less fewer more longer-term matter surprise merely necessarily".split()
)
"""After "not" or "no" these leave the clause as it is."""
_REACH = 3
"""Full words that a negation reaches: a verb, its adverb, its object."""
_BREAKS = frozenset(("but", "although", "though", "because", "while", "and"))
_BESIDE = 3
"""Full words to each side that count as beside a word."""
_PREFIXES = ("un", "non", "dis", "in", "im", "il", "ir")
_NO_PREFIX = frozenset(
    "industry income inform invest interest import impose impress improve include increase indeed"
    " induce inflame insure intend intent intense invent invite involve inside instance institute"
    " discover disease display dispatch dispute discount dismiss dispose distance distract district"
    " disturb under union unit unite until united universe university press pose port come form"
    " vest cover ease play patch count miss pose tract state".split()
)
"""Words that only look as if they had one of these before them, or after."""
_OPPOSITES = Path(__file__).parent / "opposites.txt"


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a pair of opposites: which pair, which side, and whether there is no third."""

    pair: int
    first: bool
    whole: bool


@dataclass(frozen=True, slots=True)
class Sign:
    """A full word of a content, and whether it is negated there."""

    word: Word
    negated: bool
    beside: frozenset[str]


def polarity(one: Words, other: Words) -> list[Finding]:
    """Negations and opposites: each pair of words by which the two differ."""
    mine, theirs = signs(one), signs(other)
    found = _opposites(mine, theirs)
    if any(finding.effect is Effect.AGREE for finding in found):
        # The negation is spent: "not guilty" beside "innocent".
        return found
    even = _negators(one) == _negators(other)
    return _negations(mine, theirs, even) + found


@lru_cache(maxsize=8192)
def signs(content: Words) -> tuple[Sign, ...]:
    """The full words of a content, each with what stands beside it and whether it is negated."""
    negated = _negated(content)
    full = [place for place, word in enumerate(content) if word.full]
    found = []
    for number, place in enumerate(full):
        near = full[max(0, number - _BESIDE) : number + _BESIDE + 1]
        beside = frozenset(content[n].stem for n in near if n != place)
        found.append(Sign(content[place], place in negated, beside))
    return tuple(found)


def _negated(content: Words) -> frozenset[int]:
    places: set[int] = set()
    for place, word in enumerate(content):
        if _negates(content, place, word):
            # Two negations of one word leave it as it is.
            places.symmetric_difference_update(_reach(content, place + 1))
    return frozenset(places)


def _negates(content: Words, place: int, word: Word) -> bool:
    following = content[place + 1].lower if place + 1 < len(content) else ""
    if word.base in _FAILING:
        return following == "to"
    return word.lower in _NEGATORS and following not in _NO_NEGATION


def _reach(content: Words, start: int) -> Iterator[int]:
    left = _REACH
    for place in range(start, len(content)):
        word = content[place]
        if word.stop or word.lower in _BREAKS or not left:
            return
        if word.full:
            left -= 1
            yield place


def _negators(content: Words) -> int:
    return sum(_negates(content, place, word) for place, word in enumerate(content))


def _negations(mine: tuple[Sign, ...], theirs: tuple[Sign, ...], even: bool) -> list[Finding]:
    """Words that only one of the two negates; `even` if both have as many negations."""
    left, right = _by_stem(mine), _by_stem(theirs)
    shared = left.keys() & right.keys()
    flipped = [s for s in shared if _only(left[s], True) and _only(right[s], False)]
    turned = [s for s in shared if _only(left[s], False) and _only(right[s], True)]
    if even and any(_only(left[s], True) and _only(right[s], True) for s in shared):
        # One negation, set at two places: "reached no deal", "did not reach a deal".
        return []
    if flipped or turned:
        word = min(left[s][0].word.base for s in flipped + turned)
        return [Finding(Effect.DENIAL, f"'{word}' is negated in one of the two")]
    if any(s.negated for s in mine) != any(s.negated for s in theirs):
        return [Finding(Effect.DOUBT, "one of the two has a negation")]
    return []


def _by_stem(found: tuple[Sign, ...]) -> Mapping[str, list[Sign]]:
    by_stem: dict[str, list[Sign]] = defaultdict(list)
    for sign in found:
        by_stem[sign.word.stem].append(sign)
    return by_stem


def _only(found: list[Sign], negated: bool) -> bool:
    return all(sign.negated is negated for sign in found)


def _opposites(mine: tuple[Sign, ...], theirs: tuple[Sign, ...]) -> list[Finding]:
    shared = {s.word.stem for s in mine} & {s.word.stem for s in theirs}
    left = [s for s in mine if s.word.stem not in shared]
    right = [s for s in theirs if s.word.stem not in shared]
    telling = [_has_opposite(s.word.base, s.word.stem) for s in right]
    return [
        _finding(one, other, whole)
        for one in left
        for other, either in zip(right, telling, strict=True)
        if (either or _has_opposite(one.word.base, one.word.stem))
        and (whole := _opposed(one.word.base, one.word.stem, other.word.base, other.word.stem))
        is not None
    ]


def _finding(one: Sign, other: Sign, whole: bool) -> Finding:
    why = "opposites: " + against(one.word.lower, other.word.lower)
    if not one.beside & other.beside:
        return Finding(Effect.DOUBT, why)
    if one.negated is other.negated:
        return Finding(Effect.DENIAL if whole else Effect.APART, why)
    if whole:
        return Finding(Effect.AGREE, why + ", one of them negated")
    return Finding(Effect.DOUBT, why + ", one of them negated")


@lru_cache(maxsize=65536)
def _has_opposite(word: str, its_stem: str) -> bool:
    """Whether a word can be told from its opposite by itself: of two opposites, one can."""
    return its_stem in lexicon() or word.startswith(_PREFIXES)


@lru_cache(maxsize=65536)
def _opposed(one: str, one_stem: str, other: str, other_stem: str) -> bool | None:
    """Whether two words are opposites: True where there is no third, False where there is one."""
    if _prefixed(one, other) or _prefixed(other, one):
        return True
    sides = lexicon()
    found = [
        mine.whole
        for mine in sides.get(one_stem, ())
        for theirs in sides.get(other_stem, ())
        if mine.pair == theirs.pair and mine.first is not theirs.first
    ]
    return all(found) if found else None


def _prefixed(long: str, short: str) -> bool:
    if len(short) < 4 or short in _NO_PREFIX or long in _NO_PREFIX:
        return False
    return any(long == prefix + short for prefix in _PREFIXES)


@cache
def lexicon() -> Mapping[str, tuple[Side, ...]]:
    """The shipped opposites, by stem."""
    sides: dict[str, list[Side]] = defaultdict(list)
    whole = False
    for number, line in enumerate(_OPPOSITES.read_text("utf-8").splitlines()):
        if line.startswith("["):
            whole = line == "[one or the other]"
        elif line and not line.startswith("#"):
            for side, part in enumerate(line.split(" / ")):
                for word in part.split():
                    sides[stem(base(word))].append(Side(number, side == 0, whole))
    return {word: tuple(found) for word, found in sides.items()}
