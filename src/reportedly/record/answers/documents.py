"""Documents, and what they have to do with each other."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.connect.drift import Drift
from reportedly.record.answers.statements import Statement
from reportedly.schema import Extraction, Passage, ReuseKind


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
    """What two documents share.

    Args:
        first: the one that was added first.
        second: the other.
        kind: how they share it.
        passages: aligned spans, in the order of the first.
        first_share: share of the first, 0 to 1, that lies in passages.
        second_share: the same of the second.
        direction: which took it from which.
        why: what told so.
        id: what the pair is known by.
    """

    first: Place
    second: Place
    kind: ReuseKind
    passages: tuple[Passage, ...]
    first_share: float
    second_share: float
    direction: str
    why: str
    id: str


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
class Reading:
    """A document for reading: its text, and all that was found in it.

    Args:
        document: the document as lists show it.
        extraction: its text and blocks, and what was found in it.
        statements: its attributions as answers show them, in text order.
    """

    document: DocumentAnswer
    extraction: Extraction
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two documents side by side.

    Args:
        first: the one.
        second: the other.
        reuse: what words they share, seen from the first; None if none.
        rewordings: the utterances that both report, in the text order of the first.
    """

    first: Reading
    second: Reading
    reuse: ReuseAnswer | None
    rewordings: tuple[Rewording, ...]
