"""Adding: articles that are sent, or that stand at an address; jobs, that do it meanwhile."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Path, Request, Response
from pydantic import Field
from starlette.datastructures import UploadFile

from reportedly.pipeline import ReadOptions
from reportedly.schema import NotHeldError
from reportedly.web.api.bodies import JSON, Article, Sent, described, media_of, sent
from reportedly.web.api.description import answer, linked, listing
from reportedly.web.api.lists import Cut, gone_on, page
from reportedly.web.api.written import written
from reportedly.web.asking import Adding, Told
from reportedly.web.jobs import Jobs, Part, Progress
from reportedly.web.settings import Settings
from reportedly.web.uploads import kept

router = APIRouter(tags=["adding"])

FORM = "multipart/form-data"

SENT = "sent.json"
"""What an article is called that came without a file."""

JobId = Annotated[str, Path(pattern="^[0-9a-f]{16}$", description="A job's id.")]


class Address(Sent):
    """An article, a feed or a web archive at an address; it is fetched as `extract` fetches."""

    address: str = Field(pattern=r"^https?://[^\s]+$", max_length=2_000)


FILES = {
    "type": "object",
    "properties": {
        "files": {
            "description": "Text, HTML, JSON, feeds, web archives; each with its name.",
            "type": "array",
            "items": {"type": "string", "format": "binary"},
            "minItems": 1,
        },
    },
    "required": ["files"],
    "additionalProperties": False,
}


@router.post(
    "/documents",
    status_code=202,
    responses=linked(
        answer(Progress, "It is begun; a job tells how far it is.", 202), job={"job": "id"}
    ),
    openapi_extra=described(Article, Address, others={FORM: FILES}),
)
async def add(request: Request, jobs: Adding, settings: Told) -> Response:
    """Add an article, what stands at an address, or files.

    The answer comes before it is read: `Location` is the job that tells what became of it.
    """
    begun = await _begun(request, jobs, settings)
    where = {"Location": f"{request.scope['root_path']}/jobs/{begun.id}"}
    return Response(written(begun), 202, where, JSON)


@router.get("/jobs", responses=linked(listing(Progress), job={"job": "items/0/id"}))
async def jobs(request: Request, jobs: Adding, cut: Cut) -> Response:
    """The last hundred jobs, the latest first."""
    return page(request, cut, list(gone_on(jobs.all(), cut.limit + 1, cut.after)))


@router.get("/jobs/{job}", responses=answer(Progress))
async def job(jobs: Adding, job: JobId) -> Response:
    """How far a job is."""
    found = jobs.get(job)
    if found is None:
        raise NotHeldError("there is no such job, or it is long over")
    return Response(written(found), media_type=JSON)


async def _begun(request: Request, jobs: Jobs, settings: Settings) -> Progress:
    if media_of(request) == FORM:
        async with request.form(max_files=settings.max_files, max_fields=1) as form:
            files = _files(form.multi_items())
            folder = jobs.folder()
            names = tuple(kept(folder, file.filename, file.file) for file in files)
            return jobs.start([_part(names, settings)], folder)
    given = await sent(request, Article, Address)
    folder = jobs.folder()
    if isinstance(given, Address):
        return jobs.start([_part((given.address,), settings)], folder)
    article = given.model_dump(exclude_none=True)
    (folder / SENT).write_text(json.dumps(article), encoding="utf-8")
    return jobs.start([_part((SENT,), settings)], folder)


def _files(items: Sequence[tuple[str, Any]]) -> list[UploadFile]:
    found = [file for name, file in items if name == "files" and isinstance(file, UploadFile)]
    if not found or len(found) < len(items):
        raise HTTPException(422, "files: one or more files, and nothing else, are meant")
    return found


def _part(inputs: tuple[str, ...], settings: Settings) -> Part:
    return Part(inputs, ReadOptions(allow_private=settings.allow_private))
