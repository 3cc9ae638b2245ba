"""Statements, and what a search is made in."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from reportedly.schema import Act, Evidence, Kind, Spans, Stance
from reportedly.schema.codec import OMIT_NONE


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
        day: that, of a week its first day, or else the day of publication; lists are sorted by it.
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
        claim: id of the claim that it belongs to; None if what it says is too short for one.
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
    claim: str | None = None
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
