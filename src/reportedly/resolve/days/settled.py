"""What a time expression is settled on: a calendar day, week, month or year, or a run of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from reportedly.resolve.days import counting
from reportedly.schema.day import Precision


class Direction(StrEnum):
    """Where a time without its year or its week is looked for.

    PAST suits what was said or done, FUTURE what is to come ("will speak on Friday"). NEAREST is
    for readers without a tense to go by.
    """

    PAST = "past"
    FUTURE = "future"
    NEAREST = "nearest"


@dataclass(frozen=True, slots=True)
class At:
    """What a time is counted from: the day of publication, if known, and the direction."""

    day: date | None
    direction: Direction = Direction.PAST


@dataclass(frozen=True, slots=True)
class Settled:
    """A run of whole days, weeks, months or years; most often a single one.

    Args:
        precision: the unit; weeks are those of ISO 8601, Monday to Sunday.
        first: the first day of the first unit.
        last: the last day of the last unit.

    Raises:
        ValueError: if `first` does not begin a unit, `last` does not end one, or comes before.
    """

    precision: Precision
    first: date
    last: date

    def __post_init__(self) -> None:
        whole = self.first == bounds(self.precision, self.first)[0]
        if self.first > self.last or not whole or self.last != bounds(self.precision, self.last)[1]:
            raise ValueError(f"not whole {self.precision}s: {self.first} to {self.last}")

    @property
    def value(self) -> str:
        """The first unit: `YYYY-MM-DD`, `YYYY-Www`, `YYYY-MM` or `YYYY`."""
        return label(self.precision, self.first)

    @property
    def end(self) -> str | None:
        """The last unit, in the form of `value`; None where there is but one."""
        end = label(self.precision, self.last)
        return None if end == self.value else end

    @property
    def single(self) -> Settled | None:
        """The smallest single day, week, month or year that holds it all.

        For those who keep one value: a summer gives its year, a range over years nothing.
        """
        for precision in list(Precision)[list(Precision).index(self.precision) :]:
            first, last = bounds(precision, self.first)
            if first <= self.first and self.last <= last:
                return Settled(precision, first, last)
        return None


def bounds(precision: Precision, day: date) -> tuple[date, date]:
    """First and last day of the unit that holds `day`.

    Raises:
        OverflowError: if the unit reaches beyond the year 9999.
    """
    match precision:
        case Precision.DAY:
            return day, day
        case Precision.WEEK:
            first = day - timedelta(days=day.weekday())
            return first, first + timedelta(days=6)
        case Precision.MONTH:
            return day.replace(day=1), counting.month_end(day.year, day.month)
        case Precision.YEAR:
            return date(day.year, 1, 1), date(day.year, 12, 31)


def label(precision: Precision, day: date) -> str:
    """The unit that holds `day`, as ISO 8601 writes it."""
    match precision:
        case Precision.DAY:
            return day.isoformat()
        case Precision.WEEK:
            year, week, _ = day.isocalendar()
            return f"{year:04d}-W{week:02d}"
        case Precision.MONTH:
            return f"{day.year:04d}-{day.month:02d}"
        case Precision.YEAR:
            return f"{day.year:04d}"


def unit(precision: Precision, day: date) -> Settled:
    """The single unit that holds `day`."""
    return Settled(precision, *bounds(precision, day))


def run(precision: Precision, first: date, last: date) -> Settled:
    """All units from the one that holds `first` to the one that holds `last`."""
    return Settled(precision, bounds(precision, first)[0], bounds(precision, last)[1])
