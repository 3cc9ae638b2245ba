"""What the scorer of chains takes for the same name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.chains import names
from reportedly.schema import Entity, EntityType, Span


@pytest.mark.parametrize(
    ("phrase", "head"),
    [
        ("Ilse Orro", "Orro"),
        ("Ilse Orro, a retired diver,", "Orro"),
        ("a spokesman for the ferry company", "spokesman"),
        ("the Ministry of Fish", "Ministry"),
        ("Orro's brother", "brother"),
        ("a person close to the talks", "person"),
        ("several fishermen who saw it", "fishermen"),
        ("the club’s", "club"),
        ("Velmaran and Tarkeshi officials", "officials"),
        ("Orro and Fenn", "and"),
        ("I", "I"),
        ("…", "…"),
    ],
)
def test_the_head_stands_before_what_describes_it(phrase: str, head: str) -> None:
    assert names.head_of(phrase).read(phrase) == head


def test_a_mention_is_read_where_the_name_stands() -> None:
    text = "Secretary of State Ilse Orro, a diver, spoke."
    assert names.core(text, Span(0, 37), "Ilse Orro").read(text) == "Orro"
    assert names.core(text, Span(0, 37), "Fenn").read(text) == "Secretary"


def test_pronouns_and_nouns_name_nobody() -> None:
    text = "Ilse Orro spoke. She left. The diver, called Lissom Gull, slept."
    mentions = tuple(
        Span(text.index(w), text.index(w) + len(w))
        for w in ("Ilse Orro", "She", "The diver", "Lissom Gull")
    )
    entity = Entity("e1", EntityType.PERSON, "Ilse Orro", (), mentions)
    assert [span.read(text) for span in names.naming(text, entity)] == ["Orro", "Gull"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Orro", "Ilse Orro", True),
        ("the Coast Mail", "Coast Mail", True),
        ("President Orro", "Orro’s", True),
        ("the President", "President", True),
        ("ferry company", "spokesman for the ferry company", False),
        ("Orro", "Orro campaign", False),
        ("Ilse Orro", "Per Orro", False),
    ],
)
def test_a_name_contains_another_of_the_same_head(one: str, other: str, same: bool) -> None:
    assert names.contained(one, other) is same
    assert names.contained(other, one) is same


@given(st.text(min_size=1))
def test_any_words_have_a_head_within_them(phrase: str) -> None:
    head = names.head_of(phrase)
    assert head.end <= len(phrase)
    assert names.equal(phrase, phrase)
