from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from printed import HARBOUR, ORCHARD, printed

from reportedly.connect.reuse import compare
from reportedly.connect.reuse.pairs import EDITED
from reportedly.connect.reuse.passages import LEAST
from reportedly.schema import BlockKind, Direction, Document, Passage, Reuse, ReuseKind, text_id

SPEECH = (
    '"We were told in March that the crane was sound, and we were told again in June. Those who'
    " said so will answer for it before this city, one after another, and in public. I will not"
    ' rest until every paper is on the table," she said.'
)


def reuse(one: Document, other: Document) -> Reuse:
    found = compare(one, other)
    assert found is not None
    return found


def read(found: Reuse, one: Document, other: Document) -> list[tuple[str, str]]:
    return [(p.first.read(one.text), p.second.read(other.text)) for p in found.passages]


def mirrored(found: Reuse) -> Reuse:
    turned = {Direction.FIRST: Direction.SECOND, Direction.SECOND: Direction.FIRST}
    return Reuse(
        found.kind,
        tuple(sorted((Passage(p.second, p.first) for p in found.passages), key=lambda p: p.first)),
        found.second_share,
        found.first_share,
        turned.get(found.direction, found.direction),
        found.why,
        (found.spans[1], found.spans[0]),
    )


def test_a_retyped_printing_is_a_copy() -> None:
    one, other = printed(*HARBOUR), printed("\n".join(HARBOUR).replace("'", "’") + "\n")
    found = reuse(one, other)
    assert found.kind is ReuseKind.COPY
    assert (found.first_share, found.second_share) == (1.0, 1.0)
    assert [p.first.start for p in found.passages] == [0]
    assert one.text[found.passages[-1].first.end :] == "."


def test_a_text_without_its_tail_is_an_edited_copy() -> None:
    one, other = printed(*HARBOUR), printed(*HARBOUR[:2])
    found = reuse(one, other)
    assert found.kind is ReuseKind.EDITED
    assert found.second_share == 1.0
    assert 0.4 < found.first_share < 0.6
    assert read(found, one, other) == [("\n\n".join(HARBOUR[:2])[:-1],) * 2]


def test_a_small_edit_lies_within_a_passage() -> None:
    edited = HARBOUR[1].replace("the port authority said", "the authority that runs the port said")
    one, other = printed(HARBOUR[1]), printed(edited)
    assert read(reuse(one, other), one, other) == [(HARBOUR[1][:-1], edited[:-1])]


@pytest.mark.parametrize(
    ("words", "others"),
    [("end of the week", "end to the week"), ("Nobody was hurt", "Nobody was, though, hurt")],
)
def test_an_edit_near_an_end_is_reached_over(words: str, others: str) -> None:
    edited = HARBOUR[1].replace(words, others)
    one, other = printed(HARBOUR[1]), printed(edited)
    assert read(reuse(one, other), one, other) == [(HARBOUR[1][:-1], edited[:-1])]


def test_other_words_behind_a_passage_are_not_reached() -> None:
    one = printed(HARBOUR[1] + " The end of it is not in sight")
    other = printed(HARBOUR[1] + " Some say the channel is safe")
    assert read(reuse(one, other), one, other) == [(HARBOUR[1][:-1], HARBOUR[1][:-1])]


def test_a_paragraph_put_in_between_parts_two_passages() -> None:
    one = printed(HARBOUR[0], HARBOUR[1])
    other = printed(HARBOUR[0], ORCHARD[0], HARBOUR[1])
    assert read(reuse(one, other), one, other) == [(text[:-1],) * 2 for text in HARBOUR[:2]]


@pytest.mark.parametrize("caption", ["A crane", "The crane on Monday"])
def test_a_caption_in_between_parts_two_passages(caption: str) -> None:
    one = printed(HARBOUR[0], (BlockKind.CAPTION, caption), HARBOUR[1])
    other = printed(HARBOUR[0], HARBOUR[1])
    assert read(reuse(one, other), one, other) == [(text[:-1],) * 2 for text in HARBOUR[:2]]


@pytest.mark.parametrize("caption", ["A crane", "The crane on Monday"])
def test_no_passage_reaches_over_a_caption(caption: str) -> None:
    one = printed(HARBOUR[0], (BlockKind.CAPTION, caption), "Nobody was hurt.", ORCHARD[0])
    other = printed(HARBOUR[0], "Nobody was hurt.", HARBOUR[3])
    assert read(reuse(one, other), one, other) == [(HARBOUR[0][:-1],) * 2]


def test_passages_that_changed_places_are_found_where_they_are() -> None:
    one, other = printed(*HARBOUR), printed(*HARBOUR[2:], *HARBOUR[:2])
    found = reuse(one, other)
    first, second = found.passages
    assert first.second.start > second.second.start
    assert found.kind is ReuseKind.EDITED
    assert min(found.first_share, found.second_share) > 0.95


def test_a_paragraph_in_another_report_is_a_quotation() -> None:
    one, other = printed(*HARBOUR), printed(*ORCHARD, HARBOUR[1], *ORCHARD)
    found = reuse(one, other)
    assert found.kind is ReuseKind.QUOTATION
    assert read(found, one, other) == [(HARBOUR[1][:-1],) * 2]


def test_two_reports_that_quote_one_speech_are_no_copies() -> None:
    one = printed("The crane was sound, the mayor of Ostrel was told.", SPEECH)
    other = printed("Papers about an inspection are missing.", SPEECH)
    found = reuse(one, other)
    assert min(found.first_share, found.second_share) > EDITED
    assert found.kind is ReuseKind.QUOTATION


def test_a_speech_printed_alone_twice_is_a_copy() -> None:
    assert reuse(printed(SPEECH), printed(SPEECH)).kind is ReuseKind.COPY


@pytest.mark.parametrize(
    "phrase",
    [
        "did not immediately respond to a request for comment",
        "the Islamic State of Iraq and Syria",
        "a spokesman for the ministry of foreign affairs said on Tuesday",
    ],
)
def test_a_phrase_that_anybody_may_use_is_no_reuse(phrase: str) -> None:
    one, other = printed(HARBOUR[0], phrase), printed(ORCHARD[0], phrase)
    assert compare(one, other) is None


def test_the_least_passage_has_as_many_words_as_said() -> None:
    words = HARBOUR[2].split()
    before = [printed(ORCHARD[0], " ".join(words[:count])) for count in (LEAST - 1, LEAST)]
    assert compare(printed(HARBOUR[2]), before[0]) is None
    assert compare(printed(HARBOUR[2]), before[1]) is not None


@pytest.mark.parametrize(
    "notice",
    [
        "All rights reserved. This material may not be published, broadcast, rewritten, or"
        " redistributed without the written permission of the owner.",
        "By using this site you accept our cookies and the way in which we keep them on your"
        " machine for a year.",
        "Sign up for our newsletter to get the ten stories of the day in your mail each morning.",
    ],
)
def test_boilerplate_is_no_reuse(notice: str) -> None:
    assert compare(printed(HARBOUR[0], notice), printed(ORCHARD[0], notice)) is None


def test_comments_and_links_are_not_compared() -> None:
    comment = (BlockKind.COMMENT, HARBOUR[1])
    assert compare(printed(HARBOUR[0], comment), printed(ORCHARD[0], comment)) is None


def test_reports_with_nothing_in_common_have_no_reuse() -> None:
    assert compare(printed(*HARBOUR), printed(*ORCHARD)) is None
    assert compare(printed(*HARBOUR), Document(text_id(""), "")) is None


def test_a_word_repeated_without_end_is_no_reuse_of_a_report() -> None:
    assert compare(printed("never " * 2000), printed(*HARBOUR)) is None
    assert reuse(printed("never " * 2000), printed("never " * 1500)).second_share == 1.0


def test_a_text_repeated_over_and_over_is_found_once() -> None:
    one, other = printed(HARBOUR[0]), printed(*(HARBOUR[0],) * 50)
    assert len(reuse(one, other).passages) == 1


SENTENCES = st.lists(st.sampled_from(HARBOUR + ORCHARD + (SPEECH,)), min_size=1, max_size=7)
DAYS = st.sampled_from([None, "2014-06-28", "2014-06-30"])


@given(SENTENCES, SENTENCES, st.data())
def test_the_order_of_the_two_makes_no_difference(
    first: list[str], second: list[str], data: st.DataObject
) -> None:
    one, other = (
        printed(*_shortened(sentences, data), published=data.draw(DAYS), url=url)
        for sentences, url in ((first, "https://a.example/1"), (second, None))
    )
    found, back = compare(one, other), compare(other, one)
    assert (found and mirrored(found)) == back


@given(SENTENCES, SENTENCES, st.data())
def test_passages_are_disjoint_and_begin_and_end_with_words(
    first: list[str], second: list[str], data: st.DataObject
) -> None:
    one, other = (printed(*_shortened(s, data)) for s in (first, second))
    found = compare(one, other)
    for passages, text in (
        ([p.first for p in found.passages] if found else [], one.text),
        (sorted(p.second for p in found.passages) if found else [], other.text),
    ):
        assert all(a.end <= b.start for a, b in pairwise(passages))
        for span in passages:
            words = span.read(text)
            assert words[0].isalnum()
            assert words[-1].isalnum()
            assert not text[span.start - 1 : span.start].isalnum()
            assert not text[span.end : span.end + 1].isalnum()


def _shortened(sentences: list[str], data: st.DataObject) -> list[str]:
    """Sentences with some of their words left out."""
    kept = []
    for sentence in sentences:
        left_out = data.draw(st.sets(st.integers(0, 50), max_size=5))
        words = [w for at, w in enumerate(sentence.split()) if at not in left_out]
        kept.append(" ".join(words) or "x")
    return kept
