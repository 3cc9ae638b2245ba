"""Triggers: which words stand in cues often enough."""

from __future__ import annotations

from reportedly.schema import Span, Spans
from training.corpus import Example, Gold
from training.triggers import SEEN, SHARE, triggers


def example(text: str, *cues: str) -> Example:
    """A text with its cues, each where its words stand first."""
    spans = [(Span(text.index(c), text.index(c) + len(c)),) for c in cues]
    return Example("planted", text, tuple(Gold((), cue, ()) for cue in spans))


def said(times: int, text: str = "Orro said no.", *cues: str) -> list[Example]:
    return [example(text, *(cues or ("said",)))] * times


def test_a_word_must_be_seen_in_cues_often_enough() -> None:
    assert triggers(said(SEEN)) == ["said"]
    assert triggers(said(SEEN - 1)) == []


def test_it_is_the_share_of_its_occurrences_that_counts() -> None:
    rest = [example("They said.")]
    least = round(SEEN / SHARE)  # occurrences of which SEEN are just the share
    assert triggers([*said(SEEN), *rest * (least - SEEN)]) == ["said"]
    assert triggers([*said(SEEN), *rest * (least - SEEN + 1)]) == []


def test_words_of_a_cue_in_pieces_count_each_and_come_in_order() -> None:
    text = "Telmar Quoted Orro as saying no."
    roles: Spans = tuple(
        Span(text.index(w), text.index(w) + len(w)) for w in ("Quoted", "as saying")
    )
    quoted = [Example("planted", text, (Gold((), roles, ()),))] * SEEN
    assert triggers(quoted) == ["as", "quoted", "saying"]


def test_capitals_make_no_difference_and_apostrophes_belong_to_the_word() -> None:
    found = triggers([*said(2, "“No,” SAID Orro.", "SAID"), *said(3)])
    assert found == ["said"]
    assert triggers(said(SEEN, "Orro didn’t say 2 words.", "didn’t say")) == ["didn’t", "say"]


def test_a_word_twice_in_one_cue_is_one_sighting() -> None:
    twice = [example("Orro said and said.", "said and said")] * (SEEN - 1)
    assert triggers(twice) == []


def test_what_no_cue_holds_is_none() -> None:
    assert triggers([]) == []
    assert triggers([example("Orro said no.")] * 50) == []
