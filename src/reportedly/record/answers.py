"""What a record answers: frozen data types, each a line of `--format jsonl`.

Every statement carries its document and the spans of its words, so that it can be checked.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from reportedly.connect.drift import Drift
from reportedly.connect.entities import RoleHeld
from reportedly.schema import (
    Act,
    EntityType,
    Evidence,
    Kind,
    Passage,
    ReuseKind,
    Spans,
    Stance,
)
from reportedly.schema.codec import OMIT_NONE
from reportedly.schema.origins import Receipt


class Stand(StrEnum):
    """How a statement stands to its claim."""

    STATES = "states"
    DENIES = "denies"
    ECHOES = "echoes"


@dataclass(frozen=True, slots=True)
class Carried:
    """A medium in a statement's chain, with what the text says that it is."""

    id: str
    name: str
    descriptor: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution, as answers show it.

    Args:
        id: what it is known by in the record: its document's key, `/` and its own id.
        document: the document's id, the digest of its text.
        path: where the document was read from.
        url: its address.
        title: its title.
        publisher: who published it.
        published: on which day.
        attribution: its id in the document.
        speaker: who says it; None where the text names nobody, or it stays open.
        speaker_id: the speaker's id in the record, over all documents.
        roles: the speaker's roles, as this document gives them.
        act: what the cue does.
        negated: the cue is denied or refused.
        kind: how much stands in quotation marks.
        stance: what the publisher's choice of the cue says.
        said_on: day of the utterance, as exactly as it is known.
        day: that, or else the day of publication.
        carriers: the media between publisher and speaker, from the publisher on.
        venue: the occasion, in the text's words.
        evidence: what the text says stands behind it.
        stand: how it stands to the claim that it is listed under.
        source: the words that name whose speech it is.
        cue: the words that link source and content.
        words: the words of the content.
        source_spans: where the source stands in the document's text.
        cue_spans: where the cue stands.
        content: where the content stands.
        score: how well it answers a search; None where nothing was searched for.
    """

    id: str
    document: str
    path: str | None
    url: str | None
    title: str | None
    publisher: str | None
    published: str | None
    attribution: str
    speaker: str | None
    speaker_id: str | None
    roles: tuple[str, ...]
    act: Act
    negated: bool
    kind: Kind
    stance: Stance
    said_on: str | None
    day: str | None
    carriers: tuple[Carried, ...]
    venue: str | None
    evidence: tuple[Evidence, ...]
    stand: Stand
    source: str
    cue: str
    words: str
    source_spans: Spans
    cue_spans: Spans
    content: Spans
    score: float | None = field(default=None, metadata=OMIT_NONE)


@dataclass(frozen=True, slots=True)
class Searched:
    """What an answer was looked for in; an answer without it would be a claim about the world.

    Args:
        documents: how many documents the record holds.
        publishers: of how many publishers.
        first: the earliest day of publication among them.
        last: the latest.
    """

    documents: int
    publishers: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Independent:
    """One origin of a claim, or what cannot be told from others.

    Args:
        label: who is heard.
        known: it is known who answers for it.
        speakers: ids of those who do.
        members: ids of the statements that go back to it.
        reasons: why they are one, each with the words on both sides.
        may_be: places, in `Counted.groups`, of the origins that it may go back to; such a group
            is not counted as one of its own.
    """

    label: str
    known: bool
    speakers: tuple[str, ...]
    members: tuple[str, ...]
    reasons: tuple[Receipt, ...]
    may_be: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Counted:
    """From how many independent origins a claim comes: at least `min`, at most `max`."""

    min: int
    max: int
    groups: tuple[Independent, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """Attributions whose contents say the same, whoever says it.

    Args:
        id: what it is known by; the id that any member gave it before leads to it still.
        label: the most central of the contents.
        attributions: its statements, by day.
        documents: ids of the documents that they stand in.
        publishers: of these publishers.
        speakers: by these speakers, each by the name that it is first given.
        origins: from how many independent origins they come, and by what receipts.
        first: the earliest day.
        last: the latest day.
        narrative: id of the narrative that it is part of.
    """

    id: str
    label: str
    attributions: tuple[Statement, ...]
    documents: tuple[str, ...]
    publishers: tuple[str, ...]
    speakers: tuple[str, ...]
    origins: Counted
    first: str | None
    last: str | None
    narrative: str | None = None


@dataclass(frozen=True, slots=True)
class Headline:
    """A claim in a list of a narrative: its id, label, size and days."""

    id: str
    label: str
    statements: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Narrative:
    """Claims that serve one story: about the same parties, and of like meaning."""

    id: str
    label: str
    claims: tuple[Headline, ...]
    statements: int
    documents: int
    publishers: int
    speakers: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Trace:
    """The answer to "who said this, when first, and who denied it".

    Args:
        asked: the sentence or id that was asked for.
        claims: the claims that say it, the likeliest first; with all their statements.
        near: statements of other claims that come near, for who meant one of these.
        searched: what it was looked for in.
    """

    asked: str
    claims: tuple[Claim, ...]
    near: tuple[Statement, ...]
    searched: Searched


@dataclass(frozen=True, slots=True)
class SpeakerAnswer:
    """One who speaks in the record, over all documents."""

    id: str
    name: str
    type: EntityType
    aliases: tuple[str, ...]
    roles: tuple[RoleHeld, ...]
    statements: int
    documents: int
    publishers: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class DocumentAnswer:
    """A document in a list.

    Args:
        id: the digest of its text.
        key: what the record knows it by.
        paths: where it was met.
        version: its place among the versions of its address, from 1 on; 1 if there is one.
        versions: how many there are.
    """

    id: str
    key: str
    paths: tuple[str, ...]
    url: str | None
    title: str | None
    publisher: str | None
    published: str | None
    language: str | None
    characters: int
    attributions: int
    added_at: str
    version: int = 1
    versions: int = 1


@dataclass(frozen=True, slots=True)
class Place:
    """One side of a pair of documents."""

    id: str
    key: str
    path: str | None
    url: str | None
    publisher: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class ReuseAnswer:
    """What two documents share."""

    first: Place
    second: Place
    kind: ReuseKind
    passages: tuple[Passage, ...]
    first_share: float
    second_share: float
    direction: str
    why: str


@dataclass(frozen=True, slots=True)
class Rewording:
    """The same utterance in two documents, and how its words differ."""

    first: Statement
    second: Statement
    drift: Drift


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a document, with what was said in it alone, and what is in it no more."""

    document: DocumentAnswer
    added: tuple[Statement, ...]
    gone: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """Two things that may be the same: for a person to decide.

    Args:
        id: what `judge` takes.
        matter: what is asked: whether two are one and the same, or say the same.
        first: id of the one.
        second: id of the other.
        first_words: the one, in words.
        second_words: the other.
        score: how alike they are, 0 to 1.
        reasons: what speaks for and against.
    """

    id: str
    matter: str
    first: str
    second: str
    first_words: str
    second_words: str
    score: float
    reasons: tuple[str, ...]
