"""The description of the API, OpenAPI 3.1: parameters as they are checked, answers as they are."""

from __future__ import annotations

from collections.abc import Iterable
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from reportedly.web.api.schemas import ANSWERS, rooted
from reportedly.web.problems import MEDIA
from reportedly.web.security.guard import COOKIE

JSON = "application/json"

Responses = dict[int | str, dict[str, Any]]

_ABOUT = """What a record of reported speech holds: who said what, who carried it, and what stands
behind it. Every statement is given with its document, its spans (half-open, in Unicode code points
of the document's text) and its words. Nothing here says what is true.

Long lists come in parts: `next` of one part is `after` of the next one, and stands in its `Link`
header. Answers to GET have an `ETag`, long exports apart. What goes wrong is told as
`application/problem+json` (RFC 9457). Unknown parameters are refused, so that a mistyped filter is
not taken for none."""

_PROBLEMS = {
    400: "What is asked for cannot be meant.",
    401: "A token is needed: `Authorization: Bearer …`.",
    403: "A request of another site, or a change to a site that is for reading alone.",
    404: "The record does not hold this; the nearest ids are offered.",
    409: "What is asked for does not go together with what there is.",
    413: "More was sent than is taken at once.",
    415: "It is sent as something that is not taken here.",
    421: "This site does not go by the name that it was asked under.",
    422: "What was sent is not as it is described here.",
    500: "A fault of the program.",
    503: "The record cannot be read or written just now, or there is too much to do: try again.",
}
"""The statuses of problems, and what each means here."""

_ANYWHERE = (400, 421, 422, 500, 503)
_CHANGING = (403, 413, 415)

_PROBLEM: dict[str, Any] = {
    "description": "What is wrong (RFC 9457).",
    "type": "object",
    "properties": {
        "type": {"type": "string", "format": "uri-reference"},
        "title": {"description": "The status in words.", "type": "string"},
        "status": {"type": "integer"},
        "detail": {"description": "What is wrong with this request.", "type": "string"},
    },
    "required": ["type", "title", "status", "detail"],
}

_TAG = {"description": "Digest of the answer, for `If-None-Match`.", "schema": {"type": "string"}}
_LINK = {
    "description": 'Where the list goes on: `<…>; rel="next"`. None at the end.',
    "schema": {"type": "string"},
}
_IF_NONE_MATCH = {
    "name": "If-None-Match",
    "in": "header",
    "description": "The `ETag` of an answer that the asker has already.",
    "schema": {"type": "string"},
}


def answer(kind: Any, about: str = "What is asked for.", status: int = 200) -> Responses:
    """How an answer is described that is one thing."""
    return _answer(ANSWERS.of(kind), about, status)


def listing(kind: type, about: str = "A part of the list.") -> Responses:
    """How an answer is described that is a part of a list."""
    found = _answer(ANSWERS.list_of(kind), about, 200)
    found[200]["headers"] = {"Link": _LINK}
    return found


def files(media: Iterable[str], about: str) -> Responses:
    """How an answer is described that is a file of one of some media types."""
    return {200: {"description": about, "content": {name: {} for name in sorted(media)}}}


def problems(*statuses: int) -> Responses:
    """How problems are described that not every answer may have."""
    return {status: _problem(status) for status in statuses}


def linked(responses: Responses, **links: dict[str, str]) -> Responses:
    """The same with links: for each operation, where its parameters stand in the answer."""
    described = {
        name: {
            "operationId": name,
            "parameters": {p: f"$response.body#/{at}" for p, at in places.items()},
        }
        for name, places in links.items()
    }
    for response in responses.values():
        response.setdefault("links", {}).update(described)
    return responses


def describe(app: FastAPI, prefix: str, *, guarded: bool) -> dict[str, Any]:
    """The whole description.

    Args:
        app: what is described.
        prefix: the path that it is found under.
        guarded: whether a token is asked for.
    """
    made = get_openapi(
        title="Reportedly",
        version=app.version,
        description=_ABOUT,
        routes=app.routes,
        servers=[{"url": prefix}],
    )
    for path, operations in made["paths"].items():
        for method, operation in operations.items():
            _complete(path, method, operation, guarded=guarded)
    schemas = made.setdefault("components", {}).setdefault("schemas", {})
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    schemas |= ANSWERS.components() | {"Problem": _PROBLEM}
    made["components"]["parameters"] = {"IfNoneMatch": _IF_NONE_MATCH}
    if guarded:
        made["components"]["securitySchemes"] = {
            "token": {"type": "http", "scheme": "bearer"},
            "session": {"type": "apiKey", "in": "cookie", "name": COOKIE},
        }
        made["security"] = [{"token": []}, {"session": []}]
    found: dict[str, Any] = rooted(made)
    return found


def _answer(schema: dict[str, Any], about: str, status: int) -> Responses:
    return {status: {"description": about, "content": {JSON: {"schema": schema}}}}


def _problem(status: int) -> dict[str, Any]:
    schema = {"$ref": "#/$defs/Problem"}
    return {
        "description": f"{HTTPStatus(status).phrase}. {_PROBLEMS[status]}",
        "content": {MEDIA: {"schema": schema}},
    }


def _complete(path: str, method: str, operation: dict[str, Any], *, guarded: bool) -> None:
    """Add to an operation what all have."""
    summary, _, more = operation.get("description", "").partition("\n\n")
    operation["summary"] = " ".join(summary.split()).removesuffix(".")
    operation["description"] = more or summary
    responses = operation["responses"]
    parameters = operation.setdefault("parameters", [])
    for parameter in parameters:
        parameter["schema"] = _without_null(parameter["schema"])
    statuses = {*_ANYWHERE, *((401,) if guarded else ())}
    if "{" in path or any(p["name"] == "after" for p in parameters):
        statuses.add(404)
    if method == "get":
        responses["200"].setdefault("headers", {})["ETag"] = _TAG
        responses["304"] = {"description": "The asker has it already."}
        parameters.append({"$ref": "#/components/parameters/IfNoneMatch"})
    else:
        statuses |= set(_CHANGING)
    for status in statuses:
        responses[str(status)] = _problem(status)
    operation["responses"] = dict(sorted(responses.items()))


def _without_null(schema: dict[str, Any]) -> dict[str, Any]:
    """A parameter's schema: it may be left out, but there is no null in an address."""
    options = [one for one in schema.get("anyOf", ()) if one != {"type": "null"}]
    if len(options) != 1:
        return schema
    return {**options[0], **{key: value for key, value in schema.items() if key != "anyOf"}}
