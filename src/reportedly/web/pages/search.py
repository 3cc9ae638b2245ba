"""Searching statements by words, filters and meaning; tracing a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, TypeVar
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Request
from fastapi.responses import RedirectResponse, Response

from reportedly.record import Query, Record
from reportedly.record.answers import Searched, Statement
from reportedly.schema import Act, RunError, Status
from reportedly.web.asking import Reading
from reportedly.web.rendering import page

router = APIRouter()

E = TypeVar("E", bound=StrEnum)

PAGE = 20
"""Statements of a search that are shown at once."""

MOST = 500
"""Statements of a search that can be paged to; whoever wants more narrows it down, or exports."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the form of the search holds, as it was sent: every field is text, empty if not used.

    Args:
        q: words; or a sentence, if `by` is `meaning`.
        by: `words` or `meaning`.
    """

    q: str = ""
    by: str = "words"
    speaker: str = ""
    publisher: str = ""
    carrier: str = ""
    act: str = ""
    evidence: str = ""
    since: str = ""
    until: str = ""

    @property
    def filtered(self) -> bool:
        """Whether anything but words is asked for."""
        return self != Asked(self.q, self.by)

    @property
    def parameters(self) -> str:
        """The same as an address has it."""
        used = {name: getattr(self, name) for name in self.__slots__}
        used = {name: value for name, value in used.items() if value}
        if used.get("by") == "words":
            del used["by"]
        return urlencode(used)

    def query(self) -> Query:
        """What the record is asked.

        Raises:
            RunError: if an act or a mark is none of those that there are.
        """
        return Query(
            words=self.q,
            speaker=self.speaker,
            publisher=self.publisher,
            carrier=self.carrier,
            acts=frozenset([_one(Act, self.act)] if self.act else []),
            evidence=frozenset([_one(Status, self.evidence)] if self.evidence else []),
            since=self.since or None,
            until=self.until or None,
        )


Form = Annotated[Asked, Depends(Asked)]


@dataclass(frozen=True, slots=True)
class _Results:
    statements: tuple[Statement, ...]
    searched: Searched
    more: bool


@router.get("/search")
async def search(request: Request, readers: Reading, asked: Form, page_: int = 1) -> Response:
    """Statements by words, filters or meaning."""
    number = min(max(page_, 1), MOST // PAGE)
    found = await readers.ask(lambda record: _results(record, asked, number))
    more = f"/search?{asked.parameters}&page_={number + 1}"
    last = not found.more or number * PAGE >= MOST
    return page(
        request,
        "search.html",
        asked=asked,
        found=found,
        first=(number - 1) * PAGE + 1,
        more=None if last else more,
    )


@router.get("/trace")
async def trace(request: Request, readers: Reading, q: str = "") -> Response:
    """Who said it, when first, through whom, and who denied it."""
    if not q.strip():
        return RedirectResponse("/", 303)
    found = await readers.ask(lambda record: record.trace(q))
    return page(request, "trace.html", trace=found, asked=Asked(q=q))


def _results(record: Record, asked: Asked, number: int) -> _Results:
    wanted = number * PAGE + 1
    if asked.by == "meaning" and asked.q.strip():
        found = record.alike(asked.q, limit=wanted)
    else:
        found = record.search(asked.query(), limit=wanted)
    shown = tuple(found[wanted - 1 - PAGE : wanted - 1])
    return _Results(shown, record.searched(), len(found) == wanted)


def _one(kind: type[E], name: str) -> E:
    try:
        return kind(name)
    except ValueError:
        raise RunError(f"{name!r:.40}: one of {', '.join(kind)} is meant") from None
