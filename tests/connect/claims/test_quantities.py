"""Numbers read from words and figures."""

import pytest

from reportedly.connect.claims.quantities import quantities
from reportedly.connect.claims.words import words


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("three soldiers", 3, ""),
        ("a hundred tanks", 100, ""),
        ("1,200 jobs", 1200, ""),
        ("two hundred and fifty cows", 250, ""),
        ("twenty-five buses", 25, ""),
        ("3.5 million people", 3_500_000, ""),
        ("$2.5m", 2_500_000, "dollar"),
        ("5 billion euros", 5e9, "euro"),
        ("7 per cent", 7, "percent"),
        ("7%", 7, "percent"),
        ("three quarters of them", 75, "percent"),
        ("a tenth of them", 10, "percent"),
        ("half of them", 50, "percent"),
        ("in 1987", 1987, "year"),
        ("the second round", 2, "place"),
        ("the 14th day", 14, "place"),
        ("12 kilometres", 12, "kilometre"),
        ("on Monday", 0, "day"),
        ("in May we met in March", 4, "month"),
        ("millions of bees", 1e6, ""),
    ],
)
def test_reads(text: str, value: float, unit: str) -> None:
    found = quantities(words(text))[0]
    assert (found.value, found.unit) == (pytest.approx(value), unit)


@pytest.mark.parametrize("text", ["one of them", "a second later", "the people may come", "no one"])
def test_no_number(text: str) -> None:
    assert quantities(words(text)) == ()


def test_hedged_numbers_are_rough() -> None:
    rough, exact = quantities(words("about 300 of the 512 houses"))
    assert (rough.rough, exact.rough) == (True, False)
