"""The shape of a paragraph: how it ends, how it is cased, what its words are. No rule lives here.

Functions look at a bounded part of the paragraph, so that a line of any length costs the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

CLOSERS = "\"'”’»)]}›“ "
STOPS = ".!?…。！？؟"
QUOTES = "\"“”„«»‘’'"
FORMAT = "\ufeff\u200b\u200c\u200d\u200e\u200f\u2060"
"""Characters that show nothing: byte-order mark, zero-width spaces and joiners, direction marks."""

_WORD = re.compile(r"[^\W_][\w'’-]*")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)]*\s+[\"'“‘(]*(?=[A-Z])")
_ASIDE = re.compile(r"[.!?…][\"'”’]?\s+[(\[][^()\[\]]{1,60}[)\]]$")
_OPENS_QUOTED = re.compile(r"[\"“„«‘']\S")

# Words that headlines leave in lower case, whatever the house style.
SMALL_WORDS = frozenset(
    "a an the and or but nor of to in on at by for from with as is are was be it its into over"
    " after up out off than that via vs v not no if so".split()
)


def words_of(text: str, limit: int = 400) -> Sequence[str]:
    """The words in the first `limit` characters."""
    return _words(text[:limit])


@lru_cache(maxsize=1024)
def _words(text: str) -> Sequence[str]:
    return tuple(_WORD.findall(text))


def ends_sentence(text: str) -> bool:
    """Whether the paragraph ends as a sentence does, closing quotes and a last aside left out."""
    tail = text[-12:].rstrip(CLOSERS)
    if tail and tail[-1] in STOPS:
        return True
    return text[-1:] in ")]" and _ASIDE.search(text, max(0, len(text) - 90)) is not None


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


def plain(text: str, *, keep_gaps: bool = False) -> str:
    """One line without the characters that show nothing: the form in which a paragraph is named.

    `keep_gaps` leaves wide spaces as they are: they part the items of a menu.
    """
    shown = text if text.isascii() else _NO_FORMAT.sub("", text)
    return shown.strip() if keep_gaps and "\n" not in shown else " ".join(shown.split())


_NO_FORMAT = re.compile(f"[{FORMAT}]")
