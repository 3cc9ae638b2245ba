"""What a rule is: the words it may begin with, its pattern, and what is made of a match."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from reportedly.resolve.days.absolute import Which, Year
from reportedly.resolve.days.expression import Says, Uncounted, Why
from reportedly.resolve.days.words import MONTHS, compiled, number_of
from reportedly.schema.day import Precision

Match = re.Match[str]
Reads = Callable[[Match], Says | None]

VAGUE = Uncounted(Why.VAGUE)
TOLD = Uncounted(Why.TOLD)

PRECISIONS: Mapping[str, Precision] = {
    "day": Precision.DAY, "week": Precision.WEEK, "fortnight": Precision.WEEK,
    "month": Precision.MONTH, "year": Precision.YEAR, "decade": Precision.YEAR,
}  # fmt: skip
"""What a unit of time is told to: decades count in years."""

DIGITS = "#"
"""Stands among the starts of a rule for any number in digits."""

YEARISH = (
    r"(?:(?:~?,~?|~(?:of~|in~)?|-|/)(?P<year>(?:1[0-9]|20|21)[0-9]{2})"
    r"(?![0-9A-Za-z_%]|[.,:/][0-9])"
    r"|(?:,~|~)(?:of~)?(?P<turn>last|this|next)~year(?![A-Za-z])"
    r"|,?~?['’](?P<short>[0-9]{2})(?![0-9A-Za-z]))"
)
"""A year behind a month, a day or a season."""

WHICH = "(?P<which>this~past|this~coming|last|this|next|past)"
WHICH_STARTS = ("this", "last", "next", "past")
"""A word before a month or a season, and how it may begin."""

_WHICH = {
    "last": Which.LAST, "past": Which.LAST, "this past": Which.LAST, "this": Which.THIS,
    "next": Which.NEXT, "this coming": Which.NEXT,
}  # fmt: skip
_TURNS = {"last": Which.LAST_YEAR, "this": Which.THIS, "next": Which.NEXT_YEAR}


@dataclass(frozen=True, slots=True)
class Rule:
    """A form of time expressions.

    Args:
        starts: lower-case first words; `DIGITS` for numbers in digits.
        pattern: matched from the start of such a word; a group `at`, if there is one, is the
            expression.
        reads: what the match says, None if it is no time after all.
    """

    starts: frozenset[str]
    pattern: re.Pattern[str]
    reads: Reads


def rule(starts: Iterable[str], pattern: str, reads: Reads) -> Rule:
    """A rule; see `words.compiled` for the pattern."""
    return Rule(frozenset(starts), compiled(pattern), reads)


def full_year(short: str) -> int:
    """The year of two digits: 69 to 99 are of the last century."""
    return int(short) + (1900 if int(short) >= 69 else 2000)


def year_of(match: Match) -> Year:
    """The year in the groups of `YEARISH`."""
    groups = match.groupdict()
    if groups.get("year"):
        return int(groups["year"])
    if groups.get("short"):
        return full_year(groups["short"])
    return _TURNS[groups["turn"].lower()] if groups.get("turn") else Which.PLAIN


def which_of(match: Match) -> Which:
    """What the group of `WHICH` says."""
    return _WHICH[" ".join(match["which"].lower().split())]


def month_of(match: Match) -> int:
    """The month in the group `month`."""
    return MONTHS[match["month"].lower()]


def number(match: Match, name: str) -> int:
    """The number in a group, in digits or words."""
    return number_of(match[name])


def before(match: Match, reach: int = 40) -> str:
    """The text before a match, up to `reach` characters."""
    return match.string[max(0, match.start() - reach) : match.start()]


def behind(match: Match, reach: int = 40) -> str:
    """The text behind a match, up to `reach` characters."""
    return match.string[match.end() : match.end() + reach]
