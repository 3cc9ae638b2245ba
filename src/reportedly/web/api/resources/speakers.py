"""Speakers and carriers: who speaks, what they say, and through whom."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from reportedly.record import Record, answers
from reportedly.web.api.description import answer, linked, listing
from reportedly.web.api.lists import MOST, Cut, answered, gone_on, listed
from reportedly.web.api.named import SpeakerId
from reportedly.web.asking import Reading

router = APIRouter(tags=["speakers"])

ONE = {"speaker": "items/0/id"}

Words = Annotated[
    str, Query(max_length=200, description="Only those one of whose names holds all these words.")
]


@router.get(
    "/speakers",
    responses=linked(
        listing(answers.SpeakerAnswer), speaker=ONE, said_by=ONE, parts=ONE, carriers=ONE
    ),
)
async def speakers(request: Request, readers: Reading, cut: Cut, q: Words = "") -> Response:
    """Who speaks, those in most documents first."""
    return await listed(request, readers, cut, partial(Record.speakers, words=q))


@router.get("/speakers/{speaker}", responses=answer(answers.SpeakerAnswer))
async def speaker(readers: Reading, speaker: SpeakerId) -> Response:
    """A speaker or a carrier, over all documents."""
    return await answered(readers, lambda record: record.speaker(speaker))


@router.get("/speakers/{speaker}/statements", responses=listing(answers.Statement))
async def said_by(request: Request, readers: Reading, cut: Cut, speaker: SpeakerId) -> Response:
    """What a speaker says, by day."""
    return await listed(request, readers, cut, partial(Record.said_by, speaker=speaker))


@router.get("/speakers/{speaker}/claims", responses=listing(answers.Part))
async def parts(request: Request, readers: Reading, cut: Cut, speaker: SpeakerId) -> Response:
    """The claims that a speaker states, denies or echoes."""
    return await listed(
        request, readers, cut, partial(Record.parts, speaker=speaker), lambda part: part.claim.id
    )


@router.get("/speakers/{speaker}/carriers", responses=listing(answers.Relied))
async def carriers(request: Request, readers: Reading, cut: Cut, speaker: SpeakerId) -> Response:
    """The media that carried a speaker's words, those that carried most first."""

    def found(record: Record, **part: Any) -> Any:
        return gone_on(record.carriers_of(speaker), **part)

    return await listed(request, readers, cut, found)


@router.get("/network", responses=answer(answers.Network))
async def network(
    readers: Reading,
    limit: Annotated[
        int, Query(ge=1, le=MOST, description="How many publishers, and how many carriers.")
    ] = 50,
) -> Response:
    """Publishers and carriers: who relies on whom."""
    return await answered(readers, lambda record: record.network(limit=limit))
