"""Lines that hold nothing but a date or a time, and the day of publication that one gives."""

from __future__ import annotations

import datetime
import re

LONGEST_DATE_LINE = 120

_MONTHS = (
    "january february march april may june july august september october november december".split()
)
_MONTH = {m[:n]: i for i, m in enumerate(_MONTHS, 1) for n in (3, 4, len(m))}
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_LABELS = (
    "published posted updated modified last first on at date created time issued added update "
    "publication of and print online version"
)
_CLOCK = (
    "am pm a p m am pm noon midnight gmt utc est edt et cst cdt ct mst mdt mt pst pdt pt bst cet "
    "cest eet ist msk jst aest aedt hrs hours h local th st nd rd t z"
)
_ALLOWED = frozenset(_LABELS.split()) | frozenset(_CLOCK.split()) | frozenset(_MONTH)
_ALLOWED |= {d[:n] for d in _DAYS for n in (3, 4, 5, len(d))}

_TOKEN = re.compile(r"[^\W\d_]+|\d+")
_NAMED = re.compile(
    r"\b(?:(?P<d1>\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+)?(?P<month>[a-z]{3,9})\.?,?[\s-]+"
    r"(?:(?P<d2>\d{1,2})(?:st|nd|rd|th)?,?\s+)?(?P<year>(?:19|20)\d\d)\b"
)
_ISO = re.compile(r"\b(?P<year>(?:19|20)\d\d)[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)")
_SHORT = re.compile(
    r"\b(?P<a>\d{1,2})(?P<sep>[-/.])(?P<b>\d{1,2})(?P=sep)(?P<year>(?:19|20)\d\d)\b"
)
_UPDATED = re.compile(r"\b(?:last )?(?:updated?|modified)\b")
_PUBLISHED = re.compile(r"\b(?:published|posted|created|issued|publication)\b")
_CLOCK_TIME = re.compile(r"\b\d{1,2}[:.]\d\d\b|\b\d{1,2}\s?[ap]\.?m\b")


def is_date_line(text: str) -> bool:
    """Whether the line says when, and nothing else: a date with its year, or a day and a time.

    "7 p.m." alone is not: live reports head their entries so.
    """
    if len(text) > LONGEST_DATE_LINE or not any(c.isdigit() for c in text):
        return False
    low = text.lower()
    tokens = _TOKEN.findall(low)
    if not all(t.isdigit() or t in _ALLOWED for t in tokens):
        return False
    dated = bool(dates_in(low)) or any(t in _MONTH for t in tokens)
    return dated or _SHORT.search(low) is not None or _is_labelled_time(low)


def _is_labelled_time(low: str) -> bool:
    labelled = _UPDATED.search(low) or _PUBLISHED.search(low)
    return labelled is not None and _CLOCK_TIME.search(low) is not None


def published_in(text: str) -> str | None:
    """The day of publication in a date line, as `YYYY-MM-DD`.

    None where the line gives only an update, or leaves open which number is the month
    ("03/04/2015"): what cannot be decided is not guessed.
    """
    low = text[:LONGEST_DATE_LINE].lower()
    updated = _UPDATED.search(low)
    if updated:
        published = _PUBLISHED.search(low)
        if published and published.start() > updated.start():
            low = low[published.start() :]
        else:
            low = low[: updated.start()]
    found = dates_in(low)
    return found[0] if found else None


def dates_in(low: str) -> list[str]:
    """Days named with their year in `low` (lower case), as `YYYY-MM-DD`, in text order."""
    found = [(m.start(), _day(m["year"], m["month"], m["day"])) for m in _ISO.finditer(low)]
    for m in _NAMED.finditer(low):
        month = _MONTH.get(m["month"])
        day = m["d2"] or m["d1"]
        if month and day:
            found.append((m.start(), _day(m["year"], month, day)))
    found += [(m.start(), _short(m)) for m in _SHORT.finditer(low)]
    return [day for _, day in sorted((p, d) for p, d in found if d)]


def _short(match: re.Match[str]) -> str | None:
    """A day in numbers, where only one reading is a date or both readings agree."""
    a, b = int(match["a"]), int(match["b"])
    readings = {_day(match["year"], m, d) for m, d in ((a, b), (b, a))} - {None}
    return readings.pop() if len(readings) == 1 else None


def _day(year: str, month: str | int, day: str | int) -> str | None:
    try:
        return datetime.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
