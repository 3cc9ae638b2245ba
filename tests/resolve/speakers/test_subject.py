"""Subjects: who a pronoun or noun stands for by its sentence, the one before, and its clause."""

from __future__ import annotations

import pytest
from planted import Planted, noun, person, planted, pronoun

from reportedly.resolve.speakers import cast
from reportedly.schema import Form, Refers

_BODY = Refers.BODY


def who(words: str, *mentions: Planted) -> str:
    """The first words for who speaks last in a text."""
    extraction = planted(words, *mentions)
    found = cast(extraction)
    cluster = found.settled[str(len(extraction.attributions))].cluster
    if cluster is None:
        return ""
    first = found.clustered.mentions[cluster.mentions[0]]
    return first.span.read(extraction.document.text)


SAID = "{S1 Bram Fenn} {C1 said} {X1 that it sank}. "


@pytest.mark.parametrize(
    "between",
    [
        "Ilse Orro won the race. ",
        "On Monday, Ilse Orro won the race. ",
        "After the storm, Ilse Orro won the race. ",
        "Captain Ilse Orro won the race. ",
        "For Ilse Orro, the race was won. ",
    ],
)
def test_a_pronoun_is_who_the_sentence_before_is_about(between: str) -> None:
    words = SAID + between + "{S2 He} {C2 said}: {X2 “It was fair.”}"
    assert who(words, person("Bram Fenn"), person("Ilse Orro"), pronoun("He")) == "Ilse Orro"


@pytest.mark.parametrize(
    "between",
    [
        "The race went to Ilse Orro. ",
        "Ilse Orro's boat beat Bram Fenn's. ",
    ],
)
def test_who_spoke_last_is_meant_where_that_sentence_does_not_say(between: str) -> None:
    words = SAID + between + "{S2 He} {C2 said}: {X2 “It was fair.”}"
    more = [person("Bram Fenn")] if "Fenn's" in between else []
    mentions = (person("Bram Fenn"), person("Ilse Orro"), *more, pronoun("He"))
    assert who(words, *mentions) == "Bram Fenn"


def test_what_somebody_says_opens_no_sentence() -> None:
    words = "{S1 Bram Fenn} {C1 said}: {X1 “Ilse Orro won.”} {S2 He} {C2 added}: {X2 “Well.”}"
    assert who(words, person("Bram Fenn"), person("Ilse Orro"), pronoun("He")) == "Bram Fenn"


def test_a_pronoun_is_who_comes_first_in_its_own_sentence() -> None:
    words = SAID + "Ilse Orro rows for the guild that {S2 she} {C2 calls} {X2 her home}."
    assert who(words, person("Bram Fenn"), person("Ilse Orro"), pronoun("she")) == "Ilse Orro"


@pytest.mark.parametrize("source", ["{S2 He}", "{S2 The keeper}"])
def test_nobody_speaks_of_himself_by_name(source: str) -> None:
    words = SAID + source + " {C2 said} {X2 that Fenn had left the pier}."
    subject = pronoun("He", {0: 0.9}) if "He" in source else noun("keeper", {0: 0.9})
    assert who(words, person("Bram Fenn"), subject, person("Fenn")) != "Bram Fenn"


def test_another_of_the_same_surname_may() -> None:
    words = (
        "Frank Orro left. {S1 Ilse Orro} {C1 said} {X1 no}. "
        "{S2 She} {C2 said} {X2 that Frank Orro was late}."
    )
    mentions = (person("Frank Orro"), person("Ilse Orro"), pronoun("She"), person("Frank Orro"))
    assert who(words, *mentions) == "Ilse Orro"


def test_who_spoke_under_a_noun_is_taken_up_by_it_before_who_spoke_last() -> None:
    words = "{S1 Bram Fenn} {C1 said} {X1 no}. {S2 A diver} {C2 said} {X2 yes}. "
    words += "{S3 Fenn} {C3 left it at} {X3 that}. {S4 The diver} {C4 insists} {X4 it is so}."
    mentions = (person("Bram Fenn"), noun("diver"), person("Fenn"), noun("diver", {2: 0.6}))
    assert who(words, *mentions) == "diver"


def test_a_noun_in_the_sentence_of_who_spoke_last_is_somebody_else() -> None:
    words = "{S1 Bram Fenn} {C1 said} {X1 it sank}, while {S2 the keeper} {C2 said} {X2 it rose}."
    assert who(words, person("Bram Fenn"), noun("keeper")) == "keeper"


@pytest.mark.parametrize(("word", "found"), [("girl", "girl"), ("man", "Frank Orro")])
def test_a_noun_is_for_one_of_its_gender(word: str, found: str) -> None:
    words = "{S1 Frank Orro} {C1 said} {X1 no}. “No,” {S2 the " + word + "} {C2 said} {X2 again}."
    assert who(words, person("Frank Orro"), noun(word, {0: 0.5})) == found


def test_a_body_in_apposition_to_its_noun_is_taken_up_by_it() -> None:
    words = "{S1 The airline, Zephair,} {C1 said} {X1 no}. {S2 The airline} {C2 cited} {X2 it}."
    extraction = planted(
        words,
        noun("airline", refers=_BODY),
        Planted("Zephair", Form.NAME, _BODY),
        noun("airline", refers=_BODY),
    )
    settled = cast(extraction).settled
    assert settled["1"].cluster is settled["2"].cluster is not None
    assert settled["1"].cluster.names == [("zephair",)]
