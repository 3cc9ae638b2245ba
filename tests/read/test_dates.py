"""Days of publication in their many forms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.read.dates import day_of


@pytest.mark.parametrize(
    "value",
    [
        "2017-06-12", "2017-06-12T23:59:59-05:00", "2017-06-12 08:30:00", "20170612", "2017/6/12",
        "20170612T083000Z", "Mon, 12 Jun 2017 10:00:00 +0300", "12 June 2017", "12 Jun. 2017",
        "June 12, 2017, 10:30 a.m. ET", "Published: June 12th, 2017", "12th of June 2017",
        "12-Jun-2017", "12.06.2017", "12.6.2017 um 8 Uhr", 1497225600, 1497225600000, "1497225600",
        1497225600.5,
    ],
)  # fmt: skip
def test_a_day_is_a_day(value: object) -> None:
    assert day_of(value) == "2017-06-12"


def test_slashes_count_where_only_one_reading_is_a_date() -> None:
    assert day_of("25/12/2017") == day_of("12/25/2017") == "2017-12-25"
    assert day_of("04/04/2017") == "2017-04-04"
    assert day_of("03/04/2017") is None


@pytest.mark.parametrize(
    "value",
    [None, "", "Monday", "June 2017", "2017", "2017-13-45", "31 June 2017", "yesterday", True, [],
     {}, "0000-00-00", "20171345", "9" * 400, -5, float("nan"), float("inf"), "story-2017061"],
)  # fmt: skip
def test_what_is_no_day_is_left_open(value: object) -> None:
    assert day_of(value) is None


@given(st.one_of(st.text(), st.integers(), st.floats(), st.dates().map(str)))
def test_anything_gives_a_day_or_nothing(value: object) -> None:
    found = day_of(value)
    assert found is None or len(found) == 10
