"""Evidence marks, the publisher's notes, and links between attributions of one document."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.schema.spans import Span


class Status(StrEnum):
    """What a text says stands behind a content."""

    CLAIMED = "claimed"
    DESCRIBED = "described"
    SHOWN = "shown"
    WITNESS = "named witness"
    NONE = "none offered"
    UNVERIFIED = "unverified"
    DISPUTED = "disputed"
    WITHHELD = "withheld"


class Voice(StrEnum):
    """Who says what stands behind a content."""

    SPEAKER = "speaker"
    CARRIER = "carrier"
    PUBLISHER = "publisher"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the text says stands behind a content, in which words, and who says so."""

    status: Status
    span: Span
    by: Voice


class NoteKind(StrEnum):
    """What a publisher's note is about: proof, an answer asked for, a mistake, the rendering."""

    EVIDENCE = "evidence"
    RESPONSE = "response"
    CORRECTION = "correction"
    RENDERING = "rendering"


@dataclass(frozen=True, slots=True)
class Note:
    """The publisher's own words on what is attributed.

    Args:
        kind: what they are about.
        status: what they say of it; None for a rendering (translated, shortened, anonymised).
        span: the words.
        about: ids of the attributions that they are about.
    """

    kind: NoteKind
    status: Status | None
    span: Span
    about: tuple[str, ...]


class LinkKind(StrEnum):
    """How one attribution bears on another of the same document."""

    ECHOES = "echoes"
    CONFIRMS = "confirms"
    DENIES = "denies"
    ANSWERS = "answers"
    CORRECTS = "corrects"


@dataclass(frozen=True, slots=True)
class Link:
    """One attribution bears on another, and the words that say so.

    Args:
        kind: how.
        from_: id of the attribution that does; `from` in JSON.
        to: id of the attribution that it is done to.
        span: the words.
    """

    kind: LinkKind
    from_: str
    to: str
    span: Span
