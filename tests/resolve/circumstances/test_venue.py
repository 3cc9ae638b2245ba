"""The words that name the occasion or medium of an utterance."""

from __future__ import annotations

import pytest
from marked import marked

from reportedly.resolve.circumstances import circumstances


@pytest.mark.parametrize(
    ("words", "venue"),
    [
        (
            "{S1 Orro} {C1 said} in an interview with Radio Onrada {X1 that it sank}.",
            "in an interview with Radio Onrada",
        ),
        ("{S1 Orro} {C1 said in an interview with Telmar} {X1 that it sank}.",
         "in an interview with Telmar"),
        ("{S1 Orro} {C1 said} at a rally in Lissom on Tuesday {X1 that it sank}.",
         "at a rally in Lissom"),
        ("{X1 “No,”} {S1 Orro} {C1 said} during a rally in Lissom, N.V., {X1 “never.”}",
         "during a rally in Lissom, N.V."),
        ("In a statement Monday, {S1 the board} {C1 said} {X1 it knew}.", "In a statement"),
        ("{S1 Orro} {C1 wrote} on Twitter {X1 that it sank}.", "on Twitter"),
        ("{S1 Orro} {C1 said} on TVO {X1 that it sank}.", "on TVO"),
        ("{S1 Orro} {C1 announced} {X1 the closure} via Facebook on Friday.", "via Facebook"),
        ("In a letter to the board, {S1 Orro} {C1 asked} {X1 for time}.",
         "In a letter to the board"),
        ("During a Channel Nine town hall, {S1 Orro} {C1 said} {X1 no}.",
         "During a Channel Nine town hall"),
        ("In an April speech, {S1 Orro} {C1 attacked} {X1 the board}.", "In an April speech"),
        ("On Sunday at a news conference, {S1 Orro} {C1 said} {X1 no}.", "at a news conference"),
        ("{S1 Orro} {C1 said} by telephone {X1 that it sank}.", "by telephone"),
        ("Speaking at the lighthouse, {S1 Orro} {C1 said} {X1 no}.", "at the lighthouse"),
    ],
)  # fmt: skip
def test_the_phrase_is_found_without_its_time(words: str, venue: str) -> None:
    found = circumstances(marked(words))["1"].venue
    assert found is not None
    assert found.text == venue


@pytest.mark.parametrize(
    "words",
    [
        "{S1 Orro} {C1 said} in the harbour {X1 that it sank}.",
        "{S1 Orro} {C1 said} in the past {X1 that it sank}.",
        "{S1 Orro} {C1 said} {X1 that it sank in a speech}.",
        "{S1 Orro, who spoke at a rally,} {C1 said} {X1 no}.",
        "{S1 Orro} {C1 commented} on the statement: {X1 “No.”}",
        "In response, {S1 Orro} {C1 said} {X1 no}.",
        "{S1 Orro} {C1 met} us at the Lissom Conference Center: {X1 “No.”}",
        "{S1 Orro} {C1 found} in the email server {X1 that it sank}.",
        "Speaking in English, {S1 Orro} {C1 said} {X1 no}.",
        "Speaking on condition of anonymity, {S1 a diver} {C1 said} {X1 no}.",
    ],
)
def test_other_phrases_are_none(words: str) -> None:
    assert circumstances(marked(words))["1"].venue is None


def test_a_medium_that_no_word_betrays_is_asked_for() -> None:
    words = "{S1 Orro} {C1 said} on Onrada Three {X1 that it sank}."
    assert circumstances(marked(words))["1"].venue is None
    found = circumstances(marked(words), lambda name: name == "Onrada Three")["1"].venue
    assert found is not None
    assert found.text == "on Onrada Three"
