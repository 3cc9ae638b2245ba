"""References: which words are mentions of people and bodies, as the model labels and pairs them.

The encoder tags names and nouns that mention a person, an organisation or a place, and gives
each piece two vectors: one for it as a word that refers back, one for it as what is referred to.
Their product, with what the words have in common and how far apart they stand, scores a pair.
"""

from __future__ import annotations

import re
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from reportedly.attribute.link import DISTANCES, distance_buckets


class MentionTag(IntEnum):
    """What a run of pieces mentions, and whether by name or by a noun."""

    PERSON_NAME = 0
    PERSON_NOUN = 1
    BODY_NAME = 2
    BODY_NOUN = 3
    PLACE_NAME = 4


MENTION_TAGS = 1 + 2 * len(MentionTag)
"""Outside, then begin and inside of each kind of mention."""
REFER_SIZE = 64
"""Length of the vector as one who refers, and of the vector as one who is referred to."""
REFER_OUT = 2 * REFER_SIZE + 1
"""Both vectors, and the score of referring to nothing before."""


class Form(IntEnum):
    """In what form a mention refers."""

    NAME = 0
    NOUN = 1
    PRONOUN = 2


PRONOUNS = frozenset(
    "he him his himself she her hers herself they them their theirs themselves"
    " it its itself who whom whose".split()
)
"""Pronouns of the third person, whose antecedents are looked for; those of speech ("I", "you")
are known from whose speech they stand in."""

PAIRS = 36
"""Kinds of pairs: form of each (3 x 3), and what their words have in common (4)."""
PLACES = 4
"""Whether each of a pair stands in quotation marks (2 x 2)."""

_WORD = re.compile(r"\w[\w'’.-]*", re.UNICODE)
_LEFT_OUT = frozenset("the a an of and for 's ’s mr mrs ms dr".split())


def key_words(mention: str) -> tuple[str, ...]:
    """The words of a mention that tell it from others, in lower case."""
    found = (w.removesuffix("'s").removesuffix("’s").strip(".") for w in _words(mention))
    return tuple(w for w in found if w and w not in _LEFT_OUT)


def _words(mention: str) -> list[str]:
    return [m.group().lower() for m in _WORD.finditer(mention)]


def common(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """What two mentions' words have in common: nothing, the last, all of one, everything."""
    if not one or not other:
        return 0
    if one == other:
        return 3
    if set(one) <= set(other) or set(other) <= set(one):
        return 2
    return int(one[-1] == other[-1])


def pair_tables(
    forms: NDArray[np.int64],
    words: list[tuple[str, ...]],
    firsts: NDArray[np.int64],
    lasts: NDArray[np.int64],
    quoted: NDArray[np.int64],
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """What is known of each pair of M mentions beside their vectors, each (M, M).

    Args:
        forms: `Form` of each mention, (M,), in text order.
        words: `key_words` of each.
        firsts: first piece of each, (M,).
        lasts: last piece of each, (M,).
        quoted: 1 for those within quotation marks, (M,).

    Returns:
        kinds below `PAIRS`, distances below 3 x `DISTANCES`, places below `PLACES`; the row is
        the mention that refers, the column the one that it may refer to.
    """
    count = len(forms)
    shared = np.zeros((count, count), dtype=np.int64)
    for row in range(count):
        if forms[row] != Form.PRONOUN:
            for column in range(row):
                if forms[column] != Form.PRONOUN:
                    shared[row, column] = common(words[row], words[column])
    kinds = (forms[:, None] * 3 + forms[None, :]) * 4 + shared
    gaps = _buckets(firsts, lasts)
    return kinds, forms[:, None] * DISTANCES + gaps, quoted[:, None] * 2 + quoted[None, :]


def _buckets(firsts: NDArray[np.int64], lasts: NDArray[np.int64]) -> NDArray[np.int64]:
    """Bucket of the distance from each mention to each other, (M, M)."""
    if not len(firsts):
        return np.zeros((0, 0), dtype=np.int64)
    base = int(firsts.min())
    length = int(lasts.max()) - base + 1
    rows = [
        distance_buckets(int(a) - base, int(b) - base, length)[lasts - base]
        for a, b in zip(firsts, lasts, strict=True)
    ]
    return np.stack(rows)
