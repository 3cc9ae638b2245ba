"""Adding: files, an address, pasted text, and the invented samples."""

from __future__ import annotations

import re
import shutil
from typing import Annotated

from fastapi import APIRouter, File, Form, HTTPException, Request, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from reportedly import samples
from reportedly.pipeline import ReadOptions
from reportedly.web.asking import Adding, Told
from reportedly.web.jobs import Part, Progress
from reportedly.web.rendering import environment, page, wants_part
from reportedly.web.uploads import kept

router = APIRouter()

PASTED = "pasted text.txt"
"""What a text is called that came without a file."""


@router.post("/add/files")
async def files(
    jobs: Adding, settings: Told, files: Annotated[list[UploadFile], File()]
) -> Response:
    """Add files that were chosen or dropped."""
    if len(files) > settings.max_files:
        raise HTTPException(413, f"at most {settings.max_files} files are taken at once")
    folder = jobs.folder()
    names = tuple(kept(folder, file.filename, file.file) for file in files)
    options = ReadOptions(allow_private=settings.allow_private)
    return _started(jobs.start([Part(names, options)], folder))


@router.post("/add/address")
async def address(jobs: Adding, settings: Told, address: Annotated[str, Form()]) -> Response:
    """Fetch an article or a feed, under the rules that `extract` keeps to, and add it."""
    if not re.fullmatch(r"https?://\S+", address.strip()):
        raise HTTPException(400, "an address that begins with http:// or https:// is meant")
    options = ReadOptions(allow_private=settings.allow_private)
    return _started(jobs.start([Part((address.strip(),), options)], jobs.folder()))


@router.post("/add/text")
async def text(
    jobs: Adding,
    text: Annotated[str, Form()],
    publisher: Annotated[str, Form()] = "",
    published: Annotated[str, Form()] = "",
) -> Response:
    """Add pasted text."""
    options = ReadOptions(publisher=publisher.strip() or None, published=published.strip() or None)
    folder = jobs.folder()
    (folder / PASTED).write_text(text.replace("\r\n", "\n"), encoding="utf-8", newline="")
    return _started(jobs.start([Part((PASTED,), options)], folder))


@router.post("/add/samples")
async def invented(jobs: Adding) -> Response:
    """Add the articles that ship with the program."""
    folder = jobs.folder()
    with samples.folder() as found:
        for name in samples.PUBLISHED:
            shutil.copy(found / name, folder / name)
    parts = [
        Part((name,), ReadOptions(publisher=publisher, published=published))
        for name, (publisher, published) in samples.PUBLISHED.items()
    ]
    return _started(jobs.start(parts, folder))


@router.get("/jobs/{name}")
async def job(request: Request, jobs: Adding, name: str, fates: bool = False) -> Response:
    """How far a job is; for htmx a part of the page, with what became of each document if asked."""
    found = jobs.get(name)
    if found is None:
        raise HTTPException(404, "no such work, or it is long over")
    if wants_part(request):
        part = environment().get_template("_add.html").module
        return HTMLResponse(part.progress(found, fates))  # type: ignore[attr-defined]
    return page(request, "job.html", job=found)


def _started(job: Progress) -> Response:
    return RedirectResponse(f"/jobs/{job.id}", 303)
