"""Quotation marks: every form that news uses, and everything that only looks like one."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.attribute.quotes import Quotation, paragraphs, quotations


def quoted(text: str) -> list[str]:
    return [quotation.span.read(text) for quotation in quotations(text)]


@pytest.mark.parametrize(
    "quotation",
    [
        '"The well is dry"',
        "“The well is dry”",
        "‘The well is dry’",
        "'The well is dry'",
        "„The well is dry”",
        "„The well is dry“",
        "”The well is dry”",
        "“The well is dry“",
        "«The well is dry»",
        "« The well is dry »",
        "»The well is dry«",
        "‚The well is dry’",
        "``The well is dry''",
        "''The well is dry''",
        "‘‘The well is dry’’",
        "＂The well is dry＂",
    ],
)
def test_every_form_of_marks(quotation: str) -> None:
    assert quoted(f"On Monday {quotation}, said Ida Fenn, and left.") == [quotation]
    assert quoted(f"{quotation}, said Ida Fenn.") == [quotation]
    assert quoted(f"Ida Fenn said {quotation}.") == [quotation]
    assert quoted(f"Ida Fenn said ({quotation}) twice: {quotation}") == [quotation, quotation]


@pytest.mark.parametrize(
    "text",
    [
        "The keepers' boats and Olim's dog don't mind; it's the divers’ turn, isn’t it?",
        "Rock 'n' roll, give 'em time, and 'twas so.",
        "Rock ‘n’ roll, give ‘em time, wait ‘til noon.",
        "In the '90s and the ‘80s the class of '07 went to O'Dell's.",
        'A board of 6" by 4" and a man of 6\'2" came.',
        "He ran it in 3'20\" flat.",
        "No marks at all.",
        "",
    ],
)
def test_apostrophes_and_inches_are_no_quotations(text: str) -> None:
    assert quoted(text) == []


def test_apostrophes_inside_single_marks_do_not_close_them() -> None:
    text = "‘We don’t know what’s left,’ said Ida Fenn. 'It isn't much,' said Bo Orro."
    assert quoted(text) == ["‘We don’t know what’s left,’", "'It isn't much,'"]


def test_a_quotation_inside_another_is_part_of_it() -> None:
    assert quoted("“He told us ‘go home’ and went,” she said.") == [
        "“He told us ‘go home’ and went,”"
    ]
    assert quoted("\"He said 'go' to us,\" she said.") == ["\"He said 'go' to us,\""]


def test_marks_without_a_space_beside_them() -> None:
    assert quoted('She said:"The well is dry."He left—"dry"—again.') == [
        '"The well is dry."',
        '"dry"',
    ]


def test_a_mark_left_open_ends_with_its_paragraph() -> None:
    text = "She said, “The well is dry. He left.\n\nThe mayor came. “Dry?” he asked."
    assert quotations(text)[0].continues is False
    assert quoted(text) == ["“The well is dry. He left.", "“Dry?”"]


def test_a_stray_closing_mark_is_passed_over() -> None:
    assert quoted("The well is dry,” she said. “Quite dry.”") == ["“Quite dry.”"]


@pytest.mark.parametrize(("left", "right"), [("“", "”"), ('"', '"'), ("«", "»")])
def test_a_quotation_opened_again_in_each_paragraph_goes_on(left: str, right: str) -> None:
    first, second, third = f"{left}One.", f"{left}Two.", f"{left}Three,{right}"
    text = f"{first}\n\n{second}\n\n{third} she said. {left}Four.{right}"
    found = quotations(text)
    assert [q.span.read(text) for q in found] == [first, second, third, f"{left}Four.{right}"]
    assert [q.continues for q in found] == [True, True, False, False]


@pytest.mark.parametrize(("left", "right"), [("“", "”"), ('"', '"'), ("«", "»")])
def test_a_quotation_closed_in_the_next_paragraph_goes_on(left: str, right: str) -> None:
    text = f"She said: {left}One.\n\nTwo,{right} and left. {left}Three.{right}"
    found = quotations(text)
    assert [q.span.read(text) for q in found] == [
        f"{left}One.",
        f"Two,{right}",
        f"{left}Three.{right}",
    ]
    assert [q.continues for q in found] == [True, False, False]


def test_a_paragraph_between_ends_a_quotation() -> None:
    text = "“One.\n\nNobody spoke.\n\n“Two,” she said."
    assert [q.continues for q in quotations(text)] == [False, False]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_hard_wrapped_lines_are_one_paragraph(newline: str) -> None:
    text = newline.join(("She said “the well", "is dry and the river", "low” and left."))
    assert quoted(text) == [newline.join(("“the well", "is dry and the river", "low”"))]


def test_a_sentence_that_ends_a_wrapped_line_does_not_cut_the_quotation_off() -> None:
    text = "She said “the well is dry.\nThe river is low” and left."
    found = quotations(text)
    assert [q.span.read(text) for q in found] == ["“the well is dry.", "The river is low”"]
    assert found[0].continues


def test_offsets_count_code_points() -> None:
    text = "🌊🌊 Ida 👩‍🚒 said “e\u0301t\u00e9 🌊” and \u202bleft\u202c."
    assert quoted(text) == ["“e\u0301t\u00e9 🌊”"]


def test_paragraphs_leave_white_space_out() -> None:
    text = "  One.\r\n \r\n\tTwo\nwords.  \n\n\nThree "
    assert [text[a:b] for a, b in paragraphs(text)] == ["One.", "Two\nwords.", "Three"]


MARKS = st.text("\"'“”„‟«»‘’‚`＂ \n\r.,aB1—(é\u0301\u202e", max_size=80)


@given(MARKS)
def test_any_marks_give_disjoint_stretches_in_order(text: str) -> None:
    end = 0
    for quotation in quotations(text):
        assert end <= quotation.span.start < quotation.span.end <= len(text)
        end = quotation.span.end


@given(MARKS)
def test_what_goes_on_is_followed_by_where_it_goes_on(text: str) -> None:
    found = quotations(text)
    assert not found or not found[-1].continues
    for before, after in pairwise(found):
        if before.continues:
            assert "\n" in (gap := text[before.span.end : after.span.start]) or "\r" in gap
            assert not gap.strip()


@pytest.mark.parametrize(
    "unit", ["“", "”", '"', "'", "‘a", "’ ", '"a" ', "“a\n\n", '"a\n\n"b" ', " ' ", "''", ".\n"]
)
def test_two_hundred_thousand_marks_take_linear_time(unit: str) -> None:
    """Twenty times the text takes far less than four hundred times as long."""
    short, long = unit * 10_000, unit * 200_000
    assert seconds(long) < 100 * max(seconds(short), 0.005)


def seconds(text: str) -> float:
    began = time.process_time()
    quotations(text)
    return time.process_time() - began


def test_a_quotation_stands_alone_unless_told() -> None:
    (found,) = quotations("“Dry.”")
    assert found == Quotation(found.span, continues=False)
