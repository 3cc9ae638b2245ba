"""Ids and other values that come in paths and parameters, with what is taken of them."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import Path, Query
from pydantic import AfterValidator
from pydantic.json_schema import SkipJsonSchema

_DOCUMENT = "^(d[0-9a-f]{12}|sha256:[0-9a-f]{64})$"
_MEMBER = "[0-9a-f]{12}-[0-9a-f]{10}$"

WORDS = 2_000
"""Characters of what is asked for in words."""

DocumentId = Annotated[str, Path(pattern=_DOCUMENT, description="A document's `key` or `id`.")]
Key = Annotated[str, Path(pattern="^d[0-9a-f]{12}$", description="The document's `key`.")]
AttributionId = Annotated[
    str, Path(pattern="^a[0-9a-f]{10}$", description="The attribution's id in the document.")
]
ClaimId = Annotated[str, Path(pattern=f"^c{_MEMBER}", description="A claim's id.")]
NarrativeId = Annotated[str, Path(pattern=f"^n{_MEMBER}", description="A narrative's id.")]
SpeakerId = Annotated[str, Path(pattern=f"^s{_MEMBER}", description="A speaker's id.")]


def day(value: str) -> str:
    """A day as it stands.

    Raises:
        ValueError: if the calendar has no such day.
    """
    date.fromisoformat(value)
    return value


DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
DAY_FORM = {"format": "date"}

Day = Annotated[
    str | SkipJsonSchema[None],
    Query(pattern=DAY, json_schema_extra=DAY_FORM),
    AfterValidator(lambda value: value and day(value)),
]
Name = Annotated[str, Query(max_length=200)]
