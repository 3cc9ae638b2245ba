"""Rules for "this", "last", "next" and what leans on the text: "today", "the day before"."""

from __future__ import annotations

from reportedly.resolve.days import names
from reportedly.resolve.days.absolute import Which
from reportedly.resolve.days.expression import Says
from reportedly.resolve.days.relative import Away, Lasting, QuarterAway, Weekend
from reportedly.resolve.days.rules import PRECISIONS, TOLD, VAGUE, Match, Rule, behind, rule
from reportedly.resolve.days.words import END, TIME_OF_DAY, any_of, compiled
from reportedly.schema.day import Precision

_STEPS = {
    "last": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "upcoming": 1,
    "this coming": 1,
}  # fmt: skip
_ALWAYS_TOLD = frozenset(("following", "same", "that", "that same", "preceding"))
_OF = compiled(r"~(?:of|in~the|before|at|that)(?![A-Za-z])")
_LENGTHS = {
    "day": (0, 1), "week": (0, 7), "fortnight": (0, 14), "month": (1, 0), "year": (12, 0),
    "decade": (120, 0), "quarter": (3, 0),
}  # fmt: skip
_WEEKENDS = {
    "last": Which.LAST, "past": Which.LAST, "this past": Which.LAST, "previous": Which.LAST,
    "this": Which.THIS, "coming": Which.THIS, "this coming": Which.THIS, "upcoming": Which.THIS,
    "next": Which.NEXT,
}  # fmt: skip


def _turned(match: Match) -> Says | None:
    which = " ".join(match["which"].lower().split())
    unit = match["unit"].lower()
    the = match["the"] is not None
    if names.is_title(match):
        return None
    if which in _ALWAYS_TOLD or (the and which in {"next", "previous"}):
        return TOLD
    if unit == "weekend":
        return Weekend(_WEEKENDS[which]) if which in _WEEKENDS else None
    if unit in {"night", "morning", "afternoon", "evening"}:
        return _part_of_day(which, unit)
    return _turned_unit(which, unit, the, behind(match))


def _part_of_day(which: str, unit: str) -> Says | None:
    if which == "this":
        return Away(Precision.DAY)
    return (
        Away(Precision.DAY, days=-1) if which == "last" and unit in {"night", "evening"} else None
    )


def _turned_unit(which: str, unit: str, the: bool, right: str) -> Says | None:
    if which in {"past", "this past"} or (the and which == "last"):
        months, days = _LENGTHS[unit]
        return None if _OF.match(right) else Lasting(-months, -days)
    step = _STEPS.get(which)
    if step is None or unit == "decade":
        return None
    if unit == "quarter":
        return QuarterAway(step)
    if unit == "day":
        return TOLD if which in {"next", "previous"} else None
    months, days = _LENGTHS[unit]
    return Away(PRECISIONS[unit], step * months, step * days)


_DEICTIC = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}


def _deictic(match: Match) -> Says | None:
    if names.is_title(match):
        return None
    return Away(Precision.DAY, days=_DEICTIC[match.group().lower()])


def _day_beyond(match: Match) -> Says | None:
    return Away(Precision.DAY, days=2 if match["way"].lower() == "after" else -2)


_LEANING = compiled(r"~(?:before|after|of)(?![A-Za-z])")


def _weekend(match: Match) -> Says | None:
    return TOLD if _LEANING.match(behind(match)) else Weekend()


def _earlier_in(match: Match) -> Says | None:
    unit = match["unit"].lower()
    if match["way"].lower() == "later" or unit == "day":
        return TOLD
    return Away(PRECISIONS[unit])


def _told(_match: Match) -> Says | None:
    return TOLD


def _vague(_match: Match) -> Says | None:
    return VAGUE


_FEWER = "(?:day|week|month|year|decade)s?"
_WHICH = (
    "(?P<which>this~past|this~coming|that~same|last|past|previous|next|coming|upcoming|following|"
    "this|that|same|current|preceding)"
)
_WHICH_STARTS = ("the", "this", "that", *(
    "last past previous next coming upcoming following current same preceding".split()
))  # fmt: skip

RULES: tuple[Rule, ...] = (
    rule(
        _WHICH_STARTS,
        rf"(?P<the>the~)?{_WHICH}~"
        rf"(?P<unit>day|week|month|year|weekend|quarter|decade|fortnight|night|morning|afternoon|"
        rf"evening){END}",
        _turned,
    ),
    rule(_DEICTIC, rf"{any_of(_DEICTIC)}{END}", _deictic),
    rule(
        ["the"],
        rf"the~day~(?P<way>before|after)~(?:yesterday|tomorrow){END}",
        _day_beyond,
    ),
    rule(["the"], rf"the~{_FEWER}~(?:before|after|earlier|later){END}", _told),
    rule(["the"], rf"the~(?:night|morning|evening|afternoon)~(?:before|after){END}", _told),
    rule(["the"], rf"the~(?:following|next|same|previous)~{TIME_OF_DAY}{END}", _told),
    rule(["the"], rf"the~other~(?:day|night|week){END}", _vague),
    rule(["the"], rf"the~weekend{END}", _weekend),
    rule(
        ["earlier", "later"],
        rf"(?P<way>earlier|later)~in~the~(?P<unit>day|week|month|year){END}",
        _earlier_in,
    ),
)  # fmt: skip
