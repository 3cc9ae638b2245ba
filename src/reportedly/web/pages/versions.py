"""The versions of a document: what each says anew and no more, and what became of its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import Response

from reportedly.record import Record
from reportedly.record.answers import DocumentAnswer, Version
from reportedly.web.asking import Reading
from reportedly.web.differences import Change, Changed, differences
from reportedly.web.rendering import page

router = APIRouter()

AROUND = 300
"""Characters of what stayed the same that are shown before and behind a change: two lines or so."""

LONGEST = 60_000
"""Characters of differences that a page shows."""


@dataclass(frozen=True, slots=True)
class Left:
    """How many characters that stayed the same are left out."""

    characters: int


@dataclass(frozen=True, slots=True)
class Compared:
    """Two versions of a document.

    Args:
        before: the one.
        after: the one after it.
        pieces: what became of the words; what stayed the same is shortened.
        more: there are more changes than are shown.
    """

    before: DocumentAnswer
    after: DocumentAnswer
    pieces: tuple[Changed | Left, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class Versions:
    """The versions of a document, and what changed to one of them, if there are several."""

    document: DocumentAnswer
    versions: tuple[Version, ...]
    compared: Compared | None


@router.get("/documents/{key}/versions")
async def versions(request: Request, readers: Reading, key: str) -> Response:
    """The versions of a document, and what changed from the one before it to this one."""
    found = await readers.ask(lambda record: _versions(record, key))
    return page(request, "versions.html", found=found, document=found.document)


def _versions(record: Record, key: str) -> Versions:
    document = record.document(key)
    chain = tuple(record.versions(document.key))
    keys = [version.document.key for version in chain]
    at = max(keys.index(document.key), 1)
    compared = _compared(record, *keys[at - 1 : at + 1]) if len(chain) > 1 else None
    return Versions(document, chain, compared)


def _compared(record: Record, before: str, after: str) -> Compared:
    one, other = record.reading(before), record.reading(after)
    found = differences(one.extraction.document.text, other.extraction.document.text)
    shown, room = [], LONGEST
    for piece in shortened(found):
        room -= len(piece.text) if isinstance(piece, Changed) else 0
        if room < 0:
            break
        shown.append(piece)
    return Compared(one.document, other.document, tuple(shown), room < 0)


def shortened(pieces: Iterable[Changed]) -> Iterator[Changed | Left]:
    """Pieces without the middle of what stayed the same, where that is long; cut between words."""
    listed = list(pieces)
    for at, piece in enumerate(listed):
        text = piece.text
        head = text[:AROUND].rpartition(" ")[0] if at else ""
        tail = text[-AROUND:].partition(" ")[2] if at < len(listed) - 1 else ""
        left = len(text) - len(head) - len(tail)
        if piece.change is not Change.SAME or left <= AROUND:
            yield piece
            continue
        yield Changed(Change.SAME, head)
        yield Left(left)
        yield Changed(Change.SAME, tail)
