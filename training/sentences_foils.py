"""Texts changed in one place, so that they say something else in almost the same words."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from reportedly.connect.claims.words import Word, words

_ENDINGS = ("ing", "ed", "ly", "es", "s", "er", "al", "")
_WORD = re.compile(r"[^\W\d_]{4,}|\d+")


class Foiler:
    """Puts another word of the same ending, another name or another number into a text.

    Negations are left alone: who denies a claim speaks of that claim, and is to be found with it.

    Args:
        texts: where the words to put in come from.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        pools: dict[str, set[str]] = defaultdict(set)
        for text in texts:
            for word in () if _titled(words(text)) else words(text):
                if word.full and word.text.isalpha() and len(word.text) > 3:
                    pools[_class(word.text, word.capital)].add(word.text)
        self._pools: Mapping[str, Sequence[str]] = {k: sorted(p) for k, p in pools.items()}

    def __call__(self, text: str, chance: random.Random) -> str | None:
        """The text with one word changed; None if there is none to change."""
        content = words(text)
        full = {word.text for word in content if word.full}
        capital = {word.text for word in content if word.capital and not _titled(content)}
        spots = [spot for spot in _WORD.finditer(text) if spot[0] in full]
        if not spots:
            return None
        spot = chance.choice(spots)
        new = self._other(spot[0], spot[0] in capital, chance)
        return text[: spot.start()] + new + text[spot.end() :] if new else None

    def _other(self, word: str, capital: bool, chance: random.Random) -> str | None:
        if word.isdigit():
            return str(max(2, int(word) * chance.choice((2, 3, 5, 10)) + chance.randint(0, 3)))
        pool = [w for w in self._pools.get(_class(word, capital), ()) if w != word]
        return chance.choice(pool) if pool else None


def _titled(content: Sequence[Word]) -> bool:
    """Whether all words begin with capitals, as in some headlines, so that capitals say nothing."""
    full = [word.capital for word in content if word.full]
    return sum(full) > 0.7 * len(full)


def _class(word: str, capital: bool) -> str:
    if capital:
        return "name"
    return next(ending for ending in _ENDINGS if word.lower().endswith(ending)) or "plain"
