"""Days: between which two an utterance was made, and whether two can be of one occasion."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from reportedly.schema import Precision
from reportedly.schema.origins import Utterance

PRINTED_AHEAD = timedelta(days=1)
"""How much later than the day of its publication, as a document has it, a thing may have been said:
the day changes at another hour where it was said."""


@dataclass(frozen=True, slots=True)
class Time:
    """The first and the last day that an utterance may have been made on."""

    first: date
    last: date

    @property
    def one_day(self) -> bool:
        return self.first == self.last


def time(utterance: Utterance) -> Time:
    """When an utterance was made, as far as the text tells; not after it was published."""
    return _time(utterance.said_on, utterance.precision, utterance.published)


@lru_cache(maxsize=65536)  # asked for each pair; there are few days beside pairs
def _time(said_on: str | None, precision: Precision | None, published: str | None) -> Time:
    if said_on is not None and precision is not None:
        return _period(said_on, precision)
    if published is None:
        return Time(date.min, date.max)
    return Time(date.min, date.fromisoformat(published) + PRINTED_AHEAD)


def together(times: Iterable[Time]) -> bool:
    """Whether there is a day that all of them may have been on."""
    listed = list(times)
    return max(t.first for t in listed) <= min(t.last for t in listed)


def told_day(utterance: Utterance) -> str | None:
    """The day of the utterance, if the text tells it to the day."""
    return utterance.said_on if utterance.precision is Precision.DAY else None


def days_between(a: str | None, b: str | None) -> int | None:
    """Days from one `YYYY-MM-DD` to another, never negative; None if one is unknown."""
    if a is None or b is None:
        return None
    return abs((date.fromisoformat(a) - date.fromisoformat(b)).days)


def _period(value: str, precision: Precision) -> Time:
    if precision is Precision.DAY:
        day = date.fromisoformat(value)
        return Time(day, day)
    if precision is Precision.WEEK:
        monday = date.fromisocalendar(int(value[:4]), int(value[6:]), 1)
        return Time(monday, monday + timedelta(days=6))
    year = int(value[:4])
    if precision is Precision.MONTH:
        month = int(value[5:])
        return Time(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
    return Time(date(year, 1, 1), date(year, 12, 31))
