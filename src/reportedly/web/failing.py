"""What goes wrong, in words for whoever asked: never this program's insides."""

from __future__ import annotations

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import Match

from reportedly.schema import NotHeldError, ReportedlyError, StoreError
from reportedly.web.problems import problem


class BusyError(HTTPException):
    """As much is done as can be at once."""

    def __init__(self) -> None:
        super().__init__(503, "too much is asked for at once: try again", {"Retry-After": "5"})


CAUGHT = (HTTPException, RequestValidationError, ReportedlyError, Exception)
"""What an application has a handler for."""

_METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")

_TOLD = 5
"""Faults of one request that are told at once."""


def told(error: Exception) -> tuple[int, str]:
    """Status and words of an error."""
    if isinstance(error, HTTPException):
        return error.status_code, str(error.detail)
    if isinstance(error, RequestValidationError):
        return 422, "; ".join(_wrong(one) for one in error.errors()[:_TOLD])
    if isinstance(error, NotHeldError):
        return 404, str(error)
    if isinstance(error, StoreError):
        return 503, "the record cannot be read or written just now"
    if isinstance(error, ReportedlyError):
        return 400, str(error)
    return 500, "a fault of this program"


async def told_to_programs(request: Request, error: Exception) -> Response:
    """An error as `application/problem+json`; of a wrong method it says which are right."""
    status, said = told(error)
    headers = dict(error.headers or {}) if isinstance(error, HTTPException) else {}
    if status == 405:
        headers = {"Allow": ", ".join(_allowed(request))}
    return problem(status, said, headers)


def _allowed(request: Request) -> list[str]:
    """The methods that there is a route for at the path that was asked for."""
    routes = request.app.router.routes
    found = [
        method
        for method in _METHODS
        if any(r.matches({**request.scope, "method": method})[0] is Match.FULL for r in routes)
    ]
    return ["HEAD", *found] if "GET" in found else found


def _wrong(error: dict[str, object]) -> str:
    place = error.get("loc")
    where = ".".join(map(str, place[1:])) if isinstance(place, tuple | list) else ""
    said = str(error.get("msg")).removeprefix("Value error, ")
    return f"{where}: {said}" if where else said
