"""Which day, week, month or year a time settles on, seen from Wednesday, 7 September 2016."""

from __future__ import annotations

from datetime import date

import pytest

from reportedly.resolve.days import Direction, Precision, Settled, find, settle

PUBLISHED = date(2016, 9, 7)


def told(text: str, day: date | None = PUBLISHED, way: Direction = Direction.PAST) -> str | None:
    """The value that the only time of a text settles on; a range as `value/end`."""
    (found,) = find(text)
    settled = settle(found, day, way)
    if settled is None:
        return None
    return f"{settled.value}/{settled.end}" if settled.end else settled.value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        # weekdays
        ("said Tuesday night", "2016-09-06"), ("said on Wednesday", "2016-09-07"),
        ("said on Thursday", "2016-09-01"), ("said last Wednesday", "2016-08-31"),
        ("said last Tuesday", "2016-09-06"), ("says next Friday", "2016-09-16"),
        ("says this coming Friday", "2016-09-09"), ("says this Friday", "2016-09-09"),
        ("said this past Sunday", "2016-09-04"), ("said on Friday of last week", "2016-09-02"),
        ("said a week ago Friday", "2016-08-26"), ("due a week from Friday", "2016-09-16"),
        # counted
        ("said today", "2016-09-07"), ("said yesterday", "2016-09-06"),
        ("said tonight", "2016-09-07"), ("said last night", "2016-09-06"),
        ("said this morning", "2016-09-07"), ("due the day after tomorrow", "2016-09-09"),
        ("said ten days ago", "2016-08-28"), ("said two weeks ago", "2016-W34"),
        ("said three months ago", "2016-06"), ("said four years ago", "2012"),
        ("said a decade ago", "2006"), ("said 2 months and 3 days ago", "2016-07-04"),
        ("said last week", "2016-W35"), ("said earlier this week", "2016-W36"),
        ("said earlier this month", "2016-09"), ("said last month", "2016-08"),
        ("said late last year", "2015"), ("due next year", "2017"),
        ("said in the past two weeks", "2016-08-24/2016-09-06"),
        # weekends count as the week that ends with them
        ("said over the weekend", "2016-W35"), ("due next weekend", "2016-W37"),
        ("said last weekend", "2016-W35"), ("due this weekend", "2016-W36"),
        # days
        ("said March 3, 2014", "2014-03-03"), ("said 3 March 2014", "2014-03-03"),
        ("said 3/4/2014", "2014-03-04"), ("said 25/4/14", "2014-04-25"),
        ("said 3.4.2014", "2014-04-03"), ("said 2014-03-04", "2014-03-04"),
        ("said on March 3", "2016-03-03"), ("said Sept. 3", "2016-09-03"),
        ("the Sept. 11 attacks", "2001-09-11"), ("said on Sept. 11", "2016-09-11"),
        ("said Dec. 28", "2015-12-28"), ("said March 3 last year", "2015-03-03"),
        ("said Sunday, Oct. 4", "2015-10-04"), ("said Friday the 15th", "2016-07-15"),
        ("said on the 5th of this month", "2016-09-05"), ("said on New Year’s Eve", "2015-12-31"),
        ("said on the first Monday in June", "2016-06-06"),
        ("said on the last Friday of last month", "2016-08-26"),
        # weeks, months, seasons, quarters, years
        ("said in the week of March 3, 2014", "2014-W10"),
        ("said in the first week of October 2016", "2016-W40"),
        ("said in the last week of 2015", "2015-W53"),
        ("said in March", "2016-03"), ("said in September", "2016-09"),
        ("said in October", "2015-10"), ("said last September", "2015-09"),
        ("said last March", "2016-03"), ("due next June", "2017-06"),
        ("said in March 2014", "2014-03"), ("said in June of last year", "2015-06"),
        ("said this spring", "2016-03/2016-05"), ("said last summer", "2016-06/2016-08"),
        ("said last fall", "2015-09/2015-11"), ("said in the winter", "2015-12/2016-02"),
        ("said in summer 2014", "2014-06/2014-08"), ("said last quarter", "2016-04/2016-06"),
        ("in the second quarter of 2014", "2014-04/2014-06"), ("said in 2013", "2013"),
        ("said in the 1970s", "1970/1979"), ("from 2011 to 2013", "2011/2013"),
        ("from November to March", "2015-11/2016-03"),
        ("taken July 18-21", "2016-07-18/2016-07-21"),
        ("from Nov. 3 to Feb. 5, 2016", "2015-11-03/2016-02-05"),
        # not to be counted
        ("said since May", None), ("said a day earlier", None), ("said a few weeks ago", None),
        ("raised in two weeks", None),
    ],
)  # fmt: skip
def test_seen_from_publication(text: str, value: str | None) -> None:
    assert told(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("speaks on Friday", "2016-09-09"), ("speaks on Wednesday", "2016-09-07"),
        ("votes in November", "2016-11"), ("votes on March 3", "2017-03-03"),
        ("votes in two weeks", "2016-W38"), ("votes in the spring", "2017-03/2017-05"),
        ("over the weekend", "2016-W36"),
    ],
)  # fmt: skip
def test_what_is_to_come(text: str, value: str) -> None:
    assert told(text, way=Direction.FUTURE) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on Friday", "2016-09-09"), ("on Monday", "2016-09-05"), ("on Dec. 20", "2016-12-20"),
        ("on March 20", "2016-03-20"), ("in November", "2016-11"), ("in June", "2016-06"),
    ],
)  # fmt: skip
def test_the_nearest(text: str, value: str) -> None:
    assert told(text, way=Direction.NEAREST) == value


def test_a_day_without_a_year_may_be_some_weeks_ahead_and_no_more() -> None:
    assert told("the vote on Sept. 9") == "2016-09-09"
    assert told("the vote on Nov. 6") == "2016-11-06"
    assert told("the vote on Nov. 7") == "2015-11-07"
    assert told("said Dec. 30", date(2016, 1, 4)) == "2015-12-30"


def test_a_weekday_chooses_the_year() -> None:
    assert told("Thursday, Oct. 2", date(2014, 12, 1)) == "2014-10-02"
    assert told("Thursday, Oct. 2", date(2015, 8, 1)) == "2014-10-02"


def test_this_weekend_on_a_monday_is_just_over() -> None:
    assert told("said this weekend", date(2016, 9, 5)) == "2016-W35"
    assert told("said over the weekend", date(2016, 9, 4)) == "2016-W35"


def test_this_winter_is_the_one_that_lasts() -> None:
    assert told("said this winter", date(2016, 1, 4)) == "2015-12/2016-02"
    assert told("due this winter", date(2016, 11, 4)) == "2016-12/2017-02"


def test_february_29_finds_a_year_that_has_it() -> None:
    assert told("said Feb. 29") == "2016-02-29"
    assert told("said Feb. 29", date(2015, 6, 1)) == "2012-02-29"
    assert find("on Feb. 29, 2015") == [] or told("on Feb. 29, 2015") == "2015-02"


def test_without_a_reference_only_a_full_date_settles() -> None:
    assert told("said March 3, 2014", None) == "2014-03-03"
    assert told("said in March 2014", None) == "2014-03"
    assert told("said in 2014", None) == "2014"
    for text in (
        "on March 3", "in March", "on Monday", "last week", "the weekend", "this spring",
        "ten days ago", "the past two weeks", "last quarter", "Friday the 3rd", "a week ago Friday",
        "Monday of last week", "the first week of June", "the first Monday in June", "Q3",
    ):  # fmt: skip
        assert told(f"said {text}", None) is None, text


def test_the_calendar_ends_without_an_error() -> None:
    assert told("900 years ago", date(500, 1, 1)) is None
    assert told("due next week", date(9999, 12, 31)) is None
    assert told("said last week", date(1, 1, 1)) is None


def test_single_is_the_smallest_unit_that_holds_all() -> None:
    def single(text: str) -> str | None:
        settled = settle(find(text)[0], PUBLISHED)
        one = settled.single if settled else None
        return one.value if one else None

    assert single("taken July 19-21") == "2016-W29"
    assert single("taken July 15-21") == "2016-07"
    assert single("said this spring") == "2016"
    assert single("from 2011 to 2013") is None
    assert single("said last week") == "2016-W35"


def test_a_settled_time_is_made_of_whole_units() -> None:
    with pytest.raises(ValueError, match="not whole weeks"):
        Settled(Precision.WEEK, date(2016, 9, 6), date(2016, 9, 12))
    with pytest.raises(ValueError, match="not whole days"):
        Settled(Precision.DAY, date(2016, 9, 6), date(2016, 9, 5))
