"""Answers on what stands in documents."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.connect.drift import ChangeKind
from reportedly.record.answers import DocumentAnswer, Headline, Place, Searched, Statement, Version
from reportedly.schema import Block, ReuseKind, Span, Spans


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of a document, exactly as they stand, and the text on both sides.

    Args:
        span: where the words stand.
        words: the characters of the span, unchanged.
        before: the characters before it, for context; not part of what is quoted.
        after: the characters after it, for context; not part of what is quoted.
        blocks: what the words are part of; a comment or a caption is not the article's reporting.
    """

    span: Span
    words: str
    before: str
    after: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words to quote, with the document that they stand in.

    Args:
        document: the document; its id is the digest of its text.
        pieces: the words, in text order; the content of a statement may lie in several places.
        statement: the statement that was asked for, if one was.
        searched: the record that it comes from.
    """

    document: DocumentAnswer
    pieces: tuple[Piece, ...]
    statement: Statement | None
    searched: Searched


@dataclass(frozen=True, slots=True)
class DocumentFound:
    """A document, with some of its statements.

    Args:
        document: the document.
        statements: in the order of its text.
        after: give it as `after` to go on; null where nothing is left.
        searched: what it was looked for in.
    """

    document: DocumentAnswer
    statements: tuple[Statement, ...]
    after: str | None
    searched: Searched


@dataclass(frozen=True, slots=True)
class DocumentsFound:
    """Documents of the record.

    Args:
        documents: in the order asked for.
        after: give it as `after` to go on; null where nothing is left.
        searched: what they were looked for in.
    """

    documents: tuple[DocumentAnswer, ...]
    after: str | None
    searched: Searched


@dataclass(frozen=True, slots=True)
class VersionPart:
    """A version of a document, with some of what changed in it.

    Args:
        version: the version; its lists may be cut.
        added: how many statements it has that the one before has not.
        gone: how many statements of the one before it has no more.
    """

    version: Version
    added: int
    gone: int


@dataclass(frozen=True, slots=True)
class VersionsFound:
    """Versions of a document, in the order of adding.

    Args:
        versions: each with what is said in it anew, and what is said in it no more.
        after: give it as `after` to go on; null where nothing is left.
        searched: what they were looked for in.
    """

    versions: tuple[VersionPart, ...]
    after: str | None
    searched: Searched


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """The same words in two documents.

    Args:
        first: where they stand in the first.
        second: where they stand in the second.
        words: the characters of the first; of a long passage, its beginning.
    """

    first: Span
    second: Span
    words: str


@dataclass(frozen=True, slots=True)
class Shared:
    """Two documents that share words.

    Args:
        first: the one.
        second: the other.
        kind: a copy, an edited copy or a quotation.
        first_share: how much of the first stands in the second, 0 to 1.
        second_share: how much of the second stands in the first, 0 to 1.
        direction: which of the two had the words first, if that is known.
        why: what tells so.
        passages: the shared words; the list may be cut.
        in_all: how many passages there are.
    """

    first: Place
    second: Place
    kind: ReuseKind
    first_share: float
    second_share: float
    direction: str
    why: str
    passages: tuple[SharedPassage, ...]
    in_all: int


@dataclass(frozen=True, slots=True)
class ReuseFound:
    """Pairs of documents that share words.

    Args:
        pairs: the pairs.
        after: give it as `after` to go on; null where nothing is left.
        searched: what they were looked for in.
    """

    pairs: tuple[Shared, ...]
    after: str | None
    searched: Searched


@dataclass(frozen=True, slots=True)
class Change:
    """Words of one wording, and what stands for them in the other.

    Args:
        kind: what became of them.
        first: the words in the first document; none where they were added.
        second: the words in the second; none where they were cut.
        first_spans: where they stand in the first.
        second_spans: where they stand in the second.
        shown: the document itself shows the change, by an ellipsis or by square brackets.
    """

    kind: ChangeKind
    first: tuple[str, ...]
    second: tuple[str, ...]
    first_spans: Spans
    second_spans: Spans
    shown: bool


@dataclass(frozen=True, slots=True)
class Wordings:
    """The same utterance in two documents.

    Args:
        first: as the one reports it.
        second: as the other reports it.
        kept: share of the words of both that the other has as well, 0 to 1.
        changes: what differs, and what is the same.
    """

    first: Statement
    second: Statement
    kept: float
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class DriftFound:
    """How the words of a claim's utterances differ between documents.

    Args:
        claim: the claim.
        wordings: pairs of documents that report one utterance.
        after: give it as `after` to go on; null where nothing is left.
        searched: what they were looked for in.
    """

    claim: Headline
    wordings: tuple[Wordings, ...]
    after: str | None
    searched: Searched


@dataclass(frozen=True, slots=True)
class Covered:
    """What the record covers.

    Args:
        name: what the record is called.
        searched: how many documents it holds, of how many publishers, of which days.
        newest: what was added last.
    """

    name: str
    searched: Searched
    newest: tuple[DocumentAnswer, ...]
