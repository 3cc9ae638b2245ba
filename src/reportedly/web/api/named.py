"""Ids and other values that come in paths and parameters, with what is taken of them."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import Path, Query
from pydantic import AfterValidator, Field

_MEMBER = "[0-9a-f]{12}-[0-9a-f]{10}$"

WORDS = 2_000
"""Characters of what is asked for in words."""

Key = Annotated[str, Path(pattern="^d[0-9a-f]{12}$", description="A document's `key`.")]
AttributionId = Annotated[
    str, Path(pattern="^a[0-9a-f]{10}$", description="The attribution's id in the document.")
]
ClaimId = Annotated[str, Path(pattern=f"^c{_MEMBER}", description="A claim's id.")]
NarrativeId = Annotated[str, Path(pattern=f"^n{_MEMBER}", description="A narrative's id.")]
SpeakerId = Annotated[str, Path(pattern=f"^s{_MEMBER}", description="A speaker's id.")]


def _day(value: str) -> str:
    """A day as it stands.

    Raises:
        ValueError: if the calendar has no such day.
    """
    date.fromisoformat(value)
    return value


Day = Annotated[
    str,
    Field(pattern="^[0-9]{4}-[0-9]{2}-[0-9]{2}$", json_schema_extra={"format": "date"}),
    AfterValidator(_day),
]
MaybeDay = Annotated[Day | None, Query()]
Name = Annotated[str, Query(max_length=200)]
