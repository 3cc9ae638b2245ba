"""Words that tell one content from another."""

from __future__ import annotations

import re

_WORD = re.compile(r"[A-Za-z][\w'’-]{2,}|\d[\d,.]*\d")
_CAPITAL = re.compile(r"\b[A-Z][\w'’-]*")
_COMMON = frozenset(
    "the and that this these those with from into over under about after before their there they"
    " them then than have has had been being was were are will would could should may might must"
    " can not but for his her hers its our your you she him who whom which what when where why how"
    " said says say told tell also more most very any all some such one two first last new just"
    " because while during against between other others another only even still yet ever never"
    " people person thing things way get got make made take taken did does done doing claim claims"
    " statement remark remarks comment comments report reports according".split()
)


def key_words(text: str) -> frozenset[str]:
    """The words of a text that tell it from others, cut to six letters to lose their endings."""
    words = (m.group().lower().removesuffix("'s").removesuffix("’s") for m in _WORD.finditer(text))
    return frozenset(w[:6] for w in words if w not in _COMMON)


def shared_words(one: str, other: str) -> int:
    """How many telling words two texts have in common."""
    return len(key_words(one) & key_words(other))


def plain_words(text: str) -> frozenset[str]:
    """The telling words of a text but names: those without a capital."""
    return key_words(_CAPITAL.sub(" ", text))
