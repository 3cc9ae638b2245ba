"""A document with the statements that are exported of it, and what the formats look up in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.record.answers import Carried, Reading, Statement
from reportedly.schema import Attribution, Entity, EntityType, Span, Spans

AROUND = 32
"""Characters before and after a quotation, by which it is told from the same words elsewhere: as
many as Hypothesis's client takes, which most readers of Web Annotations know."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words of a text, exactly, with what stands around them; offsets in code points."""

    start: int
    end: int
    prefix: str
    exact: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Party:
    """One who speaks or carries in a document, as that document has it.

    Args:
        id: what it is known by in the record.
        name: its name.
        type: what it is.
        aliases: other names of it.
        roles: its offices and affiliations.
        descriptors: what the text says of a medium ("semi-official").
        stands_for: whom a place that speaks stands for ("the government of Iran").
        named: the name is a proper name, no description ("a senior official").
    """

    id: str
    name: str
    type: EntityType
    aliases: tuple[str, ...]
    roles: tuple[str, ...]
    descriptors: tuple[str, ...]
    stands_for: str | None
    named: bool


class Sheet:
    """What is exported of one document.

    Args:
        reading: the document, with the statements that are exported.
    """

    def __init__(self, reading: Reading) -> None:
        self.document = reading.document
        self.statements = reading.statements
        self.extraction = reading.extraction
        self.text = reading.extraction.document.text
        self._attributions = {a.id: a for a in reading.extraction.attributions}
        self._entities = {e.id: e for e in reading.extraction.entities}

    def attribution(self, said: Statement) -> Attribution:
        """The attribution that a statement is."""
        return self._attributions[said.attribution]

    def parent(self, one: Attribution) -> Attribution | None:
        """The attribution in whose content one is said."""
        return self._attributions.get(one.parent or "")

    def outer(self, said: Statement) -> Statement | None:
        """The statement in whose content one is said, if it is exported as well."""
        parent = self.attribution(said).parent
        return next((s for s in self.statements if s.attribution == parent), None)

    def carriers(self, said: Statement) -> tuple[Carried, ...]:
        """A statement's carriers, without those of what it is said in."""
        one = self.attribution(said)
        outer = self.parent(one)
        known = {carrier.entity for carrier in outer.carriers} if outer else set()
        pairs = zip(one.carriers, said.carriers, strict=True)
        return tuple(shown for carrier, shown in pairs if carrier.entity not in known)

    def source(self, one: Attribution) -> Spans:
        """The words that name whose it is: its own, or those that it leans on."""
        leant_on = self._attributions.get(one.source_from or "")
        return one.source or (leant_on.source if leant_on else ())

    def exact(self, spans: Spans) -> str:
        """The words of spans as they stand; ` … ` is between words that stand apart."""
        return " … ".join(span.read(self.text) for span in spans)

    def anchor(self, span: Span) -> Anchor:
        """Where a span's words stand."""
        return Anchor(
            span.start,
            span.end,
            self.text[max(0, span.start - AROUND) : span.start],
            span.read(self.text),
            self.text[span.end : span.end + AROUND],
        )

    def parties(self) -> Iterator[Party]:
        """Those who speak or carry in the statements, each once."""
        for name, entity in self._named().items():
            spoken = [s for s in self.statements if s.speaker_id == name]
            carried = [c for s in self.statements for c in s.carriers if c.id == name]
            names = [*(s.speaker for s in spoken if s.speaker), *(c.name for c in carried)]
            yield Party(
                name,
                names[0],
                entity.type if entity else EntityType.UNKNOWN,
                entity.aliases if entity else (),
                tuple(dict.fromkeys(role for s in spoken for role in s.roles)),
                tuple(dict.fromkeys(c.descriptor for c in carried if c.descriptor)),
                entity.stands_for if entity else None,
                entity.proper if entity else False,
            )

    def _named(self) -> dict[str, Entity | None]:
        """The entities of the document that speak or carry, by their ids in the record."""
        found: dict[str, Entity | None] = {}
        for said in self.statements:
            one = self.attribution(said)
            if said.speaker_id and one.speaker:
                found.setdefault(said.speaker_id, self._entities.get(one.speaker.entity or ""))
            for shown, carrier in zip(said.carriers, one.carriers, strict=True):
                found.setdefault(shown.id, self._entities.get(carrier.entity))
        return found
