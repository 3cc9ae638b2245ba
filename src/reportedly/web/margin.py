"""The margin: what is known of each statement of a document, beside the words it was read from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from reportedly.export.wording.view import View
from reportedly.record.answers import Carried, Reading, Statement
from reportedly.schema import Attribution, Entity, LinkKind, Note, Span
from reportedly.web.marking import begin

SHORTEST = 280
"""Characters of a proof that the margin shows: some lines of it. All of it stands in the text."""

_PASSIVE = {
    LinkKind.ECHOES: "echoed by",
    LinkKind.CONFIRMS: "confirmed by",
    LinkKind.DENIES: "denied by",
    LinkKind.ANSWERS: "answered by",
    LinkKind.CORRECTS: "corrected by",
}

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A statement by the number that it has in its document, and who says it."""

    number: int
    id: str
    who: str


@dataclass(frozen=True, slots=True)
class Told:
    """Words that something is known by, and where they stand."""

    words: str
    span: Span


@dataclass(frozen=True, slots=True)
class Bearing:
    """How a statement bears on another one ("denies", "denied by"), and the words that say so."""

    how: str
    other: Numbered
    told: Told


@dataclass(frozen=True, slots=True)
class Remark:
    """A publisher's note: what it is about, what it says, its words, and on which statements."""

    kind: str
    status: str | None
    told: Told
    about: tuple[Numbered, ...]


@dataclass(frozen=True, slots=True)
class Proofs:
    """The words that a statement's fields are known by, each where the field says something.

    Args:
        day: of the day.
        venue: of the occasion.
        evidence: of each mark of evidence, in their order.
        noted: of each mark of evidence, whether a publisher's note has the same words.
        carriers: of each carrier, in their order.
        withheld: why or how the speaker's name is kept back.
    """

    day: Told | None
    venue: Told | None
    evidence: tuple[Told, ...]
    noted: tuple[bool, ...]
    carriers: tuple[Told, ...]
    withheld: Told | None


@dataclass(frozen=True, slots=True)
class Entry:
    """A statement in the margin.

    Args:
        numbered: its number, from 1 on as its words begin, over the whole document.
        place: its number among those of this part of the page, from 1 on.
        introduces: it is the first here of whoever says it: roles are told here alone.
        through: the first here that came through the same media, if that is another one: what the
            text says of them is told there.
        occasion: the first here whose venue the same words tell, if that is another one.
        statement: as answers show it.
        found: as it was found.
        proofs: the words that its fields are known by.
        speaker: who says it, as this document has it.
        within: the statement in whose content it is said.
        leans_on: the statement whose source it leans on.
        nested: those said in its content that begin in the same paragraph.
        bearings: what it has to do with others of this document.
        remarks: the publisher's notes on it, but for those that marks of evidence tell.
        usual: it came through no media but those that all of the document came through.
    """

    numbered: Numbered
    place: int
    introduces: bool
    through: Numbered | None
    occasion: Numbered | None
    statement: Statement
    found: Attribution
    proofs: Proofs
    speaker: Entity | None
    within: Numbered | None
    leans_on: Numbered | None
    nested: tuple[Entry, ...]
    bearings: tuple[Bearing, ...]
    remarks: tuple[Remark, ...]
    usual: bool


class Margin:
    """Makes the entries of one document's margin, of consecutive paragraphs in their order.

    Args:
        reading: the document.
    """

    def __init__(self, reading: Reading) -> None:
        extraction = reading.extraction
        self._view = View(extraction)
        self._text = extraction.document.text
        self._statements = {one.attribution: one for one in reading.statements}
        self._found = {one.id: one for one in extraction.attributions}
        self._entities = {one.id: one for one in extraction.entities}
        self._numbered = {
            one.id: Numbered(number, one.id, _who(self._statements[one.id]))
            for number, one in enumerate(sorted(extraction.attributions, key=begin), 1)
        }
        self._told_before: dict[object, Numbered] = {}
        self._links = _by(extraction.links, lambda link: (link.from_, link.to))
        self._noted = frozenset(note.span for note in extraction.notes)
        self._notes = _by(extraction.notes, lambda note: note.about)

    def common(self) -> tuple[Carried, ...]:
        """The media that all of the document came through: they need not be told at each entry."""
        for name, found in self._found.items():
            known = zip(found.carriers, self._statements[name].carriers, strict=True)
            named = dict(known)
            if self._view.common and all(one in named for one in self._view.common):
                return tuple(named[one] for one in self._view.common)
        return ()

    def numbered(self, name: str | None) -> Numbered | None:
        """A statement's number; None if there is none of this id."""
        return self._numbered.get(name or "")

    def entries(self, names: Sequence[str], places: Mapping[str, int]) -> tuple[Entry, ...]:
        """Entries of the statements that begin in one paragraph, those said in others in these.

        Args:
            names: ids of the statements, in text order.
            places: of every statement of the part of the page, its number among them.
        """
        inner: defaultdict[str | None, list[str]] = defaultdict(list)
        for name in names:
            inner[self._outer(name, frozenset(names))].append(name)
        return tuple(self._entry(name, inner, places) for name in inner[None])

    def remark(self, note: Note) -> Remark:
        """A note."""
        about = tuple(self._numbered[name] for name in note.about if name in self._numbered)
        return Remark(note.kind, note.status, self._told(note.span), about)

    def _outer(self, name: str, among: frozenset[str]) -> str | None:
        """The one of some statements in whose content another is said; none of itself."""
        outer, seen = self._found[name].parent, {name}
        nearest = outer if outer in among else None
        while outer in self._found:
            if outer in seen:
                return None
            seen.add(outer)
            outer = self._found[outer].parent
        return nearest

    def _entry(
        self, name: str, inner: Mapping[str | None, Sequence[str]], places: Mapping[str, int]
    ) -> Entry:
        found = self._found[name]
        speaker = found.speaker.entity if found.speaker else None
        entity = self._entities.get(speaker or "")
        return Entry(
            self._numbered[name],
            places[name],
            self._first(name, speaker) is None,
            self._first(name, tuple(c.entity for c in found.carriers)),
            self._first(name, found.venue.span if found.venue else None),
            self._statements[name],
            found,
            self._proofs(found, entity),
            entity,
            self.numbered(found.parent),
            self.numbered(found.source_from),
            tuple(self._entry(one, inner, places) for one in inner.get(name, ())),
            tuple(self._bearings(name)),
            tuple(self._remarks(found)),
            self._view.usual(found),
        )

    def _first(self, name: str, thing: object) -> Numbered | None:
        """The first entry so far that told of something, if that is another one."""
        first = self._told_before.setdefault(thing, self._numbered[name])
        return None if first.id == name else first

    def _proofs(self, found: Attribution, entity: Entity | None) -> Proofs:
        reason = entity.reason if entity and entity.anonymous else None
        return Proofs(
            self._told(found.said_on.span) if found.said_on else None,
            self._told(found.venue.span) if found.venue else None,
            tuple(self._told(mark.span) for mark in found.evidence),
            tuple(mark.span in self._noted for mark in found.evidence),
            tuple(self._told(carrier.span) for carrier in found.carriers),
            self._told(reason.span) if reason else None,
        )

    def _bearings(self, name: str) -> Iterator[Bearing]:
        for link in self._links.get(name, ()):
            other = self.numbered(link.to if link.from_ == name else link.from_)
            if other:
                how = str(link.kind) if link.from_ == name else _PASSIVE[link.kind]
                yield Bearing(how, other, self._told(link.span))

    def _remarks(self, found: Attribution) -> Iterator[Remark]:
        """The notes on a statement, but for those that its marks of evidence tell."""
        marked = {mark.span for mark in found.evidence}
        for note in self._notes.get(found.id, ()):
            if note.span not in marked:
                yield self.remark(note)

    def _told(self, span: Span) -> Told:
        words = " ".join(span.read(self._text).split())
        return Told(words if len(words) <= SHORTEST else words[: SHORTEST - 1] + "…", span)


def _by(things: Iterable[Thing], names: Callable[[Thing], Iterable[str]]) -> dict[str, list[Thing]]:
    """Things by the statements that they are of."""
    found: defaultdict[str, list[Thing]] = defaultdict(list)
    for thing in things:
        for name in dict.fromkeys(names(thing)):
            found[name].append(thing)
    return dict(found)


def _who(statement: Statement) -> str:
    return statement.speaker or statement.source or "nobody named"
