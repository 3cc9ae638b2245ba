"""Furniture within a paragraph: tags and short codes left in a sentence, a credit at its end."""

from __future__ import annotations

import re
from collections.abc import Iterator

_TAG = re.compile(
    r"<(?:!--[^<>]{0,500}--|[!/]?[A-Za-z][^<>\n]{0,300})>"
    r"|\[/?(?:caption|embed|gallery|video|audio|youtube|vimeo|tweet|twitter|instagram|image|img|photo|playlist|link|url"
    r"|quote|blockquote|pullquote|b|i|vc_\w{1,30}|et_\w{1,30}|ad|ads|advert|advertisement|iframe|div|span|center)\b"
    r"(?:[ =:][^\[\]\n]{0,300})?\]"
    r"|\{\{[^{}\n]{0,300}\}\}|\{%[^{}\n]{0,300}%\}"
)
_CREDIT_TAIL = re.compile(
    r"[(\[](?:(?:additional |further )?(?:reporting|writing|editing|edited|compiled|written|reported|translated|research)\b"
    r"[^()\[\]]{0,20}\b(?:by|from)\b|with (?:additional|inputs?|files|reporting|agenc|contribution)|editing by|h/t|hat tip)[^()\[\]]{0,250}[)\]]\s*$",
    re.IGNORECASE,
)  # fmt: skip
LONGEST_TAIL = 320


def artefacts_in(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Offsets of the tags and short codes in `text[start:end]`, in order."""
    return (match.span() for match in _TAG.finditer(text, start, end))


def credit_start(text: str, start: int, end: int) -> int:
    """Where the credit at the end of a paragraph begins ("(Reporting by …)"); `end` if none does."""
    match = _CREDIT_TAIL.search(text, max(start, end - LONGEST_TAIL), end)
    return match.start() if match else end
