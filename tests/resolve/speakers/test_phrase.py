"""Noun phrases: what stands before a noun, planted with the noun between @ signs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.resolve.speakers.phrase import NounPhrase, noun_phrase
from reportedly.schema import Span


def read(marked: str) -> NounPhrase:
    start, end = marked.index("@"), marked.rindex("@") - 1
    return noun_phrase(marked.replace("@", ""), Span(start, end))


@pytest.mark.parametrize(
    "text",
    [
        "The @official@ left.",
        "They met this tired old @diver@.",
        "Her @brother@ left.",
        "Onrada's @mayor@ left.",
        "Onrada’s retired @mayor@ left.",
        "the divers’ @union@ left.",
    ],
)
def test_definite(text: str) -> None:
    assert read(text).definite


@pytest.mark.parametrize(
    "text",
    [
        "An @official@ left.",
        "They met several old @divers@.",
        "@Officials@ left.",
        "The boat sank, @officials@ say.",
        "The head of @divers@ left.",
        "The boats were @divers@ now.",
        "the old wet cold long dark grim @divers@ left",  # a determiner that far off is another's
    ],
)
def test_indefinite(text: str) -> None:
    assert not read(text).definite


@pytest.mark.parametrize(
    "text",
    [
        "Ilse Orro, a @diver@, left.",
        "Ilse Orro is the @mayor@.",
        "Ilse Orro was once @mayor@.".replace("once ", ""),
        "Ilse Orro, @mayor@ of Lissom, left.",
    ],
)
def test_apposed(text: str) -> None:
    assert read(text).apposed


@pytest.mark.parametrize(
    "text",
    [
        "The @mayor@ left.",
        "They saw a @diver@.",
        "“A @diver@ left.”",
        "Orro’s @mayor@ left.",
        "Ilse Orro left. Earlier this month, a @diver@ said so.",
        "Ilse Orro left. In March 2031, a @diver@ said so.",
        "On Monday, a former @diver@ said so.",
    ],
)
def test_not_apposed(text: str) -> None:
    assert not read(text).apposed


def test_names_in_the_phrase_are_those_before_the_noun() -> None:
    assert set(read("Fenn said the Orro Lissom @campaign@ left.").names) == {"orro", "lissom"}
    assert read("Fenn said Orro’s @campaign@ left.").names == ("orro",)
    assert read("Fenn met a @diver@.").names == ()


@given(st.text(max_size=120), st.text(min_size=1, max_size=9))
def test_any_text_may_stand_before_a_noun(before: str, noun: str) -> None:
    found = noun_phrase(before + noun, Span(len(before), len(before) + len(noun)))
    assert all(name == name.lower() for name in found.names)


def test_words_between_determiner_and_noun() -> None:
    assert read("The old, the former shift @leader@ left.").words == ("shift", "former")
    assert read("Former @leaders@ left.").words == ()
