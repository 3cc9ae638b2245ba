"""Claims and narratives: what their statements have in common, and how they are counted."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.record.answers.statements import Searched, Statement
from reportedly.schema.origins import Receipt


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
class Outline:
    """A claim without its statements: what a list of claims tells of it.

    Args:
        id: what it is known by.
        label: the most central of the contents.
        statements: how many statements it has.
        documents: in how many documents they stand; a text in two papers counts twice.
        publishers: of how many publishers.
        speakers: by how many speakers.
        denials: how many statements deny it; None if a version before this one counted.
        first: the earliest day.
        last: the latest day.
    """

    id: str
    label: str
    statements: int
    documents: int
    publishers: int
    speakers: int
    denials: int | None
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
class NarrativeOutline:
    """A narrative without its claims: what a list of narratives tells of it; numbers, and days."""

    id: str
    label: str
    claims: int
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
