"""Words of a content: forms, stems, names."""

import pytest

from reportedly.connect.claims.words import base, full_stems, words


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("struck", "strike"),
        ("upheld", "uphold"),
        ("cities", "city"),
        ("stopped", "stop"),
        ("denied", "deny"),
        ("police", "police"),
        ("women", "woman"),
    ],
)
def test_base_form(form: str, expected: str) -> None:
    assert base(form) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("moved the army", "moving an army"),
        ("an attack", "the attackers attacked"),
        ("stronger", "strongest"),
        ("dirty", "dirtier"),
    ],
)
def test_forms_of_one_word_share_a_stem(one: str, other: str) -> None:
    assert full_stems(one) == full_stems(other)


def test_negation_and_possessive_are_taken_apart() -> None:
    assert [w.lower for w in words("They didn't see Osk's mayor and can't")] == (
        "they did not see osk mayor and can not".split()
    )


def test_a_country_in_capitals_is_no_pronoun() -> None:
    country = {w.text: w for w in words("the US told us")}
    assert country["US"].full
    assert not country["us"].full
    assert [w.lower for w in words("the U.S. army")] == ["the", "US", "army"]


def test_capitals_say_nothing_at_the_beginning() -> None:
    first, *_, last = words("Protesters came to Osk")
    assert (first.capital, last.capital) == (False, True)


def test_a_name_of_two_words_is_one_at_the_beginning_too() -> None:
    assert [w.capital for w in words("Kordan Steel will close")][:2] == [True, True]


def test_a_shouted_text_has_no_names() -> None:
    assert not any(w.capital for w in words("MAYOR OF OSK RESIGNS"))
