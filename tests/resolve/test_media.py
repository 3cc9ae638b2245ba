"""Media by their words: names that no list holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.resolve.media import looks_like_medium, looks_like_site


@pytest.mark.parametrize(
    "words",
    [
        "Onrada Herald",
        "Northern Ledger",
        "the Lissom Daily News",
        "Radio Velmar",
        "Channel 9",
        "Telmar news agency",
        "the Telmar News Agency",
        "Velmar Press Agency",
        "Onrada News Network",
        "Velmar magazine",
        "velmar.com",
        "KVLM",
        "WVLM-TV",
        "Tarkeshi state television",
    ],
)
def test_words_say_that_it_is_a_medium(words: str) -> None:
    assert looks_like_medium(words)


@pytest.mark.parametrize(
    "words",
    [
        "Ilse Orro",
        "social media",
        "Velmar University Press",
        "WWII",
        "Ministry of Fish",
        "the",
        "",
        "Velmar Space Agency",
        "the Agency",
        "News Agency",
    ],
)
def test_other_names_are_none(words: str) -> None:
    assert not looks_like_medium(words)


def test_words_run_together_are_a_sites() -> None:
    assert looks_like_site("TideRumors")
    assert not looks_like_site("McAllister")
    assert not looks_like_site("Velmar")


@given(st.text())
def test_any_words_may_be_asked_for(words: str) -> None:
    looks_like_medium(words)
    looks_like_site(words)
