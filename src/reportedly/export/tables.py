"""The tables that CSV and Parquet have: their columns, and the rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar

from reportedly.export.chosen import Chosen
from reportedly.export.sheet import Sheet
from reportedly.export.wording.places import place
from reportedly.record.answers import Claim, DocumentAnswer, SpeakerAnswer, Stand, Statement
from reportedly.schema import Attribution, Spans

R = TypeVar("R")


class Cell(StrEnum):
    """What a column holds."""

    TEXT = "text"
    NUMBER = "number"
    SHARE = "share"
    TRUTH = "truth"
    TEXTS = "texts"
    SPANS = "spans"


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """A column.

    Args:
        name: its name; it stays, once published.
        cell: what it holds.
        help: what that is.
        of: gives it for a row.
    """

    name: str
    cell: Cell
    help: str
    of: Callable[[R], Any]


@dataclass(frozen=True, slots=True)
class Table(Generic[R]):
    """A table: its columns, and what its rows are made from."""

    name: str
    columns: tuple[Column[R], ...]
    rows: Callable[[Chosen], Iterator[R]]


@dataclass(frozen=True, slots=True)
class Row:
    """A statement, with its document and attribution."""

    sheet: Sheet
    said: Statement
    one: Attribution

    @property
    def parent(self) -> str | None:
        """The id of the statement in whose content it is said."""
        return f"{self.sheet.document.key}/{self.one.parent}" if self.one.parent else None


def _rows(chosen: Chosen) -> Iterator[Row]:
    for reading in chosen.readings():
        sheet = Sheet(reading)
        yield from (Row(sheet, said, sheet.attribution(said)) for said in sheet.statements)


def _spoken(row: Row) -> str | None:
    speaker = row.one.speaker
    return speaker.type.value if speaker and speaker.type else None


def _evidence(row: Row) -> list[str]:
    return list(dict.fromkeys(f"{mark.status} ({mark.by})" for mark in row.one.evidence))


def _exact(spans: Callable[[Row], Spans]) -> Callable[[Row], str]:
    return lambda row: row.sheet.exact(spans(row))


_T, _N, _L, _S = Cell.TEXT, Cell.NUMBER, Cell.TEXTS, Cell.SPANS

ATTRIBUTIONS: Table[Row] = Table(
    "attributions",
    (
        Column("id", _T, "the statement's id in the record", lambda r: r.said.id),
        Column("document", _T, "id of its document", lambda r: r.sheet.document.key),
        Column("claim", _T, "id of the claim that it belongs to", lambda r: r.said.claim),
        Column("parent", _T, "id of the statement in whose content it is said",
               lambda r: r.parent),
        Column("publisher", _T, "who published the document", lambda r: r.said.publisher),
        Column("published", _T, "on which day", lambda r: r.said.published),
        Column("title", _T, "the document's title", lambda r: r.said.title),
        Column("url", _T, "its address", lambda r: r.said.url),
        Column("file", _T, "where it was read from", lambda r: place(r.said.path)),
        Column("speaker", _T, "who says it, by name", lambda r: r.said.speaker),
        Column("speaker_id", _T, "the speaker's id in the record", lambda r: r.said.speaker_id),
        Column("speaker_type", _T, "person, group, organisation, government …", _spoken),
        Column("speaker_open", _T, "why it stays open who speaks",
               lambda r: r.one.speaker.unresolved if r.one.speaker else None),
        Column("roles", _L, "the speaker's roles, as the document gives them",
               lambda r: list(r.said.roles)),
        Column("carriers", _L, "media in between, from the publisher on",
               lambda r: [c.name for c in r.said.carriers]),
        Column("carrier_ids", _L, "their ids in the record",
               lambda r: [c.id for c in r.said.carriers]),
        Column("said_on", _T, "day, week, month or year of the utterance",
               lambda r: r.said.said_on),
        Column("day", _T, "that, or else the day of publication", lambda r: r.said.day),
        Column("venue", _T, "the occasion, in the text's words", lambda r: r.said.venue),
        Column("addressee", _T, "whom it was said to, in the text's words",
               lambda r: r.one.addressee.text if r.one.addressee else None),
        Column("act", _T, "what the cue does", lambda r: r.said.act.value),
        Column("negated", Cell.TRUTH, "the cue is denied or refused", lambda r: r.said.negated),
        Column("stance", _T, "what the publisher's choice of the cue says",
               lambda r: r.said.stance.value),
        Column("stand", _T, "states, denies or echoes the claim", lambda r: r.said.stand.value),
        Column("kind", _T, "direct, indirect or mixed", lambda r: r.said.kind.value),
        Column("evidence", _L, "what the text says stands behind it, and who says so", _evidence),
        Column("block", _T, "body, title, comment …", lambda r: r.one.block.value),
        Column("confidence", Cell.SHARE, "0 to 1, that a careful reader would mark the same",
               lambda r: round(r.one.confidence, 4)),
        Column("source", _T, "words that name whose it is", _exact(lambda r: r.one.source)),
        Column("cue", _T, "words that link source and content", _exact(lambda r: r.one.cue)),
        Column("content", _T, "the words that are attributed", _exact(lambda r: r.one.content)),
        Column("source_spans", _S, "where the source stands", lambda r: r.one.source),
        Column("cue_spans", _S, "where the cue stands", lambda r: r.one.cue),
        Column("content_spans", _S, "where the content stands", lambda r: r.one.content),
        Column("digest", _T, "digest of the text that the spans are of",
               lambda r: r.said.document),
    ),
    _rows,
)  # fmt: skip
"""One row a statement; new columns are added at the end."""

DOCUMENTS: Table[DocumentAnswer] = Table(
    "documents",
    (
        Column("id", _T, "the document's id in the record", lambda d: d.key),
        Column("digest", _T, "digest of its text", lambda d: d.id),
        Column("url", _T, "its address", lambda d: d.url),
        Column("files", _L, "where it was met", lambda d: [place(path) for path in d.paths]),
        Column("title", _T, "its title", lambda d: d.title),
        Column("publisher", _T, "who published it", lambda d: d.publisher),
        Column("published", _T, "on which day", lambda d: d.published),
        Column("language", _T, "ISO 639-1", lambda d: d.language),
        Column("characters", _N, "length of its text", lambda d: d.characters),
        Column("attributions", _N, "how many it has", lambda d: d.attributions),
        Column("added_at", _T, "when it was added, UTC", lambda d: d.added_at),
        Column("version", _N, "its place among the versions of its address",
               lambda d: d.version),
        Column("versions", _N, "how many there are", lambda d: d.versions),
    ),
    lambda chosen: chosen.documents(),
)  # fmt: skip

SPEAKERS: Table[SpeakerAnswer] = Table(
    "speakers",
    (
        Column("id", _T, "the speaker's id in the record", lambda s: s.id),
        Column("name", _T, "the name", lambda s: s.name),
        Column("type", _T, "person, group, organisation, government …", lambda s: s.type.value),
        Column("aliases", _L, "other names", lambda s: list(s.aliases)),
        Column("roles", _L, "roles, as documents give them", lambda s: [r.role for r in s.roles]),
        Column("statements", _N, "how many in the record", lambda s: s.statements),
        Column("documents", _N, "in how many documents", lambda s: s.documents),
        Column("publishers", _N, "of how many publishers", lambda s: s.publishers),
        Column("first", _T, "the earliest day", lambda s: s.first),
        Column("last", _T, "the latest day", lambda s: s.last),
    ),
    lambda chosen: chosen.speakers(),
)


def _denials(claim: Claim) -> int:
    return sum(said.stand is Stand.DENIES for said in claim.attributions)


CLAIMS: Table[Claim] = Table(
    "claims",
    (
        Column("id", _T, "the claim's id in the record", lambda c: c.id),
        Column("label", _T, "the most central of the contents", lambda c: c.label),
        Column("statements", _N, "how many belong to it", lambda c: len(c.attributions)),
        Column("denials", _N, "how many of these deny it", _denials),
        Column("documents", _N, "in how many documents", lambda c: len(c.documents)),
        Column("publishers", _L, "of which publishers", lambda c: list(c.publishers)),
        Column("speakers", _L, "by whom", lambda c: list(c.speakers)),
        Column("origins_min", _N, "independent origins, at least", lambda c: c.origins.min),
        Column("origins_max", _N, "independent origins, at most", lambda c: c.origins.max),
        Column("first", _T, "the earliest day", lambda c: c.first),
        Column("last", _T, "the latest day", lambda c: c.last),
        Column("narrative", _T, "id of the narrative that it is part of", lambda c: c.narrative),
    ),
    lambda chosen: chosen.claims(),
)

TABLES: tuple[Table[Any], ...] = (DOCUMENTS, ATTRIBUTIONS, SPEAKERS, CLAIMS)
