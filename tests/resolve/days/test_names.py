"""What looks like a time and is none."""

from __future__ import annotations

import pytest

from reportedly.resolve.days import find


@pytest.mark.parametrize(
    "text",
    [
        "The mayor may march on the harbour, a second time.",
        "“I may,” said May. May Ferrow and April Tallis came with June Orvane.",
        "Supporters of May met in May’s office.",
        "The Women’s March on Lissom drew 2,000 people and 1,200 dogs.",
        "The Sun wrote that spring water is safe in the fall of light.",
        "She watched Friday Night Lights and Saturday Night Live.",
        "He writes for the Sunday Times and spoke on Fox News Sunday about it.",
        "He was speaking on Super Tuesday and reads USA Today and USA TODAY.",
        "She told Northline’s This Week about it.",
        "She is 34 years old, a 12-year-old’s mother, and waited for two weeks.",
        "Lissom won 3-1, then 21-14; call 555-2010-2015 or 138-2010-2015.",
        "It was bought for $2,015 by 2000 people; that is 6.45 percent.",
        "A 2000-page report cites section 3.4.15 of rule 8/1.5.",
        "Every Monday they march to 10 houses a day, on Mondays and Fridays.",
        "It came on a Monday.",
        "He survived 9/11 and works 24/7 in his 70s.",
        "The 4th Circuit and the 21st floor; feb 30 and 2015-13-41 are no days.",
        "The scheme would last three years.",
        "",
    ],
)
def test_names_numbers_and_habits_are_left_alone(text: str) -> None:
    assert [e.span.read(text) for e in find(text)] == []


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("It was over in May.", "May"),
        ("He wrote a March letter to her.", "March"),
        ("In April and May it rained.", "May"),
        ("At a Monday meeting he wept.", "Monday"),
        ("He was on Fox News Sunday night.", "Sunday night"),
        ("Today, he is free.", "Today"),
        ("His failed 2008 run cost him all.", "2008"),
        ("He grew up in the ’70s.", "70s"),
        ("They march on Friday.", "Friday"),
        ("The Friday announcement was brief.", "Friday"),
        ("In a September Lissom Post poll, few agreed.", "September"),
    ],
)
def test_words_beside_it_make_it_a_time(text: str, time: str) -> None:
    assert time in [e.span.read(text) for e in find(text)]
