"""Rules for days and months by their names and numbers."""

from __future__ import annotations

from reportedly.resolve.days import names
from reportedly.resolve.days.absolute import DayOfMonth, Month, MonthDay, Which
from reportedly.resolve.days.expression import Between, Says
from reportedly.resolve.days.rules import (
    DIGITS,
    WHICH,
    WHICH_STARTS,
    YEARISH,
    Match,
    Rule,
    before,
    behind,
    full_year,
    month_of,
    number,
    rule,
    which_of,
    year_of,
)
from reportedly.resolve.days.words import (
    END,
    FULL_WEEKDAYS,
    MONTH,
    MONTHS,
    ORDINAL_STARTS,
    RANGE,
    WEEKDAY,
    WEEKDAYS,
    any_of,
    compiled,
    day,
)

_MONTHS = frozenset(MONTHS)


_ATTACKS = compiled(r",?~(?:terror(?:ist)?~)?attacks?(?![A-Za-z])")


def _month_day(match: Match) -> Says | None:
    if not names.is_month_of_date(match):
        return None
    month, day_, year = month_of(match), number(match, "day"), year_of(match)
    if (month, day_, year) == (9, 11, Which.PLAIN) and _ATTACKS.match(behind(match)):
        year = 2001
    return MonthDay(month, day_, year)


def _day_month(match: Match) -> Says | None:
    spelled = not match["day"][0].isdigit()
    if (spelled and not match["of"]) or names.is_in_number(match):
        return None
    return _month_day(match)


def _days_of_month(match: Match) -> Says | None:
    if not names.is_month_of_date(match):
        return None
    month, year = month_of(match), year_of(match)
    first, last = number(match, "day"), number(match, "to")
    return Between(MonthDay(month, first, year), MonthDay(month, last, year))


def _days_of_a_month(match: Match) -> Says | None:
    months = {"last": -1, "this": 0, "the": 0, "next": 1}[match["which"].lower()]
    first = DayOfMonth(number(match, "day"), months)
    last = match.groupdict().get("to")
    return Between(first, DayOfMonth(number(match, "to"), months)) if last else first


def _weekday_the_day(match: Match) -> Says | None:
    return DayOfMonth(number(match, "day"), weekday=WEEKDAYS[match["weekday"].lower()])


_FROM = compiled(r"\b(?:from|between)~$")


def _months(match: Match) -> Says | None:
    """A range of months; "and" counts behind "between", lower case behind that or "from"."""
    led = _FROM.search(before(match))
    first, last = match["first"], match["month"]
    if not led and (first.islower() or last.islower() or "and" in match["mark"].lower()):
        return None
    year = year_of(match)
    start, end = MONTHS[first.lower()], MONTHS[last.lower()]
    earlier = year - 1 if isinstance(year, int) and start > end else year
    return Between(Month(start, earlier), Month(end, year))


def _month_year(match: Match) -> Says | None:
    return Month(month_of(match), year_of(match))


def _month(match: Match) -> Says | None:
    return Month(month_of(match)) if names.is_month(match) else None


def _which_month(match: Match) -> Says | None:
    word = match["month"]
    clear = len(word) > 3 and not word.islower()
    return Month(month_of(match), which_of(match)) if clear or word.lower() != "may" else None


def _in_digits(match: Match) -> Says | None:
    """ISO dates, and those with two numbers before the year: the month first, or after dots."""
    if names.is_in_number(match):
        return None
    year, first, second = match["year"], int(match["first"]), int(match["second"])
    number_of_year = int(year) if len(year) == 4 else full_year(year)
    year_leads = match.start("year") == match.start()
    if not year_leads and (match["mark"] == "." or first > 12):
        first, second = second, first
    return MonthDay(first, second, number_of_year)


def _on_slashed(match: Match) -> Says | None:
    month, day_ = int(match["first"]), int(match["second"])
    if (month, day_) == (9, 11):
        return None
    return MonthDay(day_, month) if month > 12 else MonthDay(month, day_)


RULES: tuple[Rule, ...] = (
    rule(_MONTHS, rf"{MONTH}(?:~|[-/])?(?:the~)?{day()}{YEARISH}?", _month_day),
    rule(_MONTHS, rf"{MONTH}~?{day()}(?:{RANGE}|~and~){day('to')}{YEARISH}?", _days_of_month),
    rule(
        {DIGITS, "the", *ORDINAL_STARTS},
        rf"(?:the~)?{day()}(?:~(?P<of>of~(?:the~)?)?|[-/]){MONTH}{YEARISH}?",
        _day_month,
    ),
    rule(
        {DIGITS, *ORDINAL_STARTS},
        rf"{day()}(?:{RANGE}|~and~)(?:the~)?{day('to')}~(?:of~)?{MONTH}{YEARISH}?",
        _days_of_month,
    ),
    rule(
        {DIGITS, "the", *ORDINAL_STARTS},
        rf"(?:the~)?{day()}(?:(?:{RANGE}|~and~){day('to')})?~(?:of~|in~)?"
        rf"(?:(?P<which>last|this|next)~month){END}",
        _days_of_a_month,
    ),
    rule(_MONTHS, rf"{MONTH}{YEARISH}", _month_year),
    rule(_MONTHS, MONTH, _month),
    rule(WHICH_STARTS, rf"{WHICH}~{MONTH}", _which_month),
    rule(
        _MONTHS,
        rf"(?P<first>{any_of(tuple(MONTHS))})\.?(?P<mark>{RANGE}|~and~){MONTH}(?!~?[0-3]?[0-9](?![0-9])){YEARISH}?",
        _months,
    ),
    rule(
        FULL_WEEKDAYS,
        rf"{WEEKDAY},?~(?:the~)?(?P<day>(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)){END}",
        _weekday_the_day,
    ),
    rule(
        [DIGITS],
        rf"(?P<year>[12][0-9]{{3}})(?P<mark>[-/]){MONTH}(?P=mark){day()}",
        _month_day,
    ),
    rule(
        [DIGITS],
        r"(?P<year>[12][0-9]{3})(?P<mark>[-/.])(?P<first>[01]?[0-9])(?P=mark)"
        r"(?P<second>[0-3]?[0-9])(?![0-9]|[-/.][0-9])",
        _in_digits,
    ),
    rule(
        [DIGITS],
        r"(?P<first>[0-3]?[0-9])(?P<mark>[-/.])(?P<second>[0-3]?[0-9])(?P=mark)"
        r"(?P<year>[12][0-9]{3}|(?<=/)[0-9]{2})(?![0-9A-Za-z]|[-/.][0-9])",
        _in_digits,
    ),
    rule(
        ["on"],
        r"on~(?P<at>(?P<first>[0-3]?[0-9])/(?P<second>[0-3]?[0-9]))(?![0-9A-Za-z]|[-/.,][0-9])",
        _on_slashed,
    ),
)
