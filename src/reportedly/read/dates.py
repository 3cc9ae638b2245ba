"""Days of publication, from the many forms that metadata give them in."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = r"(?P<name>jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?<!\d)(?P<year>\d{4})([-/.])(?P<month>\d{1,2})\2(?P<day>\d{1,2})(?!\d)",
        r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?!\d{3})",
        rf"(?<!\d){_DAY}(?:\s+of)?[\s-]+{_MONTH},?[\s-]+(?P<year>\d{{4}})(?!\d)",
        rf"\b{_MONTH}\s+{_DAY},?\s+(?P<year>\d{{4}})(?!\d)",
        # Dotted dates put the day first wherever they are in use.
        r"(?<!\d)(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})(?!\d)",
    )
)
_SLASHED = re.compile(r"(?<!\d)(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)")

_OLDEST, _NEWEST = 1500, 2200
_EPOCH = re.compile(r"\d{9,10}(?:\.\d+)?|\d{12,13}")


def day_of(value: object) -> str | None:
    """The day in a date's usual written form, as `YYYY-MM-DD`.

    Read are ISO 8601 and RFC 2822, English month names, days, months and years in digits, and
    seconds or milliseconds since 1970 (in UTC). The day is the one written: no time zone is
    applied to it. A date whose day and month could be either way round is left open.

    Returns:
        The day, or None where there is none to be sure of.
    """
    if isinstance(value, bool):
        return None
    text = str(value).strip()[:200] if isinstance(value, str | int | float) else ""
    if _EPOCH.fullmatch(text):
        return _since_1970(float(text))
    for form in _FORMS:
        if found := form.search(text):
            return _valid(found.groupdict())
    if found := _SLASHED.search(text):
        return _slashed(int(found[1]), int(found[2]), int(found[3]))
    return None


def _since_1970(seconds: float) -> str | None:
    if seconds >= 1e11:
        seconds /= 1000
    return datetime.fromtimestamp(seconds, UTC).date().isoformat()


def _valid(parts: dict[str, str]) -> str | None:
    name = parts.get("name")
    month = _MONTHS.index(name[:3].lower()) + 1 if name else int(parts["month"])
    return _iso(int(parts["year"]), month, int(parts["day"]))


def _slashed(first: int, second: int, year: int) -> str | None:
    if first > 12 or first == second:
        return _iso(year, second, first)
    return _iso(year, first, second) if second > 12 else None


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat() if _OLDEST <= year <= _NEWEST else None
    except ValueError:
        return None
