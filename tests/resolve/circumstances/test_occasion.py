"""Which earlier utterance is carried on, and what is carried with it."""

from __future__ import annotations

import pytest
from marked import marked

from reportedly.resolve.circumstances import circumstances

ORRO = {1: "Ilse Orro", 2: "Ilse Orro"}
FIRST = "{S1 Ilse Orro} {C1 said} on Monday at a rally in Lissom {X1 that it sank}. "


@pytest.mark.parametrize(
    "second",
    [
        "{X2 “It is gone,”} {S2 she} {C2 added}.",
        "{X2 “It is gone,”} {S2 Orro} {C2 said}.",
        "The rain went on.\n\n{X2 “It is gone,”} {S2 Orro} {C2 went on}.",
    ],
)
def test_the_same_speaker_carries_on(second: str) -> None:
    found = circumstances(marked(FIRST + second, ORRO))["2"]
    assert found.occasion == "1"
    assert found.said_on is not None
    assert found.said_on.value == "2014-06-23"
    assert found.venue is not None
    assert found.venue.text == "at a rally in Lissom"
    assert set(found.why) == {"occasion", "said_on", "venue"}


@pytest.mark.parametrize(
    "second",
    [
        "{X2 “It is gone,”} {S2 Orro} {C2 said} on Tuesday.",
        "In an interview with Telmar, {S2 Orro} {C2 said} {X2 it is gone}.",
        "{S2 Orro} {C2 has said} {X2 it is gone}.",
        "{S2 Orro} {C2 previously said} {X2 it is gone}.",
        "{S2 Orro} {C2 repeatedly said} {X2 it is gone}.",
        "{S2 Orro} {C2 believes} {X2 it is gone}.",
        "{S2 Orro} {C2 plans} {X2 to leave}.",
        "{S2 Orro's} {C2 claim} {X2 that it is gone} was mocked.",
    ],
)
def test_another_occasion_is_not_carried_on(second: str) -> None:
    found = circumstances(marked(FIRST + second, ORRO))["2"]
    assert found.occasion is None
    assert found.said_on is None or found.said_on.value == "2014-06-24"
    assert found.venue is None or "Lissom" not in found.venue.text


def test_another_speaker_does_not_carry_on() -> None:
    text = marked(FIRST + "{S2 Fenn} {C2 added} {X2 that it is gone}.", {1: "Orro", 2: "Fenn"})
    assert circumstances(text)["2"].occasion is None


def test_thoughts_are_not_carried_on() -> None:
    words = "{S1 Orro} {C1 thought} on Monday {X1 it sank}. {S2 She} {C2 said} {X2 no}."
    assert circumstances(marked(words, ORRO))["2"].said_on is None


def test_an_interview_may_follow_a_day() -> None:
    words = (
        "{X1 The pier sank}, {S1 a diver} {C1 charged} Saturday.\n\n"
        "{X2 “It is gone,”} {S2 Orro} {C2 said} in an interview with Telmar."
    )
    found = circumstances(marked(words, ORRO))["2"]
    assert found.said_on is not None
    assert found.said_on.value == "2014-06-28"
    assert found.venue is not None


def test_after_several_occasions_only_what_is_close_carries_on() -> None:
    words = (
        "{S1 Orro} {C1 said} on Monday {X1 no}. {S2 Orro} {C2 said} on Tuesday {X2 yes}.\n\n"
        + "{S9 Fenn} {C9 said} {X9 no}.\n\n"
        + "It rained.\n\n" * 3
        + "{S3 Orro} {C3 said} {X3 maybe}."
    )
    speakers = {1: "Orro", 2: "Orro", 3: "Orro", 9: "Fenn"}
    assert circumstances(marked(words, speakers))["3"].occasion is None


def test_a_leaning_cue_is_of_one_occasion_with_its_source() -> None:
    words = "{S1 Orro} on Monday {C1 accused} {X1 the board}, {C2 claiming} {X2 it lied}."
    found = circumstances(marked(words, leans={2: 1}))["2"]
    assert found.occasion == "1"
    assert found.said_on is not None


def test_what_is_said_inside_is_of_its_own_level() -> None:
    words = (
        "{S1 Orro} {C1 said} on Monday {X1 no}. "
        "{S3 Fenn} {C3 said} {X3 that {S2 Orro} {C2 told} him {X2 to go}}."
    )
    found = circumstances(marked(words, {1: "Orro", 2: "Orro", 3: "Fenn"}, parents={2: 3}))
    assert found["2"].occasion is None


def test_turns_of_a_conversation_are_one_occasion() -> None:
    words = (
        "On Sunday's broadcast of “Pier Talk,” {S1 Orro} {C1 said} {X1 no}.\n\n"
        "{S2 FENN}{C2 :} {X2 Why?}\n\n{S3 ORRO}{C3 :} {X3 Because.}"
    )
    found = circumstances(marked(words, {1: "Orro", 2: "Fenn", 3: "Orro"}))
    for number in ("1", "2", "3"):
        said_on = found[number].said_on
        assert said_on is not None
        assert said_on.value == "2014-06-22"


@pytest.mark.parametrize(("asked", "carried"), [("{C2 asked}", "1"), ("{C2 thought}", None)])
def test_an_answer_carries_on_over_the_question_between(asked: str, carried: str | None) -> None:
    elsewhere = "{S1 Ilse Orro} {C1 said} on Monday at a rally in Lissom {X1 that it sank}.\n\n"
    words = (
        "{S3 Ilse Orro} {C3 said} on Friday at a fair in Velmar {X3 so}.\n\n"
        + elsewhere
        + "{S2 Bram Fenn} "
        + asked
        + " {X2 “But why?”}\n\nRain fell.\n\n{X4 “It rotted,”} {S4 Orro} {C4 said}."
    )
    who = {1: "Ilse Orro", 2: "Bram Fenn", 3: "Ilse Orro", 4: "Ilse Orro"}
    assert circumstances(marked(words, who))["4"].occasion == carried
