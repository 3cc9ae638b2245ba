"""The first page: search, add, and what was added lately."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from reportedly.record import Record
from reportedly.record.answers import DocumentAnswer, Outline, Searched
from reportedly.web.asking import Adding, Reading
from reportedly.web.rendering import page, words_at

router = APIRouter()

LATELY = 8
"""Documents and claims that the first page shows."""


@dataclass(frozen=True, slots=True)
class _Home:
    """What the first page shows of the record."""

    searched: Searched
    lately: tuple[DocumentAnswer, ...]
    claims: tuple[Outline, ...]


@router.get("/")
async def home(request: Request, readers: Reading, jobs: Adding) -> Response:
    """The first page."""
    return page(request, "home.html", home=await readers.ask(_home), jobs=jobs.all()[:3])


@router.get("/statements/{document}/{name}")
async def words(document: str, name: str, readers: Reading) -> Response:
    """From the id of a statement to its words."""
    found = await readers.ask(lambda record: record.statement(f"{document}/{name}"))
    return RedirectResponse(words_at(found), 307)


def _home(record: Record) -> _Home:
    return _Home(
        record.searched(),
        tuple(record.documents(newest=True, limit=LATELY)),
        tuple(c for c in record.outlines(limit=LATELY) if c.documents > 1),
    )
