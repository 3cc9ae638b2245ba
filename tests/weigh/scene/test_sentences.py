"""Sentences and clauses by punctuation."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from strategies import TEXT

from reportedly.schema import Span
from reportedly.weigh.scene.sentences import clause, paragraphs, quoted, sentences


def read(text: str) -> list[str]:
    return [
        s.read(text) for p in paragraphs(text, [Span(0, len(text))]) for s in sentences(text, p)
    ]


def test_sentences_end_where_another_begins() -> None:
    text = 'Gen. A. B. Holm of the U.S. spoke at 3 p.m. there. "Go home." Nobody.\n\nIt rained'
    assert read(text) == [
        "Gen. A. B. Holm of the U.S. spoke at 3 p.m. there.",
        '"Go home."',
        "Nobody.",
        "It rained",
    ]


def test_a_hard_wrapped_line_goes_on() -> None:
    assert read("The ferry\nsank. It\nwas old.") == ["The ferry\nsank.", "It\nwas old."]


def test_a_clause_keeps_its_subject() -> None:
    text = "The mill burnt, but Orm Tak, its owner, declined to comment, and left."
    at = text.index("declined")
    inside = Span(at, at + len("declined to comment"))
    found = clause(text, Span(0, len(text)), inside)
    assert found.read(text) == "Orm Tak, its owner, declined to comment"


def test_an_open_quotation_runs_to_the_paragraphs_end() -> None:
    text = 'He said: "Go. And never'
    assert [q.read(text) for q in quoted(text, Span(0, len(text)))] == ['"Go. And never']


def test_an_apostrophe_ends_no_quotation_in_doubled_marks() -> None:
    text = "''It's late,'' he answered. ''I'll go.''"
    found = [q.read(text) for q in quoted(text, Span(0, len(text)))]
    assert found == ["''It's late,''", "''I'll go.''"]


@given(TEXT)
def test_sentences_are_in_order_and_lose_only_white_space(text: str) -> None:
    found = [s for p in paragraphs(text, [Span(0, len(text))]) for s in sentences(text, p)]
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert "".join("".join(s.read(text) for s in found).split()) == "".join(text.split())
