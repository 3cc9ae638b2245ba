"""Furniture within a paragraph: tags and short codes left in a sentence, a credit at its end."""

# ruff: noqa: E501  (a pattern broken over lines is harder to read than a long one)

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
_PHOTO_TAIL = re.compile(
    r"(?<=[.!?\"”’)])(?:\s{2,}|\t|\u00a0\s?)(?:(?:[(\[]|(?:photo|image|picture|photograph|credit)\b ?[:/]?)[^.!?]{2,80}"
    r"|[A-Z@][^.!?]{1,60})(?:[/(]|\bvia|credit:?|photo:?) ?(?:[A-Z]|getty|flickr)[^.!?]{1,60}[.)\]]?\s*$"
)
LONGEST_TAIL = 320


def artefacts_in(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Offsets of the tags and short codes in `text[start:end]`, in order."""
    if any(text.find(sign, start, end) >= 0 for sign in ("<", "[", "{{", "{%")):
        yield from (match.span() for match in _TAG.finditer(text, start, end))


def photo_credit_start(text: str, start: int, end: int) -> int:
    """Where a photo's credit begins that was pasted onto a sentence's end; `end` if none does."""
    match = _PHOTO_TAIL.search(text, max(start, end - LONGEST_TAIL), end)
    return match.end() - len(match[0].lstrip()) if match else end


def credit_start(text: str, start: int, end: int) -> int:
    """Where the credit at the end of a paragraph begins ("(Reporting by …)"); `end` if none does."""
    if end <= start or text[end - 1] not in ")]":
        return end
    match = _CREDIT_TAIL.search(text, max(start, end - LONGEST_TAIL), end)
    return match.start() if match else end
