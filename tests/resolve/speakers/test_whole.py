"""Whole names: where names begin and end that the engine cut, or let run on, or took for none."""

from __future__ import annotations

import pytest
from planted import Planted, body, located, person, place

from reportedly.resolve.speakers.whole import whole_names


def names(text: str, *mentions: Planted) -> list[str]:
    return [m.span.read(text) for m in whole_names(text, located(text, *mentions))]


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("Sen. Frank Orro (D-Velmar) left.", person("Frank Orro (D-"), "Frank Orro"),
        ("Frank Orro, Velmar's mayor, left.", person("Frank Orro, Velmar"), "Frank Orro"),
        ("Frank Orro, Jr. left.", person("Frank Orro, Jr"), "Frank Orro, Jr"),
        ("The U.S. said no.", person("U"), "U.S"),
        ("Then A.K. Tolliver left.", person("A"), "A.K. Tolliver"),
        ("Then A K Tolliver left.", person("K Tolliver"), "A K Tolliver"),
        ("Bashir Orro al-Velmari left.", person("Bashir Orro"), "Bashir Orro al-Velmari"),
        ("The St. Orro Council met.", body("Orro Council"), "St. Orro Council"),
        ("The Humane Guild of Velmar met.", body("Humane Guild"), "Humane Guild of Velmar"),
        (
            "The Velmaran Observatory for Tides and Winds met.",
            body("Velmaran Observatory"),
            "Velmaran Observatory for Tides and Winds",
        ),
        ("Telmar of the coast met.", body("Telmar"), "Telmar"),
        ("Telmar News for Velmar is out.", body("Telmar News"), "Telmar News"),
        ("He came to St. Ives.", place("Ives"), "St. Ives"),
    ],
)
def test_a_name_ends_where_it_ends(text: str, mention: Planted, name: str) -> None:
    assert names(text, mention) == [name]


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("Orro left. The guild's Frank Orro’s boat sank.", "Frank Orro"),
        ("Orro left. Then Frank Tolliver Orro came.", "Frank Tolliver Orro"),
    ],
)
def test_a_full_name_that_was_no_mention_is_one(text: str, full: str) -> None:
    assert names(text, person("Orro")) == ["Orro", full]


@pytest.mark.parametrize(
    "text",
    [
        "Orro left. Then Velmar Orro came.",  # no first name
        "Orro left. Frank Asks Mayor Over Orro.",  # a headline's capitals
        "Orro left. Frank Tolliver came.",
        "Diver left. Frank Diver is a diver.",  # a word that the text has in small letters
    ],
)
def test_other_capitals_are_no_full_name(text: str) -> None:
    first = text.split(maxsplit=1)[0]
    assert names(text, person(first)) == [first]


def test_a_title_before_a_known_name_is_kept() -> None:
    text = "Orro left. Then Mayor Frank Orro came."
    assert names(text, person("Orro"), person("Mayor Frank Orro"))[1] == "Mayor Frank Orro"


def test_a_last_name_takes_the_first_name_that_it_has_elsewhere() -> None:
    text = "Velmaran Orro said so. Tarkesh Orro did, Velmaran Orro not."
    mentions = (person("Velmaran Orro"), person("Tarkesh Orro"), person("Orro"))
    assert names(text, *mentions) == ["Velmaran Orro", "Tarkesh Orro", "Velmaran Orro"]


@pytest.mark.parametrize(
    ("text", "mentions", "found"),
    [
        (
            "Then Captain Ines Duarte left the old pier.",
            (person("Ines"), person("Duarte")),
            ["Ines Duarte"],
        ),
        ("It was Abu Orro who left the old pier.", (person("Abu"),), ["Abu Orro"]),
        (
            "Chipmaker Velora shrinks again. The chipmaker said no.",
            (person("Chipmaker"), person("Velora")),
            ["Chipmaker", "Velora"],
        ),
        ("Frank Asks for a New Boat\n\nIt sank in May.", (person("Frank"),), ["Frank"]),
    ],
)
def test_a_first_name_takes_the_last_name_behind_it(
    text: str, mentions: tuple[Planted, ...], found: list[str]
) -> None:
    assert names(text, *mentions) == found


def test_a_title_is_no_first_name() -> None:
    text = "Professor Orro left. The Professor Orro came."
    assert names(text, person("Professor Orro"), person("Orro")) == ["Professor Orro", "Orro"]
