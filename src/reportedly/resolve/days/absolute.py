"""Times that name a place in the calendar: days, months, seasons, quarters, years.

Each says what the words say and nothing more; `settle` finds the unit that is meant. Where the
year is not named it is counted from `At`; without a day of publication that gives None.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, IntEnum

from reportedly.resolve.days import counting
from reportedly.resolve.days.settled import At, Direction, Settled, run, unit
from reportedly.schema.day import Precision

AHEAD = 60
"""Days that a day without a year may lie beyond publication, in PAST. News names the year of a day
that is longer ago than some months: of 70 such days in PolNeAR's training texts, picked at random,
some 30 lay 1 to 60 days ahead, and the oldest of the others 219 days back."""


class Which(Enum):
    """Which of the years (or weeks) is meant."""

    PLAIN = "March"
    LAST = "last March"
    THIS = "this March"
    NEXT = "next March"
    LAST_YEAR = "March of last year"
    NEXT_YEAR = "March of next year"


class Season(IntEnum):
    """Seasons of the north as news counts them; each the number of its first month."""

    SPRING = 3
    SUMMER = 6
    AUTUMN = 9
    WINTER = 12


Year = int | Which


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day of a month: "March 3", "3 March 2014", "Thursday, Oct. 2".

    Args:
        month: 1 to 12.
        day: 1 to the month's last (29 in February).
        year: the year, or which is meant.
        weekday: Monday 0 to Sunday 6, where named; it chooses the year if none is named.

    Raises:
        ValueError: if there is no such day.
    """

    month: int
    day: int
    year: Year = Which.PLAIN
    weekday: int | None = None

    def __post_init__(self) -> None:
        date(self.year if isinstance(self.year, int) else 2000, self.month, self.day)

    def settle(self, at: At) -> Settled | None:
        """The day; without its year, the last such day up to `AHEAD` days beyond publication."""
        if isinstance(self.year, int):
            return unit(Precision.DAY, date(self.year, self.month, self.day))
        if at.day is None:
            return None
        if self.year is not Which.PLAIN:
            year = _year_of(self.year, self.month, 1, at.day)
            return unit(Precision.DAY, date(year, self.month, self.day))
        day = _choose(self._candidates(at.day), at.day, at.direction)
        return unit(Precision.DAY, day) if day else None

    def _candidates(self, day: date) -> list[date]:
        # Eight years round February 29, whatever the century.
        reach = 8 if self.weekday is not None or self.day == 29 else 1
        years = range(day.year - reach, day.year + reach + 1)
        days = counting.days_in_years(self.month, self.day, years)
        fitting = [d for d in days if self.weekday in {None, d.weekday()}]
        if self.weekday is None:
            return fitting
        found = counting.nearest(fitting, day)
        # A weekday that fits no year near by is a slip, and the day of the month counts.
        near = found is not None and abs(found - day) <= timedelta(days=2 * 366)
        return [found] if found and near else days


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """A day of a month that is told from publication: "the 21st", "the 5th of next month".

    Args:
        day: 1 to 31.
        months: months from publication's, None where the words leave it open.
        weekday: Monday 0 to Sunday 6, where named ("Thursday the 21st").
    """

    day: int
    months: int | None = None
    weekday: int | None = None

    def settle(self, at: At) -> Settled | None:
        """The day, if its month has it; with the month left open, by direction, within a year."""
        if at.day is None:
            return None
        months = range(-12, 13) if self.months is None else [self.months]
        firsts = [counting.add_months(at.day.replace(day=1), m) for m in months]
        days = [
            f.replace(day=self.day)
            for f in firsts
            if self.day <= counting.month_end(f.year, f.month).day
        ]
        fitting = [d for d in days if self.weekday in {None, d.weekday()}]
        if self.months is not None:
            return unit(Precision.DAY, fitting[0]) if fitting else None
        day = _choose(fitting, at.day, at.direction, ahead=0)
        return unit(Precision.DAY, day) if day else None


@dataclass(frozen=True, slots=True)
class Month:
    """A month: "March 2014", "in March", "last September", "March of last year"."""

    month: int
    year: Year = Which.PLAIN

    def settle(self, at: At) -> Settled | None:
        """The month; without its year, in PAST the last that has begun by publication."""
        if isinstance(self.year, int):
            return unit(Precision.MONTH, date(self.year, self.month, 1))
        if at.day is None:
            return None
        year = _year(self.year, self.month, 1, at.day, at.direction)
        return unit(Precision.MONTH, date(year, self.month, 1))


@dataclass(frozen=True, slots=True)
class SeasonOf:
    """A season: "this spring", "in the fall", "summer 2015". A winter has the year it begins in."""

    season: Season
    year: Year = Which.PLAIN

    def settle(self, at: At) -> Settled | None:
        """Its three months; without a year, in PAST the last season begun by publication."""
        if isinstance(self.year, int):
            return _months(date(self.year, self.season, 1), 3)
        if at.day is None:
            return None
        year = _year(self.year, self.season, 3, at.day, at.direction)
        if self.season is Season.WINTER and self.year is Which.THIS and at.day.month <= 6:
            year -= 1
        return _months(date(year, self.season, 1), 3)


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter of a calendar year, 1 to 4: "the third quarter of 2016", "Q3"."""

    number: int
    year: Year = Which.PLAIN

    def settle(self, at: At) -> Settled | None:
        """Its three months."""
        month = self.number * 3 - 2
        if isinstance(self.year, int):
            return _months(date(self.year, month, 1), 3)
        if at.day is None:
            return None
        year = _year(self.year, month, 3, at.day, at.direction)
        return _months(date(year, month, 1), 3)


@dataclass(frozen=True, slots=True)
class YearOf:
    """A year by its number: "in 2013"."""

    year: int

    def settle(self, _at: At) -> Settled | None:
        """The year."""
        return unit(Precision.YEAR, date(self.year, 1, 1))


@dataclass(frozen=True, slots=True)
class Years:
    """Years by their numbers: "the 1970s", "the 19th century" (both ends belong to it)."""

    first: int
    last: int

    def settle(self, _at: At) -> Settled | None:
        """The years."""
        return run(Precision.YEAR, date(self.first, 1, 1), date(self.last, 1, 1))


def _months(first: date, count: int) -> Settled:
    return run(Precision.MONTH, first, counting.add_months(first, count - 1))


def _choose(days: list[date], day: date, direction: Direction, ahead: int = AHEAD) -> date | None:
    """Of days in order, the one that a direction means."""
    match direction:
        case Direction.PAST:
            before = [d for d in days if d <= day + timedelta(days=ahead)]
            return before[-1] if before else None
        case Direction.FUTURE:
            return next((d for d in days if d >= day), None)
        case Direction.NEAREST:
            return counting.nearest(days, day)


def _year(which: Which, month: int, length: int, day: date, direction: Direction) -> int:
    """The year of what begins with a month and lasts so many, maybe into the next year.

    Without a word for it: in PAST the last that has begun, in FUTURE the first that has not ended.
    """
    if which is not Which.PLAIN:
        return _year_of(which, month, length, day)
    years = (day.year - 1, day.year, day.year + 1)
    if direction is Direction.NEAREST:
        return min(years, key=lambda year: abs(_distance(year, month, day)))
    begun = max(year for year in years if _distance(year, month, day) <= 0)
    if direction is Direction.PAST or _distance(begun, month, day) + length > 0:
        return begun
    return begun + 1


def _year_of(which: Which, month: int, length: int, day: date) -> int:
    """The year that a word ("last", "this", "next") chooses, seen from `day`."""
    match which:
        case Which.PLAIN | Which.THIS:
            return day.year
        case Which.LAST_YEAR:
            return day.year - 1
        case Which.NEXT_YEAR:
            return day.year + 1
        case Which.LAST:
            years = (day.year - 2, day.year - 1, day.year)
            return max(y for y in years if _distance(y, month, day) + length <= 0)
        case Which.NEXT:
            return min(y for y in (day.year, day.year + 1) if _distance(y, month, day) > 0)


def _distance(year: int, month: int, day: date) -> int:
    """Months from the day's month to the given one."""
    return (year - day.year) * 12 + month - day.month
