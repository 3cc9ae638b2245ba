"""Rows from an extraction: days as marks, words of spans."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.schema import Precision, SaidOn, Span
from reportedly.store.derive import _sorted, day_marks, range_marks, read

DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))


@given(DAYS, DAYS, DAYS)
def test_a_day_is_in_a_range_if_they_have_a_mark_in_common(
    day: date, since: date, until: date
) -> None:
    marks = day_marks(None, day.isoformat())
    common = set(marks) & set(range_marks(since.isoformat(), until.isoformat()))
    assert bool(common) == (since <= day <= until)
    assert len(common) <= 1


@given(DAYS, DAYS)
def test_marks_of_a_range_are_few(since: date, until: date) -> None:
    years = abs(until.year - since.year)
    assert len(range_marks(since.isoformat(), until.isoformat())) <= years + 2 * (30 + 11)


@pytest.mark.parametrize(
    ("value", "precision", "expected"),
    [
        ("2017-06-11", "day", ["y2017", "m201706", "d20170611"]),
        ("2017-06", "month", ["y2017", "m201706"]),
        ("2017", "year", ["y2017"]),
        ("2017-W23", "week", ["y2017", "m201706"]),  # 5 to 11 June
        ("2017-W05", "week", ["y2017"]),  # 30 January to 5 February
        ("2020-W53", "week", []),  # 28 December to 3 January
        ("2017-W60", "week", []),
    ],
)
def test_marks_of_what_is_known_of_a_day(value: str, precision: str, expected: list[str]) -> None:
    said = SaidOn(value, Precision(precision), Span(0, 1))
    assert day_marks(said, "1999-01-01") == expected


@pytest.mark.parametrize(
    ("said_on", "day"),
    [("2017-06-11", "2017-06-11"), ("2017-06", "2017-06"), ("2017-W23", "2017-06-05")],
)
def test_what_is_sorted_by_is_sorted_as_text(said_on: str, day: str) -> None:
    assert _sorted(said_on) == day


def test_an_open_day_is_the_day_of_publication() -> None:
    said = SaidOn(None, None, Span(0, 1), "no publication date")
    assert day_marks(said, "2017-06-12") == day_marks(None, "2017-06-12") != []
    assert day_marks(said, None) == []


def test_parts_of_a_content_stand_apart() -> None:
    text = "It  sank,\nhe said, and fast."
    assert read(text, (Span(0, 8), Span(19, 27))) == "It sank … and fast"
