"""Claims and narratives."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response

from reportedly.record import Record, answers
from reportedly.web.api.description import answer, linked, listing
from reportedly.web.api.lists import Cut, answered, gone_on, listed
from reportedly.web.api.named import ClaimId, NarrativeId
from reportedly.web.asking import Reading

router = APIRouter(tags=["claims"])

ONE = {"claim": "items/0/id"}


@router.get("/claims", responses=linked(listing(answers.Claim), claim=ONE, drift=ONE))
async def claims(request: Request, readers: Reading, cut: Cut) -> Response:
    """The claims, those that stand in most documents first."""
    return await listed(request, readers, cut, Record.claims)


@router.get("/claims/{claim}", responses=answer(answers.Claim))
async def claim(readers: Reading, claim: ClaimId) -> Response:
    """A claim: its statements, and from how many independent origins they come.

    An id that the claim had before, or that any member gave it, leads to it as well.
    """
    return await answered(readers, lambda record: record.claim(claim))


@router.get("/claims/{claim}/drift", responses=listing(answers.Rewording))
async def drift(request: Request, readers: Reading, cut: Cut, claim: ClaimId) -> Response:
    """How the words of a claim's utterances differ between the documents that report them."""

    def found(record: Record, **part: Any) -> Any:
        return gone_on(record.drift(claim), cursor=_pair, **part)

    return await listed(request, readers, cut, found, _pair)


@router.get(
    "/narratives",
    responses=linked(listing(answers.Narrative), narrative={"narrative": "items/0/id"}),
)
async def narratives(request: Request, readers: Reading, cut: Cut) -> Response:
    """Claims that serve one story, the widest story first."""
    return await listed(request, readers, cut, Record.narratives)


@router.get("/narratives/{narrative}", responses=answer(answers.Narrative))
async def narrative(readers: Reading, narrative: NarrativeId) -> Response:
    """A narrative with its claims."""
    return await answered(readers, lambda record: record.narrative(narrative))


def _pair(one: answers.Rewording) -> str:
    return f"{one.first.id}-{one.second.id}"
