"""Documents: the list of them, and each set for reading with its statements in the margin."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from reportedly.export.wording.places import place
from reportedly.record import Record
from reportedly.record.answers import DocumentAnswer, Reading, ReuseAnswer
from reportedly.schema import Direction, ReuseKind
from reportedly.web.addresses import linkable
from reportedly.web.asking import Reading as Readers
from reportedly.web.marking import begin
from reportedly.web.parts import part_at, parts
from reportedly.web.rendering import page
from reportedly.web.setting import SetPart, set_part

router = APIRouter()

PAGE = 30
"""Documents that the list shows at once."""

SHARED = 20
"""Documents that share words with one which its page shows; a wire report may have thousands."""

PLACES = 3
"""Files in which a document was met that its page names."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A document in the list, and with how many others it shares words: at most `SHARED` + 1."""

    document: DocumentAnswer
    shares: int


@dataclass(frozen=True, slots=True)
class Shared:
    """What a document shares with another one.

    Args:
        other: the other one.
        kind: how they share it.
        own: share of this document, 0 to 1, that the other has too.
        others: share of the other, 0 to 1, that this one has too.
        passages: in how many passages.
        way: which took it from which, as far as that is known.
        why: what told so.
    """

    other: DocumentAnswer
    kind: ReuseKind
    own: float
    others: float
    passages: int
    way: str
    why: str


@dataclass(frozen=True, slots=True)
class Read:
    """A document as its page shows it."""

    reading: Reading
    part: SetPart
    shared: tuple[Shared, ...]
    more: bool

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


def _listed(record: Record, after: str | None) -> list[Listed]:
    found = record.documents(after=after, newest=True, limit=PAGE + 1)
    return [Listed(one, sum(1 for _ in _reuse(record, one.key))) for one in found]


def _read(record: Record, key: str, number: int, at: str | None) -> Read:
    reading = record.reading(key)
    if found := next((a for a in reading.extraction.attributions if a.id == at), None):
        number = part_at(parts(reading.extraction), begin(found))
    own = reading.document.key
    reuse = list(_reuse(record, own))
    shared = tuple(_shared(record, own, one) for one in reuse[:SHARED])
    return Read(reading, set_part(reading, number), shared, len(reuse) > SHARED)


def _reuse(record: Record, key: str) -> list[ReuseAnswer]:
    """What a document shares with others; one more than is shown, if there are more.

    Other versions of it are no others: they have a page of their own.
    """
    others = (one for one in record.reuse(key) if not _own(one))
    return list(islice(others, SHARED + 1))


def _own(reuse: ReuseAnswer) -> bool:
    """Whether both are one document, or versions of one."""
    first, second = reuse.first, reuse.second
    return first.key == second.key or (first.url is not None and first.url == second.url)


def _shared(record: Record, key: str, reuse: ReuseAnswer) -> Shared:
    first = reuse.first.key == key
    own, others = reuse.first_share, reuse.second_share
    given = Direction.FIRST if first else Direction.SECOND
    ways = {
        given: "taken from here",
        Direction.UNKNOWN: "not known which took it from which",
    }
    return Shared(
        record.document(reuse.second.key if first else reuse.first.key),
        reuse.kind,
        own if first else others,
        others if first else own,
        len(reuse.passages),
        ways.get(Direction(reuse.direction), "taken from there"),
        reuse.why,
    )
