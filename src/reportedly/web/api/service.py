"""The API as an application of its own, below `/api/v1` of the site."""

from __future__ import annotations

from typing import Any

from fastapi import Depends, FastAPI, HTTPException, Request
from fastapi.responses import JSONResponse
from starlette.datastructures import State

from reportedly import __version__
from reportedly.web.api.description import describe
from reportedly.web.api.etags import Tags
from reportedly.web.api.extractor import Extractor
from reportedly.web.api.resources import (
    adding,
    claims,
    documents,
    exports,
    extracting,
    judgements,
    record,
    speakers,
    statements,
)
from reportedly.web.exporting import Exports
from reportedly.web.failing import CAUGHT, told_to_programs

PREFIX = "/api/v1"
"""Where it is found."""

RESOURCES = (
    record,
    documents,
    statements,
    claims,
    speakers,
    judgements,
    exports,
    adding,
    extracting,
)
"""What can be asked for, in the order that it is described in."""


def create(state: State) -> FastAPI:
    """The API.

    Args:
        state: of the site: its settings, readers, writer and jobs.
    """
    app = FastAPI(
        version=__version__,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        redirect_slashes=False,
        dependencies=[Depends(_refuse_unknown)],
        generate_unique_id_function=lambda route: route.name,
    )
    app.state = state
    for resource in RESOURCES:
        app.include_router(resource.router)
    for kind in CAUGHT:
        app.add_exception_handler(kind, told_to_programs)
    app.add_middleware(Tags)
    state.described = described = describe(app, PREFIX, guarded=state.settings.tokens is not None)
    app.openapi = lambda: described  # type: ignore[method-assign]
    app.add_api_route("/openapi.json", _description, include_in_schema=False)
    state.extractor = Extractor(state.settings.known)
    state.exports = Exports(state.settings.record)
    return app


async def _description(request: Request) -> JSONResponse:
    return JSONResponse(request.app.openapi())


def _refuse_unknown(request: Request) -> None:
    """A mistyped filter must not be taken for none."""
    known = _parameters(request.app.openapi(), request.scope["route"].name)
    unknown = next((name for name in request.query_params if name not in known), None)
    if unknown is not None:
        listed = ", ".join(sorted(known)) or "none"
        raise HTTPException(422, f"there is no parameter {unknown!r:.40} here; there are: {listed}")


def _parameters(described: dict[str, Any], name: str) -> set[str]:
    """The parameters in the query of an operation."""
    operations = (one for path in described["paths"].values() for one in path.values())
    found = [one["parameters"] for one in operations if one["operationId"] == name]
    return {one["name"] for listed in found for one in listed if one.get("in") == "query"}
