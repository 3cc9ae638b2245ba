"""Side by side: two documents in rows, with the passages that they share numbered on both sides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from reportedly.record.answers import Comparison, Reading
from reportedly.schema import BlockKind, Passage, Span
from reportedly.web.aligning import Shared, rows
from reportedly.web.marking import Stretch, stretches
from reportedly.web.segments import Segment, segments

CHARACTERS = 40_000
"""Characters of either side that a page shows: as of a document for reading."""


@dataclass(frozen=True, slots=True)
class Bit:
    """Characters of one side.

    Args:
        text: the characters.
        passage: number of the passage that they are of.
        begins: the passage begins with them.
        own: the other side has no such words in the passage.
    """

    text: str
    passage: int | None
    begins: bool
    own: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of one side; `opens` if it is the first of its block."""

    kind: BlockKind
    opens: bool
    bits: tuple[Bit, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """Paragraphs that stand side by side, because they share words or by chance."""

    first: tuple[Paragraph, ...]
    second: tuple[Paragraph, ...]
    shared: bool


@dataclass(frozen=True, slots=True)
class Beside:
    """A part of two documents, side by side.

    Args:
        number: which part, from 1 on.
        last: how many there are.
        rows: what stands in it.
    """

    number: int
    last: int
    rows: tuple[Row, ...]


def beside(compared: Comparison, wanted: int) -> Beside:
    """A part of two documents side by side.

    Args:
        compared: the two, and what they share.
        wanted: number of the part, from 1 on; where there is none such, the nearest is given.
    """
    passages = compared.reuse.passages if compared.reuse else ()
    first = _Side(compared.first, [p.first for p in passages])
    second = _Side(compared.second, [p.second for p in passages])
    texts, places = (first.text, second.text), (first.places, second.places)
    pieces: list[Passage] = []
    for passage in passages:
        shared = Shared(texts, passage)
        pieces.extend(shared.pieces(*places))
        for side, own in zip((first, second), shared.own(), strict=True):
            side.own(own)
    parts = list(_parts([(r.first, r.second, r.shared) for r in rows(*places, pieces)], *places))
    number = min(max(wanted, 1), max(len(parts), 1))
    shown = parts[number - 1] if parts else ()
    return Beside(
        number,
        len(parts) or 1,
        tuple(Row(first.paragraphs(a), second.paragraphs(b), shared) for a, b, shared in shown),
    )


_Row = tuple[range, range, bool]


def _parts(
    found: Iterable[_Row], first: Sequence[Stretch], second: Sequence[Stretch]
) -> Iterator[list[_Row]]:
    """Rows in parts that are not too long; a row that is by itself too long is cut."""
    part: list[_Row] = []
    size = [0, 0]
    for row in (half for whole in found for half in _halved(whole, first, second)):
        added = [_size(first, row[0]), _size(second, row[1])]
        if part and any(a + b > CHARACTERS for a, b in zip(size, added, strict=True)):
            yield part
            part, size = [], [0, 0]
        part.append(row)
        size = [a + b for a, b in zip(size, added, strict=True)]
    if part:
        yield part


def _halved(row: _Row, first: Sequence[Stretch], second: Sequence[Stretch]) -> Iterator[_Row]:
    """A row, in halves as often as it takes for it to be short enough."""
    one, other, shared = row
    many = len(one) > 1 or len(other) > 1
    if not many or max(_size(first, one), _size(second, other)) <= CHARACTERS:
        yield row
        return
    middles = one.start + (len(one) + 1) // 2, other.start + (len(other) + 1) // 2
    lows = range(one.start, middles[0]), range(other.start, middles[1])
    highs = range(middles[0], one.stop), range(middles[1], other.stop)
    for half in (lows, highs):
        yield from _halved((*half, shared), first, second)


def _size(places: Sequence[Stretch], which: range) -> int:
    return places[which.stop - 1].span.end - places[which.start].span.start if which else 0


class _Side:
    """One of the two documents.

    Args:
        reading: the document.
        passages: where the shared passages stand in it, in the order of their numbers.
    """

    def __init__(self, reading: Reading, passages: Sequence[Span]) -> None:
        document = reading.extraction.document
        self.text = document.text
        self.places = stretches(document)
        self._marked: list[tuple[Span, int | None]] = list(zip(passages, count(1), strict=False))
        self._begins = {span.start: number for span, number in reversed(self._marked)}

    def own(self, spans: Iterable[Span]) -> None:
        """Say which words of the passages stand on this side alone."""
        self._marked.extend((span, None) for span in spans)

    def paragraphs(self, which: range) -> tuple[Paragraph, ...]:
        """Some paragraphs."""
        return tuple(self._paragraph(at) for at in which)

    def _paragraph(self, at: int) -> Paragraph:
        place = self.places[at]
        opens = not at or place.block is None or place.block is not self.places[at - 1].block
        if place.end <= place.span.start:
            return Paragraph(place.kind, opens, ())
        within = Span(place.span.start, place.end)
        near = [(span, n) for span, n in self._marked if span.overlaps(within)]
        cut_up = segments(self.text, near, within=within)
        return Paragraph(place.kind, opens, tuple(self._bit(segment) for segment in cut_up))

    def _bit(self, segment: Segment[int | None]) -> Bit:
        number = next((mark for mark in segment.marks if mark), None)
        begins = number is not None and self._begins.get(segment.span.start) == number
        return Bit(segment.text, number, begins, None in segment.marks)
