"""Judgements: what is left to a person, decided one by one; and what people decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Annotated
from urllib.parse import quote, unquote, urlencode

from fastapi import APIRouter, Form, HTTPException, Query, Request
from fastapi.responses import RedirectResponse, Response

from reportedly.record import Record
from reportedly.record.answers import Question, Searched
from reportedly.record.ids import Known, group_id, statement_id
from reportedly.schema import NotHeldError, Ref, Verdict
from reportedly.store import Judgement, Matter
from reportedly.web.asking import Reading, Told, Writing
from reportedly.web.candidates import Pair, pair
from reportedly.web.rendering import page

router = APIRouter()

NEXT = 8
"""Questions that are listed behind the one that is shown."""

DEEPEST = 5_000
"""How far down the queue one can go: each step reads the questions before it."""

PAST = 20
"""Judgements that are listed at once."""

WHO = "reportedly-who"
"""The cookie that holds the name of who decides."""

REMEMBERED = 180 * 24 * 3600
"""Seconds that it is kept: half a year."""

At = Annotated[int, Query(ge=0, le=DEEPEST)]
Done = Annotated[str, Query(pattern="^(j[0-9a-f]{10})?$")]
AtForm = Annotated[int, Form(ge=0, le=DEEPEST)]
Line = Annotated[str, Form(max_length=200, pattern=r"^[^\x00-\x1f\x7f]*$")]


@dataclass(frozen=True, slots=True)
class Queue:
    """What is open.

    Args:
        at: place of the question that is shown, from 0 on.
        pair: that question; None if there is none.
        coming: the questions behind it.
        more: whether there are others still.
    """

    at: int
    pair: Pair | None
    coming: tuple[Question, ...]
    more: bool

    @property
    def known(self) -> int:
        """How many questions there are, as far as was looked."""
        return self.at + (self.pair is not None) + len(self.coming)


@dataclass(frozen=True, slots=True)
class Named:
    """One of the two that a judgement is about: where it is shown, and what it is called."""

    address: str | None
    words: str


@dataclass(frozen=True, slots=True)
class Made:
    """A judgement, with what it is about in words."""

    judgement: Judgement
    first: Named
    second: Named


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page shows.

    Args:
        queue: what is open.
        made: judgements, the latest first.
        last: the latest that stands, which can be undone with one key.
        older: whether there are older ones.
        searched: what the record holds.
    """

    queue: Queue
    made: tuple[Made, ...]
    last: Made | None
    older: bool
    searched: Searched


@router.get("/judgements")
async def judgements(
    request: Request,
    readers: Reading,
    settings: Told,
    at: At = 0,
    past: At = 0,
    done: Done = "",
) -> Response:
    """The queue, and what was decided; `done` is the judgement that was made just now."""
    found = await readers.ask(lambda record: _shown(record, at, past, done))
    if at and found.queue.pair is None:
        return _to(0, done)
    return page(
        request,
        "judgements.html",
        found=found,
        past=past,
        size=PAST,
        who=unquote(request.cookies.get(WHO, ""))[:200],
        named=settings.tokens is not None,
    )


@router.post("/judgements")
async def judge(
    writer: Writing,
    settings: Told,
    question: Annotated[str, Form(pattern=r"^q[eco]\d{1,15}-\d{1,15}$")],
    verdict: Annotated[Verdict, Form()],
    who: Line = "",
    note: Line = "",
    at: AtForm = 0,
) -> Response:
    """Decide a question; the next one is shown."""
    name = who.strip()
    if settings.tokens is not None and not name:
        raise HTTPException(400, "others use this site too: say who decides")
    made = await writer.do(
        lambda record: record.answer(question, verdict, who=name or None, note=note.strip() or None)
    )
    answer = _to(at, made.id)
    if name:
        answer.set_cookie(WHO, quote(name), max_age=REMEMBERED, httponly=True, samesite="strict")
    return answer


@router.post("/judgements/undo")
async def undo(
    writer: Writing,
    judgement: Annotated[str, Form(pattern="^(j[0-9a-f]{10})?$")] = "",
    at: AtForm = 0,
) -> Response:
    """Take a judgement back, the last one if none is named; its question is open again."""
    await writer.do(lambda record: record.undo(judgement or None))
    return _to(at)


def _to(at: int, done: str = "") -> RedirectResponse:
    query = urlencode({name: value for name, value in (("at", at), ("done", done)) if value})
    return RedirectResponse(f"/judgements?{query}" if query else "/judgements", 303)


def _shown(record: Record, at: int, past: int, done: str) -> Shown:
    made = record.judgements()[::-1]
    standing = _last([one for one in made if one.retracted_at is None], done)
    part = tuple(_made(record, one) for one in made[past : past + PAST])
    return Shown(
        _queue(record, at),
        part,
        _made(record, standing) if standing else None,
        len(made) > past + PAST,
        record.searched(),
    )


def _last(standing: Sequence[Judgement], done: str) -> Judgement | None:
    """The one that was made just now: of two that a second saw, the record knows no order."""
    found = next((one for one in standing if one.id == done), None)
    return found or next(iter(standing), None)


def _queue(record: Record, at: int) -> Queue:
    found = list(islice(record.questions(), at, at + NEXT + 2))
    if not found:
        return Queue(at, None, (), more=False)
    coming = tuple(found[1 : NEXT + 1])
    return Queue(at, pair(record, found[0]), coming, more=len(found) > NEXT + 1)


def _made(record: Record, judgement: Judgement) -> Made:
    first, second = (_named(record, judgement.matter, ref) for ref in (judgement.a, judgement.b))
    return Made(judgement, first, second)


def _named(record: Record, matter: Matter, ref: Ref) -> Named:
    """What a judgement calls by a ref, in words; the ref itself if the record lacks it."""
    try:
        if matter is Matter.ENTITY:
            entities = record.reading(ref.document).extraction.entities
            name = next((one.name for one in entities if one.id == ref.id), None)
            address = f"/speakers/{group_id(Known.SPEAKER, ref)}"
            return Named(address, name) if name else Named(None, statement_id(ref))
        said = record.statement(statement_id(ref))
        return Named(f"/documents/{said.id.replace('/', '#')}", said.words)
    except NotHeldError:
        return Named(None, statement_id(ref))
