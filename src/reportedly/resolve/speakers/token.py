"""Tokens: the words and marks of a stretch of text, in place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.resolve.speakers.words import unowned
from reportedly.schema import Span

_WORD = re.compile(r"(?:[^\s,;:()\[\]“”\"«»—–]|(?<=\d),(?=\d))+|[,;:()—–]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark of punctuation within a source."""

    span: Span
    text: str

    @property
    def low(self) -> str:
        """Its letters in lower case, the possessive ending off."""
        return unowned(self.text.lower())

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()


def tokens(text: str, span: Span) -> list[Token]:
    """The words and marks of a stretch of text."""
    return list(map(_token, _WORD.finditer(text, span.start, span.end)))


def tokens_back(text: str, start: int, end: int) -> Iterator[Token]:
    """The same from the last to the first, made as they are asked for."""
    rest = text[start:end].rstrip()
    while rest:
        piece = rest.rsplit(None, 1)[-1]  # white space ends every token
        stop = start + len(rest)
        found = list(_WORD.finditer(text, stop - len(piece), stop))
        yield from map(_token, reversed(found))
        rest = rest[: -len(piece)].rstrip()


def word_end(text: str, start: int, end: int) -> int:
    """Where the first word or mark of a stretch ends; its start if it has none."""
    found = _WORD.search(text, start, end)
    return found.end() if found else start


def _token(match: re.Match[str]) -> Token:
    return Token(Span(match.start(), match.end()), match.group())
