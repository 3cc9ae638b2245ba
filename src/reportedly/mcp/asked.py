"""What the tools are asked with: a frozen data type each; its docstring describes the fields."""

from __future__ import annotations

from dataclasses import dataclass, field

from reportedly.record.answers import Stand
from reportedly.schema import Act, Status

SOME, MOST = 20, 100
"""How many items an answer has unless told, and at most: a statement is half a kilobyte of JSON,
and an assistant reads all of it."""

WIDEST = 20_000
"""Characters that are quoted at a time at most: a long article."""


def _number(default: int, most: int) -> int:
    made: int = field(default=default, metadata={"minimum": 1, "maximum": most})
    return made


@dataclass(frozen=True, slots=True)
class Nothing:
    """No arguments."""


@dataclass(frozen=True, slots=True)
class Search:
    """Words and filters; all that are given must hold.

    Args:
        words: words that all stand in the content or the source, in any order and form;
            "in quotes" in this order, -word not there, word* as a beginning.
        speaker: words of the speaker's name.
        publisher: words of the publisher's name.
        carrier: words of the name of a medium that carried it.
        acts: one of these.
        evidence: one of these.
        negated: only those whose cue is denied or refused, or only those whose cue is not.
        since: YYYY-MM-DD; said on that day or later.
        until: YYYY-MM-DD; said on that day or earlier.
        limit: how many at most.
        after: the `after` of the answer before, to go on.
    """

    words: str = ""
    speaker: str = ""
    publisher: str = ""
    carrier: str = ""
    acts: tuple[Act, ...] = ()
    evidence: tuple[Status, ...] = ()
    negated: bool | None = None
    since: str | None = None
    until: str | None = None
    limit: int = _number(SOME, MOST)
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Meaning:
    """A sentence to find the like of.

    Args:
        sentence: what is looked for, as somebody might say it.
        limit: how many at most.
        after: the `after` of the answer before, to go on.
    """

    sentence: str
    limit: int = _number(SOME, MOST)
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Trace:
    """What to trace.

    Args:
        asked: a sentence, or the id of a claim, a statement or a narrative.
        claims: how many claims at most.
        statements: how many statements of each claim at most.
    """

    asked: str
    claims: int = _number(3, 10)
    statements: int = _number(10, MOST)


@dataclass(frozen=True, slots=True)
class Quote:
    """What to quote: a statement by its id, or a span of a document.

    Args:
        statement: id of a statement; its content is quoted.
        document: id, digest, address or path of a document.
        start: the first character, counted from 0 in Unicode code points.
        end: the character behind the last one.
        around: how many characters are shown on each side.
    """

    statement: str | None = None
    document: str | None = None
    start: int | None = field(default=None, metadata={"minimum": 0})
    end: int | None = field(default=None, metadata={"minimum": 1})
    around: int = field(default=200, metadata={"minimum": 0, "maximum": 2_000})

    def __post_init__(self) -> None:
        span = (self.document, self.start, self.end)
        if (self.statement is None) == (self.document is None) or (
            None in span and any(part is not None for part in span)
        ):
            raise ValueError("a statement is meant, or a document with start and end")
        if self.start is None or self.end is None:
            return
        if not 0 < self.end - self.start <= WIDEST:
            raise ValueError(f"end is to be beyond start, by {WIDEST:,} characters at most")


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim.

    Args:
        claim: id of a claim, or of a statement of it.
        stand: only statements that stand to it so.
        limit: how many statements at most.
        after: the `after` of the answer before, to go on with the statements.
    """

    claim: str
    stand: Stand | None = None
    limit: int = _number(SOME, MOST)
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Narrative:
    """A narrative.

    Args:
        narrative: id of a narrative.
        limit: how many claims at most.
        after: the `after` of the answer before, to go on with the claims.
    """

    narrative: str
    limit: int = _number(SOME, MOST)
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """One who speaks.

    Args:
        speaker: id of a speaker.
        limit: how many statements or claims at most.
        after: the `after` of the answer before, to go on.
    """

    speaker: str
    limit: int = _number(SOME, MOST)
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Speakers:
    """Who is looked for.

    Args:
        words: words of a name; all of them stand in one of the names.
        limit: how many at most.
        after: the `after` of the answer before, to go on.
    """

    words: str = ""
    limit: int = _number(SOME, MOST)
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A document.

    Args:
        document: its id, digest, address or path.
        limit: how many statements at most.
        after: the `after` of the answer before, to go on with the statements.
    """

    document: str
    limit: int = _number(SOME, MOST)
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Documents:
    """Which documents.

    Args:
        newest: those added last first; else in the order of adding.
        limit: how many at most.
        after: the `after` of the answer before, to go on.
    """

    newest: bool = False
    limit: int = _number(SOME, MOST)
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """How much of a list.

    Args:
        limit: how many at most.
        after: the `after` of the answer before, to go on.
    """

    limit: int = _number(SOME, MOST)
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Versions:
    """A document.

    Args:
        document: its id, address or path; the versions are those of its address.
        statements: how many statements are shown of what came, and of what went.
        limit: how many versions at most.
        after: the `after` of the answer before, to go on.
    """

    document: str
    statements: int = _number(10, MOST)
    limit: int = _number(SOME, MOST)
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Reuse:
    """Which pairs.

    Args:
        document: only those of this document: its id, address or path.
        limit: how many at most.
        after: the `after` of the answer before, to go on.
    """

    document: str | None = None
    limit: int = _number(SOME, MOST)
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Drift:
    """Whose wordings.

    Args:
        claim: id of a claim, or of a statement of it.
        limit: how many pairs at most.
        after: the `after` of the answer before, to go on.
    """

    claim: str
    limit: int = _number(5, 20)
    after: str | None = None
