"""Why a statement is read as it is: the rules and scores that decided its fields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from fastapi import APIRouter, Request
from fastapi.responses import Response

from reportedly.record import Record
from reportedly.record.answers import Statement
from reportedly.schema import Document, DocumentError, Extraction, NotHeldError, Reason, Spans
from reportedly.web.api.extractor import Extractor
from reportedly.web.asking import Reading
from reportedly.web.rendering import page

router = APIRouter()

LONGEST = 40_000
"""Characters of the longest document that is read again to tell why, which takes some seconds: more
than the longest of 2,587 pasted articles has (FNC-1: 27,579)."""

_NAMES = {
    "speaker": "Speaker",
    "act": "Act",
    "occasion": "Occasion",
    "carriers": "Carriers",
    "carrier": "Carriers",
    "said_on": "Day",
    "day": "Day",
    "venue": "Venue",
    "addressee": "Addressee",
    "evidence": "Evidence",
    "links": "Links",
    "notes": "Publisher's notes",
}


@dataclass(frozen=True, slots=True)
class Why:
    """What decided a field, and by which words of the document."""

    field: str
    why: str
    words: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """A statement, and what decided its fields.

    Args:
        statement: the statement.
        reasons: what decided, as its fields come.
        untold: why there are no reasons; None if there are.
    """

    statement: Statement
    reasons: tuple[Why, ...]
    untold: str | None


@router.get("/documents/{key}/why/{name}")
async def why(request: Request, readers: Reading, key: str, name: str) -> Response:
    """What decided a statement's fields; found out anew, as a record keeps no reasons."""
    statement, document = await readers.ask(lambda record: _asked(record, key, name))
    extractor = cast("Extractor", request.app.state.extractor)
    if len(document.text) > LONGEST:
        told = Explained(statement, (), "the document is too long to be read again for it")
    else:
        told = _explained(statement, document.text, await extractor.again(document))
    return page(request, "why.html", told=told)


def _asked(record: Record, key: str, name: str) -> tuple[Statement, Document]:
    reading = record.reading(key)
    found = next((one for one in reading.statements if one.attribution == name), None)
    if found is None:
        raise NotHeldError(f"the document {key:.60} has no statement {name:.60}")
    return found, reading.extraction.document


def _explained(statement: Statement, text: str, found: Extraction | DocumentError) -> Explained:
    if isinstance(found, DocumentError) or statement.attribution not in {
        one.id for one in found.attributions
    }:
        untold = "this program reads the document otherwise today than when it was added"
        return Explained(statement, (), untold)
    own = [r for r in found.reasons if r.attribution == statement.attribution]
    return Explained(statement, tuple(_why(r, text) for r in own), None)


def _why(reason: Reason, text: str) -> Why:
    return Why(_NAMES.get(reason.field, reason.field), reason.why, _words(reason.spans, text))


def _words(spans: Spans, text: str) -> tuple[tuple[str, int], ...]:
    return tuple((" ".join(span.read(text).split()), span.start) for span in spans)
