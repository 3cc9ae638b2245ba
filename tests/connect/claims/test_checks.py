"""What each check finds in the words of two contents, whichever comes first."""

import pytest

from reportedly.connect.claims.arguments import arguments
from reportedly.connect.claims.certainty import certainty
from reportedly.connect.claims.findings import Check, Effect
from reportedly.connect.claims.names import names
from reportedly.connect.claims.numbers import numbers
from reportedly.connect.claims.polarity import polarity
from reportedly.connect.claims.words import words


def found(check: Check, one: str, other: str) -> set[Effect]:
    """The effects; the check must say the same of both orders."""
    there, back = check(words(one), words(other)), check(words(other), words(one))
    assert sorted(f.why for f in there) == sorted(f.why for f in back)
    effects = {f.effect for f in there}
    assert effects == {f.effect for f in back}
    return effects


@pytest.mark.parametrize(
    ("one", "other", "effects"),
    [
        ("three men drowned", "thirty men drowned", {Effect.APART}),
        ("three men drowned", "3 men drowned", set()),
        ("it costs 5 dollars", "it costs 5 euros", {Effect.APART}),
        ("it rose 5 percent", "it rose 5 points", {Effect.APART}),
        ("about 3,000 came", "3,050 came", set()),
        ("3,000 came", "3,050 came", {Effect.DOUBT}),
        ("it was built in 1987", "it was built in 1988", {Effect.APART}),
        ("two of the three men", "three men", set()),
        ("the third round", "the fourth round", {Effect.APART}),
        ("he left on Monday", "he left on Friday", {Effect.APART}),
        ("300 men came in 1990", "they came in 1990", set()),
    ],
)
def test_numbers(one: str, other: str, effects: set[Effect]) -> None:
    assert found(numbers, one, other) == effects


@pytest.mark.parametrize(
    ("one", "other", "effects"),
    [
        ("sanctions strengthened Osk", "sanctions have weakened Osk", {Effect.APART}),
        ("Osk upheld the ban", "Osk overturned the ban", {Effect.APART}),
        ("the mayor knew of it", "the mayor did not know of it", {Effect.DENIAL}),
        ("there is proof of guilt", "there is no proof of guilt", {Effect.DENIAL}),
        ("the mayor is guilty", "the mayor is innocent", {Effect.DENIAL}),
        ("the mayor is not guilty", "the mayor is innocent", {Effect.AGREE}),
        ("the vote was fair", "the vote was unfair", {Effect.DENIAL}),
        ("the old treaty is useful", "the old treaty is not only useful", set()),
        ("the mayor knew", "the mayor knew of it", set()),
        ("prices rose in Osk and fell in Tarn", "prices fell in Tarn and rose in Osk", set()),
        ("nobody came to the hall", "they arrived", {Effect.DOUBT}),
        ("he failed to pay the rent", "he paid the rent", {Effect.DENIAL}),
    ],
)
def test_polarity(one: str, other: str, effects: set[Effect]) -> None:
    assert found(polarity, one, other) == effects


@pytest.mark.parametrize(
    ("one", "other", "effects"),
    [
        ("Osk struck Tarn", "Tarn struck Osk", {Effect.APART}),
        ("Osk struck Tarn", "Tarn was struck by Osk", set()),
        ("the guard shot the thief", "the thief shot the guard", {Effect.APART}),
        ("the guard shot the thief", "the thief was shot by the guard in the yard", set()),
        ("the storm broke the pier", "the pier was broken", set()),
        ("Osk met Tarn", "Tarn met Osk", set()),
        ("Osk's attack on Tarn was cruel", "the attack on Tarn by Osk was cruel", set()),
        ("Osk's attack on Tarn was cruel", "the attack on Osk by Tarn was cruel", {Effect.APART}),
        ("it ran from Osk to Tarn", "it ran from Tarn to Osk", {Effect.APART}),
        ("Osk is bigger than Tarn", "Tarn is bigger than Osk", {Effect.APART}),
        (
            "Osk borrowed ten million from Tarn",
            "Tarn borrowed ten million from Osk",
            {Effect.APART},
        ),
    ],
)
def test_arguments(one: str, other: str, effects: set[Effect]) -> None:
    assert found(arguments, one, other) == effects


def named(one: str, other: str, known: str = "", others: str = "") -> set[Effect]:
    """The effects of names; canonical names are parted by commas."""
    first, second = (frozenset(filter(None, text.split(","))) for text in (known, others))
    there = names(words(one), words(other), first, second)
    assert {f.why for f in there} == {f.why for f in names(words(other), words(one), second, first)}
    return {f.effect for f in there}


@pytest.mark.parametrize(
    ("one", "other", "effects"),
    [
        ("a pipe burst near Osk", "a pipe burst near Tarn", {Effect.APART}),
        ("a pipe burst near Osk", "a pipe burst near the town", set()),
        ("they met Gaddafi in Osk", "they met Qaddafi in Osk", set()),
        ("the World Fishing Union met", "the WFU met", set()),
        ("Kordan Steel will close", "Belmar Steel will close", {Effect.APART}),
        ("the guest of President Halvik", "the guest of Piet Halvik", set()),
        ("Osk was struck by Tarn", "Tarn struck Osk", set()),
    ],
)
def test_names(one: str, other: str, effects: set[Effect]) -> None:
    assert named(one, other) == effects


def test_names_known_to_be_one_are_no_difference() -> None:
    words_apart = ("he fled to the Grey Isle", "he fled to Ostrava")
    assert named(*words_apart) == {Effect.APART}
    assert named(*words_apart, "Ostrava Island", "Ostrava Island") == set()


def test_names_that_only_the_lists_tell_apart_are_doubtful() -> None:
    assert named("they fled", "they ran away", "Ilda Moren", "Piet Halvik") == {Effect.DOUBT}
    assert named("they fled", "they ran away", "Ilda Moren", "Moren") == set()


@pytest.mark.parametrize(
    ("one", "other", "effects"),
    [
        ("he may resign", "he resigned", {Effect.APART}),
        ("he may resign", "he plans to resign", {Effect.DOUBT}),
        ("he may resign", "he might step down", set()),
        ("it fails if it rains", "it fails", {Effect.APART}),
        ("is he ill?", "he is ill", {Effect.APART}),
    ],
)
def test_certainty(one: str, other: str, effects: set[Effect]) -> None:
    assert found(certainty, one, other) == effects
