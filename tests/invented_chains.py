"""An invented text and the means to say who speaks in it, for tests of the scorer of chains."""

from __future__ import annotations

from typing import Any

from benchmarks.chains import score
from benchmarks.chains.counts import ErrorKind
from reportedly.schema import (
    Attribution,
    BlockKind,
    Carrier,
    Document,
    Entity,
    EntityType,
    Extraction,
    Kind,
    Phrase,
    Span,
    Spans,
    Speaker,
    attribution_id,
    entity_id,
    phrase,
    text_id,
)

TEXT = (
    "Telmar quoted Ilse Orro, a diver, as saying on Sunday that the pier was sinking. "
    "She told reporters in Lissom that Jon Fenn ordered the gates shut. "
    "Fenn denied the charge, the Coast Mail reported, and he wanted an apology. "
    "No proof was shown."
)
DOCUMENT = Document(text_id(TEXT), TEXT, path="invented.txt")


def at(words: str, number: int = 1) -> Span:
    """Where words stand in the text, the first time or a later one."""
    start = -1
    for _ in range(number):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def spans(words: str | Span | None) -> Spans:
    if words is None:
        return ()
    return (at(words) if isinstance(words, str) else words,)


def words(text: str) -> Phrase:
    return phrase(TEXT, at(text))


def who(name: str, *mentions: str | Span, kind: str = "person", **more: Any) -> Entity:
    """An entity; where no mentions are given, its name is the only one."""
    found = tuple(sorted(s for m in mentions or (name,) for s in spans(m)))
    return Entity(entity_id(found[0]), EntityType(kind), name, (), found, **more)


def speaks(entity: Entity) -> Speaker:
    return Speaker(entity.id, entity.name, entity.type)


def carries(entity: Entity, at_words: str, descriptor: str | None = None) -> Carrier:
    return Carrier(entity.id, entity.name, at(at_words), descriptor)


def said(
    cue: str, content: str, source: str | Span | None = None, by: Entity | None = None, **more: Any
) -> Attribution:
    """An attribution in the body; `by` is its speaker."""
    roles = spans(source), spans(cue), spans(content)
    more.setdefault("speaker", speaks(by) if by else None)
    more.setdefault("block", BlockKind.BODY)
    return Attribution(attribution_id(*roles), *roles, Kind.INDIRECT, confidence=0.9, **more)


def extraction(*attributions: Attribution, entities: tuple[Entity, ...] = (), **more: Any) -> Any:
    return Extraction(DOCUMENT, attributions, entities, **more)


HE = Span(at("he wanted").start, at("he wanted").start + 2)
ORRO = who("Ilse Orro", "Ilse Orro, a diver,", "She")
FENN = who("Jon Fenn", "Jon Fenn", at("Fenn", 2), HE)
TELMAR = who("Telmar", kind="organisation")
MAIL = who("Coast Mail", kind="organisation")
EVERY = (ORRO, FENN, TELMAR, MAIL)

SINKING = said("quoted", "that the pier was sinking", "Ilse Orro, a diver,", ORRO)
TOLD = said("told", "that Jon Fenn ordered the gates shut", "She", ORRO)
ORDERED = said("ordered", "the gates shut", "Jon Fenn", FENN, parent=TOLD.id)
DENIED = said("denied", "the charge", at("Fenn", 2), FENN)


def counted(predicted: Any, gold: Any) -> Any:
    """Score attributions, with the same four entities on both sides."""
    one = extraction(*_tuple(predicted), entities=EVERY)
    return score(one, extraction(*_tuple(gold), entities=EVERY))


def _tuple(some: Any) -> tuple[Attribution, ...]:
    return some if isinstance(some, tuple) else (some,)


def figure(counts: Any, name: str) -> tuple[int, int, int]:
    count = counts[name]
    return count.right, count.predicted, count.gold


def kinds(counts: Any, name: str) -> list[ErrorKind]:
    return [error.kind for error in counts.errors if error.field == name]
