"""Receipts: the words that an answer rests on, read from the documents that they stand in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.connect.drift import ChangeKind
from reportedly.record import Record
from reportedly.record.answers import Claim, Independent, Rewording, Statement
from reportedly.record.ids import statement_id
from reportedly.schema import Evidence, Spans
from reportedly.schema.origins import Receipt

SHORT = 60
"""Characters of words that are shown with what stands beside them: "said" alone says nothing."""

BESIDE = 90
"""Characters on either side that are shown then."""

LONGEST = 400
"""Characters of a receipt's words that are shown; the link beside them leads to all of them."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of a document.

    Args:
        statement: the statement that they were read for.
        words: the words.
        before: what stands before them, where they say little by themselves.
        after: what stands behind them.
    """

    statement: Statement
    words: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """A receipt with its words on both sides."""

    kind: str
    text: str
    first: Quoted
    second: Quoted


@dataclass(frozen=True, slots=True)
class Origin:
    """An independent origin, with what goes back to it and by what receipts."""

    number: int
    found: Independent
    members: tuple[Statement, ...]
    receipts: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """An evidence mark with its words."""

    mark: Evidence
    quoted: Quoted


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stay, or what became of them: `gone` was left out, and `new` put in.

    Args:
        kind: what happened.
        gone: words of the first wording; those that stayed, if `kind` is "same".
        new: words of the second.
    """

    kind: ChangeKind
    gone: str
    new: str


@dataclass(frozen=True, slots=True)
class Reworded:
    """One utterance in two documents, piece by piece."""

    first: Statement
    second: Statement
    kept: float
    pieces: tuple[Piece, ...]


class Receipts:
    """Reads the words of a claim's receipts.

    Args:
        record: the record.
        claim: the claim.
    """

    def __init__(self, record: Record, claim: Claim) -> None:
        self._claim = claim
        self._statements = {one.id: one for one in claim.attributions}
        self._texts = record.texts({_document(name) for name in self._statements})

    def origins(self) -> Iterator[Origin]:
        """The origins, numbered from 1 on."""
        for number, group in enumerate(self._claim.origins.groups, 1):
            members = tuple(self._statements[name] for name in group.members)
            yield Origin(number, group, members, tuple(map(self._shown, group.reasons)))

    def marks(self) -> Iterator[Mark]:
        """The evidence marks of all statements."""
        for one in self._claim.attributions:
            for mark in one.evidence:
                yield Mark(mark, self._quoted(one, (mark.span,)))

    def reworded(self, found: Sequence[Rewording]) -> Iterator[Reworded]:
        """How the wording changed."""
        for one in found:
            pieces = tuple(
                Piece(s.kind, self._words(one.first, s.first), self._words(one.second, s.second))
                for s in one.drift.segments
            )
            yield Reworded(one.first, one.second, one.drift.kept, pieces)

    def _shown(self, receipt: Receipt) -> Shown:
        return Shown(
            str(receipt.kind),
            receipt.text,
            self._quoted(self._statements[statement_id(receipt.first)], receipt.first_spans),
            self._quoted(self._statements[statement_id(receipt.second)], receipt.second_spans),
        )

    def _quoted(self, said: Statement, spans: Spans) -> Quoted:
        """Words as a receipt shows them: those of the statement where there are none."""
        text, spans = self._texts[_document(said.id)], spans or said.content
        words = self._words(said, spans)
        if len(words) > LONGEST:
            return Quoted(said, words[: LONGEST - 1].rstrip() + "…")
        if len(words) > SHORT:
            return Quoted(said, words)
        return Quoted(said, words, *_around(text, spans[0].start, spans[-1].end))

    def _words(self, said: Statement, spans: Spans) -> str:
        text = self._texts[_document(said.id)]
        return " … ".join(" ".join(span.read(text).split()) for span in spans)


def _document(statement: str) -> str:
    """The key of a statement's document, by the statement's id."""
    return statement.partition("/")[0]


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and behind a place in its paragraph, cut between words."""
    before = text[max(start - BESIDE, 0) : start].rpartition("\n")[2]
    after = text[end : end + BESIDE].partition("\n")[0]
    if len(before) == BESIDE:
        before = "…" + before[before.find(" ") :]
    if len(after) == BESIDE:
        after = after[: after.rfind(" ") + 1] + "…"
    return before, after
