"""How often times settle on the right day: `python -m benchmarks.days [--wrong PART]`.

The cases are those of the English date and date-range tests of Microsoft's Recognizers-Text, in
`../shared/corpora/temporal`; the library dateparser reads the same ones in the same run. A third
of the sentences, drawn by a seeded hash, was looked at for no other end than this table's last
rows. Most sentences speak to a calendar assistant, not to readers of news.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from reportedly.resolve.days import Precision, Settled, find, settle

SHARED = Path(os.environ.get("REPORTEDLY_SHARED", Path(__file__).parents[2] / "shared"))
FILES = ("DateParser", "DatePeriodParser", "DateTimeModel")
SEED = "days-1"
KINDS = ("date", "range", "nothing")

_ISO = re.compile(r"\d{4}(?:-(?:\d\d(?:-\d\d)?|W\d\d))?(?:-WE)?")


@dataclass(frozen=True)
class Time:
    """A time in a sentence and what it settles on.

    Args:
        start, end: its place, in code points.
        value, last: as `Settled` has them. Where the case gives only the days of a range, `value`
            is the first one and `last` the one that the case ends with, and `days` is set.
        days: the ends are days, of which the last may belong to the range or not.
    """

    start: int
    end: int
    value: str
    last: str | None = None
    days: bool = False

    @property
    def kind(self) -> str:
        """Whether it is a date or a date range, as the table tells them."""
        return (
            "date" if re.fullmatch(r"\d{4}-\d\d-\d\d", self.value) and not self.days else KINDS[1]
        )


@dataclass(frozen=True)
class Case:
    """A sentence, the day it is said on, and the times in it that can be counted."""

    text: str
    reference: date
    times: tuple[Time, ...]

    @property
    def held(self) -> bool:
        """Whether it is of the third that is held apart."""
        digest = hashlib.sha256(f"{SEED}:{self.text}".encode()).digest()
        return int.from_bytes(digest[:4], "big") % 3 == 0


NOTE = """\
found: something was settled where the time stands. within: what was settled holds the time's first
day. right: value and precision are the corpus's. nothing: sentences without a time; left alone.
"""

Answers = Sequence[tuple[int, int, Settled]]
"""What a program found in a sentence: start, end, and what it settled on."""


def cases(folder: Path) -> list[Case]:
    """The cases in scope, each sentence and day once.

    Left out: sentences with times of day, sets and durations, which are not asked for, or with
    times that are open at one end or that the corpus does not settle.
    """
    found: dict[tuple[str, date], Case] = {}
    for name in FILES:
        raw = json.loads((folder / f"{name}.json").read_text(encoding="utf-8-sig"))
        for case in filter(None, map(_case, raw)):
            found.setdefault((case.text, case.reference), case)
    return list(found.values())


def _case(raw: Mapping[str, Any]) -> Case | None:
    if "Context" not in raw:
        return None
    reference = datetime.fromisoformat(raw["Context"]["ReferenceDateTime"]).date()
    times = []
    for result in raw["Results"]:
        time = _time(result)
        if time is None:
            return None
        times.append(time)
    return Case(raw["Input"], reference, tuple(times))


def _time(result: Mapping[str, Any]) -> Time | None:
    kind = result.get("TypeName", result.get("Type", "")).rpartition(".")[2]
    values = _values(result)
    if kind not in {"date", "daterange"} or not values:
        return None
    timex, first, last = values
    start, length = result["Start"], len(result["Text"])
    place = (start, start + length)
    if _ISO.fullmatch(timex):
        return Time(*place, timex.removesuffix("-WE"))
    if kind == "date":
        return Time(*place, first)
    unit = _unit(date.fromisoformat(first), date.fromisoformat(last))
    return Time(*place, unit) if unit else Time(*place, first, last, days=True)


def _values(result: Mapping[str, Any]) -> tuple[str, str, str] | None:
    """The timex and the ends of the first reading, the past one; None where it has none."""
    if "Value" in result:
        past = (result["Value"] or {}).get("PastResolution") or {}
        timex = (result["Value"] or {}).get("Timex", "")
    else:
        readings = (result.get("Resolution") or {}).get("values") or [{}]
        past, timex = readings[0], readings[0].get("timex", "")
        if past.get("Mod") in {"before", "after", "since", "until"}:
            return None
    first = past.get("date", past.get("value", past.get("startDate", past.get("start"))))
    last = past.get("date", past.get("value", past.get("endDate", past.get("end"))))
    if not first or not last or not re.fullmatch(r"(?!0001)\d{4}-\d\d-\d\d", first):
        return None
    return timex, first, last


def _unit(first: date, after: date) -> str | None:
    """The week, month or year that lasts from a day to the day before another."""
    last = after - timedelta(days=1)
    for precision in (Precision.WEEK, Precision.MONTH, Precision.YEAR):
        try:
            return Settled(precision, first, last).value if _one(precision, first, last) else None
        except ValueError:
            continue
    return None


def _one(precision: Precision, first: date, last: date) -> bool:
    return Settled(precision, first, last).end is None


def right(time: Time, answer: Settled) -> bool:
    """Whether an answer has the value and precision of a time, or the days of a range.

    The corpus ends ranges now with the last day, now with the day after, and ranges of months
    with the first of the last month, in it or not: each of these counts.
    """
    if not time.days:
        return answer.value == time.value and answer.end is None
    last = date.fromisoformat(time.last or time.value)
    begins = max(answer.first, _start(answer))
    ends = {answer.last, answer.last + timedelta(days=1), begins}
    return answer.first.isoformat() == time.value and last in ends


def holds(time: Time, answer: Settled) -> bool:
    """Whether the stretch that an answer settles on holds the first day of a time.

    "Two weeks ago" is a day to the corpus and its week to Reportedly, as to dateparser.
    """
    if right(time, answer):
        return True
    day = re.fullmatch(r"\d{4}-\d\d-\d\d", time.value)
    return bool(day) and answer.first <= date.fromisoformat(time.value) <= answer.last


def _start(answer: Settled) -> date:
    """The first day of the last unit of an answer."""
    match answer.precision:
        case Precision.DAY:
            return answer.last
        case Precision.WEEK:
            return answer.last - timedelta(days=6)
        case Precision.MONTH:
            return answer.last.replace(day=1)
        case Precision.YEAR:
            return answer.last.replace(month=1, day=1)


def ours(text: str, reference: date) -> Answers:
    """What Reportedly finds."""
    settled = [(e.span.start, e.span.end, settle(e, reference)) for e in find(text)]
    return [(start, end, value) for start, end, value in settled if value]


def dateparsers() -> Callable[[str, date], Answers]:
    """What dateparser finds: `search_dates` tells where, its parser the day and the period."""
    warnings.simplefilter("ignore")
    from dateparser.date import DateDataParser
    from dateparser.search import search_dates

    def read(text: str, reference: date) -> Answers:
        base = datetime(reference.year, reference.month, reference.day)  # noqa: DTZ001
        settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"}
        parser = DateDataParser(languages=["en"], settings=settings)
        answers, position = [], 0
        for words, found in search_dates(text, languages=["en"], settings=settings) or []:
            start = max(text.find(words, position), 0)
            position = start + len(words)
            told = parser.get_date_data(words)
            day = (told.date_obj or found).date()
            precision = Precision(told.period) if told.period in list(Precision) else Precision.DAY
            answers.append((start, position, _whole(precision, day)))
        return answers

    return read


def _whole(precision: Precision, day: date) -> Settled:
    from reportedly.resolve.days.settled import unit

    return unit(precision, day)


@dataclass
class Count:
    """Times of one kind: there, found at all, within what they were settled on, settled right."""

    wanted: int = 0
    found: int = 0
    held: int = 0
    right: int = 0


def counted(
    read: Callable[[str, date], Answers], asked: Sequence[Case]
) -> tuple[dict[str, Count], list[str]]:
    """Counts a kind, and a line for each time that came out wrong."""
    counts = {kind: Count() for kind in KINDS}
    wrong = []
    for case in asked:
        answers = list(read(case.text, case.reference))
        for kind, found, held, good, line in _judged(case, answers):
            counts[kind].wanted += 1
            counts[kind].found += found
            counts[kind].held += held
            counts[kind].right += good
            if not good:
                wrong.append(line)
    return counts, wrong


def _judged(
    case: Case, answers: list[tuple[int, int, Settled]]
) -> Iterator[tuple[str, bool, bool, bool, str]]:
    """Kind, found, held, right and a line to read, for each time, or for the case without one."""
    told = [f"{case.text[a:b]!r} {s.value} {s.end or ''}" for a, b, s in answers]
    line = f"{case.reference} | {case.text} | {told}"
    if not case.times:
        yield "nothing", not answers, not answers, not answers, f"{line} | nothing"
    for time in case.times:
        there = [s for a, b, s in answers if a < time.end and time.start < b]
        good = any(right(time, s) for s in there)
        held = any(holds(time, s) for s in there)
        yield time.kind, bool(there), held, good, f"{line} | {time.value} {time.last or ''}"


def table(parts: Mapping[str, Sequence[Case]]) -> None:
    """Print the shares."""
    programs = {"reportedly": ours, "dateparser": dateparsers()}
    print(NOTE)
    print(f"{'':6} {'':10} {'':>5}" + "".join(f"  {name:>21}" for name in programs))
    print(f"{'':6} {'':10} {'cases':>5}" + f"  {'found':>6} {'within':>6} {'right':>7}" * 2)
    for part, asked in parts.items():
        results = [counted(read, asked)[0] for read in programs.values()]
        for counts in results:
            counts["both"] = _sum(counts[kind] for kind in KINDS[:2])
        for kind in (*KINDS[:2], "both", "nothing"):
            cells = "".join("  " + _cells(counts[kind]) for counts in results)
            print(f"{part:6} {kind:10} {results[0][kind].wanted:5}{cells}")


def _sum(counts: Iterable[Count]) -> Count:
    together = Count()
    for count in counts:
        together.wanted += count.wanted
        together.found += count.found
        together.held += count.held
        together.right += count.right
    return together


def _cells(count: Count) -> str:
    shares = (n / count.wanted if count.wanted else 0 for n in (count.found, count.held))
    found, held = (f"{share:6.2f}" for share in shares)
    return f"{found} {held} {count.right / count.wanted if count.wanted else 0:7.2f}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table, or what comes out wrong in a part."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--wrong", action="store_true", help="what comes out wrong in the dev part")
    options = asked.parse_args(arguments)
    folder = SHARED / "corpora" / "temporal" / "recognizers-english"
    if not folder.is_dir():
        print(f"days are not measured: there is no {folder}")
        return 0
    found = cases(folder)
    parts = {"dev": [c for c in found if not c.held], "held": [c for c in found if c.held]}
    if options.wrong:
        print("\n".join(counted(ours, parts["dev"])[1]))
    else:
        table(parts)
    return 0


if __name__ == "__main__":
    sys.exit(main())
