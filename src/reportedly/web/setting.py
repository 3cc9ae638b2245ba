"""Setting: a part of a document as its page shows it, paragraph by paragraph, with the margin."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from reportedly.record.answers import Carried, Reading
from reportedly.schema import BlockKind, Span
from reportedly.web.margin import Entry, Margin, Numbered, Remark
from reportedly.web.marking import Marked, Paragraph, Role, begin, marks, paragraphs
from reportedly.web.parts import part_at, parts


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that are marked alike.

    Args:
        text: the characters.
        classes: what they are, for the style sheet; empty if they are nothing.
        names: ids of the statements whose words they are, with a space between.
        begins: the statements whose first words these are.
        anchor: the place, if something is known by words that begin here.
    """

    text: str
    classes: str
    names: str
    begins: tuple[Begun, ...]
    anchor: int | None


@dataclass(frozen=True, slots=True)
class Begun:
    """A statement where its words begin, and its place among those of this part, from 1 on."""

    numbered: Numbered
    place: int


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph and what stands beside it.

    Args:
        kind: what it is.
        opens: it is the first paragraph of its block.
        heading: it is the document's title, where that stands first.
        again: it is a title that comes after that.
        author: who wrote it, where it is a reader's comment.
        by_line: it is no more than the name of who wrote it.
        pieces: its words.
        behind: the white space behind it.
        entries: the statements that begin in it.
        remarks: the publisher's notes that begin in it.
    """

    kind: BlockKind
    opens: bool
    heading: bool
    again: bool
    author: str | None
    by_line: bool
    pieces: tuple[Piece, ...]
    behind: str
    entries: tuple[Entry, ...]
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class Region:
    """Rows that belong together: the article's, or its readers' comments."""

    comments: bool
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A statement that begins in another part, and which one that is."""

    numbered: Numbered
    part: int


@dataclass(frozen=True, slots=True)
class SetPart:
    """A part of a document, set for reading.

    Args:
        number: which one, from 1 on.
        last: how many there are.
        regions: its text.
        statements: how many begin in it.
        elsewhere: those that begin in other parts; the first part alone has them, because a link
            that names no part leads there.
        carriers: media that all of the document came through.
    """

    number: int
    last: int
    regions: tuple[Region, ...]
    statements: int
    elsewhere: tuple[Elsewhere, ...]
    carriers: tuple[Carried, ...]

    @property
    def headed(self) -> bool:
        """Whether the document's title stands in it."""
        return any(row.heading for region in self.regions for row in region.rows)


def set_part(reading: Reading, wanted: int) -> SetPart:
    """A part of a document.

    Args:
        reading: the document.
        wanted: its number, from 1 on; where there is none such, the nearest is given.
    """
    cut = parts(reading.extraction)
    number = min(max(wanted, 1), max(len(cut), 1))
    margin = Margin(reading)
    if not cut:
        return SetPart(1, 1, (), 0, (), ())
    part = cut[number - 1]
    setter = _Setter(reading, margin, Span(part[0].span.start, part[-1].span.end))
    rows = [setter.row(p) for p in paragraphs(reading.extraction, part)]
    regions = groupby(rows, key=lambda row: row.kind is BlockKind.COMMENT)
    others = (
        Elsewhere(numbered, at)
        for found in reading.extraction.attributions
        if (at := part_at(cut, begin(found))) > 1 and (numbered := margin.numbered(found.id))
    )
    return SetPart(
        number,
        len(cut),
        tuple(Region(comments, tuple(inner)) for comments, inner in regions),
        len(setter.places),
        tuple(others) if number == 1 else (),
        margin.common(),
    )


class _Setter:
    """Makes the rows of a part, in order.

    Args:
        reading: the document.
        margin: of the document.
        within: where the part stands.
    """

    def __init__(self, reading: Reading, margin: Margin, within: Span) -> None:
        low, high = within.start, within.end
        self._margin = margin
        found = sorted((begin(a), at, a.id) for at, a in enumerate(reading.extraction.attributions))
        inside = [(start, name) for start, _, name in found if low <= start < high]
        self._starts = [start for start, _ in inside]
        self._names = [name for _, name in inside]
        self.places = {name: place for place, (_, name) in enumerate(inside, 1)}
        self._notes = [n for n in reading.extraction.notes if low <= n.span.start < high]
        marked = list(marks(reading.extraction))
        contents = [span for span, mark in marked if mark.role is Role.CONTENT]
        self._begins = frozenset(span.start for span in contents)
        self._ends = frozenset(span.end for span in contents)
        self._told = frozenset(span.start for span, mark in marked if mark.role is Role.TOLD)
        self._title = reading.document.title
        self._headed = low > 0
        self._block: object = None

    def row(self, paragraph: Paragraph) -> Row:
        """The next row."""
        place = paragraph.stretch
        opens = place.block is None or place.block is not self._block
        words = "".join(segment.text for segment in paragraph.segments)
        titled = place.kind is BlockKind.TITLE
        heading = titled and not self._headed and self._title in (None, " ".join(words.split()))
        again, self._headed = titled and self._headed, self._headed or heading
        self._block = place.block
        low, high = place.span.start, place.span.end
        author = place.block.author if place.block else None
        return Row(
            place.kind,
            opens,
            heading,
            again,
            author,
            bool(author) and words.strip(_BULLETS) == author,
            tuple(self._pieces(paragraph)),
            "".join(segment.text for segment in paragraph.behind),
            self._margin.entries(self._begun(low, high), self.places),
            tuple(self._margin.remark(n) for n in self._notes if low <= n.span.start < high),
        )

    def _begun(self, low: int, high: int) -> list[str]:
        """The statements that begin in a stretch."""
        return self._names[bisect_left(self._starts, low) : bisect_left(self._starts, high)]

    def _pieces(self, paragraph: Paragraph) -> Iterator[Piece]:
        for segment, kind in zip(paragraph.segments, paragraph.kinds, strict=True):
            at = segment.span.start
            begun = (
                Begun(numbered, self.places[name])
                for name in self._begun(at, at + 1)
                if (numbered := self._margin.numbered(name))
            )
            inline = kind if kind is not paragraph.stretch.kind else None
            names = _names(segment)
            yield Piece(
                segment.text,
                " ".join(self._classes(segment, names, inline)),
                " ".join(names),
                tuple(begun),
                at if at in self._told else None,
            )

    def _classes(
        self, segment: Marked, names: Iterable[str], inline: BlockKind | None
    ) -> Iterator[str]:
        """Names of what a segment is, and of the places of its statements in this part."""
        if inline:
            yield f"in-{inline}"
        roles = [mark.role for mark in segment.marks]
        yield from dict.fromkeys(roles)
        if roles.count(Role.CONTENT) > 1:
            yield "deep"
        if segment.span.start in self._begins:
            yield "begins"
        if segment.span.end in self._ends:
            yield "ends"
        yield from (f"n{self.places[name]}" for name in names if name in self.places)


def _names(segment: Marked) -> list[str]:
    """The statements whose source, cue or content some words are."""
    own = (mark.statement for mark in segment.marks if mark.role is not Role.TOLD)
    return [name for name in dict.fromkeys(own) if name]


_BULLETS = " \t\r\n•·*-–—\N{NO-BREAK SPACE}"
"""What may stand around the name of who wrote a comment, on a line of its own."""
