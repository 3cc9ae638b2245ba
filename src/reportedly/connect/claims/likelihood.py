"""How likely two contents are to say the same, by their vectors and by the words they share.

A cosine means less the more words two contents share: "the soldiers looted the museum" and "the
soldiers guarded the museum" lie nearer to each other than most pairs that say the same in other
words. So shared words raise what is asked of the vectors, where each has words of its own as well.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

from reportedly.connect.claims.quantities import is_number
from reportedly.connect.claims.words import Words, base, stem

_SYNONYMS = Path(__file__).parent / "synonyms.txt"

_BIAS, _COSINE, _SHARED = -15.5, 23.0, -10.3
"""Logits, by logistic regression (`training/sentences_join.py`) on pairs that each have words of
their own: STS headlines 2013 and 2014, headlines of FNC-1 that agree with one body, and contents of
PolNeAR train, beside others of their article and beside themselves with one word changed. Nothing
that is measured had a part in it."""
_WITHIN = -3.2
"""What shared words count at most where one content has all the words of the other: in STS
headlines 2013 and 2014 most such pairs of grade 4 and more lie above the cosine that this asks."""


def likelihood(cosine: float, shared: float, replaced: bool) -> float:
    """Estimate, 0 to 1, that two contents say the same, before any check of their words.

    Args:
        cosine: of their vectors.
        shared: the share of full words that both have; see `overlap`.
        replaced: each has some of its own.
    """
    given = _SHARED * shared
    if not replaced:
        given = max(given, _WITHIN)
    return 1 / (1 + math.exp(-(_BIAS + _COSINE * cosine + given)))


def overlap(one: Words, other: Words) -> tuple[float, bool]:
    """The share of full words that both have, of all; and whether each has some of its own.

    Words that the news uses for the same as one of the other's are nobody's own. Numbers are left
    to their check.
    """
    mine, theirs = _own(one), _own(other)
    own, others = mine - theirs, theirs - mine
    replaced = _unlike(own, others) and _unlike(others, own)
    return len(mine & theirs) / max(1, len(mine | theirs)), replaced


@lru_cache(maxsize=65536)
def _own(content: Words) -> frozenset[str]:
    return frozenset(word.stem for word in content if word.full and not is_number(word.lower))


def _unlike(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether one of some stems is of a word that the news uses for none of the others."""
    groups = synonyms()
    if not groups.keys() >= some:
        return True
    there = _NONE.union(*(groups.get(other, _NONE) for other in others))
    return any(groups[word].isdisjoint(there) for word in some)


def alike(one: str, other: str) -> bool:
    """Whether two stems are of words that the news uses for the same."""
    groups = synonyms()
    return not groups.get(one, _NONE).isdisjoint(groups.get(other, _NONE))


_NONE: frozenset[int] = frozenset()


@cache
def synonyms() -> Mapping[str, frozenset[int]]:
    """The shipped synonyms: by stem, the groups that a word is in."""
    groups: dict[str, set[int]] = defaultdict(set)
    for number, line in enumerate(_SYNONYMS.read_text("utf-8").splitlines()):
        for word in () if line.startswith("#") else line.split():
            groups[stem(base(word))].add(number)
    return {word: frozenset(found) for word, found in groups.items()}
