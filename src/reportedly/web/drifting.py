"""Drifting: one utterance as two documents word it, with what became of its words marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.connect.drift import ChangeKind, Segment
from reportedly.record.answers import Rewording, Statement
from reportedly.schema import Span, Spans
from reportedly.web.segments import segments

PUT = {
    ChangeKind.CUT: "left out",
    ChangeKind.ADDED: "added",
    ChangeKind.REWORDED: "put in other words",
    ChangeKind.QUOTED: "put in quotation marks",
    ChangeKind.UNQUOTED: "without the quotation marks",
}
"""What became of words from the first document to the second, for a reader."""


@dataclass(frozen=True, slots=True)
class Bit:
    """Words of one side.

    Args:
        text: the words.
        change: what became of them.
        number: of the change, the same on both sides; None where nothing changed.
        shown: the document itself shows the change.
    """

    text: str
    change: ChangeKind
    number: int | None
    shown: bool


@dataclass(frozen=True, slots=True)
class Worded:
    """One utterance in two documents' words.

    Args:
        first: the statement in the one.
        second: in the other.
        first_bits: its words in the one; parts that stand apart there are parted by `None`.
        second_bits: in the other.
        kept: share of the words that both have, 0 to 1.
        changes: what became of the words and how often, in the order of `PUT`.
    """

    first: Statement
    second: Statement
    first_bits: tuple[Bit | None, ...]
    second_bits: tuple[Bit | None, ...]
    kept: float
    changes: tuple[tuple[str, int], ...]


def worded(texts: tuple[str, str], rewording: Rewording) -> Worded:
    """An utterance in two documents' words.

    Args:
        texts: of the two documents.
        rewording: the utterance, and how its words differ.
    """
    found = list(enumerate(rewording.drift.segments))
    counts = Counter(segment.kind for _, segment in found)
    return Worded(
        rewording.first,
        rewording.second,
        tuple(_bits(texts[0], rewording.first.content, [(s.first, s) for _, s in found])),
        tuple(_bits(texts[1], rewording.second.content, [(s.second, s) for _, s in found])),
        rewording.drift.kept,
        tuple((words, counts[kind]) for kind, words in PUT.items() if counts[kind]),
    )


def _bits(
    text: str, content: Spans, sides: Sequence[tuple[Spans, Segment]]
) -> Iterator[Bit | None]:
    changed = [segment for _, segment in sides if segment.kind is not ChangeKind.SAME]
    numbers = {id(segment): number for number, segment in enumerate(changed, 1)}
    marked: list[tuple[Span, Segment]] = [(s, segment) for spans, segment in sides for s in spans]
    for at, part in enumerate(content):
        if at:
            yield None
        for piece in segments(text, marked, within=part):
            segment = piece.marks[0] if piece.marks else None
            yield Bit(
                piece.text,
                segment.kind if segment else ChangeKind.SAME,
                numbers.get(id(segment)) if segment else None,
                bool(segment and segment.shown),
            )
