"""The scorer of chains, field by field: nesting, days, cues, evidence, notes, links."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from invented_chains import (
    DENIED,
    EVERY,
    FENN,
    HE,
    ORDERED,
    ORRO,
    SINKING,
    TOLD,
    at,
    counted,
    extraction,
    figure,
    kinds,
    said,
    speaks,
    words,
)

from benchmarks.chains import score
from benchmarks.chains.counts import ErrorKind
from reportedly.schema import (
    Act,
    Attribution,
    Evidence,
    Link,
    LinkKind,
    Note,
    NoteKind,
    Precision,
    SaidOn,
    Stance,
    Status,
    Voice,
)

# --- nesting

WANTED = said("wanted", "an apology", HE, FENN, parent=DENIED.id, act=Act.WANT)


def test_nesting_asks_for_the_right_parent() -> None:
    gold = (SINKING, TOLD, ORDERED)
    astray = replace(ORDERED, parent=SINKING.id)
    wrong = counted((SINKING, TOLD, astray), gold)
    assert figure(wrong, "nesting") == (0, 1, 1)
    assert sorted(kinds(wrong, "nesting")) == [ErrorKind.FALSE, ErrorKind.MISSED]
    assert figure(counted((TOLD, replace(ORDERED, parent=None)), gold), "nesting") == (0, 0, 1)


def test_nested_gold_that_is_not_found_is_missed() -> None:
    assert figure(counted(TOLD, (TOLD, ORDERED)), "nesting") == (0, 0, 1)


def test_an_own_thought_counts_neither_as_missed_nor_as_false() -> None:
    assert figure(counted(DENIED, (DENIED, WANTED)), "nesting") == (0, 0, 0)
    assert figure(counted((DENIED, WANTED), DENIED), "nesting") == (0, 0, 0)
    assert figure(counted((DENIED, WANTED), (DENIED, WANTED)), "nesting") == (0, 0, 0)


def test_anothers_thought_counts() -> None:
    hers = replace(WANTED, speaker=speaks(ORRO))
    assert figure(counted(DENIED, (DENIED, hers)), "nesting") == (0, 0, 1)
    assert figure(counted((DENIED, hers), (DENIED, hers)), "nesting") == (1, 1, 1)
    assert figure(counted((DENIED, hers), DENIED), "nesting") == (0, 1, 0)


def test_a_parent_may_be_read_past_an_own_thought() -> None:
    inside = replace(ORDERED, parent=WANTED.id)
    skipping = replace(ORDERED, parent=DENIED.id)
    counts = counted((DENIED, skipping), (DENIED, WANTED, inside))
    assert figure(counts, "nesting") == (1, 1, 1)
    assert figure(counts, "nesting depth 2") == (1, 1, 1)


def test_a_ring_of_parents_ends() -> None:
    one, other = replace(TOLD, parent=ORDERED.id), ORDERED
    assert figure(counted((one, other), (TOLD, ORDERED)), "nesting") == (1, 2, 1)


# --- days, venues, addressees


def day(value: str | None, words: str = "on Sunday") -> SaidOn:
    precision = Precision.DAY if value else None
    return SaidOn(value, precision, at(words), None if value else "no day to count from")


@pytest.mark.parametrize(
    ("gold", "predicted", "share", "f1"),
    [
        (day("2031-05-04"), day("2031-05-04"), 1, (1, 1, 1)),
        (day("2031-05-04"), day("2031-05-05"), 0, (0, 1, 1)),
        (day("2031-05-04"), None, 0, (0, 0, 1)),
        (None, day("2031-05-04"), 0, (0, 1, 0)),
        (None, None, 1, (0, 0, 0)),
        (day(None), None, 1, (0, 0, 0)),
        (day(None), day(None), 1, (0, 0, 0)),
        (day(None), day("2031-05-04"), 0, (0, 1, 0)),
    ],
)
def test_days(gold: Any, predicted: Any, share: int, f1: tuple[int, int, int]) -> None:
    counts = counted(replace(SINKING, said_on=predicted), replace(SINKING, said_on=gold))
    assert figure(counts, "said on") == (share, 1, 1)
    assert figure(counts, "said on counted") == f1


def test_a_day_is_not_the_week_of_the_same_value() -> None:
    month = replace(SINKING, said_on=SaidOn("2031-05", Precision.MONTH, at("Sunday")))
    year = replace(SINKING, said_on=SaidOn("2031", Precision.YEAR, at("Sunday")))
    assert figure(counted(month, year), "said on") == (0, 1, 1)


@pytest.mark.parametrize("name", ["venue", "addressee"])
def test_phrases_are_right_if_they_overlap(name: str) -> None:
    gold = replace(TOLD, **{name: words("reporters in Lissom")})
    near = replace(TOLD, **{name: words("Lissom")})
    off = replace(TOLD, **{name: words("the gates")})
    assert figure(counted(near, gold), name) == (1, 1, 1)
    assert figure(counted(off, gold), name) == (0, 1, 1)
    assert figure(counted(TOLD, gold), name) == (0, 0, 1)
    assert figure(counted(near, TOLD), name) == (0, 1, 0)


# --- cues


def test_acts_polarity_and_stance() -> None:
    gold = (replace(DENIED, act=Act.DENY, negated=True, stance=Stance.DOUBTING), SINKING)
    same = counted(gold, gold)
    assert figure(same, "act") == (2, 2, 2)
    assert figure(same, "act not say") == figure(same, "negated") == (1, 1, 1)
    plain = counted((DENIED, SINKING), gold)
    assert figure(plain, "act") == figure(plain, "polarity") == figure(plain, "stance") == (1, 2, 2)
    assert figure(plain, "act not say") == (0, 0, 1)
    assert figure(plain, "negated") == figure(plain, "stance not neutral") == (0, 0, 1)
    wrong = counted((replace(DENIED, act=Act.ACCUSE), SINKING), gold)
    assert figure(wrong, "act not say") == (0, 1, 1)


# --- evidence, notes, links


def marked(*marks: Evidence) -> Attribution:
    return replace(SINKING, evidence=marks)


def mark(status: Status, text: str, by: Voice = Voice.SPEAKER) -> Evidence:
    return Evidence(status, at(text), by)


def test_evidence_is_right_by_status_and_words_and_its_author_apart() -> None:
    gold = marked(
        mark(Status.NONE, "No proof was shown", Voice.PUBLISHER), mark(Status.WITNESS, "a diver")
    )
    counts = counted(marked(mark(Status.NONE, "proof"), mark(Status.SHOWN, "a diver")), gold)
    assert figure(counts, "evidence") == (1, 2, 2)
    assert figure(counts, "author") == (0, 1, 1)
    assert figure(counted(gold, gold), "author") == (2, 2, 2)
    assert figure(counted(marked(mark(Status.NONE, "Sunday")), gold), "evidence") == (0, 1, 2)


def test_notes_are_right_by_kind_and_words_and_their_status_apart() -> None:
    def noted(kind: NoteKind, status: Status, text: str) -> Any:
        return extraction(SINKING, notes=(Note(kind, status, at(text), (SINKING.id,)),))

    gold = noted(NoteKind.EVIDENCE, Status.NONE, "No proof was shown")
    near = score(noted(NoteKind.EVIDENCE, Status.UNVERIFIED, "proof was"), gold)
    assert figure(near, "notes") == (1, 1, 1)
    assert figure(near, "note status") == (0, 1, 1)
    kind = score(noted(NoteKind.RESPONSE, Status.NONE, "No proof was shown"), gold)
    assert figure(kind, "notes") == (0, 1, 1)
    assert sorted(kinds(kind, "notes")) == [ErrorKind.FALSE, ErrorKind.MISSED]


def test_links_are_right_by_kind_and_both_ends() -> None:
    def linked(kind: LinkKind, start: Attribution, end: Attribution) -> Any:
        link = Link(kind, start.id, end.id, at("denied"))
        return extraction(SINKING, TOLD, DENIED, links=(link,))

    gold = linked(LinkKind.DENIES, DENIED, TOLD)
    assert figure(score(gold, gold), "links") == (1, 1, 1)
    for wrong in (
        linked(LinkKind.ECHOES, DENIED, TOLD),
        linked(LinkKind.DENIES, DENIED, SINKING),
        linked(LinkKind.DENIES, TOLD, DENIED),
    ):
        assert figure(score(wrong, gold), "links") == (0, 1, 1)


def test_nothing_found_leaves_every_field_at_nothing() -> None:
    counts = score(extraction(), extraction(SINKING, TOLD, ORDERED, entities=EVERY))
    assert figure(counts, "found") == (0, 0, 3)
    assert figure(counts, "nesting") == (0, 0, 1)
    assert counts["speaker"].f1 == 0
