"""A claim with all its receipts, to read and to print: HTML that needs nothing beside itself.

`templates/report/claim.html` is the report itself, for whoever shows it within a page of its own;
`page.html` makes a file of it. Whatever comes from an article is text there, never markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from reportedly import __version__
from reportedly.connect.drift import ChangeKind, Segment
from reportedly.export.chosen import Chosen
from reportedly.export.excerpts import Excerpt, Part, excerpt, parts
from reportedly.export.jsons import encoded
from reportedly.export.sheet import Sheet
from reportedly.export.uris import Uris, web
from reportedly.export.wording.places import place
from reportedly.record import Record
from reportedly.record.answers import (
    Claim,
    Independent,
    Reading,
    Rewording,
    Searched,
    Stand,
    Statement,
)
from reportedly.record.ids import statement_id
from reportedly.schema import Span, Spans
from reportedly.schema.origins import Receipt

LOADER = PackageLoader("reportedly.export")
"""Where the templates are found."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a document and where they stand, of a statement by its number in the report."""

    number: int
    words: str
    spans: Spans


@dataclass(frozen=True, slots=True)
class Mark:
    """An evidence mark with its words."""

    status: str
    by: str
    words: str
    span: Span


@dataclass(frozen=True, slots=True)
class Said:
    """A statement, in the words around it.

    Args:
        number: its number in the report.
        statement: the statement.
        excerpt: its words in their surroundings, in as many pieces as stand apart.
        evidence: what the text says stands behind it.
        url: the document's address, if it is one of the web.
        file: where the document was read from.
    """

    number: int
    statement: Statement
    excerpt: Excerpt
    evidence: tuple[Mark, ...]
    url: str | None
    file: str | None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two statements go back to one utterance, with the words on both sides."""

    kind: str
    text: str
    sides: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """An origin, with the numbers of its statements, and of the origins that it may go back to."""

    number: int
    group: Independent
    members: tuple[int, ...]
    may_be: tuple[int, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """The wordings of two statements; what differs is marked."""

    first: int
    second: int
    kept: float
    before: tuple[Part, ...]
    after: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What the template shows."""

    claim: Claim
    searched: Searched
    said: tuple[Said, ...]
    origins: tuple[Origin, ...]
    changes: tuple[Changed, ...]

    @property
    def denials(self) -> tuple[Said, ...]:
        """The statements that deny it."""
        return tuple(s for s in self.said if s.statement.stand is Stand.DENIES)


def write(chosen: Chosen, _: Uris) -> Iterator[bytes]:
    """Write a file for each claim: there is one."""
    page = environment().get_template("report/page.html")
    for claim in chosen.claims():
        shown = report(chosen.record, claim, chosen.readings())
        yield from map(encoded, page.generate(report=shown, version=__version__))


@cache
def environment() -> Environment:
    """The templates, with nothing but themselves."""
    return Environment(
        loader=LOADER,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def report(record: Record, claim: Claim, readings: Iterable[Reading]) -> Report:
    """A claim as the report shows it.

    Args:
        record: that it is from.
        claim: the claim.
        readings: the documents that it stands in.
    """
    return _Maker(claim, readings).report(record)


class _Maker:
    """Finds the words of a claim's documents."""

    def __init__(self, claim: Claim, readings: Iterable[Reading]) -> None:
        self._claim = claim
        self._sheets = {reading.document.key: Sheet(reading) for reading in readings}
        self._numbers = {said.id: n for n, said in enumerate(claim.attributions, 1)}

    def report(self, record: Record) -> Report:
        claim = self._claim
        return Report(
            claim,
            record.searched(),
            tuple(self._said(said) for said in claim.attributions),
            tuple(self._origin(n, group) for n, group in enumerate(claim.origins.groups, 1)),
            tuple(self._changed(one) for one in record.drift(claim.id)),
        )

    def _sheet(self, statement: str) -> Sheet:
        return self._sheets[statement.partition("/")[0]]

    def _said(self, said: Statement) -> Said:
        sheet = self._sheet(said.id)
        one = sheet.attribution(said)
        marks = (Mark(m.status, m.by, m.span.read(sheet.text), m.span) for m in one.evidence)
        roles = {"source": sheet.source(one), "cue": one.cue, "content": one.content}
        return Said(
            self._numbers[said.id],
            said,
            excerpt(sheet.text, roles),
            tuple(marks),
            web(said.url),
            place(said.path),
        )

    def _origin(self, number: int, group: Independent) -> Origin:
        return Origin(
            number,
            group,
            tuple(sorted(self._numbers[name] for name in group.members)),
            tuple(other + 1 for other in group.may_be),
            tuple(self._reason(receipt) for receipt in group.reasons),
        )

    def _reason(self, found: Receipt) -> Reason:
        refs = ((found.first, found.first_spans), (found.second, found.second_spans))
        named = ((statement_id(ref), spans) for ref, spans in refs)
        sides = (self._words(name, spans) for name, spans in named if name in self._numbers)
        return Reason(found.kind.value, found.text, tuple(sides))

    def _words(self, statement: str, spans: Spans) -> Words:
        return Words(self._numbers[statement], self._sheet(statement).exact(spans), spans)

    def _changed(self, found: Rewording) -> Changed:
        before = {s: s.first for s in found.drift.segments}
        after = {s: s.second for s in found.drift.segments}
        return Changed(
            self._numbers[found.first.id],
            self._numbers[found.second.id],
            found.drift.kept,
            self._marked(found.first, before),
            self._marked(found.second, after),
        )

    def _marked(self, said: Statement, where: Mapping[Segment, Spans]) -> tuple[Part, ...]:
        text = self._sheet(said.id).text
        changed = {
            kind.value: tuple(span for one in where if one.kind is kind for span in where[one])
            for kind in ChangeKind
            if kind is not ChangeKind.SAME
        }
        found: list[Part] = []
        for span in said.content:
            found += [Part(" … ", None)] * bool(found)
            found += parts(text, span, changed)
        return tuple(found)
