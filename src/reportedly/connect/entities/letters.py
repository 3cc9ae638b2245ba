"""Letters: names without what their spellings differ in, and how they sound."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_PLAIN = str.maketrans(
    {"ß": "ss", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ı": "i", "æ": "ae",
     "Æ": "ae", "œ": "oe", "Œ": "oe", "ð": "d", "þ": "th", "’": "'", "‘": "'", "ʼ": "'", "`": "'",
     "ʻ": "'", "‐": "-", "‑": "-", "–": "-"}
)  # fmt: skip


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Text without accents and capitals; apostrophes and hyphens of one form."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


_CONSONANTS = (
    (re.compile(r"sch|sh|sz"), "s"),
    (re.compile(r"tch|tsch|ch|cz"), "c"),
    (re.compile(r"dzh|dj|zh|j|dg(?=e)"), "j"),
    (re.compile(r"kh|gh|q|ck|k|c(?![eiy])|g|x"), "k"),
    (re.compile(r"ph|f|v|w|b(?=$)"), "v"),
    (re.compile(r"th|dh|d|t"), "t"),
    (re.compile(r"z|s|c"), "s"),
    (re.compile(r"[aeiouyh']|[^a-zA-Z]"), ""),
)
"""What one sound is written as in names from other scripts, in the order of looking: "Gaddafi",
"Qadhafi", "Kadafi"; "Zelensky", "Zelenskyy". Vowels and h vary most and are left out."""


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """The consonants of a folded word, those that transliterations confuse taken for one.

    Coarse: words of one sound are worth comparing and no more ("hassan" sounds as "hussein").
    """
    heard = word.replace("ch", "\x01").replace("sh", "s").replace("\x01", "ch")
    for pattern, letter in _CONSONANTS:
        heard = pattern.sub(letter.upper(), heard)
    return re.sub(r"(.)\1+", r"\1", heard).lower() or word


_VOWELS = (
    (re.compile(r"(?:i|y|ij|iy|yi|yy|ii|ee)+"), "i"),
    (re.compile(r"(?:ou|oo|u|o)+"), "u"),
    (re.compile(r"(?:ei|ai|ae|e(?=i))+"), "ai"),
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"kh|gh|q|k|g(?!e)"), "k"),
    (re.compile(r"dh|d"), "d"),
    (re.compile(r"dzh|dj|zh|j"), "j"),
    (re.compile(r"w|v|ff|f"), "v"),
    (re.compile(r"(?<=[a-z])h(?![aeiou])"), ""),
    (re.compile(r"['-]"), ""),
)


@lru_cache(maxsize=65536)
def respelt(word: str) -> str:
    """A folded word in one spelling of those that transliterators choose between.

    Finer than `sound`: "soleimani" and "suleymani" are one, "hassan" and "hussein" are not.
    """
    for pattern, letter in _VOWELS:
        word = pattern.sub(letter, word)
    return word
