"""Sharing: what a document has in common with others, seen from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.record import Record
from reportedly.record.answers import DocumentAnswer, ReuseAnswer
from reportedly.schema import Direction, ReuseKind


@dataclass(frozen=True, slots=True)
class Shared:
    """What a document shares with another one.

    Args:
        id: what the pair is known by.
        other: the other one.
        kind: how they share it.
        own: share of this document, 0 to 1, that the other has too.
        others: share of the other, 0 to 1, that this one has too.
        passages: in how many passages.
        way: which took it from which, as far as that is known.
        why: what told so.
    """

    id: str
    other: DocumentAnswer
    kind: ReuseKind
    own: float
    others: float
    passages: int
    way: str
    why: str


def sharing(record: Record, key: str, after: str | None = None) -> Iterator[Shared]:
    """What a document shares with others; versions of it are no others: they have their own page.

    Args:
        record: the record.
        key: of the document.
        after: id of the pair to begin behind.

    Raises:
        NotHeldError: if the record does not hold the document, or the pair.
    """
    for reuse in record.reuse(key, after=after):
        first, second = reuse.first, reuse.second
        if first.key != second.key and not (first.url and first.url == second.url):
            yield _seen(record, key, reuse)


def _seen(record: Record, key: str, reuse: ReuseAnswer) -> Shared:
    first = reuse.first.key == key
    own, others = reuse.first_share, reuse.second_share
    ways = {
        Direction.FIRST if first else Direction.SECOND: "taken from here",
        Direction.SECOND if first else Direction.FIRST: "taken from there",
        Direction.UNKNOWN: "not known which took it from which",
    }
    return Shared(
        reuse.id,
        record.document(reuse.second.key if first else reuse.first.key),
        reuse.kind,
        own if first else others,
        others if first else own,
        len(reuse.passages),
        ways[Direction(reuse.direction)],
        reuse.why,
    )
