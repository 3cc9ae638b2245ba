"""Patterns tried only where they can begin: for many patterns over one text.

A regular expression that opens with one of several words is tried by `re` at every character, some
50 nanoseconds each; the hundred patterns of this program took a quarter of the encoder's time so.
Here the words of a text are indexed once by their first letters, and each pattern is tried at the
few words that it may open with. Which these are is read off the parsed pattern, once, with the
parser of `re` itself (a private module; Hypothesis and Lark read patterns in the same way).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_LETTERS = 4
"""First letters by which words are told apart."""
_MOST = 400
"""Openings that are told apart at most; a pattern with more is tried everywhere."""
_LARGEST_CLASS = 8
"""Characters of a class that are spelt out; a larger one may be anything."""
# In what a pattern may open with, beside letters:
_EDGE = "^"  # here a word begins or ends
_END = " "  # here the word is over
_ANY = "*"  # it goes on with anything
_A_WORD = (op.CATEGORY, op.CATEGORY_WORD)
_WORD = re.compile(r"\w+")
# What `re` takes for an i, k or s where it ignores case, and `str.lower` does not.
_LIKE = str.maketrans("İıKſ", "iiks")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, by their first letters in lower case.

    Args:
        places: where words begin, in text order, by how they begin: by up to four letters, or
            by the whole of a shorter word with a space behind it; for what patterns open with.
    """

    places: Mapping[str, list[int]]

    def opening(self, openings: Iterable[str]) -> list[int]:
        """Where words begin that have one of the openings, in text order."""
        found = filter(None, map(self.places.get, openings))
        return sorted({*chain.from_iterable(found)})


@lru_cache(maxsize=4)  # every stage asks for the same text
def words(text: str) -> Words:
    """Index a text's words; the last few texts are remembered."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for match in _WORD.finditer(text.translate(_LIKE).lower()):
        for key in _keys(match.group()):
            places[key].append(match.start())
    return Words(dict(places))


_wanted: set[str] = set()
"""What any pattern opens with."""


@lru_cache(maxsize=16384)  # the vocabulary of some articles
def _keys(word: str) -> tuple[str, ...]:
    """The keys that a word is found by; most words by none."""
    keys = [word[:end] for end in range(1, min(len(word), _LETTERS) + 1)]
    if len(word) < _LETTERS:
        keys.append(word + _END)
    return tuple(key for key in keys if key in _wanted)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern, and what the words are that it may open with; make it with `pattern`.

    Args:
        compiled: the pattern.
        openings: keys of `Words.places`; None if it may open with anything.
        needs: a pattern that is found wherever this one is.
    """

    compiled: re.Pattern[str]
    openings: frozenset[str] | None
    needs: Pattern | None = None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """The matches that `re.Pattern.finditer` gives, in text order."""
        if self.needs and not any(self.needs.finditer(text)):
            return
        if self.openings is None:
            yield from self.compiled.finditer(text)
            return
        end = 0
        for place in words(text).opening(self.openings):
            if place >= end and (match := self.compiled.match(text, place)):
                yield match
                end = match.end()


def pattern(source: str, flags: int = 0, needs: str | None = None) -> Pattern:
    """Compile a pattern and find out what words it may open with.

    Args:
        source: a regular expression.
        flags: of `re`.
        needs: for a pattern that may open with anything, the source of one that may not, and that
            each of its matches holds: the text is searched for that first.
    """
    needed = pattern(needs, flags) if needs else None
    found = openings(source, flags)
    _want(found or frozenset())
    return Pattern(re.compile(source, flags), found, needed)


def opening(*firsts: str) -> Callable[[str], list[int]]:
    """What gives the places in a text where a word begins like one of some words.

    Args:
        firsts: words in lower case, or beginnings of such; more words than these may be found.
    """
    found = openings(r"\b(?:" + "|".join(map(re.escape, firsts)) + ")")
    if found is None:
        raise ValueError("the words begin with no letter")
    _want(found)
    return lambda text: words(text).opening(found)


def _want(found: frozenset[str]) -> None:
    """See to it that the index of a text holds some openings."""
    if not found <= _wanted:
        _wanted.update(found)
        _keys.cache_clear()
        words.cache_clear()


def openings(source: str, flags: int = 0) -> frozenset[str] | None:
    r"""The keys of `Words.places` that a pattern may open with; None if they cannot be told.

    They can if it says itself that it begins where a word does, by `\b` or a line's beginning.
    """
    keys = {_key(one) for one in _sequence(parser.parse(source, flags))}
    return None if None in keys or not keys else frozenset(key for key in keys if key)


def _key(opening: str) -> str | None:
    """An opening as a key of `Words.places`; None if no key stands for it."""
    letters = opening.strip(_EDGE + _END + _ANY)[:_LETTERS]
    if not opening.startswith(_EDGE) or not letters:
        return None
    return letters + _END if opening.endswith(_END) and len(letters) < _LETTERS else letters


def _sequence(items: Iterable[Any]) -> set[str]:
    """How some parsed items, one after another, may open."""
    found = {""}
    for kind, value in items:
        if all(map(_done, found)):
            break
        more = _item(kind, value)
        found = {_joined(one, other) for one in found for other in more}
        if len(found) > _MOST:
            return {_ANY}
    return found


def _done(opening: str) -> bool:
    return opening.endswith((_END, _ANY)) or len(opening) > _LETTERS


def _joined(one: str, other: str) -> str:
    if _done(one) or not other:
        return one
    if other[0] == _EDGE and one:
        return _joined(one, other[1:]) if one == _EDGE else one + _END
    return one + other


def _item(kind: Any, value: Any) -> set[str]:
    """How one parsed item may open; the empty string where it may match nothing."""
    if kind is op.LITERAL:
        return {_letter(value)}
    if kind is op.IN:
        return _class(value)
    if kind is op.BRANCH:
        return set().union(*map(_sequence, value[1]))
    if kind is op.SUBPATTERN:
        return _sequence(value[-1])
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT):
        return _repeated(*value)
    if kind is op.AT:
        edges = (op.AT_BOUNDARY, op.AT_BEGINNING, op.AT_BEGINNING_STRING)
        return {_EDGE if value in edges else ""}
    if kind is op.ASSERT_NOT:
        return {_EDGE if _no_word_before(*value) else ""}
    return {""} if kind is op.ASSERT else {_ANY}


def _no_word_before(direction: int, items: Iterable[Any]) -> bool:
    r"""Whether an assertion bars, as `(?<![\w-])` does, that a word goes on: as a `\b`."""
    ((kind, value), *others) = items
    return direction < 0 and not others and kind is op.IN and _A_WORD in value


def _repeated(least: int, most: int, items: Iterable[Any]) -> set[str]:
    once = _sequence(items)
    if most > 1:
        once = {one if _done(one) else one + _ANY for one in once}
    return once if least else once | {""}


def _letter(code: int) -> str:
    """A character of a word in lower case; the end of the word for any other."""
    letter = chr(code).lower()
    if not letter.isascii():
        return _ANY
    return letter if letter.isalnum() or letter == "_" else _END


def _class(items: Iterable[tuple[Any, Any]]) -> set[str]:
    """How a class of characters may open."""
    found: set[str] = set()
    for kind, value in items:
        if kind is op.LITERAL:
            found.add(_letter(value))
        elif kind is op.CATEGORY and value is op.CATEGORY_SPACE:
            found.add(_END)
        else:
            return {_ANY}
    return found if len(found) <= _LARGEST_CLASS else {_ANY}
