"""Exports: a document, a claim, a search or the whole record, in the forms of others' tools."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, cast

from fastapi import APIRouter, HTTPException, Path, Query, Request
from fastapi.responses import Response, StreamingResponse
from pydantic import Field

from reportedly.export import FORMATS, OfRecord, OfSearch, Selection, Uris, named
from reportedly.record import Query as Asked
from reportedly.record import Record
from reportedly.web.api.conflicts import conflicts
from reportedly.web.api.description import files, problems
from reportedly.web.api.filters import Filters
from reportedly.web.exporting import Exports, written

router = APIRouter(tags=["exports"])

Form = Annotated[
    str,
    Path(
        pattern=f"^({'|'.join(FORMATS)})$",
        json_schema_extra={"enum": list(FORMATS)},
        description="; ".join(f"`{one.name}`: {one.help}" for one in FORMATS.values()),
    ),
]

_Id = Annotated[str, Field(pattern="^(d[0-9a-f]{12}(/a[0-9a-f]{10})?|c[0-9a-f]{12}-[0-9a-f]{10})$")]
Of = Annotated[
    _Id | None,
    Query(description="Id of a document, a claim, or a statement of the claim."),
]

_Address = Annotated[str, Field(pattern="^https?://[A-Za-z0-9.:/_~-]{1,200}$")]
Base = Annotated[
    _Address | None,
    Query(description="What the names of things begin with; `urn:reportedly:` if left out."),
]

MEDIA = {one.media.partition(";")[0] for one in FORMATS.values()}


@router.get(
    "/export/{form}",
    response_class=StreamingResponse,
    responses=files(MEDIA, "The export.") | problems(409),
)
async def exported(
    request: Request, form: Form, filters: Filters, of: Of = None, base: Base = None
) -> Response:
    """Export what `of` names, what a search finds, or without either the whole record.

    It is sent as it is read, and has no `ETag` unless it is short.
    """
    wanted, query = FORMATS[form], filters.query()
    searched = query != Asked()
    if of is not None and searched:
        raise HTTPException(409, "either `of` or a search is meant, not both")

    def writing(record: Record) -> Iterator[bytes]:
        selection: Selection = OfSearch(query) if searched else OfRecord()
        if of is not None:
            selection = named(record, of)
        return written(record, selection, form, Uris(base) if base else None)

    exports = cast("Exports", request.app.state.exports)
    what = (of or ("search" if searched else "record")).replace("/", "-")
    with conflicts():
        return await exports.begin(writing, wanted.media, f"{what}.{wanted.extension}")
