"""Who speaks, what they say, and through whom."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.connect.entities import RoleHeld
from reportedly.record.answers.claims import Headline
from reportedly.record.answers.statements import Stand
from reportedly.schema import EntityType


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
class Part:
    """The part that a speaker has in a claim.

    Args:
        claim: the claim.
        stands: how the speaker's statements stand to it, each once, in the order of `Stand`.
        first: the earliest day on which the speaker says so.
        last: the latest.
    """

    claim: Headline
    stands: tuple[Stand, ...]
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Relied:
    """A medium that others rely on.

    Args:
        id: what it is known by, as a speaker.
        name: its name.
        statements: how many statements came through it.
        documents: in how many documents.
    """

    id: str
    name: str
    statements: int
    documents: int


@dataclass(frozen=True, slots=True)
class Edge:
    """A publisher that relies on a carrier: by name and by id, and for how many statements."""

    publisher: str
    carrier: str
    statements: int


@dataclass(frozen=True, slots=True)
class Network:
    """Who relies on whom.

    Args:
        publishers: by name, those that rely on these carriers for most statements first.
        carriers: those of most documents first.
        edges: between these, those of most statements first.
    """

    publishers: tuple[str, ...]
    carriers: tuple[Relied, ...]
    edges: tuple[Edge, ...]
