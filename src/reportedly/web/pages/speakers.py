"""Speakers: the list of them, and each with roles, statements, claims and carriers."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from reportedly.record import Record
from reportedly.record.answers import Part, Relied, Searched, SpeakerAnswer
from reportedly.web.asking import Reading
from reportedly.web.rendering import page
from reportedly.web.said import Said, all_said, months

router = APIRouter()

PAGE = 30
"""Speakers that the list shows at once."""

STATEMENTS = 20
"""Statements of a speaker that a page shows at once."""

MARKED = 60
"""Statements of a speaker that a time line still tells apart; more are counted by month."""

PARTS = 15
"""Claims of a speaker that a page shows at once."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of the list of speakers, and what they were looked for in."""

    speakers: tuple[SpeakerAnswer, ...]
    more: bool
    searched: Searched


@dataclass(frozen=True, slots=True)
class Heard:
    """A speaker as the page shows it.

    Args:
        speaker: who it is.
        said: statements by day, `STATEMENTS` at most.
        marked: all of them, for the time line, if they are `MARKED` at most.
        months: how many there are in each month, if they are more.
        parts: claims in which the speaker has a part, `PARTS` at most.
        more_said: whether there are more statements.
        more_parts: whether there are more claims.
        carriers: media through which the speaker was heard.
        searched: what all this was looked for in.
    """

    speaker: SpeakerAnswer
    said: tuple[Said, ...]
    marked: tuple[Said, ...]
    months: tuple[tuple[str, int], ...]
    parts: tuple[Part, ...]
    more_said: bool
    more_parts: bool
    carriers: tuple[Relied, ...]
    searched: Searched


@router.get("/speakers")
async def speakers(
    request: Request, readers: Reading, words: str = "", after: str | None = None
) -> Response:
    """Who speaks, those in most documents first; all, or those of a name."""
    found = await readers.ask(lambda record: _listed(record, words, after))
    more = None
    if found.more:
        asked = {"words": words} if words.strip() else {}
        more = f"/speakers?{urlencode({**asked, 'after': found.speakers[-1].id})}"
    return page(request, "speakers.html", found=found, more=more, words=words, first=after is None)


@router.get("/speakers/{name}")
async def speaker(
    request: Request,
    readers: Reading,
    name: str,
    after: str | None = None,
    after_claim: str | None = None,
) -> Response:
    """A speaker; `after` and `after_claim` go on with the statements and the claims."""
    found = await readers.ask(lambda record: _heard(record, name, after, after_claim))
    if found.speaker.id != name:
        return RedirectResponse(f"/speakers/{found.speaker.id}", 307)
    return page(
        request,
        "speaker.html",
        found=found,
        speaker=found.speaker,
        after=after,
        after_claim=after_claim,
    )


def _listed(record: Record, words: str, after: str | None) -> Listed:
    found = tuple(record.speakers(words, limit=PAGE + 1, after=after))
    return Listed(found[:PAGE], len(found) > PAGE, record.searched())


def _heard(record: Record, name: str, after: str | None, after_claim: str | None) -> Heard:
    found = record.speaker(name)
    few = found.statements <= MARKED
    most = MARKED if few and not after else STATEMENTS + 1
    said = all_said(record.said_by(found.id, limit=most, after=after))
    parts = tuple(record.parts(found.id, limit=PARTS + 1, after=after_claim))
    return Heard(
        found,
        said[:STATEMENTS],
        said if few and not after else (),
        () if few or after else months(record.days_of(found.id)),
        parts[:PARTS],
        len(said) > STATEMENTS,
        len(parts) > PARTS,
        record.carriers_of(found.id),
        record.searched(),
    )
