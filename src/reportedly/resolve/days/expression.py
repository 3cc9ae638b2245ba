"""Time expressions: what the words of a text say of a time, and what that settles on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from reportedly.resolve.days import counting
from reportedly.resolve.days.absolute import (
    DayOfMonth,
    Month,
    MonthDay,
    Quarter,
    SeasonOf,
    Which,
    YearOf,
    Years,
)
from reportedly.resolve.days.relative import (
    Ahead,
    Away,
    Lasting,
    QuarterAway,
    Weekday,
    WeekdayOfWeek,
    Weekend,
    WeeksFromWeekday,
)
from reportedly.resolve.days.settled import At, Direction, Settled, bounds, run, unit
from reportedly.schema.day import Precision
from reportedly.schema.spans import Span


class Why(Enum):
    """Why a time that the text tells cannot be counted."""

    VAGUE = "the words give no number: recently, a few days ago, more than a year ago"
    TOLD = "it leans on another time told in the text: the day before, that Friday, a week later"
    OPEN = "it has one end only: since May, until Friday, before the vote on Tuesday"


@dataclass(frozen=True, slots=True)
class Uncounted:
    """A time that cannot be counted, with the reason."""

    why: Why

    def settle(self, _at: At) -> Settled | None:
        """Nothing."""
        return None


@dataclass(frozen=True, slots=True)
class Week:
    """A week that another time tells: "the week of March 3", "the first week of October".

    Args:
        of: a day, a month or a year.
        number: 1 is the first ISO week of a year, or the first that has its Thursday in a month;
            -1 is the last. None is the week that holds the day `of`.
    """

    of: MonthDay | Month | YearOf | Away
    number: int | None = None

    def settle(self, at: At) -> Settled | None:
        """The week; None if a year or a month has no such week."""
        whole = self.of.settle(at)
        if whole is None:
            return None
        if self.number is None:
            return unit(Precision.WEEK, whole.first)
        return _nth(3, self.number, whole, Precision.WEEK)


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """A weekday counted in a month: "the first Friday of next month" (1), "the last" (-1)."""

    weekday: int
    number: int
    of: Month | Away

    def settle(self, at: At) -> Settled | None:
        """The day; None if the month has no such day."""
        whole = self.of.settle(at)
        return _nth(self.weekday, self.number, whole, Precision.DAY) if whole else None


Point = (
    MonthDay
    | DayOfMonth
    | Month
    | SeasonOf
    | Quarter
    | YearOf
    | Years
    | Weekday
    | WeekdayOfWeek
    | WeeksFromWeekday
    | Away
    | Ahead
    | Weekend
    | QuarterAway
    | Lasting
    | Week
    | NthWeekday
)
"""A time that may be counted."""


@dataclass(frozen=True, slots=True)
class Between:
    """From one time to another, both belonging to it: "March 3-5", "from May to October 2020"."""

    first: Point
    last: Point

    def settle(self, at: At) -> Settled | None:
        """All units from one to the other, in the coarser of their two units.

        The first is looked for before the last, so that "November to March" is one winter.
        """
        last = self.last.settle(at)
        first = self._first(at, last)
        if first is None or last is None or first.first > last.last:
            return None
        order = list(Precision)
        precision = max(first.precision, last.precision, key=order.index)
        return run(precision, first.first, last.last)

    def _first(self, at: At, last: Settled | None) -> Settled | None:
        if isinstance(self.last, Lasting | Away | Weekend):
            return self.first.settle(at)
        return self.first.settle(At(last.last, Direction.PAST) if last else at)


Says = Point | Between | Uncounted
"""What a time expression says."""


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression of a text.

    Args:
        span: its words, without a preposition before them or a genitive's ending behind.
        says: what they say.
    """

    span: Span
    says: Says


def settle(
    expression: Expression, reference: date | None, direction: Direction = Direction.PAST
) -> Settled | None:
    """The day, week, month or year that an expression tells.

    Use `Settled.single` of the result where one value is wanted for what may be a range.

    Args:
        expression: of `find`.
        reference: the day of publication; None leaves all open that is counted from it.
        direction: where a time without its year or week lies; FUTURE for what is to come.

    Returns:
        What it settles on; None if it cannot be counted, or lies beyond the years 1 to 9999.
    """
    try:
        return expression.says.settle(At(reference, direction))
    except (OverflowError, ValueError):
        return None


def _nth(weekday: int, number: int, whole: Settled, precision: Precision) -> Settled | None:
    """The unit round the `number`th `weekday` of a month or year."""
    if number > 0:
        day = counting.on_or_after(whole.first, weekday) + timedelta(days=7 * (number - 1))
    else:
        day = counting.on_or_before(whole.last, weekday)
    if not whole.first <= day <= whole.last:
        return None
    return Settled(precision, *bounds(precision, day))


__all__ = [
    "Ahead", "Away", "Between", "DayOfMonth", "Expression", "Lasting", "Month", "MonthDay",
    "NthWeekday", "Point", "Quarter", "QuarterAway", "Says", "SeasonOf", "Uncounted", "Week",
    "Weekday", "WeekdayOfWeek", "Weekend", "WeeksFromWeekday", "Which", "Why", "YearOf", "Years",
    "settle",
]  # fmt: skip
