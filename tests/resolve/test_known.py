"""Known names: lookups by any form, what is ambiguous, a user's file over the shipped one."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.resolve.known import Known, KnownKind
from reportedly.schema import RunError

KNOWN = Known.load()


@pytest.mark.parametrize(
    "words", ["Press TV", "PressTV", "the Press TV", "Press TV's", "Press TV’s", "PRESSTV"]
)
def test_a_medium_is_found_in_every_spelling(words: str) -> None:
    found = KNOWN.medium(words)
    assert found
    assert (found.name, found.kind) == ("Press TV", KnownKind.BROADCASTER)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("AFP", "Agence France-Presse"),
        ("Fars", "Fars News Agency"),
        ("IRNA", "Islamic Republic News Agency"),
        ("TASS", "Tass"),
        ("al-Jazeera", "Al Jazeera"),
        ("WSJ", "Wall Street Journal"),
        ("Harper's", "Harper's"),
    ],
)
def test_short_forms_lead_to_the_full_name(words: str, name: str) -> None:
    found = KNOWN.medium(words)
    assert found
    assert found.name == name


def test_a_short_form_of_several_papers_is_ambiguous() -> None:
    found = KNOWN.medium("the Times")
    assert found
    assert {"New York Times", "Times of London"} <= set(found.ambiguous)
    assert not found.aliases


@pytest.mark.parametrize("words", ["post", "time", "the sun", "is", "us", "who", "Orro", "", "the"])
def test_ordinary_words_are_no_names(words: str) -> None:
    assert KNOWN.medium(words) is None
    assert KNOWN.group(words) is None
    assert KNOWN.government(words) is None


def test_names_that_are_words_are_marked() -> None:
    guardian, reuters = KNOWN.medium("the Guardian"), KNOWN.medium("Reuters")
    assert guardian
    assert reuters
    assert guardian.everyday
    assert not reuters.everyday


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Tehran", "government of Iran"),
        ("Iran", "government of Iran"),
        ("U.S.", "government of the United States"),
        ("Kiev", "government of Ukraine"),
        ("the White House", "presidency of the United States"),
        ("the Kremlin", "presidency of Russia"),
        ("Downing Street", "prime minister's office of the United Kingdom"),
    ],
)
def test_a_place_stands_for_who_speaks_there(words: str, name: str) -> None:
    found = KNOWN.government(words)
    assert found
    assert found.name == name


def test_a_capital_that_is_a_seat_as_well_is_ambiguous() -> None:
    found = KNOWN.government("Brussels")
    assert found
    assert set(found.ambiguous) == {"government of Belgium", "European Union"}


@pytest.mark.parametrize("words", ["IS", "ISIS", "ISIL", "Isis", "Daesh", "Islamic State"])
def test_a_group_is_one_under_all_its_names(words: str) -> None:
    found = KNOWN.group(words)
    assert found
    assert found.name == "Islamic State"


def test_aliases_are_the_other_names() -> None:
    assert {"IS", "ISIS", "ISIL"} <= set(KNOWN.aliases("Daesh"))
    assert "Daesh" not in KNOWN.aliases("Daesh")
    assert KNOWN.aliases("Ilse Orro") == ()


def test_a_users_file_adds_names_and_entries(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('[sites]\n"Lissom Light" = ["LL"]\n[agencies]\nReuters = ["Rtr"]\n', "utf-8")
    known = Known.load(file)
    light, reuters = known.medium("LL"), known.medium("Rtr")
    assert light
    assert reuters
    assert (light.name, light.kind) == ("Lissom Light", KnownKind.SITE)
    assert reuters.name == "Reuters"
    assert known.medium("Thomson Reuters") == known.medium("Reuters")


@pytest.mark.parametrize(
    "text", ["[sites", '[websites]\nX = ["Y"]\n', '[sites]\nX = "Y"\n', '[sites]\n"" = ["Y"]\n']
)
def test_a_broken_file_is_named(tmp_path: Path, text: str) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(RunError, match=r"mine\.toml"):
        Known.load(file)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(RunError, match=r"none\.toml"):
        Known.load(tmp_path / "none.toml")


@given(st.text())
def test_any_words_may_be_asked_for(words: str) -> None:
    for find in (KNOWN.medium, KNOWN.government, KNOWN.group, KNOWN.body, KNOWN.aliases):
        find(words)
