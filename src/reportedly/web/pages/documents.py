"""Documents: the list of them, and each set for reading with its statements in the margin."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from reportedly.export.wording.places import place
from reportedly.record import Record
from reportedly.record.answers import DocumentAnswer, Reading
from reportedly.web.addresses import linkable
from reportedly.web.asking import Reading as Readers
from reportedly.web.marking import begin
from reportedly.web.parts import part_at, parts
from reportedly.web.rendering import page
from reportedly.web.setting import SetPart, set_part
from reportedly.web.sharing import Shared, sharing

router = APIRouter()

PAGE = 30
"""Documents that the list shows at once."""

SHARED = 8
"""Documents that share words with one which its page shows; all of them have a page of their own,
as a wire report may have thousands."""

PLACES = 3
"""Files in which a document was met that its page names."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A document in the list, and with how many others it shares words."""

    document: DocumentAnswer
    shares: int


@dataclass(frozen=True, slots=True)
class Read:
    """A document as its page shows it.

    Args:
        reading: the document.
        part: the part of it that is shown.
        shared: the first of what it shares with others.
        shares: with how many others it shares words.
    """

    reading: Reading
    part: SetPart
    shared: tuple[Shared, ...]
    shares: int

    @property
    def link(self) -> str | None:
        """The address that it was published under, if that may be a link."""
        return linkable(self.reading.document.url)

    @property
    def places(self) -> list[str]:
        """Where it was met, other than at its address."""
        listed = self.reading.document
        found = dict.fromkeys(place(path) for path in listed.paths if path != listed.url)
        return [one for one in found if one][:PLACES]

    @property
    def authors(self) -> tuple[str, ...]:
        """Who wrote it."""
        return self.reading.extraction.document.authors

    @property
    def warnings(self) -> tuple[str, ...]:
        """What a reader of it should know."""
        return self.reading.extraction.document.warnings

    @property
    def language(self) -> str | None:
        """Its language, where that is told by a code as browsers know them."""
        code = self.reading.document.language or ""
        return code if re.fullmatch(r"[a-z]{2,3}", code) else None


@router.get("/documents")
async def documents(request: Request, readers: Readers, after: str | None = None) -> Response:
    """All documents, those added last first."""
    found = await readers.ask(lambda record: _listed(record, after))
    more = f"/documents?after={found[PAGE - 1].document.key}" if len(found) > PAGE else None
    return page(request, "documents.html", found=found[:PAGE], more=more, first=after is None)


@router.get("/documents/{key}")
async def document(
    request: Request, readers: Readers, key: str, part: int = 1, at: str | None = None
) -> Response:
    """A document for reading: a part of it by number, or the one in which a statement begins."""
    found = await readers.ask(lambda record: _read(record, key, part, at))
    own = found.reading.document.key
    if own != key:
        return RedirectResponse(f"/documents/{own}", 307)
    return page(request, "document.html", read=found, document=found.reading.document)


@router.get("/documents/{key}/shared")
async def shared(
    request: Request, readers: Readers, key: str, after: str | None = None
) -> Response:
    """All documents that share words with one."""
    document, found = await readers.ask(lambda record: _shared(record, key, after))
    last = found[PAGE - 1].id if len(found) > PAGE else None
    more = f"/documents/{document.key}/shared?after={last}" if last else None
    return page(request, "shared.html", document=document, found=found[:PAGE], more=more)


def _listed(record: Record, after: str | None) -> list[Listed]:
    found = list(record.documents(after=after, newest=True, limit=PAGE + 1))
    shares = record.sharing(one.key for one in found)
    return [Listed(one, shares[one.key]) for one in found]


def _read(record: Record, key: str, number: int, at: str | None) -> Read:
    reading = record.reading(key)
    if found := next((a for a in reading.extraction.attributions if a.id == at), None):
        number = part_at(parts(reading.extraction), begin(found))
    shares = record.sharing([reading.document.key])[reading.document.key]
    shared = tuple(islice(sharing(record, reading.document.key), SHARED))
    return Read(reading, set_part(reading, number), shared, shares)


def _shared(record: Record, key: str, after: str | None) -> tuple[DocumentAnswer, list[Shared]]:
    document = record.document(key)
    return document, list(islice(sharing(record, document.key, after), PAGE + 1))
