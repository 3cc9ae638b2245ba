"""All that is weighed in each invented paragraph: nothing less, and nothing more."""

from __future__ import annotations

import pytest
from paragraphs import CASES, Case

from reportedly.schema import Voice
from reportedly.weigh.evidence import evidence
from reportedly.weigh.links import links
from reportedly.weigh.notes import notes

EACH = pytest.mark.parametrize("case", [pytest.param(c, id=name) for name, c in CASES.items()])


@EACH
def test_notes(case: Case) -> None:
    paper = case.paper
    found = [n.noun for n in notes(paper.extraction)]
    told = tuple(
        (n.kind, n.status or "", paper.read(n.span), " ".join(paper.keys[i] for i in n.about))
        for n in found
    )
    assert told == case.notes


@EACH
def test_marks_of_speakers_and_carriers(case: Case) -> None:
    paper = case.paper
    found = evidence(paper.extraction, notes(paper.extraction))
    told = [
        (paper.keys[identity], mark.noun.status, paper.read(mark.noun.span), mark.noun.by)
        for identity, marks in found.items()
        for mark in marks
        if mark.noun.by is not Voice.PUBLISHER
    ]
    assert sorted(told) == sorted(case.marks)


@EACH
def test_a_note_on_evidence_is_the_publishers_mark(case: Case) -> None:
    paper = case.paper
    noted = notes(paper.extraction)
    found = evidence(paper.extraction, noted)
    told = {
        (identity, mark.noun.status, mark.noun.span)
        for identity, marks in found.items()
        for mark in marks
        if mark.noun.by is Voice.PUBLISHER
    }
    wanted = {
        (identity, n.noun.status, n.noun.span)
        for n in noted
        if n.noun.kind == "evidence"
        for identity in n.noun.about
    }
    assert told == wanted


@EACH
def test_links(case: Case) -> None:
    paper = case.paper
    found = [one.noun for one in links(paper.extraction)]
    told = tuple((one.kind, paper.keys[one.from_], paper.keys[one.to]) for one in found)
    assert told == case.links


@EACH
def test_every_decision_says_why(case: Case) -> None:
    x = case.paper.extraction
    noted = notes(x)
    marks = [mark for found in evidence(x, noted).values() for mark in found]
    assert all(one.why for one in (*noted, *marks, *links(x)))
