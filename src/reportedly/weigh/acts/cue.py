"""Cues as words: split, lower-cased, with what each may be a form of, and what stands around."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from reportedly.schema import Attribution, Span
from reportedly.weigh.acts.lemmas import plain_forms

_WORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*|'(?:s|re|ve|ll|d|m)(?![^\W_])|[^\w\s]")
_CONTRACTION = re.compile(r"(n't|'(?:s|re|ve|ll|d|m))$")
_SENTENCE_END = re.compile(r"[.!?…\n]")
_BEFORE = 60
"""Characters before a cue in which its auxiliaries are looked for."""
_AFTER = 60
"""Characters after a cue in which the rest of a phrasal verb is looked for."""
_CONTENT = 400
"""Characters of a content that are read: its beginning tells what it is."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word in lower case, with straight apostrophes, and the plain forms that it may have."""

    text: str
    forms: tuple[str, ...]

    def any_of(self, known: Iterable[str]) -> bool:
        """Whether a form of the word is among those."""
        return any(form in known for form in self.forms)


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue with its surroundings, as words.

    Args:
        words: those of the cue, its pieces one after another.
        before: what precedes it in its sentence, outside the content.
        after: what follows it directly, up to a mark of punctuation; may be content.
        between: what stands between the cue and the content behind it: whom it is said to.
        source: the words of the source.
        content: the first words of the content, marks included.
        follows: the content, or a part of it, stands behind the cue.
        asks: the content ends in a question mark.
    """

    words: tuple[Word, ...]
    before: tuple[Word, ...]
    after: tuple[Word, ...]
    between: tuple[Word, ...]
    source: tuple[Word, ...]
    content: tuple[Word, ...]
    follows: bool
    asks: bool


def words_of(text: str) -> tuple[Word, ...]:
    """Split a text into words and marks; "didn't" is "did" and "n't"."""
    plain = text.replace("’", "'").replace("‘", "'").lower()
    return tuple(chain.from_iterable(map(_words, _WORD.findall(plain))))


def cue_of(attribution: Attribution, text: str) -> Cue:
    """Read an attribution's cue and what stands around it; any text is accepted."""
    cue, content = attribution.cue, attribution.content
    behind = [s for s in content if s.start >= cue[-1].end]
    said = " ".join(s.read(text) for s in content)
    return Cue(
        words=words_of(" ".join(s.read(text) for s in cue)),
        before=words_of(_before(text, cue[0], content)),
        after=_up_to_mark(words_of(_after(text, cue[-1]))),
        between=words_of(text[cue[-1].end : behind[0].start][:_AFTER]) if behind else (),
        source=words_of(" ".join(s.read(text) for s in attribution.source)),
        content=words_of((behind or list(content))[0].read(text)[:_CONTENT]),
        follows=bool(behind),
        asks=said.rstrip(" \"'”’,").endswith("?"),
    )


@lru_cache(maxsize=8192)  # most words of a text come again
def _words(found: str) -> tuple[Word, ...]:
    return tuple(Word(part, plain_forms(part)) for part in _parts(found))


def _parts(word: str) -> tuple[str, ...]:
    if word == "cannot":
        return ("can", "not")
    found = _CONTRACTION.search(word)
    if not found or not found.start():
        return (word,)
    return (word[: found.start()], found.group())


def _before(text: str, cue: Span, content: tuple[Span, ...]) -> str:
    start = max(0, cue.start - _BEFORE, *(s.end for s in content if s.end <= cue.start))
    piece = text[start : cue.start]
    ends = [m.end() for m in _SENTENCE_END.finditer(piece)]
    return piece[ends[-1] :] if ends else piece


def _after(text: str, last: Span) -> str:
    piece = text[last.end : last.end + _AFTER]
    return piece[: piece.rfind(" ")] if " " in piece and len(piece) == _AFTER else piece


def _up_to_mark(words: tuple[Word, ...]) -> tuple[Word, ...]:
    for number, word in enumerate(words):
        if not word.text[-1].isalnum():
            return words[:number]
    return words
