"""What holds between documents: verdicts on two things, and the nouns they are given on.

A record knows documents by their `key`, and what stands in them by a `Ref`.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from reportedly.schema.document import Document
from reportedly.schema.entity import EntityType
from reportedly.schema.spans import Span


class Verdict(StrEnum):
    """Whether two things are the same: decided, or left to a person."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, order=True)
class Ref:
    """Something that stands in a document of a record.

    Args:
        document: the document's `document_key`.
        id: its own id there: of an attribution (`a…`) or an entity (`e…`).
    """

    document: str
    id: str


def document_key(document: Document) -> str:
    """What a record knows a document by: `d` and twelve digits of the digest of what identifies it.

    The same text under the same address is the same document, whichever way it came; under another
    address, or, where there is none, from another publisher, it is another printing of it.
    """
    printed = document.url or f"by {document.publisher or ''}"
    parts = (document.id, printed)
    return "d" + hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Profile:
    """One entity as one document has it: what it can be known by elsewhere.

    Args:
        ref: the document and the entity's id in it.
        type: what it is.
        name: the fullest name that the document gives.
        aliases: other names, as the document or the lists of known names have them.
        roles: offices and affiliations, as the document gives them.
        day: the day of publication, `YYYY-MM-DD`, where known.
        named: it is known by a proper name; False for "a senior official".
    """

    ref: Ref
    type: EntityType
    name: str
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    day: str | None = None
    named: bool = True


@dataclass(frozen=True, slots=True)
class Likeness:
    """A verdict of the program on two things, with what speaks for and against it.

    Args:
        verdict: what was decided.
        score: 0 to 1, how alike they are; comparable among verdicts on things of one kind.
        reasons: what decided, for a reader, the weightiest first; never empty.
    """

    verdict: Verdict
    score: float
    reasons: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.reasons or not 0.0 <= self.score <= 1.0:
            raise ValueError("a likeness has reasons and a score between 0 and 1")


class ReuseKind(StrEnum):
    """How two documents share words: whole, whole but edited, or a passage of each."""

    COPY = "copy"
    EDITED = "edited copy"
    QUOTATION = "quotation"


class Direction(StrEnum):
    """Which of two documents took the words from the other, as far as day and credits tell."""

    FIRST = "first to second"
    SECOND = "second to first"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Passage:
    """The same words in two documents: where they stand in the first, and in the second."""

    first: Span
    second: Span


@dataclass(frozen=True, slots=True)
class Reuse:
    """What two documents share.

    Args:
        kind: how they share it.
        passages: aligned spans, in the order of the first document; never empty.
        first_share: share of the first document's body, 0 to 1, that lies in passages.
        second_share: the same of the second.
        direction: which took it from which.
        why: what told the direction, or why it stays open.
        spans: words of credit that told it: in the first document, and in the second.
    """

    kind: ReuseKind
    passages: tuple[Passage, ...]
    first_share: float
    second_share: float
    direction: Direction
    why: str
    spans: tuple[tuple[Span, ...], tuple[Span, ...]] = ((), ())
