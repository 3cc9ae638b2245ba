from __future__ import annotations

import pytest
from printed import HARBOUR, printed

from reportedly.connect.reuse.words import read_words
from reportedly.schema import BlockKind, Document, text_id


def words_of(text: str) -> list[int]:
    return [int(n) for n in read_words(Document(text_id(text), text)).numbers]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ostrel’s mayor", "OSTREL'S MAYOR"),
        ("the café at Lübben", "the cafe\u0301 at Lu\u0308bben"),
        ("co\u00adoperative", "cooperative"),
        ("“Never”, she said — twice", '"never," she said - twice'),
        ("of\u00a0forty\n farms", "of forty farms"),
        ("ﬁrst", "first"),
    ],
)
def test_case_accents_and_typography_make_no_difference(one: str, other: str) -> None:
    assert words_of(one) == words_of(other)


@pytest.mark.parametrize(("one", "other"), [("three", "thirty"), ("12", "21"), ("a", "b")])
def test_other_words_have_other_numbers(one: str, other: str) -> None:
    assert words_of(one) != words_of(other)


def test_a_number_is_the_same_on_every_machine() -> None:
    assert words_of("harbour") == [359356526591091938]


def test_each_character_of_a_script_without_spaces_is_a_word() -> None:
    assert len(words_of("港口关闭 port")) == 5


def test_spans_point_into_the_text() -> None:
    document = printed(*HARBOUR)
    words = read_words(document)
    assert words.span(1, 4).read(document.text) == "harbour of Ostrel"


def test_title_and_body_are_read_and_nothing_else() -> None:
    document = printed(
        (BlockKind.TITLE, "Harbour closed"),
        "A crane fell.",
        (BlockKind.CAPTION, "The crane"),
        "Nobody was hurt.",
        (BlockKind.COMMENT, "Sad."),
    )
    words = read_words(document)
    assert words.parts.tolist() == [0, 0, 0, 0, 0, 1, 1, 1]
    assert words.body.tolist() == [False, False] + [True] * 6


def test_a_sentence_of_boilerplate_is_not_the_documents_own() -> None:
    document = printed("A crane fell. All rights reserved by Ostrel Post. Nobody was hurt.")
    words = read_words(document)
    own = [words.span(at, at + 1).read(document.text) for at in range(len(words)) if words.own[at]]
    assert own == ["A", "crane", "fell", "Nobody", "was", "hurt"]


def test_what_stands_in_quotation_marks_is_known() -> None:
    document = printed('"It fell," she said, “at night”.', '"Left open')
    quoted = read_words(document).quoted.tolist()
    assert quoted == [True, True, False, False, True, True, True, True]


def test_nothing_is_read_from_nothing() -> None:
    assert len(read_words(Document(text_id(""), ""))) == 0
