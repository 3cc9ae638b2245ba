"""Direction: which of two documents took the words from the other, by credits and days."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.schema import Direction, Document, Spans


@dataclass(frozen=True, slots=True)
class Told:
    """A direction, what told it, and the words of credit in each of the two documents."""

    direction: Direction
    why: str
    spans: tuple[Spans, Spans] = ((), ())


def told(a: Document, b: Document) -> Told:
    """The direction between two documents that share words."""
    if a.published and b.published and a.published != b.published:
        direction = Direction.FIRST if a.published < b.published else Direction.SECOND
        return Told(
            direction,
            f"published on {min(a.published, b.published)} before {max(a.published, b.published)}",
        )
    return Told(Direction.UNKNOWN, "no credit, and not two days of publication")
