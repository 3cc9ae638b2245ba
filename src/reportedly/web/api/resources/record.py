"""The record as a whole."""

from __future__ import annotations

from fastapi import APIRouter, Response

from reportedly.record import Record
from reportedly.record.answers import Searched
from reportedly.web.api.description import answer
from reportedly.web.api.lists import answered
from reportedly.web.asking import Reading

router = APIRouter(tags=["record"])


@router.get("/record", responses=answer(Searched))
async def record(readers: Reading) -> Response:
    """What answers are looked for in: how many documents, of how many publishers, of which days."""
    return await answered(readers, Record.searched)
