"""Extraction without a record: what is said by whom in a text that is sent."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Annotated, Any, cast

from fastapi import APIRouter, Depends, HTTPException, Query, Request, Response

from reportedly.read import Media, Raw, ReadOptions
from reportedly.schema import DocumentError, Extraction
from reportedly.web.api.bodies import JSON, LONGEST, Article, described, media_of, sent
from reportedly.web.api.description import answer
from reportedly.web.api.extractor import Extractor
from reportedly.web.api.named import MaybeDay
from reportedly.web.api.written import written

router = APIRouter(tags=["extraction"])

TEXT = {"text/plain": Media.TEXT, "text/html": Media.HTML}

TAKEN = ", ".join((JSON, *TEXT))

SENT = "what was sent"

_FAULT = "a fault of this program"
"""What the pipeline says of those, before it says which."""

_BYTES = 4 * LONGEST

_BODY: dict[str, Any] = {}
"""The schema of bytes that are no JSON: none, as OpenAPI has it."""

Line = Annotated[str | None, Query(max_length=500)]


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of a text beside what it says itself; it wins over that."""

    publisher: Line = None
    published: MaybeDay = None
    url: Annotated[
        str | None,
        Query(max_length=2_000, description="Its address, which is not fetched."),
    ] = None
    language: Annotated[
        str,
        Query(pattern="^([a-z]{2}|any)$", description="Refuse a text in another; `any` takes all."),
    ] = "en"

    def options(self) -> ReadOptions:
        """The same for reading."""
        return ReadOptions(
            published=self.published,
            publisher=self.publisher,
            language=None if self.language == "any" else self.language,
            max_characters=LONGEST,
        )


@router.post(
    "/extract",
    responses=answer(Extraction, "What was found, in the form that `reportedly extract` writes."),
    openapi_extra=described(Article, others=dict.fromkeys(TEXT, _BODY)),
)
async def extract(request: Request, known: Annotated[_Known, Depends()]) -> Response:
    """Find who says what in a text, and store nothing.

    Sent is an article as JSON, plain text, or the HTML of a page. No address is fetched, so that a
    site for reading alone asks nobody for anything.
    """
    raw = await _raw(request, known)
    extractor = cast("Extractor", request.app.state.extractor)
    found = await extractor.extract(raw, known.options())
    if isinstance(found, DocumentError):
        raise _refused(found.reason)
    return Response(written(found), media_type=JSON)


def _refused(reason: str) -> HTTPException:
    """What cannot be read; of a fault of the program, nothing more is told."""
    return HTTPException(500, _FAULT) if _FAULT in reason else HTTPException(422, reason)


async def _raw(request: Request, known: _Known) -> Raw:
    media = media_of(request)
    if media == JSON:
        article = (await sent(request, Article)).model_dump(exclude_none=True)
        return Raw(SENT, json.dumps(article).encode(), Media.JSON, known.url)
    if media not in TEXT:
        raise HTTPException(415, f"taken are {TAKEN}")
    body = await request.body()
    if len(body) > _BYTES:
        raise HTTPException(413, f"at most {_BYTES:,} bytes are taken at once")
    return Raw(SENT, body, TEXT[media], known.url, _charset(request))


def _charset(request: Request) -> str | None:
    for part in request.headers.get("content-type", "").split(";")[1:]:
        name, _, value = part.partition("=")
        if name.strip().lower() == "charset":
            return value.strip(' "')
    return None
