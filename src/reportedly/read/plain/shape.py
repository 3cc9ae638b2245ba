"""The shape of a paragraph: how it ends, how it is cased, what its words are. No rule lives here.

Every function looks at a bounded part of the paragraph, so that a line of any length costs the same.
"""

from __future__ import annotations

import re

CLOSERS = "\"'”’»)]}›“ "
STOPS = ".!?…。！？؟"
QUOTES = "\"“”„«»‘’'"
FORMAT = "\ufeff\u200b\u200c\u200d\u200e\u200f\u2060"
"""Characters that show nothing: byte-order mark, zero-width spaces and joiners, direction marks."""

_WORD = re.compile(r"[^\W_][\w'’-]*")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)]*\s+[\"'“‘(]*(?=[A-Z])")
_OPENS_QUOTED = re.compile(r"[\"“„«‘']\S")

# Words that headlines leave in lower case, whatever the house style.
SMALL_WORDS = frozenset(
    "a an the and or but nor of to in on at by for from with as is are was be it its into over after"
    " up out off than that via vs v not no if so".split()
)


def words_of(text: str, limit: int = 400) -> list[str]:
    """The words in the first `limit` characters."""
    return _WORD.findall(text[:limit])


def ends_sentence(text: str) -> bool:
    """Whether the paragraph ends as a sentence does, closing quotes and brackets aside."""
    return text[-12:].rstrip(CLOSERS)[-1:] in STOPS if text[-12:].rstrip(CLOSERS) else False


def opens_quoted(text: str) -> bool:
    """Whether the paragraph begins with a quotation mark."""
    return _OPENS_QUOTED.match(text) is not None


def sentences(text: str, limit: int = 600) -> int:
    """About how many sentences the first `limit` characters hold."""
    return 1 + len(_SENTENCE_END.findall(text[:limit]))


def title_cased(text: str) -> float:
    """Share of the words that stand with a capital or a digit, small words aside; 0 if under three.

    The first word says nothing, as it has a capital in any style.
    """
    words = [w for w in words_of(text)[1:] if w.lower() not in SMALL_WORDS]
    if len(words) < 2:
        return 0.0
    return sum(not w[0].islower() for w in words) / len(words)


def plain(text: str) -> str:
    """One line without the characters that show nothing: the form in which a paragraph is named."""
    return " ".join(text.translate(_NO_FORMAT).split())


_NO_FORMAT = dict.fromkeys(map(ord, FORMAT))
