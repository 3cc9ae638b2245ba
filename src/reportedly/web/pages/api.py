"""The API, for people: what it can be asked, as its description has it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any, cast

from fastapi import APIRouter, Request
from fastapi.responses import Response

from reportedly.web.rendering import page

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that can be asked for.

    Args:
        method: of HTTP.
        path: where, below `/api/v1`.
        about: what it is, in a line.
        parameters: names of those in the query.
        link: it can be looked at without saying more.
    """

    method: str
    path: str
    about: str
    parameters: tuple[str, ...]
    link: bool


@router.get("/api/v1")
async def api(request: Request) -> Response:
    """What the API can be asked."""
    described = cast("dict[str, Any]", request.app.state.described)
    groups: defaultdict[str, list[Operation]] = defaultdict(list)
    for path, operations in described["paths"].items():
        for method, operation in operations.items():
            groups[operation["tags"][0]].append(_operation(method, path, operation))
    return page(request, "api.html", groups=groups, about=described["info"]["description"])


def _operation(method: str, path: str, operation: dict[str, Any]) -> Operation:
    parameters = [one for one in operation["parameters"] if one.get("in") == "query"]
    more = "{" in path or any(one["required"] for one in parameters)
    return Operation(
        method.upper(),
        path,
        operation["summary"],
        tuple(one["name"] for one in parameters),
        link=method == "get" and not more,
    )
