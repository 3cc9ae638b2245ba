"""Days: when something was said, as exactly as the text tells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from reportedly.schema.spans import Span


class Precision(StrEnum):
    """How exactly a day is known."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


_FORMS = {
    Precision.DAY: r"\d{4}-\d\d-\d\d",
    Precision.WEEK: r"\d{4}-W\d\d",
    Precision.MONTH: r"\d{4}-\d\d",
    Precision.YEAR: r"\d{4}",
}


@dataclass(frozen=True, slots=True)
class SaidOn:
    """The day of an utterance, or the words for it and why it cannot be counted.

    Args:
        value: `YYYY-MM-DD`, `YYYY-Www`, `YYYY-MM` or `YYYY`, by the precision; None if open.
        precision: how exact it is; None if open.
        span: the words that tell it.
        unresolved: why it stays open ("no publication date").

    Raises:
        ValueError: if the value is not of the precision's form, or it is neither counted nor open.
    """

    value: str | None
    precision: Precision | None
    span: Span
    unresolved: str | None = None

    def __post_init__(self) -> None:
        if (self.value is None) != (self.precision is None):
            raise ValueError("a day has a value and a precision, or neither")
        if (self.value is None) == (self.unresolved is None):
            raise ValueError("a day is counted, or open for a reason")
        if self.precision and not re.fullmatch(_FORMS[self.precision], self.value or ""):
            raise ValueError(f"not a {self.precision}: {self.value!r:.40}")
