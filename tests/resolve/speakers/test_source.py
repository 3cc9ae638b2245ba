"""Sources: which of their words says who it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.resolve.speakers.source import parse
from reportedly.schema import Form, Mention, Refers, Span


def spans(text: str, *names: str) -> list[Mention]:
    return [
        Mention(Span(text.index(n), text.index(n) + len(n)), Form.NAME, Refers.PERSON)
        for n in names
    ]


@pytest.mark.parametrize(
    ("text", "names", "head"),
    [
        ("Ilse Orro", ("Ilse Orro",), "Ilse Orro"),
        (
            "Deputy Chief of Staff of the Velmaran Army General Ilse Orro",
            ("Ilse Orro",),
            "Ilse Orro",
        ),
        ("a spokesman for Ilse Orro", ("Ilse Orro",), "spokesman"),
        ("Orro spokesman Bram Tolliver", ("Orro", "Bram Tolliver"), "Bram Tolliver"),
        ("the keeper of the light, Ilse Orro,", ("Ilse Orro",), "Ilse Orro"),
        (
            "Ilse Orro, head of the guild that Bram Tolliver left,",
            ("Ilse Orro", "Bram Tolliver"),
            "Ilse Orro",
        ),
        ("several harbour officials", (), "officials"),
        ("a majority of divers", (), "divers"),
        ("people familiar with the talks", (), "people"),
        ("an official who asked not to be named", (), "official"),
        ("the report", (), "report"),
        ("data released Friday by the guild", (), "data"),
        ("a poll of divers published in June", (), "poll"),
        ("those surveyed", (), "those"),
        ("a video posted online", (), "video"),
        ("a Lissom University poll Jan. 17-23", (), "poll"),
        ("a Lissom poll this month", (), "poll"),
        ("the united guild", (), "guild"),
        ("a spokesman for committee Democrats", ("Democrats",), "spokesman"),
        ("head of the harbour police General Ilse Orro", ("Ilse Orro",), "Ilse Orro"),
        ("the guild manager for harbours Ilse Orro", ("Ilse Orro",), "Ilse Orro"),
        (
            "the Velmaran massage therapist, who calls herself Ilse Orro",
            ("Ilse Orro",),
            "Ilse Orro",
        ),
        ("a diver known as Orro", ("Orro",), "Orro"),
        ("Lissom Biz Wire", (), "Lissom Biz Wire"),
        ("the guild's 'Lions of Velmar' message", (), "message"),
        ("Bank of Velmar officials", ("Bank of Velmar",), "officials"),
        ("Photos of the pier", (), "Photos"),
    ],
)
def test_head(text: str, names: tuple[str, ...], head: str) -> None:
    found = parse(text, (Span(0, len(text)),), spans(text, *names))
    assert found is not None
    assert found.head.read(text) == head


@pytest.mark.parametrize(
    ("text", "names", "members", "core"),
    [
        ("Ilse Orro and Bram Fenn", ("Ilse Orro", "Bram Fenn"), ("fenn", "orro"), None),
        ("Orro, Fenn and Mayor Vik", ("Orro", "Fenn", "Vik"), ("fenn", "orro", "vik"), None),
        ("She and her husband", (), ("husband", "she"), None),
        (
            "the diver Ilse Orro, 40, and the mayor of Lissom",
            ("Ilse Orro",),
            ("mayor", "orro"),
            "diver Ilse Orro, 40, and the mayor",
        ),
        (
            "Ilse Orro and Bram Fenn, a diver,",
            ("Ilse Orro", "Bram Fenn"),
            ("fenn", "orro"),
            "Ilse Orro and Bram Fenn",
        ),
        ("many divers and sailors", (), ("divers", "sailors"), None),
        ("Velmaran and Tarkeshi officials", (), (), None),
        ("Orro and Fenn supporters", ("Orro", "Fenn"), (), None),
        ("the writer and former pilot Ilse Orro", ("Ilse Orro",), (), None),
        ("Ilse Orro, a diver and the mayor of Lissom,", ("Ilse Orro",), (), None),
        ("the ministry of fish and the sea", (), (), None),
        ("Bread and Water", ("Bread and Water",), (), None),
        ("Ilse Orro, who saw Bram Fenn and the mayor,", ("Ilse Orro", "Bram Fenn"), (), None),
    ],
)
def test_several_are_told_from_one(
    text: str, names: tuple[str, ...], members: tuple[str, ...], core: str | None
) -> None:
    found = parse(text, (Span(0, len(text)),), spans(text, *names))
    assert found is not None
    assert found.members == members
    if members:
        assert found.core.read(text) == (core or text)
        assert found.head.read(text) == "and"


def test_pronouns_are_told_apart() -> None:
    for word, relative in (("she", False), ("I", False), ("who", True)):
        found = parse(word, (Span(0, len(word)),), [])
        assert found is not None
        assert (found.pronoun, found.relative) == (word.lower(), relative)
    assert parse("divers", (Span(0, 6),), []).pronoun is None  # type: ignore[union-attr]


def test_an_employer_may_be_a_firm() -> None:
    text = "Her employer, the Anchor Café,"
    at = text.index("Anchor")
    mentions = [Mention(Span(at, at + len("Anchor Café")), Form.NAME, Refers.BODY)]
    found = parse(text, (Span(0, len(text)),), mentions)
    assert found is not None
    assert found.head.read(text) == "Anchor Café"


def test_an_anchor_is_no_channel() -> None:
    text = "The moderator, Channel 6 anchor Ilse Orro,"
    found = parse(text, (Span(0, len(text)),), spans(text, "Channel", "Ilse Orro"))
    assert found is not None
    assert found.head.read(text) == "Ilse Orro"


def test_a_comma_in_a_number_ends_nothing() -> None:
    text = "a survey of 1,200 divers, most of them old,"
    found = parse(text, (Span(0, len(text)),), [])
    assert found is not None
    assert found.core.read(text) == "survey of 1,200 divers"


def test_core_ends_before_what_describes() -> None:
    text = "a senior official, who asked not to be named"
    found = parse(text, (Span(0, len(text)),), [])
    assert found is not None
    assert found.core.read(text) == "senior official"


@given(st.text(min_size=1, max_size=60))
def test_any_text_is_read(text: str) -> None:
    found = parse(text, (Span(0, len(text)),), [])
    if found is not None:
        assert found.head.within(found.span)
        assert found.head.read(text).strip()
