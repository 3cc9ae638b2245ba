"""Direction: which of two documents took the words from the other, by credits and days."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.connect.reuse.credits import Credit, crediting, credits_of, keys, spans_of
from reportedly.schema import Direction, Document, Spans


@dataclass(frozen=True, slots=True)
class Told:
    """A direction, what told it, and the words of credit in each of the two documents."""

    direction: Direction
    why: str
    spans: tuple[Spans, Spans] = ((), ())


def told(a: Document, b: Document) -> Told:
    """The direction between two documents that share words.

    A credit that names the other's publisher outweighs the days of publication: clocks and time
    zones differ, and a report that was brought up to date carries a later day. Two documents that
    credit one medium have it from there, and neither from the other. Symmetric.
    """
    ours, theirs = crediting(a, b), crediting(b, a)
    spans = (spans_of(ours), spans_of(theirs))
    if ours and theirs:
        return Told(Direction.UNKNOWN, "each credits the other", spans)
    if ours or theirs:
        name = (ours or theirs)[0].name
        return Told(Direction.SECOND if ours else Direction.FIRST, f"credited to {name}", spans)
    return _from_one(a, b) or _by_day(a, b)


def _from_one(a: Document, b: Document) -> Told | None:
    """Neither from the other, where both credit one medium."""
    ours, theirs = _alike(credits_of(a), credits_of(b)), _alike(credits_of(b), credits_of(a))
    if not ours:
        return None
    name = max({c.name for c in (*ours, *theirs)}, key=lambda n: (len(n), n))
    return Told(Direction.UNKNOWN, f"both credit {name}", (spans_of(ours), spans_of(theirs)))


def _alike(some: tuple[Credit, ...], others: tuple[Credit, ...]) -> tuple[Credit, ...]:
    """Those of some credits that name a medium which others name as well."""
    known = frozenset[str]().union(*(keys(c.name) for c in others))
    return tuple(c for c in some if keys(c.name) & known)


def _by_day(a: Document, b: Document) -> Told:
    """The earlier day, where the two are known and differ."""
    if not (a.published and b.published):
        return Told(Direction.UNKNOWN, "no credit, and a day of publication is not known")
    if a.published == b.published:
        return Told(Direction.UNKNOWN, f"no credit, and both were published on {a.published}")
    earlier, later = sorted((a.published, b.published))
    direction = Direction.FIRST if earlier == a.published else Direction.SECOND
    return Told(direction, f"published on {earlier}, before {later}")
