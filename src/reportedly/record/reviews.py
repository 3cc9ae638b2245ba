"""ClaimReviews: what a named organisation says of what somebody claimed, into the record.

A review is a document of the organisation. In it, somebody claims what is reviewed, and the
organisation says what it rates it and why: attributions like any other, each anchored in its words.
No rating counts for anything here; it is what somebody says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from reportedly import pipeline
from reportedly.read.reviews import Field, Line, Reviewed, kind_of, read_reviews
from reportedly.record.adding import Taken, settle_all, take
from reportedly.schema import (
    Attribution,
    BlockKind,
    Carrier,
    Document,
    DocumentError,
    Entity,
    EntityType,
    Extraction,
    Form,
    Kind,
    Link,
    LinkKind,
    Precision,
    SaidOn,
    Span,
    Speaker,
    attribution_id,
    entity_id,
    phrase,
)
from reportedly.store import Store

_SMALL = frozenset("a an and at by de del der di el for in la le of on or the to van von".split())
"""Words that are small within a name."""


def add_reviews(
    store: Store, name: str, data: bytes, options: pipeline.ReadOptions | None = None
) -> Iterator[Taken]:
    """Add the ClaimReviews of a file, connected with whatever says the same.

    Args:
        store: the record, open for writing.
        name: what the file is called.
        data: JSON, JSON lines, or HTML with JSON-LD in it.
        options: the language that is wanted, and the longest text.

    Yields:
        For each review, in input order, what became of it.

    Raises:
        RunError: if the record cannot be written to, or the engine cannot be loaded.
    """
    reviews: dict[tuple[str, str | None], Reviewed] = {}
    documents = _documents(read_reviews(name, data, options), reviews)
    yield from take(store, documents, lambda: Reviewing(pipeline.load_engine(), reviews))
    settle_all(store)


def _documents(
    found: Iterable[Reviewed | DocumentError], reviews: dict[tuple[str, str | None], Reviewed]
) -> Iterator[Document | DocumentError]:
    for one in found:
        if isinstance(one, Reviewed):
            reviews[one.document.id, one.document.url] = one
        yield one if isinstance(one, DocumentError) else one.document


class Reviewing:
    """An engine for reviews: it finds whom their words name, and what is said is known already.

    Args:
        engine: finds names.
        reviews: by id and address of their documents.
    """

    def __init__(
        self, engine: pipeline.Attributes, reviews: Mapping[tuple[str, str | None], Reviewed]
    ) -> None:
        self._engine = engine
        self._reviews = reviews

    def attribute(self, documents: Iterable[Document]) -> Iterator[Extraction]:
        """The attributions of reviews, in order."""
        for found in self._engine.attribute(documents):
            yield extraction(self._reviews[found.document.id, found.document.url], found)


def extraction(review: Reviewed, found: Extraction) -> Extraction:
    """What a review says, as an extraction.

    Args:
        review: the review.
        found: what the engine found in its text: those named in it are kept.
    """
    cast = _Cast(review, found)
    claim = _claim(review, cast)
    verdicts = tuple(_verdicts(review, cast))
    words = claim.content[0]
    answers = (Link(LinkKind.ANSWERS, a.id, claim.id, a.content[0]) for a in verdicts)
    speaking = cast.entities()
    taken = {span for entity in speaking for span in entity.mentions}
    return replace(
        found,
        attributions=(claim, *verdicts),
        entities=speaking,
        named=tuple(_named((*found.entities, *found.named), words, taken)),
        notes=(),
        links=tuple(answers),
        mentions=(),
        reasons=(),
    )


@dataclass(frozen=True, slots=True)
class _Cast:
    """Those who speak in a review."""

    review: Reviewed
    found: Extraction

    def entity(self, field: Field, kind: EntityType) -> Entity | None:
        """The one that a line is about."""
        line = self.review.lines.get(field)
        if line is None:
            return None
        words = line.words.read(self.found.document.text)
        proper = self._named(line.words, words)
        role = self.review.lines.get(Field.ROLE) if field is Field.SPEAKER else None
        return Entity(
            entity_id(line.words),
            kind if proper else EntityType.UNKNOWN,
            words,
            (),
            (line.words,),
            (phrase(self.found.document.text, role.words),) if role else (),
            proper=proper,
        )

    def speaker(self) -> Entity | None:
        return self.entity(Field.SPEAKER, self.review.speaker)

    def reviewer(self) -> Entity | None:
        return self.entity(Field.REVIEWER, EntityType.ORGANISATION)

    def medium(self) -> Entity | None:
        return self.entity(Field.MEDIUM, EntityType.ORGANISATION)

    def entities(self) -> tuple[Entity, ...]:
        """All of them, by first mention."""
        return tuple(e for e in (self.speaker(), self.medium(), self.reviewer()) if e)

    def _named(self, span: Span, words: str) -> bool:
        """Whether words are a name: by the engine, or else by their capitals.

        "Social media users" are often called a person.
        """
        forms = {m.form for m in self.found.mentions if m.span.overlaps(span)}
        if forms:
            return Form.NAME in forms
        return all(w[0].isupper() or w.lower() in _SMALL for w in words.split() if w[0].isalpha())


def _claim(review: Reviewed, cast: _Cast) -> Attribution:
    """What was claimed, by whom, and when."""
    lines = review.lines
    claim, told = lines[Field.CLAIM], lines.get(Field.SPEAKER)
    speaker, medium, day = cast.speaker(), cast.medium(), lines.get(Field.DAY)
    said = _attribution((told.words,) if told else (), told or claim, claim.words, speaker)
    carrier = medium and Carrier(medium.id, medium.name, medium.mentions[0])
    return replace(
        said,
        carriers=(carrier,) if carrier else (),
        said_on=SaidOn(review.day, Precision.DAY, day.words) if day and review.day else None,
    )


def _verdicts(review: Reviewed, cast: _Cast) -> Iterator[Attribution]:
    """What the organisation says of it: what it rates it, and why."""
    by = review.lines[Field.REVIEWER]
    for field in (Field.RATING, Field.REASON):
        if line := review.lines.get(field):
            whose = cast.reviewer()
            yield _attribution((by.words,), line, line.words, whose, kind_of(field))


def _attribution(
    source: tuple[Span, ...],
    cue: Line,
    content: Span,
    speaker: Entity | None,
    block: BlockKind = BlockKind.BODY,
) -> Attribution:
    roles = tuple(role.text for role in speaker.roles) if speaker else ()
    return Attribution(
        id=attribution_id(source, (cue.label,), (content,)),
        source=source,
        cue=(cue.label,),
        content=(content,),
        kind=Kind.INDIRECT,
        block=block,
        confidence=1.0,
        speaker=Speaker(speaker.id, speaker.name, speaker.type, roles) if speaker else None,
    )


def _named(entities: Iterable[Entity], within: Span, taken: set[Span]) -> Iterator[Entity]:
    """Those whom the claim names, with their mentions in it."""
    for entity in entities:
        mentions = tuple(m for m in entity.mentions if m.within(within) and m not in taken)
        if mentions:
            yield replace(entity, id=entity_id(mentions[0]), mentions=mentions)
