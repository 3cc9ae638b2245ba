"""Two that may be one, as the page of judgements shows them: side by side, with their words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from reportedly.record import Record
from reportedly.record.answers import Question, SpeakerAnswer, Statement
from reportedly.record.ids import Known, parse, statement_id
from reportedly.schema import Spans

HEARD = 12
"""Statements of somebody that are looked at, for the documents that they stand in."""

SHOWN = 3
"""Statements of somebody that are shown, and documents."""

AROUND = 220
"""Characters of the article that are shown before and after words."""

_FOR = ("likely the same", "the same office")
"""How reasons begin that speak for two being one, whatever stands before them."""


@dataclass(frozen=True, slots=True)
class Bit:
    """Characters of an article: what is judged, or what stands around it."""

    text: str
    meant: bool


@dataclass(frozen=True, slots=True)
class Person:
    """One who may be another: who that is, and what they say.

    Args:
        speaker: names, roles and numbers over all documents.
        statements: what they say, the earliest first, one of each of some documents.
    """

    speaker: SpeakerAnswer
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A statement that may say the same as another, in the words around it."""

    statement: Statement
    bits: tuple[Bit, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """A question with the two that it is about.

    Args:
        question: the question.
        first: the one.
        second: the other.
        reasons: what speaks for their being one.
        doubts: what makes it doubtful.
    """

    question: Question
    first: Person | Said
    second: Person | Said
    reasons: tuple[str, ...]
    doubts: tuple[str, ...]


def pair(record: Record, question: Question) -> Pair:
    """What a person needs to know to decide a question.

    Raises:
        NotHeldError: if the record does not hold one of the two any more.
    """
    first, second = (_candidate(record, name) for name in (question.first, question.second))
    reasons = tuple(r for n, r in enumerate(question.reasons) if _speaks_for(question, n, r))
    doubts = tuple(r for r in question.reasons if r not in reasons)
    return Pair(question, first, second, reasons, doubts)


def _speaks_for(question: Question, place: int, reason: str) -> bool:
    """Names and origins are asked about for their first reason; claims for their likeness."""
    named = question.id[1] in "eo"
    return (named and place == 0) or question.id[1] == "o" or reason.startswith(_FOR)


def _candidate(record: Record, name: str) -> Person | Said:
    parsed = parse(name)
    if parsed is not None and parsed[0] is Known.SPEAKER:
        return _person(record, name)
    return _said(record, name if parsed is None else statement_id(parsed[1]))


def _person(record: Record, name: str) -> Person:
    said = {one.document: one for one in islice(record.said_by(name), HEARD)}
    return Person(record.speaker(name), tuple(said.values())[:SHOWN])


def _said(record: Record, name: str) -> Said:
    statement = record.statement(name)
    document = record.reading(statement.id.partition("/")[0]).extraction.document
    return Said(statement, tuple(excerpt(document.text, statement.content)))


def excerpt(text: str, spans: Spans, around: int = AROUND) -> Sequence[Bit]:
    """Words and what stands around them, cut at the ends of words."""
    start, end = spans[0].start, spans[-1].end
    at = max(0, start - around)
    bits = [Bit(_cut(text[at:start], whole=at == 0, end=False), meant=False)]
    for number, span in enumerate(spans):
        if number:
            bits.append(Bit(text[spans[number - 1].end : span.start], meant=False))
        bits.append(Bit(span.read(text), meant=True))
    rest = text[end : end + around]
    bits.append(Bit(_cut(rest, whole=end + around >= len(text), end=True), meant=False))
    return [bit for bit in bits if bit.text]


def _cut(text: str, *, whole: bool, end: bool) -> str:
    """Text without the word that is broken off at its outer end."""
    if whole or not text:
        return text
    head, space, tail = text.rpartition(" ") if end else text.partition(" ")
    if not space:
        return "…"
    return f"{head} …" if end else f"… {tail}"
