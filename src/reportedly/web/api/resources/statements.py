"""Statements: all of them, one, those of a search, and those of a sentence's meaning."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from reportedly.record import Record
from reportedly.record.answers import Statement, Trace
from reportedly.web.api.description import answer, linked, listing
from reportedly.web.api.filters import Filters
from reportedly.web.api.lists import MOST, Cut, answered, gone_on, listed
from reportedly.web.api.named import WORDS, AttributionId, Key
from reportedly.web.asking import Reading

router = APIRouter(tags=["statements"])

ONE = {"claim": {"claim": "items/0/claim"}, "speaker": {"speaker": "items/0/speaker_id"}}

Sentence = Annotated[str, Query(min_length=1, max_length=WORDS, description="A sentence.")]


@router.get("/statements", responses=linked(listing(Statement), **ONE))
async def statements(request: Request, readers: Reading, cut: Cut) -> Response:
    """All statements, in the order of adding."""
    return await listed(request, readers, cut, Record.statements)


@router.get("/statements/{document}/{attribution}", responses=answer(Statement))
async def statement(readers: Reading, document: Key, attribution: AttributionId) -> Response:
    """A statement, by its id, which has a `/` in it."""
    return await answered(readers, lambda record: record.statement(f"{document}/{attribution}"))


@router.get("/search", responses=linked(listing(Statement), **ONE))
async def search(request: Request, readers: Reading, cut: Cut, filters: Filters) -> Response:
    """Statements by words and filters, the best first; without words, the latest.

    All words must stand in the content; `"…"` holds a phrase together, `-word` leaves out. The
    best 1,000 are given at most.
    """
    query = filters.query()

    def found(record: Record, **part: Any) -> Any:
        return gone_on(record.search(query, limit=_depth(**part)), **part)

    return await listed(request, readers, cut, found)


@router.get("/alike", responses=linked(listing(Statement), **ONE))
async def alike(request: Request, readers: Reading, cut: Cut, q: Sentence) -> Response:
    """Statements by meaning, the nearest first, whatever their words; 1,000 at most."""

    def found(record: Record, **part: Any) -> Any:
        return gone_on(record.alike(q, limit=_depth(**part)), **part)

    return await listed(request, readers, cut, found)


@router.get("/trace", responses=answer(Trace))
async def trace(
    readers: Reading,
    q: Sentence,
    limit: Annotated[int, Query(ge=1, le=20, description="How many claims at most.")] = 5,
) -> Response:
    """Who said it, when first, through whom, who denied it, and from how many origins.

    Asked for is a sentence, or the id of a claim, a statement or a narrative.
    """
    return await answered(readers, partial(Record.trace, asked=q, limit=limit))


def _depth(limit: int, after: str | None) -> int:
    """How many of a ranked list are looked at: who goes on in it has it ranked again."""
    return limit if after is None else MOST + 1
