"""Entities: who a document's words refer to, and the mentions that refer to them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum

from reportedly.schema.codec import OMIT_NONE
from reportedly.schema.spans import Span, Spans


class EntityType(StrEnum):
    """What an entity is; a government is a state, city or seat of power that speaks as such."""

    PERSON = "person"
    GROUP = "group"
    ORGANISATION = "organisation"
    GOVERNMENT = "government"
    DOCUMENT = "document"
    UNKNOWN = "unknown"


class Form(StrEnum):
    """In what form a mention refers: by a name, a noun ("the official") or a pronoun."""

    NAME = "name"
    NOUN = "noun"
    PRONOUN = "pronoun"


class Refers(StrEnum):
    """What the engine takes a mention's words to refer to."""

    PERSON = "person"
    BODY = "body"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Antecedent:
    """An earlier mention that a mention may refer back to.

    Args:
        mention: its number among the document's mentions.
        probability: the engine's, 0 to 1, among all that came before and nothing.
    """

    mention: int
    probability: float


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that refer to somebody: a name, a head noun or a pronoun, without what describes it.

    Args:
        span: the words.
        form: how they refer.
        refers: to what; None for pronouns.
        antecedents: the likeliest earlier mentions of the same, the likeliest first.
    """

    span: Span
    form: Form
    refers: Refers | None
    antecedents: tuple[Antecedent, ...] = ()


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of the document that stand for themselves: a role, a place, a reason.

    Args:
        text: the words, white space made single.
        span: where they stand.
    """

    text: str
    span: Span


def phrase(text: str, span: Span) -> Phrase:
    """The phrase that a span of the document's text reads."""
    return Phrase(" ".join(span.read(text).split()), span)


def entity_id(first: Span) -> str:
    """An id for an entity within its document: `e` and ten digits of its first mention's digest."""
    key = f"{first.start}-{first.end}"
    return "e" + hashlib.sha256(key.encode("ascii")).hexdigest()[:10]


@dataclass(frozen=True, slots=True)
class Entity:
    """One who speaks or carries in a document, with all that the text says of who it is.

    Args:
        id: what `entity_id` gives for the first mention; unique in its document.
        type: what it is.
        name: the fullest name that the text gives, without title and role; for who has none,
            the fullest description, without article.
        aliases: other names for it, as the text or the shipped lists have them.
        mentions: the words that refer to it, in text order.
        roles: offices, professions and affiliations, as the text gives them.
        anonymous: the text keeps the name back.
        reason: the words that say why or how it keeps it back.
        stands_for: what a place that speaks stands for ("the government of Iran"), where known.
        proper: `name` is a proper name, not a description ("a senior official").

    Raises:
        ValueError: if it has no name.
    """

    id: str
    type: EntityType
    name: str
    aliases: tuple[str, ...]
    mentions: Spans
    roles: tuple[Phrase, ...] = ()
    anonymous: bool = False
    reason: Phrase | None = field(default=None, metadata=OMIT_NONE)
    stands_for: str | None = field(default=None, metadata=OMIT_NONE)
    proper: bool = False

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise ValueError("an entity needs a name")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who a source resolves to, or why that stays open.

    Args:
        entity: id of the entity; None where it stays open.
        name: its name, so that a reader of the output need not look it up.
        type: what it is.
        roles: its roles, as the text gives them.
        unresolved: why it stays open ("two candidates: …").

    Raises:
        ValueError: if it is neither resolved nor open, or both.
    """

    entity: str | None
    name: str | None
    type: EntityType | None
    roles: tuple[str, ...] = ()
    unresolved: str | None = None

    def __post_init__(self) -> None:
        if (self.entity is None) == (self.unresolved is None):
            raise ValueError("a speaker is an entity, or open for a reason")


@dataclass(frozen=True, slots=True)
class Carrier:
    """A medium between publisher and speaker.

    Args:
        entity: id of its entity.
        name: its name.
        span: the words that name it here.
        descriptor: what the text says that it is ("semi-official").
    """

    entity: str
    name: str
    span: Span
    descriptor: str | None = None
