"""References: which words are mentions of people and bodies, as the model labels and pairs them.

The encoder tags names and nouns that mention a person, an organisation or a place, and gives
each piece two vectors: one for it as a word that refers back, one for it as what is referred to.
Their product, with what the words have in common and how far apart they stand, scores a pair.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from reportedly.attribute.link import DISTANCES, signed_bucket

Numbers = NDArray[np.int64]


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


@dataclass(frozen=True, slots=True)
class Marks:
    """What is known of M mentions beside their vectors, in text order.

    Args:
        forms: `Form` of each, (M,).
        words: `key_words` of each.
        firsts: first piece of each, (M,).
        lasts: last piece of each, (M,).
        quoted: 1 for those within quotation marks, (M,).
    """

    forms: Numbers
    words: tuple[tuple[str, ...], ...]
    firsts: Numbers
    lasts: Numbers
    quoted: Numbers

    def __len__(self) -> int:
        return len(self.forms)

    def part(self, start: int, end: int) -> Marks:
        """The mentions `start` to `end`."""
        here = slice(start, end)
        return Marks(
            self.forms[here],
            self.words[here],
            self.firsts[here],
            self.lasts[here],
            self.quoted[here],
        )


def pair_tables(one: Marks, other: Marks) -> tuple[Numbers, Numbers, Numbers]:
    """What is known of each pair of mentions: its kind, distance and place, each (M, N).

    The row is the mention that refers, the column the one that it may refer to. Kinds lie below
    `PAIRS`, distances below 3 x `DISTANCES`, places below `PLACES`.
    """
    kinds = (one.forms[:, None] * 3 + other.forms[None, :]) * 4 + _common(one, other)
    after = np.maximum(other.lasts[None, :] - one.lasts[:, None], 0)
    before = np.maximum(one.firsts[:, None] - other.lasts[None, :], 0)
    distances = one.forms[:, None] * DISTANCES + signed_bucket(after, before)
    return kinds, distances, one.quoted[:, None] * 2 + other.quoted[None, :]


def _common(one: Marks, other: Marks) -> Numbers:
    """What words two mentions have in common: none, the last, all of one, all; (M, N)."""
    numbers: dict[str, int] = {}
    rows, columns = _bags(one, numbers), _bags(other, numbers)
    width = max(len(numbers), 1)
    bags = [np.zeros((len(marks), width), dtype=np.float32) for marks in (one, other)]
    for bag, lists in zip(bags, (rows, columns), strict=True):
        for number, words in enumerate(lists):
            bag[number, words] = 1
    sizes = [bag.sum(axis=1) for bag in bags]
    shared = bags[0] @ bags[1].T
    least = np.minimum(sizes[0][:, None], sizes[1][None, :])
    lasts = [np.array([w[-1] if w else -1 - i for w in x]) for i, x in enumerate((rows, columns))]
    found: Numbers = (lasts[0][:, None] == lasts[1][None, :]).astype(np.int64)
    found[(shared == least) & (least > 0)] = 2
    names = {w: i for i, w in enumerate(dict.fromkeys((*one.words, *other.words)))}
    wholes = [np.array([names[w] for w in marks.words], dtype=np.int64) for marks in (one, other)]
    found[(wholes[0][:, None] == wholes[1][None, :]) & (least > 0)] = 3
    return found


def _bags(marks: Marks, numbers: dict[str, int]) -> list[list[int]]:
    """The words of each mention by number; pronouns have none to share."""
    return [
        [] if form == Form.PRONOUN else [numbers.setdefault(w, len(numbers)) for w in words]
        for form, words in zip(marks.forms, marks.words, strict=True)
    ]
