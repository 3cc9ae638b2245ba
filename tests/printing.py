"""Invented documents as a record takes them: one attribution a sentence of "NAME said that …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from reportedly.schema import (
    Act,
    Attribution,
    BlockKind,
    Carrier,
    Document,
    Entity,
    EntityType,
    Evidence,
    Extraction,
    Kind,
    Precision,
    Profile,
    Ref,
    SaidOn,
    Span,
    Speaker,
    Status,
    Voice,
    attribution_id,
    document_key,
    entity_id,
    text_id,
)
from reportedly.store import VECTOR, Addition, NewEntity, NewVector

_SAID = re.compile(r"(?:^|(?<=\. ))([^.]+?) (said) (that [^.]+)\.")


@dataclass(frozen=True, slots=True)
class Printing:
    """How a text is printed: what its document has, and what all its attributions have."""

    url: str | None = None
    path: str | None = "paper/1.txt"
    publisher: str | None = "The Harbour Paper"
    published: str | None = "2021-05-04"
    said_on: str | None = None
    act: Act = Act.SAY
    negated: bool = False
    carriers: Sequence[str] = ()
    evidence: Sequence[Status] = ()
    extra: dict[str, Any] = field(default_factory=dict)
    fingerprints: Sequence[int] = (7, -8)
    cell: int = 5
    vectors: Sequence[Sequence[float]] = ()


def printed(text: str, printing: Printing | None = None, **more: Any) -> Addition:
    """What is added of a text; `more` are fields of `Printing`."""
    how = replace(printing or Printing(), **more)
    document = Document(
        text_id(text),
        text,
        path=how.path,
        url=how.url,
        publisher=how.publisher,
        published=how.published,
    )
    found = list(_SAID.finditer(text))
    entities: dict[str, Entity] = {}
    for match in found:
        names = [(match[1], Span(*match.span(1)), EntityType.PERSON)]
        names += [(name, Span(*match.span(2)), EntityType.ORGANISATION) for name in how.carriers]
        for place, (name, span, kind) in enumerate(names):
            first = Span(span.start, span.end + place)
            entities.setdefault(name, Entity(entity_id(first), kind, name, (), (span,)))
    attributions = tuple(_attribution(match, how, entities) for match in found)
    key = document_key(document)
    return Addition(
        Extraction(document, attributions, tuple(entities.values())),
        "2022-01-01T00:00:00Z",
        how.extra,
        tuple(
            NewEntity(Profile(Ref(key, e.id), e.type, e.name, day=how.published), (e.name.lower(),))
            for e in entities.values()
        ),
        tuple(how.fingerprints),
        tuple(
            NewVector(a.id, how.cell, vector(*numbers))
            for a, numbers in zip(attributions, how.vectors, strict=False)
        ),
    )


def vector(*numbers: float) -> bytes:
    """A unit vector that begins with these numbers, and goes on with zeros, times 127."""
    found = np.zeros(VECTOR, np.float32)
    found[: len(numbers)] = numbers
    found /= np.linalg.norm(found)
    return np.round(found * 127).astype(np.int8).tobytes()


def _attribution(match: re.Match[str], how: Printing, entities: dict[str, Entity]) -> Attribution:
    roles = [(Span(*match.span(group)),) for group in (1, 2, 3)]
    speaker, cue = entities[match[1]], roles[1][0]
    said = SaidOn(how.said_on, Precision(_precision(how.said_on)), cue) if how.said_on else None
    return Attribution(
        attribution_id(*roles),
        *roles,
        Kind.INDIRECT,
        BlockKind.BODY,
        0.9,
        speaker=Speaker(speaker.id, speaker.name, speaker.type),
        carriers=tuple(Carrier(entities[name].id, name, cue) for name in how.carriers),
        said_on=said,
        act=how.act,
        negated=how.negated,
        evidence=tuple(Evidence(status, cue, Voice.SPEAKER) for status in how.evidence),
    )


def _precision(value: str) -> str:
    return {4: "year", 7: "month", 8: "week", 10: "day"}[len(value)]
