"""Judgements: what the program leaves to a person, and what people decided."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path, Request, Response
from pydantic import Field

from reportedly.record import Record
from reportedly.record.answers import Question
from reportedly.schema import NotHeldError, Verdict
from reportedly.store import Judgement
from reportedly.web.api.bodies import Line, Sent, described, sent
from reportedly.web.api.conflicts import conflicts
from reportedly.web.api.description import answer, linked, listing, problems
from reportedly.web.api.lists import JSON, Cut, answered, gone_on, listed
from reportedly.web.api.written import written
from reportedly.web.asking import Reading, Writing

router = APIRouter(tags=["judgements"])

_MEMBER = "[0-9a-f]{12}-[0-9a-f]{10}"

JudgementId = Annotated[str, Path(pattern="^j[0-9a-f]{10}$", description="A judgement's id.")]
Judged = Annotated[str, Field(pattern=f"^([cs]{_MEMBER}|d[0-9a-f]{{12}}/a[0-9a-f]{{10}})$")]

ONE = {"judgement": "id"}


class Pair(Sent):
    """A decision on two speakers, or on two claims or statements."""

    first: Judged
    second: Judged
    verdict: Verdict
    origin: bool = Field(
        default=False,
        description="Of two statements: whether they are one utterance, not of one claim.",
    )
    who: Line | None = Field(default=None, description="Who decides; else the site's own account.")
    note: Annotated[str, Field(max_length=2_000)] | None = Field(default=None, description="Why.")


class Answer(Sent):
    """A decision on an open question."""

    question: str = Field(pattern="^q[eco][0-9]{1,15}-[0-9]{1,15}$")
    verdict: Verdict
    who: Line | None = Field(default=None, description="Who decides; else the site's own account.")
    note: Annotated[str, Field(max_length=2_000)] | None = Field(default=None, description="Why.")


@router.get("/questions", responses=listing(Question))
async def questions(request: Request, readers: Reading, cut: Cut) -> Response:
    """What the program leaves to a person, the likeliest to be the same first."""

    def found(record: Record, **part: Any) -> Any:
        return gone_on(record.questions(), **part)

    return await listed(request, readers, cut, found)


@router.get(
    "/judgements", responses=linked(listing(Judgement), judgement={"judgement": "items/0/id"})
)
async def judgements(request: Request, readers: Reading, cut: Cut) -> Response:
    """All judgements, those taken back among them, in the order of making."""

    def found(record: Record, **part: Any) -> Any:
        return gone_on(record.judgements(), **part)

    return await listed(request, readers, cut, found)


@router.get("/judgements/{judgement}", responses=answer(Judgement))
async def judgement(readers: Reading, judgement: JudgementId) -> Response:
    """A judgement, taken back or not."""
    return await answered(readers, lambda record: _held(record, judgement))


@router.post(
    "/judgements",
    status_code=201,
    responses=linked(
        answer(Judgement, "It is made.", 201),
        judgement={"judgement": "id"},
        undo={"judgement": "id"},
    )
    | problems(404, 409),
    openapi_extra=described(Pair, Answer),
)
async def judge(request: Request, writer: Writing) -> Response:
    """Decide whether two things are the same.

    Either `first` and `second` name two speakers, or two claims or statements; or `question` names
    an open question. It outranks the program, and survives all re-reading.
    """
    given: Pair | Answer = await sent(request, Pair, Answer)
    with conflicts():
        made = await writer.do(lambda record: _decided(record, given))
    where = {"Location": f"{request.url.path}/{made.id}"}
    return Response(written(made), 201, where, JSON)


@router.post("/judgements/{judgement}/undo", responses=answer(Judgement, "It is taken back."))
async def undo(writer: Writing, judgement: JudgementId) -> Response:
    """Take a judgement back. It is kept as taken back, and taking it back again is no change."""
    return Response(
        written(await writer.do(lambda record: record.undo(judgement))), media_type=JSON
    )


def _decided(record: Record, given: Pair | Answer) -> Judgement:
    if isinstance(given, Answer):
        return record.answer(given.question, given.verdict, who=given.who, note=given.note)
    return record.judge(
        given.first,
        given.second,
        given.verdict,
        who=given.who,
        note=given.note,
        origin=given.origin,
    )


def _held(record: Record, name: str) -> Judgement:
    found = next((one for one in record.judgements() if one.id == name), None)
    if found is None:
        raise NotHeldError(f"there is no judgement {name}")
    return found
