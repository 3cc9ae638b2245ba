"""Joining expressions that stand side by side, and taking in the words that belong to them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from reportedly.resolve.days.absolute import DayOfMonth, Month, MonthDay, Which
from reportedly.resolve.days.expression import Between, Expression, Uncounted, Why
from reportedly.resolve.days.relative import Away, Turn, Weekday, WeekdayOfWeek
from reportedly.resolve.days.words import RANGE, SPACE, TIME_OF_DAY, WEEKDAYS, compiled
from reportedly.schema.day import Precision
from reportedly.schema.spans import Span

_BESIDE = compiled(rf"{SPACE}?,?~?\(?(?:the~)?|-")
_RANGE = compiled(RANGE)
_AND = compiled("~and~(?:the~)?")
_BETWEEN = compiled(r"\bbetween~$")
_SHORT_WEEKDAY = compiled(
    rf"\b(?P<weekday>{'|'.join(w for w in WEEKDAYS if not w.endswith('day'))})\.?,?~$"
)


def join(text: str, found: list[Expression]) -> list[Expression]:
    """A weekday with its date, and the two ends of a range, become one expression each."""
    dated: list[Expression] = []
    for one in found:
        together = _dated(text, dated[-1], one) if dated else None
        dated[-1:] = [together] if together else [*dated[-1:], _with_short_weekday(text, one)]
    joined: list[Expression] = []
    for one in dated:
        together = _ranged(text, joined[-1], one) if joined else None
        joined[-1:] = [together] if together else [*joined[-1:], one]
    return joined


def _dated(text: str, one: Expression, two: Expression) -> Expression | None:
    """A weekday and the day of the month behind it."""
    day, weekday = two.says, one.says
    if not isinstance(day, MonthDay | DayOfMonth) or not isinstance(weekday, Weekday):
        return None
    between = text[one.span.end : two.span.start]
    if weekday.turn is Turn.NEXT or not _BESIDE.fullmatch(between):
        return None
    end = two.span.end + ("(" in between and text[two.span.end : two.span.end + 1] == ")")
    return Expression(Span(one.span.start, end), replace(day, weekday=weekday.weekday))


def _with_short_weekday(text: str, one: Expression) -> Expression:
    """A date with the short weekday before it: "Sun., Oct. 2"."""
    if not isinstance(one.says, MonthDay):
        return one
    start = max(0, one.span.start - 12)
    found = _SHORT_WEEKDAY.search(text[start : one.span.start])
    if not found:
        return one
    says = replace(one.says, weekday=WEEKDAYS[found["weekday"].lower()])
    return Expression(Span(start + found.start(), one.span.end), says)


def _ranged(text: str, one: Expression, two: Expression) -> Expression | None:
    """Two ends of a range; the first has the year of the last, if it has none itself."""
    first, last = one.says, two.says
    if isinstance(first, Between | Uncounted) or isinstance(last, Between | Uncounted):
        return None
    between = text[one.span.end : two.span.start]
    left = text[max(0, one.span.start - 12) : one.span.start]
    if not _RANGE.fullmatch(between) and not (_AND.fullmatch(between) and _BETWEEN.search(left)):
        return None
    if isinstance(first, MonthDay | Month) and isinstance(last, MonthDay | Month):
        first = replace(first, year=_shared(first, last))
    return Expression(Span(one.span.start, two.span.end), Between(first, last))


def _shared(first: MonthDay | Month, last: MonthDay | Month) -> int | Which:
    if first.year is not Which.PLAIN or not isinstance(last.year, int):
        return first.year
    return last.year - 1 if first.month > last.month else last.year


_PART = compiled(
    r"\b(?:(?:very~)?(?:late|early|earlier|later|mid)(?:~|-)(?:on~|in~)?(?:the~)?"
    r"|(?:the~)?(?:very~)?(?:end|start|beginning|middle|close)~of~(?:the~)?)$"
)
_PART_OF_DAY = compiled(r"\b(?:late|early|earlier|later)~(?:on~)?$")
_TIME_OF_DAY = compiled(rf"~{TIME_OF_DAY}(?![A-Za-z])")
_OPEN = compiled(
    r"\b(?:since|until|till|by|before|after|ahead~of|prior~to|up~to|as~early~as|no~later~than|"
    r"through|starting|beginning|effective)~(?:at~least~|about~|around~|late~|early~)?(?:the~)?$"
)


def widen(text: str, found: Iterable[Expression]) -> list[Expression]:
    """Words before and behind that belong to an expression become part of it.

    "Late" and "the end of" before, the time of day behind; "since", "until", "before" and their
    like take away that it can be counted.
    """
    widened: list[Expression] = []
    for one in found:
        after = widened[-1].span.end if widened else 0
        widened.append(_opened(text, _widened(text, one, after), after))
    return widened


def _widened(text: str, one: Expression, after: int) -> Expression:
    day = isinstance(one.says, Weekday | WeekdayOfWeek | MonthDay) or (
        isinstance(one.says, Away) and one.says.unit is Precision.DAY
    )
    start, end = one.span.start, one.span.end
    if found := (_PART_OF_DAY if day else _PART).search(text[max(after, start - 40) : start]):
        start -= len(found.group())
    if day and (behind := _TIME_OF_DAY.match(text, end)):
        end = behind.end()
    return Expression(Span(start, end), one.says)


def _opened(text: str, one: Expression, after: int) -> Expression:
    start = one.span.start
    found = _OPEN.search(text[max(after, start - 40) : start])
    if not found:
        return one
    return Expression(Span(start - len(found.group()), one.span.end), Uncounted(Why.OPEN))
