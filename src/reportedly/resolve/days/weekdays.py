"""Rules for weekdays that stand without a date."""

from __future__ import annotations

from reportedly.resolve.days import names
from reportedly.resolve.days.expression import Says
from reportedly.resolve.days.relative import Turn, Weekday, WeekdayOfWeek, WeeksFromWeekday
from reportedly.resolve.days.rules import DIGITS, TOLD, Match, Rule, behind, rule
from reportedly.resolve.days.words import (
    END,
    FULL_WEEKDAYS,
    SHORT_WEEKDAY,
    WEEKDAY,
    WEEKDAYS,
    compiled,
    number_of,
)

_TURNS = {
    "": Turn.PLAIN, "this": Turn.THIS, "next": Turn.NEXT, "coming": Turn.COMING,
    "upcoming": Turn.COMING, "last": Turn.LAST, "past": Turn.LAST, "previous": Turn.LAST,
}  # fmt: skip
_WEEKS = {"last": -1, "previous": -1, "this": 0, "next": 1}
# "That" alone opens what is said: "said that Friday's vote was fair".
_TOLD_BEFORE = compiled(
    r"\b(?:the~(?:next|following|previous|preceding|same)|that~same|"
    r"(?:on|by|of|until|since|later|earlier|late|early)~that)~$"
)
_TOLD_BEHIND = compiled(r"~(?:before|after|earlier|later)(?![A-Za-z])")


def _weekday(match: Match) -> Says | None:
    which = (match["which"] or "").lower().split()
    if not names.is_weekday(match):
        return None
    at = match.start("weekday")
    if _TOLD_BEFORE.search(match.string[max(0, at - 30) : at]):
        return TOLD
    return Weekday(WEEKDAYS[match["weekday"].lower()], _TURNS[which[-1] if which else ""])


def _the_weekday(match: Match) -> Says | None:
    return TOLD if _TOLD_BEHIND.match(behind(match)) else _weekday(match)


def _weekday_of_week(match: Match) -> Says | None:
    weeks = _WEEKS.get(match["week"].lower())
    if match["week"][0].isupper() and names.is_title(match):
        return None
    if weeks is None:
        return TOLD
    return WeekdayOfWeek(WEEKDAYS[match["weekday"].lower()], weeks)


def _weeks_from_weekday(match: Match) -> Says | None:
    sign = -1 if match["way"].lower() == "ago" else 1
    return WeeksFromWeekday(WEEKDAYS[match["weekday"].lower()], sign * number_of(match["count"]))


RULES: tuple[Rule, ...] = (
    rule(
        {*FULL_WEEKDAYS, "this", "last", "next", "past", "coming", "upcoming", "previous"},
        rf"(?:(?P<which>this~past|this~coming|this~upcoming|this|last|next|past|coming|upcoming|"
        rf"previous)~)?{WEEKDAY}",
        _weekday,
    ),
    rule(["the"], rf"the~(?P<which>)(?P<at>{WEEKDAY})", _the_weekday),
    rule(
        FULL_WEEKDAYS,
        rf"{WEEKDAY},?~(?:of~|in~)?(?P<week>last|this|next|previous|the~following|the~same|that)"
        rf"~week{END}",
        _weekday_of_week,
    ),
    rule(
        ["last", "this", "next", "previous"],
        rf"(?P<week>last|this|next|previous)~week,?~(?:-~)?(?:on~)?{SHORT_WEEKDAY}",
        _weekday_of_week,
    ),
    rule(
        {"a", "one", "two", "three", DIGITS},
        rf"(?P<count>a|one|two|three|[1-9])~weeks?~(?P<way>ago|from)~(?:on~|this~|last~)?{WEEKDAY}",
        _weeks_from_weekday,
    ),
)  # fmt: skip
