"""From how many origins a claim comes: what collapses, what does not, and why."""

from __future__ import annotations

import pytest
from heard import (
    GENERAL,
    LEAGUE,
    MINISTER,
    NOBODY,
    OFFICIAL,
    OSTIA,
    OTHER,
    REPORTS,
    SENTENCE,
    THIRD,
    heard,
)

from reportedly.connect.origins import origins
from reportedly.schema import Act, Ref, Span, Verdict
from reportedly.schema.origins import Heard, Origins, ReceiptKind, Utterance

SAME, DIFFERENT, UNSURE = Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE


def bounds(*utterances: Utterance) -> tuple[int, int]:
    found = origins(utterances)
    return found.least, found.most


def kinds(found: Origins) -> list[ReceiptKind]:
    return [r.kind for group in found.groups for r in (*group.receipts, *group.why)]


def named(found: Origins) -> list[list[str]]:
    """The members of each group, as "document/attribution"."""
    return [[f"{m.document}/{m.id}" for m in group.members] for group in found.groups]


# One alone


def test_one_attribution_is_one_origin() -> None:
    assert bounds(heard("d1", "a1", MINISTER)) == (1, 1)
    assert bounds(heard("d1", "a1", NOBODY)) == (1, 1)


def test_two_speakers_are_two_origins_whatever_else_they_share() -> None:
    one = heard("d1", "a1", MINISTER, said="2021-05-04", carriers=("wire",), family="f1")
    other = heard("d2", "a1", GENERAL, said="2021-05-04", carriers=("wire",), family="f1")
    assert bounds(one, other) == (2, 2)


# The same speaker


def test_the_same_words_in_two_documents_are_one_utterance() -> None:
    found = origins([heard("d1", "a1", MINISTER), heard("d2", "a1", MINISTER)])
    assert (found.least, found.most) == (1, 1)
    assert kinds(found) == [ReceiptKind.WORDS]
    receipt = found.groups[0].receipts[0]
    assert receipt.first_spans == receipt.second_spans == (Span(20, 40),)
    assert receipt.text == "Adela Vorn, in the same words"


@pytest.mark.parametrize(
    "words",
    [
        "“The harbour authority sold the Northern Pier to a foreign bank,”",
        "the harbour authorities sold the northern pier to a foreign bank",
        "harbour authority sold the northern pier to a foreign",
    ],
    ids=["capitals and quotation marks", "one letter", "cut at both ends"],
)
def test_words_that_differ_in_trifles_are_the_same(words: str) -> None:
    pair = heard("d1", "a1", MINISTER), heard("d2", "a1", MINISTER, words)
    assert bounds(*pair) == (1, 1)


@pytest.mark.parametrize(
    "words",
    [
        OTHER,
        "the harbour authority never sold the northern pier to a foreign bank",
        "the harbour authority sold the 2 northern piers to a foreign bank",
        "the pier",
    ],
    ids=["other words", "negated", "a number", "too few to tell"],
)
def test_who_says_it_in_other_words_may_have_said_it_twice(words: str) -> None:
    """One speaker is one at least; how often he had something new to say is open."""
    pair = heard("d1", "a1", MINISTER), heard("d2", "a1", MINISTER, words)
    assert bounds(*pair) == (1, 2)


def test_the_same_day_is_one_occasion() -> None:
    one = heard("d1", "a1", MINISTER, SENTENCE, said="2021-05-04")
    other = heard("d2", "a1", MINISTER, OTHER, said="2021-05-04")
    found = origins([one, other])
    assert (found.least, found.most) == (1, 1)
    receipt = found.groups[0].receipts[0]
    assert receipt.kind is ReceiptKind.DAY
    assert receipt.text == "Adela Vorn on 2021-05-04"
    assert receipt.first_spans == (Span(0, 5), Span(60, 66))


def test_two_days_are_two_utterances_of_one_speaker_even_in_the_same_words() -> None:
    one = heard("d1", "a1", MINISTER, said="2021-05-04")
    other = heard("d2", "a1", MINISTER, said="2021-06-09")
    assert bounds(one, other) == (1, 2)


def test_nothing_was_said_after_it_was_printed() -> None:
    early = heard("d1", "a1", MINISTER, published="2019-01-01")
    late = heard("d2", "a1", MINISTER, said="2021-05-04", published="2021-05-05")
    assert bounds(early, late) == (1, 2)
    assert bounds(early, heard("d2", "a1", MINISTER, published="2021-05-05")) == (1, 1)


def test_a_month_fits_the_day_in_it_alone() -> None:
    day = heard("d1", "a1", MINISTER, said="2021-05-04")
    assert bounds(day, heard("d2", "a1", MINISTER, said="2021-05")) == (1, 1)
    assert bounds(day, heard("d2", "a1", MINISTER, said="2021-06")) == (1, 2)


def test_a_venue_with_a_name_is_an_occasion() -> None:
    def at(document: str, venue: str, published: str) -> Utterance:
        words = SENTENCE if document == "d1" else OTHER
        return heard(document, "a1", MINISTER, words, venue=venue, published=published)

    gala = at("d1", "at the Founders' Gala in Portus", "2021-05-04")
    found = origins([gala, at("d2", "at the Founders' Gala", "2021-05-06")])
    assert (found.least, found.most) == (1, 1)
    assert kinds(found) == [ReceiptKind.VENUE]
    assert bounds(gala, at("d2", "at the Founders' Gala", "2022-05-06")) == (1, 2)
    assert bounds(gala, at("d2", "at the Pilots' Ball", "2021-05-04")) == (1, 2)


@pytest.mark.parametrize("venue", ["in an interview", "on Twitter", "in a statement on Monday"])
def test_a_venue_of_every_day_is_none(venue: str) -> None:
    one = heard("d1", "a1", MINISTER, SENTENCE, venue=venue, published="2021-05-04")
    other = heard("d2", "a1", MINISTER, OTHER, venue=venue, published="2021-05-04")
    assert bounds(one, other) == (1, 2)


def test_one_report_tells_of_one_occasion_unless_it_tells_of_two() -> None:
    title, body = heard("d1", "a1", MINISTER, OTHER), heard("d1", "a2", MINISTER)
    found = origins([title, body])
    assert (found.least, found.most) == (1, 1)
    assert kinds(found) == [ReceiptKind.REPORT]
    monday = heard("d1", "a1", MINISTER, OTHER, said="2021-05-04")
    friday = heard("d1", "a2", MINISTER, said="2021-05-08")
    assert bounds(monday, friday) == (1, 2)
    gala = heard("d1", "a1", MINISTER, OTHER, venue="at the Founders' Gala")
    ball = heard("d1", "a2", MINISTER, venue="at the Pilots' Ball")
    assert bounds(gala, ball) == (1, 2)


# Reuse and carriers


def test_a_hundred_printings_have_one_origin() -> None:
    printings = [heard(f"d{n:03}", "a1", MINISTER, OTHER[n % 9 :], family="f1") for n in range(100)]
    found = origins(printings)
    assert (found.least, found.most) == (1, 1)
    assert kinds(found) == [ReceiptKind.FAMILY] * 99


def test_a_copy_that_drops_the_name_is_still_a_copy() -> None:
    whole = heard("d1", "a1", MINISTER, family="f1")
    assert bounds(whole, heard("d2", "a1", OFFICIAL, family="f1")) == (1, 1)
    assert bounds(whole, heard("d2", "a1", OFFICIAL, OTHER, family="f1")) == (1, 2)
    assert bounds(whole, heard("d2", "a1", OFFICIAL, family="f2")) == (1, 2)


def test_one_carrier_on_one_day_brings_one_utterance() -> None:
    one = heard("d1", "a1", MINISTER, SENTENCE, published="2021-05-04", carriers=("wire",))
    other = heard("d2", "a1", MINISTER, OTHER, published="2021-05-04", carriers=("wire",))
    found = origins([one, other])
    assert (found.least, found.most) == (1, 1)
    receipt = found.groups[0].receipts[0]
    assert (receipt.kind, receipt.text) == (
        ReceiptKind.CARRIER,
        "both through Wire, 2021-05-04",
    )
    assert receipt.first_spans == (Span(50, 54),)
    late = heard("d2", "a1", MINISTER, OTHER, published="2021-05-05", carriers=("wire",))
    assert bounds(one, late) == (1, 2)


def test_what_a_medium_prints_and_what_others_have_from_it_is_one() -> None:
    wire = heard("d1", "a1", MINISTER, SENTENCE, published="2021-05-04", publisher="wire")
    paper = heard("d2", "a1", MINISTER, OTHER, published="2021-05-04", carriers=("wire",))
    assert bounds(wire, paper) == (1, 1)
    again = heard("d2", "a1", MINISTER, OTHER, published="2021-05-04", publisher="wire")
    assert bounds(wire, again) == (1, 2)


def test_the_unnamed_through_one_carrier_on_one_day_is_the_named() -> None:
    one = heard("d1", "a1", MINISTER, SENTENCE, said="2021-05-04", carriers=("wire",))
    other = heard("d2", "a1", OFFICIAL, OTHER, said="2021-05-04", carriers=("wire",))
    assert bounds(one, other) == (1, 1)
    undated = heard("d2", "a1", OFFICIAL, OTHER, published="2021-05-04", carriers=("wire",))
    assert bounds(one, undated) == (1, 2)


def test_what_may_be_either_of_two_is_counted_as_neither() -> None:
    found = origins(
        [
            heard("d1", "a1", MINISTER, SENTENCE, said="2021-05-04", carriers=("wire",)),
            heard("d2", "a1", GENERAL, THIRD, said="2021-05-04", carriers=("wire",)),
            heard("d3", "a1", OFFICIAL, OTHER, said="2021-05-04", carriers=("wire",)),
        ]
    )
    assert (found.least, found.most) == (2, 2)
    unclear = found.groups[2]
    assert unclear.goes_back_to == (0, 1)
    assert [r.kind for r in unclear.why] == [ReceiptKind.CARRIER] * 2


def test_an_undated_copy_does_not_join_two_days() -> None:
    found = origins(
        [
            heard("d1", "a1", MINISTER, said="2021-05-04"),
            heard("d2", "a1", MINISTER, said="2021-06-09"),
            heard("d3", "a1", MINISTER),
        ]
    )
    assert (found.least, found.most) == (1, 2)
    assert [group.goes_back_to for group in found.groups] == [(), (), (0, 1)]


# What is not known


@pytest.mark.parametrize("unknown", [OFFICIAL, REPORTS, NOBODY])
def test_the_unknown_may_be_one_of_the_others_or_one_more(unknown: Heard) -> None:
    known = heard("d1", "a1", MINISTER), heard("d2", "a1", GENERAL)
    assert bounds(*known, heard("d3", "a1", unknown, OTHER)) == (2, 3)


def test_two_unknown_are_one_or_two() -> None:
    assert bounds(heard("d1", "a1", OFFICIAL), heard("d2", "a1", REPORTS, OTHER)) == (1, 2)


def test_a_body_may_have_spoken_through_one_of_its_own() -> None:
    state = heard("d1", "a1", OSTIA)
    assert bounds(state, heard("d2", "a1", MINISTER, OTHER)) == (1, 2)
    assert bounds(state, heard("d2", "a1", GENERAL, OTHER)) == (2, 2)
    assert bounds(state, heard("d2", "a1", LEAGUE, OTHER)) == (2, 2)
    plain = Heard("g9", "Ina Roe", True, MINISTER.type)
    assert bounds(state, heard("d2", "a1", plain, OTHER)) == (1, 2)


# Speech within speech


def test_who_says_that_another_said_it_is_not_its_origin() -> None:
    outer = heard("d1", "a1", MINISTER, f"the general said that {SENTENCE}")
    inner = heard("d1", "a2", GENERAL, within=("a1",))
    found = origins([outer, inner])
    assert (found.least, found.most) == (1, 1)
    assert found.groups[0].speakers == ("g2",)
    assert found.groups[0].label == "Piet Harrow"
    receipt = found.groups[0].receipts[0]
    assert (receipt.kind, receipt.first.id) == (ReceiptKind.QUOTED, "a1")
    assert receipt.text == "Adela Vorn says that Piet Harrow said it"


def test_the_chain_leads_to_the_innermost_even_if_it_is_unknown() -> None:
    outer = heard("d1", "a1", MINISTER)
    middle = heard("d1", "a2", GENERAL, within=("a1",))
    inner = heard("d1", "a3", OFFICIAL, within=("a2", "a1"))
    found = origins([outer, middle, inner])
    assert (found.least, found.most) == (1, 1)
    assert not found.groups[0].known
    assert found.groups[0].label == "a senior official"


def test_other_reports_of_what_was_handed_on_go_back_as_well() -> None:
    outer = heard("d1", "a1", MINISTER, OTHER, said="2021-05-04")
    inner = heard("d1", "a2", GENERAL, THIRD, within=("a1",))
    elsewhere = heard("d2", "a1", MINISTER, SENTENCE, said="2021-05-04")
    found = origins([outer, inner, elsewhere])
    assert named(found) == [["d1/a1", "d1/a2", "d2/a1"]]
    assert found.groups[0].speakers == ("g2",)


def test_speech_of_nobody_within_speech_is_the_speakers_own() -> None:
    outer = heard("d1", "a1", MINISTER)
    found = origins([outer, heard("d1", "a2", NOBODY, OTHER, within=("a1",))])
    assert named(found) == [["d1/a1", "d1/a2"]]
    assert found.groups[0].speakers == ("g1",)


def test_who_tells_what_another_thinks_speaks_for_himself() -> None:
    from dataclasses import replace

    outer = heard("d1", "a1", MINISTER)
    inner = replace(heard("d1", "a2", GENERAL, OTHER, within=("a1",)), act=Act.THINK)
    assert origins([outer, inner]).groups[0].speakers == ("g1",)


def test_two_who_each_say_it_of_the_other_are_one_origin() -> None:
    found = origins(
        [
            heard("d1", "a1", MINISTER, said="2021-05-04"),
            heard("d1", "a2", GENERAL, said="2021-05-04", within=("a1",)),
            heard("d2", "a1", GENERAL, said="2021-05-04"),
            heard("d2", "a2", MINISTER, said="2021-05-04", within=("a1",)),
        ]
    )
    assert (found.least, found.most) == (1, 1)
    assert found.groups[0].speakers == ("g1", "g2")


# Judgements


def test_a_person_joins_what_no_rule_does() -> None:
    pair = [heard("d1", "a1", MINISTER), heard("d2", "a1", GENERAL, OTHER)]
    found = origins(pair, {(Ref("d2", "a1"), Ref("d1", "a1")): SAME})
    assert (found.least, found.most) == (1, 1)
    assert kinds(found) == [ReceiptKind.JUDGED]
    assert found.groups[0].speakers == ("g1", "g2")


def test_a_person_parts_what_a_rule_joins() -> None:
    pair = [heard("d1", "a1", MINISTER), heard("d2", "a1", MINISTER)]
    found = origins(pair, {(Ref("d1", "a1"), Ref("d2", "a1")): DIFFERENT})
    assert (found.least, found.most) == (2, 2)


def test_what_a_person_parted_no_third_one_joins() -> None:
    three = [heard(f"d{n}", "a1", MINISTER) for n in (1, 2, 3)]
    found = origins(three, {(Ref("d1", "a1"), Ref("d2", "a1")): DIFFERENT})
    assert found.least == 2
    together = [{m.document for m in group.members} for group in found.groups]
    assert not any({"d1", "d2"} <= group for group in together)


def test_who_is_unsure_keeps_the_program_from_joining() -> None:
    pair = [heard("d1", "a1", MINISTER), heard("d2", "a1", MINISTER)]
    found = origins(pair, {(Ref("d1", "a1"), Ref("d2", "a1")): UNSURE})
    assert (found.least, found.most) == (1, 2)


def test_judgements_on_others_are_passed_over() -> None:
    found = origins([heard("d1", "a1", MINISTER)], {(Ref("d1", "a1"), Ref("d8", "a1")): SAME})
    assert named(found) == [["d1/a1"]]


# Bad input


def test_no_utterances_and_two_of_one_ref_are_refused() -> None:
    with pytest.raises(ValueError, match="ref of its own"):
        origins([])
    with pytest.raises(ValueError, match="ref of its own"):
        origins([heard("d1", "a1"), heard("d1", "a1")])
