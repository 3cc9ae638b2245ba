"""An article in which all occurs that a page of a document shows, and what is found in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from reportedly.schema import (
    Act,
    Attribution,
    Block,
    BlockKind,
    Carrier,
    Document,
    Entity,
    EntityType,
    Evidence,
    Extraction,
    Kind,
    Link,
    LinkKind,
    Note,
    NoteKind,
    Phrase,
    Precision,
    Reason,
    SaidOn,
    Span,
    Speaker,
    Stance,
    Status,
    Voice,
    attribution_id,
    entity_id,
    phrase,
)

TEXT = """Minister kept gates shut, engineer says

Minister kept gates shut, engineer says

PORT TOWN (Wire) — “The gates,” Ada Morn told Harbour Wire on Tuesday at a rally, “were shut on \
purpose.” She said that the mayor had asked her to keep quiet <link> about it.

No proof was shown so far.

The gates by night. (Photo: Cy Lund)

“It was the mayor’s order,” a clerk insisted. Bo Rask denied what Ms. Morn had said.

READ MORE: Who keeps the gates?

Reporting by Wire.

• Anna Dole

    They say the mayor laughed.

Cem Ost
I say it rained.
"""

TITLE = "Minister kept gates shut, engineer says"


def at(words: str, nth: int = 0) -> Span:
    """Where some words stand, the first time or the `nth`."""
    start = TEXT.index(words)
    for _ in range(nth):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def _block(kind: BlockKind, words: str, nth: int = 0, author: str | None = None) -> Block:
    return Block(kind, at(words, nth), author)


def _upto(first: str, last: str) -> str:
    return TEXT[at(first).start : at(last).end]


BLOCKS = (
    _block(BlockKind.TITLE, TITLE),
    _block(BlockKind.TITLE, TITLE, 1),
    _block(BlockKind.DATELINE, "PORT TOWN (Wire) —"),
    _block(BlockKind.BODY, _upto("“The gates,”", "keep quiet")),
    _block(BlockKind.ARTEFACT, "<link>"),
    _block(BlockKind.BODY, "about it."),
    _block(BlockKind.BODY, "No proof was shown so far."),
    _block(BlockKind.CAPTION, "The gates by night. (Photo: Cy Lund)"),
    _block(BlockKind.BODY, _upto("“It was", "Morn had said.")),
    _block(BlockKind.RELATED, "READ MORE: Who keeps the gates?"),
    _block(BlockKind.CREDIT, "Reporting by Wire."),
    _block(BlockKind.COMMENT, _upto("• Anna", "mayor laughed."), author="Anna Dole"),
    _block(BlockKind.COMMENT, _upto("Cem Ost", "it rained."), author="Cem Ost"),
)


def _entity(words: str, kind: EntityType, name: str = "", **more: object) -> Entity:
    span = at(words)
    return Entity(entity_id(span), kind, name or words, (), (span,), **more)  # type: ignore[arg-type]


MORN = _entity("Ada Morn", EntityType.PERSON, proper=True)
WIRE = _entity("Harbour Wire", EntityType.ORGANISATION, proper=True)
MAYOR = _entity("the mayor", EntityType.PERSON, "mayor")
CLERK = _entity("a clerk", EntityType.PERSON, "clerk", anonymous=True)
RASK = _entity("Bo Rask", EntityType.PERSON, proper=True)


def _found(
    source: Iterable[Span], cue: Iterable[Span], content: Iterable[Span], **more: object
) -> Attribution:
    roles = tuple(source), tuple(cue), tuple(content)
    fields: dict[str, object] = {
        "kind": Kind.INDIRECT, "block": BlockKind.BODY, "confidence": 0.75
    } | more  # fmt: skip
    return Attribution(attribution_id(*roles), *roles, **fields)  # type: ignore[arg-type]


def _speaker(entity: Entity, *roles: str) -> Speaker:
    return Speaker(entity.id, entity.name, entity.type, roles)


def _phrase(words: str) -> Phrase:
    return phrase(TEXT, at(words))


TOLD = _found(
    [at("Ada Morn")],
    [at("told")],
    [at("“The gates,”"), at("“were shut on purpose.”")],
    kind=Kind.DIRECT,
    act=Act.ACCUSE,
    speaker=_speaker(MORN, "engineer of the port"),
    carriers=(Carrier(WIRE.id, WIRE.name, at("Harbour Wire"), "state-owned"),),
    addressee=_phrase("Harbour Wire"),
    venue=_phrase("at a rally"),
    said_on=SaidOn("2031-05-06", Precision.DAY, at("Tuesday")),
    evidence=(Evidence(Status.NONE, at("No proof was shown"), Voice.PUBLISHER),),
)
ASKED = _found(
    [at("She")],
    [at("said that")],
    [at("the mayor had asked her to keep quiet <link> about it")],
    speaker=_speaker(MORN, "engineer of the port"),
    carriers=(Carrier(WIRE.id, WIRE.name, at("Harbour Wire"), "state-owned"),),
    venue=_phrase("at a rally"),
    stance=Stance.DOUBTING,
    evidence=(Evidence(Status.CLAIMED, at("about it"), Voice.SPEAKER),),
)
QUIET = _found(
    [at("the mayor")], [at("had asked")], [at("to keep quiet")],
    parent=ASKED.id, act=Act.ORDER, speaker=_speaker(MAYOR), confidence=0.5,
)  # fmt: skip
ORDER = _found(
    [at("a clerk")], [at("insisted")], [at("“It was the mayor’s order,”")], speaker=_speaker(CLERK)
)
DENIED = _found(
    [at("Bo Rask")], [at("denied")], [at("what Ms. Morn had said")],
    act=Act.DENY, speaker=_speaker(RASK),
    said_on=SaidOn(None, None, at("had said"), "no publication date"),
)  # fmt: skip
LAUGHED = _found(
    [at("They")], [at("say", 2)], [at("the mayor laughed")], block=BlockKind.COMMENT,
    speaker=Speaker(None, None, None, (), "two candidates: Anna Dole, the mayor"),
)  # fmt: skip
NOTES = (Note(NoteKind.EVIDENCE, Status.NONE, at("No proof was shown"), (TOLD.id, ASKED.id)),)
LINKS = (Link(LinkKind.DENIES, DENIED.id, TOLD.id, at("denied what Ms. Morn had said")),)
REASONS = (
    Reason(TOLD.id, "speaker", "a name not met before", (at("Ada Morn"),)),
    Reason(ASKED.id, "speaker", "the nearest woman before", (at("She"),)),
)


class Aloud:
    """Finds in `TEXT` what stands above, and nothing elsewhere."""

    def __init__(self, known: Path | None = None) -> None:
        self.known = known

    def attribute(self, documents: Iterable[Document]) -> Iterator[Extraction]:
        return map(_extraction, documents)


def _extraction(document: Document) -> Extraction:
    if document.text != TEXT:
        return Extraction(document, ())
    return Extraction(
        replace(document, blocks=BLOCKS),
        (TOLD, ASKED, QUIET, ORDER, DENIED, LAUGHED),
        (MORN, WIRE, MAYOR, CLERK, RASK),
        NOTES,
        LINKS,
        reasons=REASONS,
    )
