"""Readings made of extractions alone: a format can be tried on anything that the types allow."""

from __future__ import annotations

import hashlib
from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from typing import Any, cast

from reportedly.export.chosen import Chosen
from reportedly.export.selection import Scope
from reportedly.export.sheet import Sheet
from reportedly.record.answers import (
    Carried,
    Claim,
    Counted,
    DocumentAnswer,
    Independent,
    Reading,
    Rewording,
    Searched,
    SpeakerAnswer,
    Stand,
    Statement,
)
from reportedly.schema import Act, Attribution, EntityType, Extraction, document_key

ADDED = "2031-05-05T06:07:08Z"


def digits(text: str, number: int) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:number]


def speaker_id(key: str, entity: str) -> str:
    return f"s{key[1:]}-{digits(entity, 10)}"


def reading(extraction: Extraction) -> Reading:
    """An extraction as the record would give it, each statement in a claim of its own."""
    document = extraction.document
    key = document_key(document)
    answer = DocumentAnswer(
        document.id,
        key,
        (document.path,) if document.path else (),
        document.url,
        document.title,
        document.publisher,
        document.published,
        document.language,
        len(document.text),
        len(extraction.attributions),
        ADDED,
    )
    said = tuple(_statement(extraction, key, a) for a in extraction.attributions)
    return Reading(answer, extraction, said)


def _statement(extraction: Extraction, key: str, a: Attribution) -> Statement:
    document, text = extraction.document, extraction.document.text
    words = (" … ".join(s.read(text) for s in spans) for spans in (a.source, a.cue, a.content))
    source, cue, content = (" ".join(found.split()) for found in words)
    speaks = a.speaker.entity if a.speaker else None
    stands = {Act.DENY: Stand.DENIES, Act.ECHO: Stand.ECHOES}
    said_on = a.said_on.value if a.said_on else None
    return Statement(
        id=f"{key}/{a.id}",
        document=document.id,
        path=document.path,
        url=document.url,
        title=document.title,
        publisher=document.publisher,
        published=document.published,
        attribution=a.id,
        speaker=a.speaker.name if a.speaker else None,
        speaker_id=speaker_id(key, speaks) if speaks else None,
        roles=a.speaker.roles if a.speaker else (),
        act=a.act,
        negated=a.negated,
        kind=a.kind,
        stance=a.stance,
        said_on=said_on,
        day=said_on or document.published,
        carriers=tuple(
            Carried(speaker_id(key, c.entity), c.name, c.descriptor) for c in a.carriers
        ),
        venue=a.venue.text if a.venue else None,
        evidence=a.evidence,
        stand=stands.get(a.act, Stand.STATES),
        source=source,
        cue=cue,
        words=content,
        source_spans=a.source,
        cue_spans=a.cue,
        content=a.content,
        claim=f"c{key[1:]}-{digits(a.id, 10)}",
    )


def _known(said: Statement, named: Container[str]) -> tuple[str, ...]:
    return (said.speaker_id,) if said.speaker_id and said.speaker_id in named else ()


def claim(statements: Iterable[Statement], named: Container[str]) -> Claim:
    """A claim of some statements, each an origin of its own; known are the speakers in `named`."""
    said = tuple(replace(s, claim="c0123456789ab-0123456789") for s in statements)
    days = sorted(s.day for s in said if s.day)
    groups = tuple(
        Independent(s.speaker or "", s.speaker_id in named, _known(s, named), (s.id,), ())
        for s in said
    )
    return Claim(
        id="c0123456789ab-0123456789",
        label=said[0].words,
        attributions=said,
        documents=tuple(dict.fromkeys(s.document for s in said)),
        publishers=tuple(dict.fromkeys(s.publisher for s in said if s.publisher)),
        speakers=tuple(dict.fromkeys(s.speaker for s in said if s.speaker)),
        origins=Counted(len(groups), len(groups), groups),
        first=days[0] if days else None,
        last=days[-1] if days else None,
    )


class Made(Chosen):
    """Readings, chosen without a record; their statements are one claim."""

    def __init__(self, *readings: Reading, scope: Scope = Scope.RECORD) -> None:
        super().__init__(cast("Any", Answering()), scope, "record")
        self._readings = readings

    def readings(self) -> Iterator[Reading]:
        return iter(self._readings)

    def claims(self) -> Iterator[Claim]:
        named = {p.id for r in self._readings for p in Sheet(r).parties() if p.named}
        if said := [s for r in self._readings for s in r.statements]:
            yield claim(said, named)

    def speakers(self) -> Iterator[SpeakerAnswer]:
        for r in self._readings:
            for s in r.statements:
                if s.speaker_id and s.speaker:
                    yield SpeakerAnswer(
                        s.speaker_id, s.speaker, EntityType.PERSON, (), (), 1, 1, 1, s.day, s.day
                    )


class Answering:
    """What a report asks of the record."""

    def searched(self) -> Searched:
        return Searched(1, 1, None, None)

    def drift(self, name: str) -> list[Rewording]:
        return []
