"""Answers on what is said, and by whom."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.record.answers import (
    Claim,
    Narrative,
    Part,
    Relied,
    Searched,
    SpeakerAnswer,
    Statement,
)


@dataclass(frozen=True, slots=True)
class StatementsFound:
    """Statements that answer a search, the best first.

    Args:
        statements: each with its document, its spans and its words, white space made single.
        after: give it as `after` to go on; null where nothing is left.
        searched: what they were looked for in.
    """

    statements: tuple[Statement, ...]
    after: str | None
    searched: Searched


@dataclass(frozen=True, slots=True)
class Whole:
    """How much there is of a claim as a whole, where an answer shows a part of it.

    Args:
        statements: how many statements it has.
        states: how many of these state it.
        denies: how many deny it.
        echoes: how many echo it.
        documents: in how many documents they stand; copies count.
        publishers: of how many publishers these are.
        speakers: how many speakers it has.
        origins: how many groups of statements that go back to one utterance.
    """

    statements: int
    states: int
    denies: int
    echoes: int
    documents: int
    publishers: int
    speakers: int
    origins: int


@dataclass(frozen=True, slots=True)
class ClaimPart:
    """A claim, with some of its statements.

    Args:
        claim: the claim; its lists may be cut.
        whole: how much there is of it.
        after: give it as `after` to `claim` to go on with its statements; null where none is left.
    """

    claim: Claim
    whole: Whole
    after: str | None


@dataclass(frozen=True, slots=True)
class ClaimFound:
    """A claim that was asked for.

    Args:
        part: the claim, with some of its statements.
        searched: what it was looked for in.
    """

    part: ClaimPart
    searched: Searched


@dataclass(frozen=True, slots=True)
class Traced:
    """Who said it, when first, through whom, and who denied it.

    Args:
        asked: the sentence or id that was asked for.
        claims: the claims that say it, the likeliest first, each with its earliest statements and
            at least one of those that deny or echo it.
        near: statements of other claims that come near.
        searched: what it was looked for in.
    """

    asked: str
    claims: tuple[ClaimPart, ...]
    near: tuple[Statement, ...]
    searched: Searched


@dataclass(frozen=True, slots=True)
class ClaimsFound:
    """Claims of the record, those that stand in most documents first.

    Args:
        claims: each with its earliest statements.
        after: give it as `after` to go on; null where nothing is left.
        searched: what they were looked for in.
    """

    claims: tuple[ClaimPart, ...]
    after: str | None
    searched: Searched


@dataclass(frozen=True, slots=True)
class NarrativePart:
    """A narrative, with some of its claims.

    Args:
        narrative: the narrative; its list of claims may be cut.
        claims: how many claims it has.
        after: give it as `after` to `narrative` to go on with its claims; null where none is left.
    """

    narrative: Narrative
    claims: int
    after: str | None


@dataclass(frozen=True, slots=True)
class NarrativeFound:
    """A narrative that was asked for.

    Args:
        part: the narrative, with some of its claims.
        searched: what it was looked for in.
    """

    part: NarrativePart
    searched: Searched


@dataclass(frozen=True, slots=True)
class NarrativesFound:
    """Narratives of the record, the widest first.

    Args:
        narratives: each with its first claims.
        after: give it as `after` to go on; null where nothing is left.
        searched: what they were looked for in.
    """

    narratives: tuple[NarrativePart, ...]
    after: str | None
    searched: Searched


@dataclass(frozen=True, slots=True)
class SpeakerFound:
    """One who speaks, with some of what they say.

    Args:
        speaker: who it is, over all documents.
        carriers: media that carried it, those with the most statements first.
        statements: what they say, by day.
        after: give it as `after` to go on with the statements; null where none is left.
        searched: what it was looked for in.
    """

    speaker: SpeakerAnswer
    carriers: tuple[Relied, ...]
    statements: tuple[Statement, ...]
    after: str | None
    searched: Searched


@dataclass(frozen=True, slots=True)
class SpeakerClaims:
    """The claims that one who speaks has a part in.

    Args:
        speaker: who it is, over all documents.
        parts: the claims, and whether they state, deny or echo them.
        after: give it as `after` to go on; null where nothing is left.
        searched: what they were looked for in.
    """

    speaker: SpeakerAnswer
    parts: tuple[Part, ...]
    after: str | None
    searched: Searched


@dataclass(frozen=True, slots=True)
class SpeakersFound:
    """Who speaks in the record, those in most documents first.

    Args:
        speakers: who they are, over all documents.
        after: give it as `after` to go on; null where nothing is left.
        searched: what they were looked for in.
    """

    speakers: tuple[SpeakerAnswer, ...]
    after: str | None
    searched: Searched
