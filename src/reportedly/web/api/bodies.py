"""What is sent: JSON of one of a few forms, told apart by their keys, and checked strictly."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, TypeVar

import pydantic_core
from fastapi import HTTPException, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from reportedly.web.api.named import Day
from reportedly.web.api.schemas import ANSWERS

JSON = "application/json"

LONGEST = 1_000_000
"""Characters of a text that is sent as JSON: a hundred and fifty long articles."""


class Sent(BaseModel):
    """What all forms have in common: what is not described is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


M = TypeVar("M", bound=Sent)

Line = Annotated[str, Field(max_length=500)]


class Article(Sent):
    """A text, with what is known of it."""

    text: str = Field(min_length=1, max_length=LONGEST)
    title: Line | None = None
    url: Line | None = None
    publisher: Line | None = None
    published: Day | None = None
    authors: Annotated[tuple[Line, ...], Field(max_length=50)] = ()


def media_of(request: Request) -> str:
    """The media type of what is sent, without its parameters."""
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


async def sent(request: Request, *forms: type[M]) -> M:
    """Read what is sent as that of some forms which its keys belong to.

    Raises:
        HTTPException: if it is no JSON (415).
        RequestValidationError: if it has not that form.
    """
    if media_of(request) != JSON:
        raise HTTPException(415, f"{JSON} is taken here")
    body = await request.body()
    try:
        return _form(body, forms).model_validate_json(body)
    except ValidationError as error:
        found = [{**one, "loc": ("body", *one["loc"])} for one in error.errors()]
        raise RequestValidationError(found) from None


def described(
    *forms: type[Sent], others: Mapping[str, Mapping[str, Any]] | None = None
) -> dict[str, Any]:
    """A body's description.

    Args:
        forms: JSON of one of these.
        others: schemas of other media.
    """
    schemas = [ANSWERS.form(form) for form in forms]
    taken = {JSON: schemas[0] if len(schemas) == 1 else {"oneOf": schemas}, **(others or {})}
    body = {media: {"schema": schema} for media, schema in taken.items()}
    return {"requestBody": {"required": True, "content": body}}


def _form(body: bytes, forms: tuple[type[M], ...]) -> type[M]:
    """The form whose own keys are there; whatever else it is, the first says what is wrong."""
    try:
        found = pydantic_core.from_json(body)
    except ValueError:
        found = None
    keys = set(found) if isinstance(found, dict) else set()
    first = set(forms[0].model_fields)
    return next((f for f in forms[1:] if keys & (set(f.model_fields) - first)), forms[0])
