"""Which time of a sentence is that of the utterance, and the day that it tells."""

from __future__ import annotations

import pytest
from marked import marked

from reportedly.resolve.circumstances import circumstances
from reportedly.schema import Precision

# The texts are published on Saturday, 28 June 2014.


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("{S1 Orro} {C1 said} on Sunday {X1 that the pier was closed}.", "2014-06-22"),
        ("{S1 Orro} on Friday {C1 accused} {X1 the board of neglect}.", "2014-06-27"),
        ("{S1 Orro} {C1 told} reporters in Lissom on Tuesday {X1 that she knew}.", "2014-06-24"),
        ("On Sunday, {S1 Ilse Orro} {C1 accused} {X1 the board of neglect}.", "2014-06-22"),
        ("On Friday Lissom's harbour master, {S1 Ilse Orro} {C1 said} {X1 no}.", "2014-06-27"),
        ("Last week, {S1 the ministry} {C1 charged} {X1 the board}.", "2014-W25"),
        ("{S1 The board} {C1 said} in a statement Monday {X1 that it knew}.", "2014-06-23"),
        ("In a statement Monday, {S1 the board} {C1 said} {X1 it knew}.", "2014-06-23"),
        ("In an April speech, {S1 Orro} {C1 attacked} {X1 the board}.", "2014-04"),
        ("{X1 The pier is a trap}, {S1 a diver} {C1 charged} Saturday.", "2014-06-28"),
        ("{X1 “It sank,”} {S1 Orro} {C1 said} Monday. {X1 “We saw it.”}", "2014-06-23"),
        ("{S1 Orro} {C1 called} {X1 the plan a trap} on Monday.", "2014-06-23"),
        ("{S1 A report released on Thursday} {C1 says} {X1 that it sank}.", "2014-06-26"),
        ("{S1 Reports this week} {C1 say} {X1 that it sank}.", "2014-W26"),
        ("Speaking to divers on Sunday, {S1 Orro} {C1 said} {X1 no}.", "2014-06-22"),
        ("{S1 Orro} {C1 will say} on Monday {X1 that it sank}.", "2014-06-30"),
        ("{S1 Orro}, asked about it on Monday, {C1 said} {X1 no}.", "2014-06-23"),
    ],
)
def test_it_is_the_time_of_the_utterance(words: str, value: str) -> None:
    found = circumstances(marked(words))["1"]
    assert found.said_on is not None
    assert found.said_on.value == value
    assert found.why["said_on"]


@pytest.mark.parametrize(
    "words",
    [
        "{S1 Orro} {C1 said} {X1 the pier fell on Sunday}.",
        "{S1 Orro, who resigned on Sunday,} {C1 said} {X1 no}.",
        "{S1 Orro}, elected on Sunday, {C1 said} {X1 no}.",
        "{C1 said} {S1 Orro} after the vote on Sunday: {X1 “No.”}",
        "{S1 Orro} {C1 said} of clashes on Sunday: {X1 “They ended.”}",
        "{S1 A spokesman for the board that met on Sunday} {C1 said} {X1 no}.",
        "Since May, {S1 Orro} {C1 has said} {X1 that it will fall}.",
        "{S1 Orro} recently {C1 said} {X1 that it will fall}.",
        "{S1 Orro} {C1 mocked} {X1 the plan}, and on Sunday the board met.",
        "{S1 Orro} {C1 mocked} {X1 the plan}. On Sunday the board met.",
        "The board met on Sunday. {S1 Orro} {C1 said} {X1 no}.",
        "On Monday the pier sank and {S1 Orro} {C1 said} {X1 no}.",
        "{S1 Orro} {C1 answered} the Sunday callers: {X1 “No.”}",
        "{S1 Orro} {C1 called} it {X1 the worst storm} since the old pier broke on Sunday.",
    ],
)
def test_another_time_is_not_taken_for_it(words: str) -> None:
    assert circumstances(marked(words))["1"].said_on is None


def test_of_two_utterances_each_has_its_own_time() -> None:
    words = "Where {S1 Orro} once {C1 said} {X1 yes}, on Sunday {S2 Fenn} {C2 said} {X2 no}."
    found = circumstances(marked(words))
    assert found["1"].said_on is None
    assert found["2"].said_on is not None


def test_the_end_of_anothers_words_is_not_the_head_of_the_next() -> None:
    words = "Although {S1 Orro} {C1 told} us {X1 much} in May, {S2 Fenn} {C2 said} {X2 no}."
    found = circumstances(marked(words))
    assert found["1"].said_on is not None
    assert found["2"].said_on is None


def test_without_a_day_of_publication_the_words_are_kept() -> None:
    text = marked("{S1 Orro} {C1 said} on Sunday {X1 no}.", published=None)
    said_on = circumstances(text)["1"].said_on
    assert said_on is not None
    assert said_on.value is None
    assert said_on.unresolved == "no publication date"
    assert said_on.span.read(text.document.text) == "Sunday"


def test_a_full_date_needs_no_day_of_publication() -> None:
    text = marked("{S1 Orro} {C1 said} on March 3, 2014, {X1 no}.", published=None)
    said_on = circumstances(text)["1"].said_on
    assert said_on is not None
    assert (said_on.value, said_on.precision) == ("2014-03-03", Precision.DAY)


def test_words_quoted_directly_count_from_their_own_day() -> None:
    words = (
        "{S1 Orro} {C1 said} on Tuesday: {X1 “{S2 The board} {C2 told} us yesterday {X2 to go}.”}"
    )
    found = circumstances(marked(words, parents={2: 1}, direct=frozenset({1})))
    assert found["2"].said_on is not None
    assert found["2"].said_on.value == "2014-06-23"


def test_words_quoted_from_a_year_have_no_day_to_count_from() -> None:
    words = "{S1 A 1995 report} {C1 said}: {X1 “{S2 Orro} {C2 spoke} yesterday {X2 of it}.”}"
    found = circumstances(marked(words, parents={2: 1}, direct=frozenset({1})))
    assert found["2"].said_on is not None
    assert found["2"].said_on.value is None


def test_the_time_in_a_parents_words_does_not_date_the_parent() -> None:
    words = "{S1 Orro} {C1 said} {X1 that {S2 the board} on Sunday {C2 denied} {X2 it}}."
    found = circumstances(marked(words, parents={2: 1}))
    assert found["1"].said_on is None
    assert found["2"].said_on is not None
    assert found["2"].said_on.value == "2014-06-22"
