"""Attributions: who said what, as spans of the document's text."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from reportedly.schema.day import SaidOn
from reportedly.schema.document import BlockKind, Document
from reportedly.schema.entity import Carrier, Entity, Mention, Phrase, Speaker
from reportedly.schema.evidence import Evidence, Link, Note
from reportedly.schema.spans import Spans


class Kind(StrEnum):
    """How much of a content stands in quotation marks: all, none, or part of it."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Act(StrEnum):
    """What a cue does; see the guide for what belongs to each."""

    SAY = "say"
    ACCUSE = "accuse"
    CRITICISE = "criticise"
    PRAISE = "praise"
    DENY = "deny"
    CONFIRM = "confirm"
    ADMIT = "admit"
    ECHO = "echo"
    PROMISE = "promise"
    WARN = "warn"
    ORDER = "order"
    ASK = "ask"
    THINK = "think"
    EXPECT = "expect"
    WANT = "want"
    DECIDE = "decide"
    SHOW = "show"


class Stance(StrEnum):
    """What the publisher's choice of the cue says of the content: nothing, doubt, or assent."""

    NEUTRAL = "neutral"
    DOUBTING = "doubting"
    ENDORSING = "endorsing"


def attribution_id(source: Spans, cue: Spans, content: Spans) -> str:
    """An id for an attribution within its document: `a` and ten digits of its spans' digest."""
    key = ";".join(",".join(f"{s.start}-{s.end}" for s in role) for role in (source, cue, content))
    return "a" + hashlib.sha256(key.encode("ascii")).hexdigest()[:10]


@dataclass(frozen=True, slots=True)
class Attribution:
    """One relation of source, cue and content, in the terms of PARC and PolNeAR.

    Args:
        id: what `attribution_id` gives for the three roles; unique in its document.
        source: the words that name whose speech or thought it is; empty if the text names nobody
            ("was accused of"), or if the cue leans on another attribution's source.
        cue: the words that link source and content; never empty.
        content: what is attributed, in one or several spans; never empty.
        kind: how much of the content stands in quotation marks.
        block: the kind of block that the cue lies in.
        confidence: calibrated estimate, 0 to 1, that a careful reader would mark the same
            attribution (same source, and content overlapping by half or more).
        source_from: id of the attribution whose source this one leans on ("accused X …,
            claiming that Y"); then `source` is empty.
        parent: id of the attribution in whose content this one is said.
        speaker: who the source resolves to; None where the text names nobody.
        carriers: the media between publisher and speaker, from the publisher on.
        addressee: whom it was said to, as the text has it.
        venue: the occasion or medium of the utterance ("at a rally in Ohio", "on Twitter").
        said_on: the day of the utterance, where the text tells it.
        act: what the cue does.
        negated: the cue is denied or refused ("did not say", "declined to confirm").
        stance: what the publisher's choice of the cue says of the content.
        evidence: what the text says stands behind the content.

    Raises:
        ValueError: if cue or content is empty, `confidence` is not within 0 and 1, or the
            attribution has a source of its own and leans on another as well.
    """

    id: str
    source: Spans
    cue: Spans
    content: Spans
    kind: Kind
    block: BlockKind
    confidence: float
    source_from: str | None = None
    parent: str | None = None
    speaker: Speaker | None = None
    carriers: tuple[Carrier, ...] = ()
    addressee: Phrase | None = None
    venue: Phrase | None = None
    said_on: SaidOn | None = None
    act: Act = Act.SAY
    negated: bool = False
    stance: Stance = Stance.NEUTRAL
    evidence: tuple[Evidence, ...] = ()

    def __post_init__(self) -> None:
        if not self.cue or not self.content:
            raise ValueError("an attribution needs a cue and a content")
        if not 0.0 <= self.confidence <= 1.0:
            raise ValueError(f"not a confidence: {self.confidence}")
        if self.source and self.source_from:
            raise ValueError("an attribution that leans on another has no source of its own")


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a field of an attribution is what it is.

    Args:
        attribution: id of the attribution.
        field: which of its fields.
        why: the rule or score that decided, for a reader.
        spans: the words that it was decided by.
    """

    attribution: str
    field: str
    why: str
    spans: Spans = ()


@dataclass(frozen=True, slots=True)
class Extraction:
    """A document and what was found in it.

    Args:
        document: the text and its blocks.
        attributions: in text order.
        entities: the speakers and carriers, by first mention.
        notes: the publisher's own words on what is attributed, in text order.
        links: which attribution bears on which.
        named: the others that the text has a name for, by first mention.
        mentions: all that was taken for a mention; what stages hand on, no part of the JSON.
        reasons: why the fields are what they are; no part of the JSON.
    """

    document: Document
    attributions: tuple[Attribution, ...]
    entities: tuple[Entity, ...] = ()
    notes: tuple[Note, ...] = ()
    links: tuple[Link, ...] = ()
    named: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    reasons: tuple[Reason, ...] = ()
