"""Other names in a text with a choice: the words change, and the spans go with them."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.resolve.speakers.first_names import MEN, WOMEN
from reportedly.schema import Span
from training.references import Choice, Referring
from training.rename import SHARE, renamed

SURNAMES = ("Kavelin", "Ostrander", "Quillfeather")
TEXT = "Maria Orro met Fenn. Orro said that she liked Fenn's boat, and Maria rowed it."


def at(words: str, text: str = TEXT, start: int = 0) -> Span:
    found = text.index(words, start)
    return Span(found, found + len(words))


CHOICE = Choice(at("she"), (at("Maria Orro"), at("Fenn's")), (True, False))
CHOICE = replace(CHOICE, names=(at("Maria Orro"), at("Fenn", start=TEXT.index("liked"))))
GIVEN = Referring("gap", TEXT, (), False, False, CHOICE)


def changed(seed: int = 1, text: Referring = GIVEN) -> Referring:
    """The text with other names: chance is drawn on until it does not keep them."""
    chance = random.Random(seed)  # noqa: S311
    for _ in range(50):
        found = renamed(text, SURNAMES, chance)
        if found is not text:
            return found
    return text


@given(st.integers(0, 500))
def test_spans_read_the_new_names_and_the_old_pronoun(seed: int) -> None:
    found = changed(seed)
    assert found.choice is not None
    one, other = (s.read(found.text) for s in found.choice.names)
    assert found.choice.pronoun.read(found.text) == "she"
    first, last = one.split()
    assert first.lower() in WOMEN
    assert last in SURNAMES
    assert other in SURNAMES
    assert found.choice.right == (True, False)


def test_names_change_throughout_and_the_rest_stays() -> None:
    found = changed()
    assert found.choice is not None
    first, last = found.choice.names[0].read(found.text).split()
    other = found.choice.names[1].read(found.text)
    for old, new in (("Maria", first), ("Orro", last), ("Fenn", other)):
        assert old not in found.text
        assert found.text.count(new) >= TEXT.count(old)
    assert found.text == TEXT.replace("Maria", first).replace("Orro", last).replace("Fenn", other)


def test_first_names_are_of_the_pronouns_gender() -> None:
    text = TEXT.replace("she", "his")
    names = (at("Maria Orro", text), at("Fenn", text))
    his = Referring("gap", text, (), choice=Choice(at("his", text), names, (True, False)))
    firsts = {changed(seed, his).text.split()[0].lower() for seed in range(20)}
    assert firsts <= MEN
    assert len(firsts) > 5


def test_a_first_name_alone_stays_a_first_name() -> None:
    text = "Maria met Fenn. Then she left."
    names = (at("Maria", text), at("Fenn", text))
    her = Referring("gap", text, (), choice=Choice(at("she", text), names, (True, False)))
    found = changed(3, her).text.split()
    assert found[0].lower() in WOMEN
    assert found[2].rstrip(".") in SURNAMES


@pytest.mark.parametrize("names", [("Maria Orro", "Jana Orro"), ("Maria Orro", "the van")])
def test_names_that_share_a_word_or_are_none_are_left(names: tuple[str, str]) -> None:
    text = f"{names[0]} met {names[1]}. Then she left."
    spans = (at(names[0], text), at(names[1], text))
    kept = Referring("gap", text, (), choice=Choice(at("she", text), spans, (True, False)))
    assert changed(1, kept) is kept


@pytest.mark.xfail(reason="both may get one surname, and then nothing tells them apart")
def test_two_names_stay_two() -> None:
    for seed in range(50):
        choice = changed(seed).choice
        assert choice is not None
        one, other = (s.read(changed(seed).text).split()[-1] for s in choice.names)
        assert one != other


def test_a_text_without_a_choice_is_left() -> None:
    bare = Referring("gum", TEXT, ())
    assert changed(1, bare) is bare


def test_some_texts_are_left_each_time() -> None:
    chance = random.Random(5)  # noqa: S311
    kept = sum(renamed(GIVEN, SURNAMES, chance) is GIVEN for _ in range(400))
    assert kept == pytest.approx(400 * (1 - SHARE), abs=40)


def test_the_same_chance_gives_the_same_names() -> None:
    assert changed(7) == changed(7)
    assert len({changed(seed).text for seed in range(10)}) > 5
