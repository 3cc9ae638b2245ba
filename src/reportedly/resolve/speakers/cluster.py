"""Clusters of mentions, each of one entity as far as it is known."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from reportedly.schema import Mention, Refers, Span


@dataclass(slots=True)
class Cluster:
    """Mentions of one entity, as far as they are known.

    Args:
        number: its place in the order of first mention.
        mentions: numbers of its mentions, in text order.
        names: the words of each name that it goes by, titles off.
        known: what its names stand for in the list of known names.
        nouns: the nouns that it goes by, each with the names that stand before it.
        refers: what it is, if a mention says so.
        plural: several people, by a noun or pronoun.
        woman: by titles, first names and pronouns; None where nothing tells.
        says_i: all who say "I" or "we", or are spoken to as "you", whoever that is.
        may_be_they: the text calls single persons "they" (see `SINGULAR_THEY`).
        body: the text says that it is one ("Velora, the chipmaker,"), whatever its name looks like.
    """

    number: int
    mentions: list[int] = field(default_factory=list)
    names: list[tuple[str, ...]] = field(default_factory=list)
    known: set[str | None] = field(default_factory=set)
    nouns: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    refers: Refers | None = None
    plural: bool | None = None
    woman: bool | None = None
    says_i: bool = False
    may_be_they: bool = False
    body: bool = False


@dataclass(frozen=True, slots=True)
class Clustered:
    """All clusters of a document, and what is known of each mention.

    Args:
        mentions: in text order.
        of: the cluster of each mention.
        open: clusters between which a mention stays open, by its number.
        why: what decided each mention.
        longest: characters of the longest mention.
    """

    mentions: tuple[Mention, ...]
    of: tuple[Cluster, ...]
    open: dict[int, tuple[Cluster, ...]]
    why: tuple[str, ...]
    longest: int

    def at(self, span: Span) -> int | None:
        """The number of the mention that overlaps a span, the last one if there are several."""
        number = bisect_left(self.mentions, span.end, key=lambda m: m.span.start) - 1
        low = span.start - self.longest
        while number >= 0 and (mention := self.mentions[number]).span.start > low:
            if mention.span.overlaps(span):
                return number
            number -= 1
        return None
