"""Utterances told of in the sentence before the words."""

from __future__ import annotations

import pytest
from marked import marked

from reportedly.resolve.circumstances import circumstances


def test_remarks_told_of_date_the_words_that_follow() -> None:
    words = (
        "{S1 The statement} {C1 echoes} {X1 the remarks made by the diver Dara Fenn on Friday}. "
        "{X2 “It sank,”} {S2 Fenn} {C2 said}."
    )
    found = circumstances(marked(words, {2: "Dara Fenn"}))
    assert found["1"].said_on is None
    assert found["2"].said_on is not None
    assert found["2"].said_on.value == "2014-06-27"


@pytest.mark.parametrize(
    ("before", "value", "venue"),
    [
        ("Fenn spoke at a rally in Lissom on Tuesday.", "2014-06-24", "at a rally in Lissom"),
        ("Fenn gave an interview to Telmar on Tuesday.", "2014-06-24", None),
        ("At a rally on Tuesday, Fenn held up a rope.", "2014-06-24", "At a rally"),
    ],
)
def test_an_appearance_told_of_does_too(before: str, value: str, venue: str | None) -> None:
    words = before + " {X1 “It sank,”} {S1 he} {C1 said}."
    found = circumstances(marked(words, {1: "Dara Fenn"}))["1"]
    assert found.said_on is not None
    assert found.said_on.value == value
    assert (found.venue.text if found.venue else None) == venue


@pytest.mark.parametrize(
    "before",
    [
        "The remarks made by Orro on Friday were long.",
        "Fenn resigned on Friday.",
        "The board answered remarks by Fenn after it met on Friday.",
    ],
)
def test_other_sentences_date_nothing(before: str) -> None:
    words = before + " {X1 “It sank,”} {S1 Fenn} {C1 said}."
    assert circumstances(marked(words, {1: "Dara Fenn"}))["1"].said_on is None


def test_a_study_is_dated_by_its_publication() -> None:
    words = (
        "The study was published in the journal Shoals on Monday. "
        "{S1 The researchers} {C1 found} {X1 that herring return}."
    )
    found = circumstances(marked(words))["1"]
    assert found.said_on is not None
    assert found.said_on.value == "2014-06-23"
    assert found.venue is not None
    assert found.venue.text == "in the journal Shoals"
