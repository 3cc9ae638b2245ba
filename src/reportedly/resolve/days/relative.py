"""Times that are counted from the day of publication: weekdays, "last week", "ten days ago"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from reportedly.resolve.days import counting
from reportedly.resolve.days.absolute import Which
from reportedly.resolve.days.settled import At, Direction, Settled, run, unit
from reportedly.schema.day import Precision


class Turn(Enum):
    """Which of a weekday's days is meant."""

    PLAIN = "Friday"
    LAST = "last Friday"
    THIS = "this Friday"
    COMING = "this coming Friday"
    NEXT = "next Friday"


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday, Monday 0 to Sunday 6.

    "Last" and "this past" are the last one before publication, "coming" the first one after it;
    "this" is the one of publication's ISO week, "next" the one of the week after.
    """

    weekday: int
    turn: Turn = Turn.PLAIN

    def settle(self, at: At) -> Settled | None:
        """The day; without a word for it, the day of publication counts in every direction."""
        if at.day is None:
            return None
        return unit(Precision.DAY, self._day(at.day, at.direction))

    def _day(self, day: date, direction: Direction) -> date:
        week = timedelta(days=7)
        one = timedelta(days=1)
        match self.turn:
            case Turn.PLAIN:
                return self._plain(day, direction)
            case Turn.LAST:
                return counting.on_or_before(day - one, self.weekday)
            case Turn.COMING:
                return counting.on_or_after(day + one, self.weekday)
            case Turn.THIS:
                return _monday(day) + timedelta(days=self.weekday)
            case Turn.NEXT:
                return _monday(day) + week + timedelta(days=self.weekday)

    def _plain(self, day: date, direction: Direction) -> date:
        match direction:
            case Direction.PAST:
                return counting.on_or_before(day, self.weekday)
            case Direction.FUTURE:
                return counting.on_or_after(day, self.weekday)
            case Direction.NEAREST:
                return counting.on_or_before(day + timedelta(days=3), self.weekday)


@dataclass(frozen=True, slots=True)
class WeekdayOfWeek:
    """A weekday of a week so many weeks from publication's: "Friday of last week" (-1)."""

    weekday: int
    weeks: int

    def settle(self, at: At) -> Settled | None:
        """The day."""
        if at.day is None:
            return None
        days = self.weeks * 7 + self.weekday
        return unit(Precision.DAY, _monday(at.day) + timedelta(days=days))


@dataclass(frozen=True, slots=True)
class WeeksFromWeekday:
    """So many weeks before or after a weekday: "a week ago Friday", "two weeks from Friday".

    Args:
        weekday: Monday 0 to Sunday 6; counted from its last day by publication, or, going ahead,
            from its first one.
        weeks: negative for the past; never 0.
    """

    weekday: int
    weeks: int

    def settle(self, at: At) -> Settled | None:
        """The day."""
        if at.day is None:
            return None
        past = self.weeks < 0
        start = (counting.on_or_before if past else counting.on_or_after)(at.day, self.weekday)
        return unit(Precision.DAY, start + timedelta(days=7 * self.weeks))


@dataclass(frozen=True, slots=True)
class Away:
    """The unit that holds a day counted from publication.

    "Yesterday", "last week", "this month", "three months ago", "a year and two months ago".

    Args:
        unit: what is told: the smallest unit that the words count in.
        months: whole months to count first, years and decades among them; negative is back.
        days: days to count then, weeks among them.
    """

    unit: Precision
    months: int = 0
    days: int = 0

    def settle(self, at: At) -> Settled | None:
        """The unit."""
        if at.day is None:
            return None
        day = counting.add_months(at.day, self.months) + timedelta(days=self.days)
        return unit(self.unit, day)


@dataclass(frozen=True, slots=True)
class Ahead:
    """An amount that is a distance or a duration, as tense decides: "in two weeks"."""

    away: Away

    def settle(self, at: At) -> Settled | None:
        """The unit in FUTURE; None otherwise: "raised a million in two weeks" tells no time."""
        return self.away.settle(at) if at.direction is Direction.FUTURE else None


@dataclass(frozen=True, slots=True)
class Weekend:
    """A weekend. It settles on the ISO week that ends with it, as two days are no unit.

    Without a word for it ("over the weekend"), in PAST the last that has begun by publication;
    "last" is the last that has ended, "this" the one of publication's week, "next" the one after;
    but "this weekend" in a PAST of Monday or Tuesday is the one just over.
    """

    which: Which = Which.PLAIN

    def settle(self, at: At) -> Settled | None:
        """The week."""
        if at.day is None:
            return None
        started = at.day.weekday() >= 5
        behind = at.direction is Direction.PAST or (
            at.direction is Direction.NEAREST and at.day.weekday() <= 1
        )
        match self.which:
            case Which.PLAIN:
                weeks = -1 if behind and not started else 0
            case Which.LAST | Which.LAST_YEAR:
                weeks = -1
            case Which.THIS:
                weeks = -1 if at.direction is Direction.PAST and at.day.weekday() <= 1 else 0
            case Which.NEXT | Which.NEXT_YEAR:
                weeks = 1
        return unit(Precision.WEEK, at.day + timedelta(days=7 * weeks))


@dataclass(frozen=True, slots=True)
class QuarterAway:
    """A quarter so many quarters from publication's: "last quarter" (-1)."""

    quarters: int

    def settle(self, at: At) -> Settled | None:
        """Its three months."""
        if at.day is None:
            return None
        first = at.day.replace(month=(at.day.month - 1) // 3 * 3 + 1, day=1)
        first = counting.add_months(first, 3 * self.quarters)
        return run(Precision.MONTH, first, counting.add_months(first, 2))


@dataclass(frozen=True, slots=True)
class Lasting:
    """A stretch up to publication, or on from it: "the past two weeks", "the next three months".

    Args:
        months: whole months, negative for the past.
        days: days, negative for the past.
    """

    months: int = 0
    days: int = 0

    def settle(self, at: At) -> Settled | None:
        """Its days, publication's left out; `Settled.single` is seldom there."""
        if at.day is None:
            return None
        one = timedelta(days=1)
        if self.months < 0 or self.days < 0:
            first = counting.add_months(at.day, self.months) + timedelta(days=self.days)
            return run(Precision.DAY, first, at.day - one)
        first = at.day + one
        after = counting.add_months(first, self.months) + timedelta(days=self.days)
        return run(Precision.DAY, first, after - one)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
