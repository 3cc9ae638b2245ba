from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from reportedly.web.differences import LARGEST, Change, Changed, differences

WORDS = st.lists(
    st.sampled_from(["the ", "gates ", "shut", ", ", "open", ".\n", "\n", "é", " ", "12"]),
    max_size=30,
).map("".join)


@given(WORDS, WORDS)
@example("a.\nb.\nc.\n", "a.\nc.\n")
def test_both_texts_can_be_read_from_the_differences(before: str, after: str) -> None:
    found = differences(before, after)
    assert "".join(one.text for one in found if one.change is not Change.ADDED) == before
    assert "".join(one.text for one in found if one.change is not Change.CUT) == after


@given(WORDS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert [one.change for one in differences(text, text)] == ([Change.SAME] if text else [])


def test_words_are_put_in_the_place_of_others() -> None:
    found = differences("The gates, he said, were shut.", "The gates, she told us, were open.")
    assert found == (
        Changed(Change.SAME, "The gates, "),
        Changed(Change.CUT, "he said"),
        Changed(Change.ADDED, "she told us"),
        Changed(Change.SAME, ", were "),
        Changed(Change.CUT, "shut"),
        Changed(Change.ADDED, "open"),
        Changed(Change.SAME, "."),
    )


def test_a_line_is_cut_as_a_whole() -> None:
    found = differences("One said.\nTwo said.\nThree said.\n", "One said.\nThree said.\n")
    assert [one.text for one in found if one.change is Change.CUT] == ["Two said.\n"]


def test_too_much_to_align_is_cut_and_added_whole() -> None:
    count = int(LARGEST**0.5) + 1
    before, after = "a b" * count, "c d" * count
    assert [one.change for one in differences(before, after)] == [Change.CUT, Change.ADDED]
