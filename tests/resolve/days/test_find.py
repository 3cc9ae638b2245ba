"""Which words of a text tell a time: planted ones are found, with exactly their characters."""

from __future__ import annotations

import pytest

from reportedly.resolve.days import Why, find
from reportedly.resolve.days.expression import Uncounted
from reportedly.schema import Span


def words(text: str) -> list[str]:
    return [expression.span.read(text) for expression in find(text)]


@pytest.mark.parametrize(
    ("before", "planted", "behind"),
    [
        ("The harbour master said on ", "Tuesday", " that the gates were shut."),
        ("The harbour master spoke ", "late Wednesday night", "."),
        ("After the flood, ", "Monday", "’s meeting was called off."),
        ("They met on ", "Thursday, Oct. 2", ", in Lissom."),
        ("They met on ", "Sunday (Oct 2)", " in Lissom."),
        ("They met on ", "Sun., Oct. 2, 2016", ", in Lissom."),
        ("They met on ", "Friday the 15th", " in Lissom."),
        ("The pier was opened on ", "March 3, 2014", ", by the mayor."),
        ("The pier was opened on ", "3rd of March 2014", "."),
        ("The pier was opened on ", "Sept. 3", "."),
        ("Dated ", "2014-03-03", "T10:00."),
        ("Dated ", "3/4/2014", " by hand."),
        ("The ferry sank ", "two weeks ago", "."),
        ("The ferry sank ", "a year and two months ago", "."),
        ("She resigned ", "earlier this month", ", he wrote."),
        ("She resigned at ", "the end of last year", ", he wrote."),
        ("The poll, taken ", "March 3-5", ", has no margin."),
        ("The poll, taken from ", "Oct. 30 to Nov. 8", ", has no margin."),
        ("The strike lasted from ", "May to June 2014", "."),
        ("Rain fell between ", "January and April", " in the hills."),
        ("She was mayor from ", "1993 to 2001", "."),
        ("She was mayor in the ", "1970s", "."),
        ("The levee broke in ", "mid-March", "."),
        ("The levee broke in ", "2013", "."),
        ("The levee broke in the ", "fall of 2015", "."),
        ("The vote is due ", "this spring", "."),
        ("Sales fell in the ", "second quarter of 2016", "."),
        ("Boats burned over ", "the weekend", "."),
        ("They voted on ", "the first Monday of next month", "."),
        ("He was told ", "yesterday morning", " at home."),
        ("He was told on ", "Monday of last week", "."),
        ("He was told ", "a week ago Friday", "."),
    ],
)
def test_what_is_planted_is_found(before: str, planted: str, behind: str) -> None:
    assert words(before + planted + behind) == [planted]


def test_several_stand_in_text_order() -> None:
    text = "On Monday he quoted a March letter; on Tuesday, what was said last week."
    assert words(text) == ["Monday", "March", "Tuesday", "last week"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Fares have gone up since May.", Why.OPEN),
        ("Nobody may land until Friday.", Why.OPEN),
        ("Ahead of Saturday's regatta he was calm.", Why.OPEN),
        ("The day before, he had denied it.", Why.TOLD),
        ("A week later the quay gave way.", Why.TOLD),
        ("They met on the same day.", Why.TOLD),
        ("On that Friday nobody came.", Why.TOLD),
        ("Prices rose in recent months.", Why.VAGUE),
        ("A few days ago he was well.", Why.VAGUE),
        ("More than a year ago he was well.", Why.VAGUE),
    ],
)
def test_what_cannot_be_counted_says_why(text: str, why: Why) -> None:
    (found,) = find(text)
    assert found.says == Uncounted(why)


def test_that_before_a_weekday_may_open_what_is_said() -> None:
    (found,) = find("He wrote that Friday’s vote was fair.")
    assert not isinstance(found.says, Uncounted)


def test_a_stretch_is_read_in_its_surroundings() -> None:
    text = "He spoke on Monday. In May he left. She came on Tuesday."
    start = text.index("May")
    found = find(text, Span(start, text.index(" She")))
    assert [e.span for e in found] == [Span(start, start + 3)]


def test_what_reaches_over_the_end_of_a_stretch_is_left_out() -> None:
    text = "It broke on March 3, 2014."
    assert find(text, Span(0, text.index(", 2014"))) == []
    assert find(text, Span(len(text), len(text) + 5)) == []


def test_an_empty_line_parts_two_times() -> None:
    text = "He spoke Tuesday\n\nMarch 3 was a holiday."
    assert words(text) == ["Tuesday", "March 3"]
    assert words("He spoke Tuesday,\nMarch 3, in Lissom.") == ["Tuesday,\nMarch 3"]
