from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from printed import HARBOUR, ORCHARD, printed

from reportedly.connect.reuse import SHARED, fingerprints
from reportedly.connect.reuse.winnow import RUN, WINDOW
from reportedly.schema import Document, text_id

WORDS = st.sampled_from("harbour crane ship berth gate night grain week port channel".split())


def document(words: list[str]) -> Document:
    text = " ".join(words)
    return Document(text_id(text), text)


def in_common(one: Document, other: Document) -> int:
    return len({*fingerprints(one)} & {*fingerprints(other)})


@given(
    st.lists(WORDS, min_size=RUN + WINDOW - 1, max_size=40),
    *[st.lists(st.integers(0, 10**6).map(str), max_size=30) for _ in range(4)],
)
def test_texts_that_share_enough_words_in_a_row_share_a_fingerprint(
    shared: list[str], before: list[str], behind: list[str], first: list[str], last: list[str]
) -> None:
    one, other = document(before + shared + behind), document(first + shared + last)
    assert in_common(one, other) >= SHARED


def test_texts_with_nothing_in_common_share_none() -> None:
    assert in_common(printed(*HARBOUR), printed(*ORCHARD)) == 0


def test_a_retyped_copy_has_the_same_ones() -> None:
    retyped = printed("  ".join(HARBOUR).upper())
    assert fingerprints(printed(*HARBOUR)) == fingerprints(retyped)


def test_they_are_sorted_and_fit_a_signed_column() -> None:
    found = fingerprints(printed(*HARBOUR, *ORCHARD))
    assert list(found) == sorted(set(found))
    assert found[0] < 0 < found[-1]
    assert found[0] >= -(2**63) and found[-1] < 2**63  # noqa: PT018


def test_they_are_the_same_on_every_machine() -> None:
    found = fingerprints(printed("The harbour of Ostrel was closed on Monday after a crane fell"))
    assert found == (1671346771242658669,)


def test_they_are_few() -> None:
    words = [str(n) for n in range(4000)]
    assert len(fingerprints(document(words))) < 4000 * 2.5 / (WINDOW + 1)


def test_a_text_shorter_than_a_run_has_none() -> None:
    assert fingerprints(document(["harbour"] * (RUN - 1))) == ()
    assert fingerprints(document([])) == ()


def test_boilerplate_has_none() -> None:
    notice = "By using this site you accept our cookies and the way in which we keep them"
    assert fingerprints(printed(notice)) == ()
