"""Rules for amounts of days, weeks, months and years: "ten days ago", "the past two weeks"."""

from __future__ import annotations

from reportedly.resolve.days.expression import Says
from reportedly.resolve.days.relative import Ahead, Away, Lasting
from reportedly.resolve.days.rules import DIGITS, PRECISIONS, TOLD, VAGUE, Match, Rule, before, rule
from reportedly.resolve.days.words import (
    END,
    FEW,
    NUMBER,
    NUMBER_STARTS,
    UNITS,
    any_of,
    compiled,
    number_of,
)
from reportedly.schema.day import Precision

_MONTHS_IN = {"month": 1, "year": 12, "decade": 120}
_DAYS_IN = {"day": 1, "week": 7, "fortnight": 14}
_UNIT = any_of(UNITS)
_AMOUNT = rf"{NUMBER}~{_UNIT}s?{END}"
_AMOUNTS = rf"(?P<amounts>{_AMOUNT}(?:(?:,~|~and~|~){_AMOUNT}){{0,3}})"
_ONE_AMOUNT = compiled(rf"(?P<number>{NUMBER})~(?P<unit>{_UNIT})")
_HEDGE = compiled(
    r"\b(?:more~than|less~than|fewer~than|at~least|nearly|almost|over|under|about|around|some|"
    r"roughly|up~to|approximately|close~to|well|perhaps|maybe|an~estimated)~$"
)


def _counted(amounts: str, sign: int) -> Away:
    """Amounts with their units, counted from publication."""
    months = days = 0
    units = []
    for found in _ONE_AMOUNT.finditer(amounts):
        count, unit = sign * number_of(found["number"]), found["unit"].lower()
        months += count * _MONTHS_IN.get(unit, 0)
        days += count * _DAYS_IN.get(unit, 0)
        units.append(PRECISIONS[unit])
    return Away(min(units, key=list(Precision).index), months, days)


def _ago(match: Match) -> Says | None:
    if match["half"] or _HEDGE.search(before(match)):
        return VAGUE
    return _counted(match["amounts"], -1)


def _from_now(match: Match) -> Says | None:
    if _HEDGE.search(before(match)):
        return VAGUE
    away = _counted(match["amounts"], 1)
    if match["tail"].lower().endswith("tomorrow"):
        return Away(Precision.DAY, away.months, away.days + 1)
    return away


def _in_amount(match: Match) -> Says | None:
    away = _counted(match["amounts"], 1)
    return away if match["time"] else Ahead(away)


_VERB = compiled(r"\b(?:would|will|to|could|should|might|may|can|did|not|must|that|which|it)~$")


_BACK = frozenset(("last", "past", "previous"))


def _stretch(match: Match) -> Says | None:
    word = match["which"].lower()
    if match["amounts"].split()[0].lower() in {"a", "an"} or _VERB.search(before(match)):
        return None
    if match["the"] and word in {"previous", "following"}:
        return TOLD
    away = _counted(match["amounts"], -1 if word.split()[-1] in _BACK else 1)
    return Lasting(away.months, away.days)


def _told(_match: Match) -> Says | None:
    return TOLD


def _vague(_match: Match) -> Says | None:
    return VAGUE


_MANY_STARTS = ("days", "weeks", "months", "years", "decades")
_MANY = "(?:days|weeks|months|years|decades|fortnights)"
_AFTER = "(?:earlier|later|before|afterwards?|after|prior)"
_COUNTS = NUMBER_STARTS | {DIGITS}
_FEW_STARTS = ("a", "the", *(
    "couple few several some many number dozen dozens handful matter good".split()
))  # fmt: skip
_WHICH = "(?P<which>this~past|last|past|previous|next|coming|upcoming|following)"
_WHICH_STARTS = "the this last past previous next coming upcoming following".split()

RULES: tuple[Rule, ...] = (
    rule(
        _COUNTS,
        rf"{_AMOUNTS}(?P<half>~and~a~half)?~ago{END}",
        _ago,
    ),
    rule(
        _COUNTS,
        rf"{_AMOUNTS}~(?P<tail>from~(?:now|today|tomorrow)|hence|after~tomorrow){END}",
        _from_now,
    ),
    rule(_COUNTS, rf"{_AMOUNTS}~{_AFTER}{END}", _told),
    rule(["in"], rf"in~{_AMOUNTS}(?P<time>['’]s?~time)?{END}", _in_amount),
    rule(
        _WHICH_STARTS,
        rf"(?P<the>the~)?{_WHICH}~(?P<amounts>{_AMOUNT})",
        _stretch,
    ),
    rule(_FEW_STARTS, rf"{FEW}~{_MANY}~(?:ago|{_AFTER}|from~now){END}", _vague),
    rule(
        ["a", "ages", "long", *_MANY_STARTS],
        rf"(?:{_MANY}|ages|(?:a~)?long(?:~time)?)~ago{END}",
        _vague,
    ),
    rule(_MANY_STARTS, rf"{_MANY}~(?:earlier|later){END}", _told),
    rule(
        ["the", "this", "last", "past", "next", "recent", "coming", "previous", "following"],
        rf"(?:the~)?(?:last|past|next|recent|coming|previous|following|latest)~"
        rf"(?:{FEW}~)?{_MANY}{END}",
        _vague,
    ),
)  # fmt: skip
