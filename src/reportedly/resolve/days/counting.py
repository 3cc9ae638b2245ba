"""Counting on the calendar: months, weekdays, years that fit a day.

All functions raise OverflowError or ValueError where the calendar ends (years 1 and 9999).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    if month == 12:
        return date(year, 12, 31)
    return date(year, month + 1, 1) - timedelta(days=1)


def add_months(day: date, months: int) -> date:
    """The same day `months` later (earlier if negative), or the last one of a shorter month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, month_end(year, month + 1).day))


def on_or_before(day: date, weekday: int) -> date:
    """The last `weekday` (Monday 0 to Sunday 6) that is not after `day`."""
    return day - timedelta(days=(day.weekday() - weekday) % 7)


def on_or_after(day: date, weekday: int) -> date:
    """The first `weekday` (Monday 0 to Sunday 6) that is not before `day`."""
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def nearest(days: Iterable[date], to: date) -> date | None:
    """The day next to `to`, the earlier one of two; None where there are none."""
    return min(days, key=lambda day: (abs(day - to), day), default=None)


def days_in_years(month: int, day: int, years: Iterable[int]) -> list[date]:
    """The day of the month in each year that has it (February 29 is not in all)."""
    return [
        date(year, month, day)
        for year in years
        if 1 <= year <= 9999 and day <= month_end(year, month).day
    ]
