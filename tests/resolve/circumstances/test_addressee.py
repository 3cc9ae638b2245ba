"""Whom an utterance was said to."""

from __future__ import annotations

import pytest
from marked import marked

from reportedly.resolve.circumstances import circumstances


@pytest.mark.parametrize(
    ("words", "addressee"),
    [
        ("{S1 Orro} {C1 told} reporters in Lissom {X1 that it sank}.", "reporters"),
        ("{S1 Orro} {C1 told} a cheering crowd {X1 that it sank}.", "a cheering crowd"),
        ("{S1 Orro} {C1 told} reporters gathered there {X1 that it sank}.", "reporters"),
        ("{S1 Orro} {C1 told} the 2014 committee {X1 that it sank}.", "the 2014 committee"),
        ("{S1 Orro} {C1 asked} the crew {X1 whether it sank}.", "the crew"),
        ("{S1 Orro} {C1 asked} {X1 the crew to wait}.", "the crew"),
        ("{S1 Orro} {C1 warned} him {X1 that it sinks}.", "him"),
        ("In a letter to the board, {S1 Orro} {C1 said} {X1 no}.", "the board"),
        ("{X1 “No,”} {S1 Orro} {C1 said} to Fenn.", "Fenn"),
        ("{C1 asked} Dara Fenn, the harbour master, {X1 whether it sank}.",
         "Dara Fenn, the harbour master"),
        ("Young divers {C1 have been told} {X1 to wait}.", "Young divers"),
    ],
)  # fmt: skip
def test_who_is_told(words: str, addressee: str) -> None:
    found = circumstances(marked(words))["1"].addressee
    assert found is not None
    assert found.text == addressee


@pytest.mark.parametrize(
    "words",
    [
        "{S1 Orro} {C1 said} {X1 that it sank}.",
        "{S1 Orro} {C1 warned} in Lissom {X1 that it sinks}.",
        "{S1 Orro} {C1 ordered} {X1 the crew to wait}.",
        "{S1 Orro} {C1 used her speech to call for} {X1 a vote}.",
    ],
)
def test_nobody_is_told(words: str) -> None:
    assert circumstances(marked(words))["1"].addressee is None


def test_a_medium_is_told_nothing() -> None:
    text = marked("{S1 Orro} {C1 told} the Coast Mail {X1 that it sank}.")
    assert circumstances(text)["1"].addressee is not None
    assert circumstances(text, lambda name: name == "Coast Mail")["1"].addressee is None
