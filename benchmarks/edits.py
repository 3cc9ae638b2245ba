"""Documents made from other documents by cutting, rewording and splicing, with what came of what.

A seeded generator: the same bodies and seed give the same documents, character for character. Each
sentence of a made document is a piece that knows the stretch of the source it was made from, so
that what any two of them share is known without looking at their words.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from reportedly.schema import Span

T = TypeVar("T")


class Level(StrEnum):
    """How a document was made."""

    ORIGINAL = "original"
    VERBATIM = "verbatim"
    CUT = "cut"
    REWORDED_2 = "reworded 2 %"
    REWORDED_5 = "reworded 5 %"
    REWORDED_10 = "reworded 10 %"
    REWORDED_20 = "reworded 20 %"
    REORDERED = "reordered"
    SPLICED = "spliced"
    UNRELATED = "unrelated"


RATES = {
    Level.REWORDED_2: 0.02,
    Level.REWORDED_5: 0.05,
    Level.REWORDED_10: 0.10,
    Level.REWORDED_20: 0.20,
}
"""Share of the words that is substituted (half of them), deleted or inserted (a quarter each)."""
VARIANTS = (Level.VERBATIM, Level.CUT, *RATES, Level.REORDERED)
"""What is made of each original, one of each."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence of a made document: where it stands, and what it was made from.

    Args:
        source: the name of the source.
        origin: where the sentence stands in the source's text.
        span: where it stands in the made text.
    """

    source: str
    origin: Span
    span: Span


@dataclass(frozen=True, slots=True)
class Made:
    """A made document. `name` is unique; `pieces` are in text order."""

    name: str
    level: Level
    text: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence on its way: what it came from, its words, and what parts it from the next."""

    source: str
    origin: Span
    words: str
    gap: str


_SENTENCE_END = re.compile(r"(?<=[.!?])[”\"’')]*(\s+)(?=[\"“‘'(]?[A-Z])|(\s*\n\s*)")
_TYPES = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "\u00a0": " "})


def make(
    bodies: Mapping[str, str], originals: int, spliced: int, unrelated: int, seed: int
) -> list[Made]:
    """Make documents from bodies that have nothing in common with each other.

    Args:
        bodies: texts by their names; the first `originals` of them, shuffled, are originals, the
            next `unrelated` stay as they are.
        originals: how many get the variants of `VARIANTS`.
        spliced: how many are put together from passages of two or three originals.
        unrelated: how many share nothing with any other.
        seed: of the generator.

    Raises:
        ValueError: if there are too few bodies.
    """
    if len(bodies) < originals + unrelated:
        raise ValueError(f"{originals + unrelated} bodies are needed, there are {len(bodies)}")
    rng = random.Random(seed)
    names = sorted(bodies)
    rng.shuffle(names)
    vocabulary = [w for name in names for w in bodies[name].split() if w.isalpha()]
    sources = {name: list(_sentences(name, bodies[name])) for name in names}
    made = [_made(n, Level.ORIGINAL, sources[n]) for n in names[:originals]]
    for name in names[:originals]:
        for level in VARIANTS:
            varied = _varied(sources[name], level, rng, vocabulary)
            made.append(_made(f"{name} {level}", level, varied))
    for number in range(spliced):
        chosen = rng.sample(names[:originals], rng.choice((2, 3)))
        parts = [s for name in chosen for s in _passage(sources[name], rng)]
        made.append(_made(f"spliced {number}", Level.SPLICED, parts))
    rest = names[originals : originals + unrelated]
    return made + [_made(n, Level.UNRELATED, sources[n]) for n in rest]


def _sentences(name: str, text: str) -> Iterator[_Sentence]:
    """The sentences of a text, with the white space behind each."""
    start = 0
    for match in _SENTENCE_END.finditer(text):
        group = 1 if match[1] else 2
        yield from _sentence(name, text, start, match.start(group), match[group])
        start = match.end()
    yield from _sentence(name, text, start, len(text), "\n")


def _sentence(name: str, text: str, start: int, end: int, gap: str) -> Iterator[_Sentence]:
    words = text[start:end]
    if words.strip():
        yield _Sentence(name, Span(start, end), words, gap)


def _made(name: str, level: Level, sentences: Iterable[_Sentence]) -> Made:
    """Write sentences down one after another."""
    text, pieces = "", []
    for one in sentences:
        pieces.append(Piece(one.source, one.origin, Span(len(text), len(text) + len(one.words))))
        text += one.words + (one.gap or " ")
    return Made(name, level, text, tuple(pieces))


def _varied(
    sentences: Sequence[_Sentence], level: Level, rng: random.Random, vocabulary: Sequence[str]
) -> list[_Sentence]:
    if level is Level.VERBATIM:
        return [_changed(s, s.words.translate(_TYPES)) for s in sentences]
    if level is Level.CUT:
        return _cut(sentences, rng)
    if level is Level.REORDERED:
        return _reordered(_reworded(sentences, 0.05, rng, vocabulary), rng)
    return _reworded(sentences, RATES[level], rng, vocabulary)


def _changed(sentence: _Sentence, words: str) -> _Sentence:
    return _Sentence(sentence.source, sentence.origin, words, sentence.gap)


def _paragraphs(sentences: Sequence[_Sentence]) -> list[list[_Sentence]]:
    found: list[list[_Sentence]] = [[]]
    for one in sentences:
        found[-1].append(one)
        if "\n" in one.gap:
            found.append([])
    return [paragraph for paragraph in found if paragraph]


def _cut(sentences: Sequence[_Sentence], rng: random.Random) -> list[_Sentence]:
    """The inverted pyramid: the tail goes, and of the rest one paragraph in seven."""
    paragraphs = _paragraphs(sentences)
    kept = paragraphs[: max(1, round(len(paragraphs) * rng.uniform(0.3, 0.8)))]
    return [s for at, p in enumerate(kept) if at == 0 or rng.random() > 1 / 7 for s in p]


def _reordered(sentences: Sequence[_Sentence], rng: random.Random) -> list[_Sentence]:
    """One sentence or paragraph in five changes places with one behind it."""
    paragraphs = _paragraphs(sentences)
    _exchange(paragraphs, rng)
    for paragraph in paragraphs:
        _exchange(paragraph, rng)
    return [s for p in paragraphs for s in p]


def _exchange(units: list[T], rng: random.Random) -> None:
    for at in range(len(units) - 1):
        if rng.random() < 0.2:
            other = rng.randrange(at + 1, len(units))
            units[at], units[other] = units[other], units[at]


def _reworded(
    sentences: Sequence[_Sentence], rate: float, rng: random.Random, vocabulary: Sequence[str]
) -> list[_Sentence]:
    """Words substituted, deleted and inserted; other words come by how frequent they are."""
    found = []
    for one in sentences:
        words = [w for word in one.words.split(" ") for w in _edited(word, rate, rng, vocabulary)]
        if words:
            found.append(_changed(one, " ".join(words)))
    return found


def _edited(word: str, rate: float, rng: random.Random, vocabulary: Sequence[str]) -> list[str]:
    if rng.random() >= rate:
        return [word]
    other = rng.choice(vocabulary)
    edits: tuple[list[str], ...] = ([other], [other], [], [word, other])
    return rng.choice(edits)


def _passage(sentences: Sequence[_Sentence], rng: random.Random) -> list[_Sentence]:
    """Some sentences in a row, a quarter to a half of a text, of forty words or more."""
    size = rng.uniform(0.25, 0.5) * sum(len(s.words.split()) for s in sentences)
    start = rng.randrange(max(1, len(sentences) // 2))
    found: list[_Sentence] = []
    count = 0
    for one in sentences[start:]:
        if count >= max(40, size):
            break
        found.append(one)
        count += len(one.words.split())
    return found


def shared(one: Made, other: Made) -> tuple[list[Span], list[Span]]:
    """Where two made documents hold sentences made from the same ones: in the first, the second."""
    theirs = {(p.source, p.origin) for p in other.pieces}
    ours = {(p.source, p.origin) for p in one.pieces}
    return (
        [p.span for p in one.pieces if (p.source, p.origin) in theirs],
        [p.span for p in other.pieces if (p.source, p.origin) in ours],
    )
