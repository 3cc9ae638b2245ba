"""The words that times are told in, as numbers and as pieces of patterns.

Patterns are matched without regard to case, letters of ASCII only, from the start of a word.
`GAP` never reaches over an empty line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from reportedly.resolve.days.absolute import Season

MONTHS: Mapping[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS: Mapping[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "monday mon", "tuesday tues tue", "wednesday weds wed", "thursday thurs thur thu",
            "friday fri", "saturday sat", "sunday sun",
        )
    )
    for name in names.split()
}  # fmt: skip
FULL_WEEKDAYS = tuple(name for name in WEEKDAYS if name.endswith("day"))
SEASONS: Mapping[str, Season] = {
    "spring": Season.SPRING, "summer": Season.SUMMER, "autumn": Season.AUTUMN,
    "fall": Season.AUTUMN, "winter": Season.WINTER,
}  # fmt: skip
UNITS = ("day", "week", "fortnight", "month", "year", "decade")

_ONES = "one two three four five six seven eight nine".split()
_TEENS = """ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen""".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBERS: Mapping[str, int] = {
    "a": 1, "an": 1,
    **{word: n for n, word in enumerate([*_ONES, *_TEENS], start=1)},
    **{word: 10 * n for n, word in enumerate(_TENS, start=2)},
    **{
        f"{ten}-{one}": 10 * n + m
        for n, ten in enumerate(_TENS, start=2)
        for m, one in enumerate(_ONES, start=1)
    },
}  # fmt: skip
"""Numbers in words up to 99."""

_FIRST = "first second third fourth fifth sixth seventh eighth ninth".split()
ORDINALS: Mapping[str, int] = {
    **{word: n for n, word in enumerate(_FIRST, start=1)},
    **{
        word: n
        for n, word in enumerate(
            """tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth
            eighteenth nineteenth twentieth""".split(),
            start=10,
        )
    },
    **{f"twenty-{word}": 20 + n for n, word in enumerate(_FIRST, start=1)},
    "thirtieth": 30, "thirty-first": 31,
}  # fmt: skip
"""Ordinal numbers in words up to 31."""

ORDINAL_STARTS = frozenset(word.split("-")[0] for word in ORDINALS)
NUMBER_STARTS = frozenset(word.split("-")[0] for word in NUMBERS)

HOLIDAYS: Mapping[str, tuple[int, int]] = {
    "christmas eve": (12, 24), "christmas day": (12, 25), "boxing day": (12, 26),
    "new year's eve": (12, 31), "new year's day": (1, 1), "valentine's day": (2, 14),
    "halloween": (10, 31), "fourth of july": (7, 4), "july fourth": (7, 4),
}  # fmt: skip
"""Days with a name and a fixed date."""


def any_of(words: Mapping[str, object] | tuple[str, ...]) -> str:
    """A pattern of any of the words, the longest first; hyphens may be spaces."""
    longest = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(w.replace("-", "[- ]").replace("'", "['’]?") for w in longest) + ")"


SPACE = r"[ \t\u00a0\u2009\u202f]"
GAP = rf"(?:{SPACE}{{1,4}}(?:\r?\n{SPACE}{{0,4}})?|\r?\n{SPACE}{{0,4}})"
END = r"(?![A-Za-z0-9_\u00c0-\u024f])"
"""A word ends here."""

_SHORT = frozenset("jan feb mar apr jun jul aug sept sep oct nov dec".split())
MONTH = (
    rf"(?P<month>{any_of(tuple(MONTHS))})(?![A-Za-z\u00c0-\u024f])"
    rf"(?:(?:{'|'.join(f'(?<={m})' for m in sorted(_SHORT))})\.)?"
)
"""The dot behind a short form belongs to it."""
WEEKDAY = rf"(?P<weekday>{any_of(FULL_WEEKDAYS)}){END}"
SHORT_WEEKDAY = rf"(?P<weekday>{any_of(tuple(WEEKDAYS))}){END}\.?"
SEASON = rf"(?P<season>{any_of(tuple(SEASONS))}){END}"
YEAR = r"(?P<year>(?:1[0-9]|20|21)[0-9]{2})(?![0-9A-Za-z_%]|[.,:/][0-9])"
NUMBER = rf"(?:[1-9][0-9]{{0,2}}|{any_of(tuple(NUMBERS))}){END}"
FEW = (
    "(?:(?:a|the)~)?(?:couple(?:~of)?|few(?:~short)?|several|some|many|number~of|dozens?~of|"
    "dozen|handful~of|good~many|matter~of)"
)
TIME_OF_DAY = "(?:morning|afternoon|evening|night|noon|midday|midnight|lunchtime)"
RANGE = r"(?:~?[-–—]~?|~(?:to|through|thru|till|until)~)"
"""What stands between the ends of a range; "and" does so only behind "between"."""

_DAY_END = r"(?![0-9A-Za-z_%]|[.,:][0-9]|-(?:year|day|month|week|hour|minute|point|percent))"


def day(name: str = "day") -> str:
    """A pattern of a day of the month, in digits or words, as the group `name`."""
    digits = rf"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?{_DAY_END}"
    return rf"(?P<{name}>{digits}|{any_of(tuple(ORDINALS))}{END})"


def number_of(word: str) -> int:
    """The value of a number or an ordinal number, in digits or words.

    Raises:
        KeyError: if it is neither.
    """
    word = re.sub(r"[ -]", "-", word.lower())
    digits = re.sub(r"(?:st|nd|rd|th)$", "", word)
    if digits.isdigit():
        return int(digits)
    return NUMBERS[word] if word in NUMBERS else ORDINALS[word]


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern as all of them are compiled; a tilde in it stands for a gap."""
    return re.compile(pattern.replace("~", GAP), re.IGNORECASE | re.ASCII)
