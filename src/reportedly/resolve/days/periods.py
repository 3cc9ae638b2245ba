"""Rules for years, seasons, quarters, and weeks that are told by a date."""

from __future__ import annotations

from reportedly.resolve.days import names
from reportedly.resolve.days.absolute import Month, MonthDay, Quarter, SeasonOf, Year, YearOf, Years
from reportedly.resolve.days.expression import NthWeekday, Says, Week
from reportedly.resolve.days.relative import Away
from reportedly.resolve.days.rules import (
    DIGITS,
    WHICH,
    WHICH_STARTS,
    YEARISH,
    Match,
    Rule,
    before,
    behind,
    month_of,
    number,
    rule,
    which_of,
    year_of,
)
from reportedly.resolve.days.words import (
    END,
    HOLIDAYS,
    MONTH,
    ORDINAL_STARTS,
    ORDINALS,
    SEASON,
    SEASONS,
    WEEKDAYS,
    YEAR,
    any_of,
    compiled,
    day,
)
from reportedly.schema.day import Precision


def _year(match: Match) -> Says | None:
    return YearOf(int(match["year"])) if names.is_year(match) else None


def _named_year(match: Match) -> Says | None:
    return YearOf(int(match["year"]))


def _years(match: Match) -> Says | None:
    first, last = int(match["year"]), match["to"]
    led = names.is_year(match) or (len(last) == 4 and not names.is_in_number(match))
    if not led or ("and" in match["mark"].lower() and not _BETWEEN.search(before(match))):
        return None
    end = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    return Years(first, end) if 1600 <= first < end <= 2150 else None


_BETWEEN = compiled(r"\bbetween~$")
_THE = compiled(r"\bthe~(?:(?:early|late|mid)(?:~|-))?(?P<mark>['’]?)$")
_DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60,
    "seventies": 70, "eighties": 80, "nineties": 90,
}  # fmt: skip


def _decade(match: Match) -> Says | None:
    groups = match.groupdict()
    if groups.get("year"):
        first = int(groups["year"])
    elif not (the := _THE.search(before(match))):
        return None
    elif groups.get("short"):
        # In "the 20s" and "the 40s" it is warm; the decades have their mark.
        first = 1900 + int(groups["short"])
        if first < 1950 and not the["mark"]:
            return None
    else:
        first = 1900 + _DECADES[groups["word"].lower()]
    return Years(first, first + 9)


def _season_year(match: Match) -> Says | None:
    return SeasonOf(SEASONS[match["season"].lower()], year_of(match))


_NOT_SEASON = compiled(r"~(?:from|of|in|apart|out|by|to)~|-")


def _which_season(match: Match) -> Says | None:
    if match["season"].lower() in {"fall", "spring"} and _NOT_SEASON.match(behind(match)):
        return None
    return SeasonOf(SEASONS[match["season"].lower()], which_of(match))


_IN_THE = compiled(
    r"\b(?:in|over|during|by|until|since|through|into|early|late|mid|before|after|throughout)~the~$"
    r"|\b(?:early|late|mid)(?:~|-)$"
)


def _season(match: Match) -> Says | None:
    if not _IN_THE.search(before(match)) or _NOT_SEASON.match(behind(match)):
        return None
    return SeasonOf(SEASONS[match["season"].lower()])


def _quarter(match: Match) -> Says | None:
    return Quarter(number(match, "nth"), year_of(match))


def _holiday(match: Match) -> Says | None:
    name = match["holiday"].lower().replace("’", "'")
    name = " ".join(
        name.replace("years ", "year's ").replace("valentines ", "valentine's ").split()
    )
    return MonthDay(*HOLIDAYS[name], year_of(match))


def _target(match: Match) -> Month | YearOf | Away:
    """What a week or a weekday is counted in: a month, a year, this month, last year."""
    if match["month"]:
        return Month(month_of(match), year_of(match))
    if match["only"]:
        return YearOf(int(match["only"]))
    count = {"last": -1, "this": 0, "next": 1, "the": 0}[match["which"].lower()]
    if match["unit"].lower() == "month":
        return Away(Precision.MONTH, count)
    return Away(Precision.YEAR, 12 * count)


def _nth(match: Match) -> Says | None:
    nth = -1 if match["nth"].lower() == "last" else number(match, "nth")
    target = _target(match)
    if match["weekday"] is None:
        return Week(target, nth)
    if isinstance(target, YearOf) or nth > 5:
        return None
    return NthWeekday(WEEKDAYS[match["weekday"].lower()], nth, target)


def _week_of(match: Match) -> Says | None:
    year: Year = year_of(match)
    return Week(MonthDay(month_of(match), number(match, "day"), year))


_TARGET = (
    rf"(?:{MONTH}{YEARISH}?|(?P<only>(?:19|20)[0-9]{{2}}){END}"
    rf"|(?P<which>last|this|next)~(?P<unit>month|year){END})"
)
_NTH = rf"(?:the~)?(?P<nth>{any_of(tuple(ORDINALS))}|[1-9][0-9]?(?:st|nd|rd|th)|last)"

RULES: tuple[Rule, ...] = (
    rule([DIGITS], YEAR, _year),
    rule(["year"], rf"year~(?:of~)?{YEAR}", _named_year),
    rule(
        [DIGITS],
        rf"{YEAR}(?P<mark>~?[-–—]~?|~(?:to|through|until|till|and)~)"
        rf"(?P<to>(?:1[6-9]|20|21)?[0-9]{{2}})(?![0-9A-Za-z%]|[-.,:/][0-9])",
        _years,
    ),
    rule([DIGITS], rf"(?P<year>(?:1[0-9]|20)[0-9]0)['’]?s{END}", _decade),
    rule([DIGITS], rf"(?P<short>[2-9]0)['’]?s{END}", _decade),
    rule(_DECADES, rf"(?P<word>{any_of(_DECADES)}){END}", _decade),
    rule(SEASONS, rf"{SEASON}{YEARISH}", _season_year),
    rule(SEASONS, SEASON, _season),
    rule(WHICH_STARTS, rf"{WHICH}~{SEASON}", _which_season),
    rule(
        {DIGITS, "first", "second", "third", "fourth"},
        rf"(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th)(?:~|-)quarter{YEARISH}",
        _quarter,
    ),
    rule([DIGITS], rf"{YEAR}(?:-|~)?q(?P<nth>[1-4]){END}", _quarter),
    rule(["q"], rf"q(?P<nth>[1-4]){END}{YEARISH}?", _quarter),
    rule(
        {word.split()[0] for word in HOLIDAYS} | {"valentines"},
        rf"(?P<holiday>{any_of(HOLIDAYS)}){END}{YEARISH}?",
        _holiday,
    ),
    rule(
        {DIGITS, "the", "last", *ORDINAL_STARTS},
        rf"{_NTH}~(?:week|(?P<weekday>{any_of(tuple(WEEKDAYS))}))~(?:of|in)~{_TARGET}",
        _nth,
    ),
    rule(
        ["the", "week"],
        rf"(?:the~)?week~(?:of|beginning|commencing|starting)~(?:on~)?{MONTH}~?{day()}{YEARISH}?",
        _week_of,
    ),
)  # fmt: skip
