"""Narratives: the list of them, and each with its claims over time."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from reportedly.record import Record
from reportedly.record.answers import NarrativeOutline, Searched
from reportedly.web.asking import Reading
from reportedly.web.rendering import page

router = APIRouter()

PAGE = 20
"""Narratives that the list shows at once."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of the list of narratives, and what they were looked for in."""

    narratives: tuple[NarrativeOutline, ...]
    more: bool
    searched: Searched


@router.get("/narratives")
async def narratives(request: Request, readers: Reading, after: str | None = None) -> Response:
    """The narratives, the widest first."""
    found = await readers.ask(lambda record: _listed(record, after))
    more = f"/narratives?after={found.narratives[-1].id}" if found.more else None
    return page(request, "narratives.html", found=found, more=more, first=after is None)


@router.get("/narratives/{name}")
async def narrative(request: Request, readers: Reading, name: str) -> Response:
    """A narrative and its claims over time."""
    found, searched = await readers.ask(lambda record: (record.narrative(name), record.searched()))
    if found.id != name:
        return RedirectResponse(f"/narratives/{found.id}", 307)
    return page(request, "narrative.html", narrative=found, searched=searched)


def _listed(record: Record, after: str | None) -> Listed:
    found = tuple(record.narrative_outlines(limit=PAGE + 1, after=after))
    return Listed(found[:PAGE], len(found) > PAGE, record.searched())
