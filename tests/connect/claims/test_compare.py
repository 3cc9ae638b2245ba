"""Two statements with vectors planted at a known distance: verdicts, denials, reasons."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.connect.claims import NEAR, SIZE, Comparison, Statement, Vector, compare
from reportedly.schema import Act
from reportedly.schema.connect import Verdict


def vector(cosine: float) -> Vector:
    """A vector of this cosine to `vector(1)`."""
    values = np.zeros(SIZE)
    values[:2] = cosine, np.sqrt(1 - cosine**2)
    return np.round(values * 127).astype(np.int8)


def compared(
    one: str,
    other: str,
    cosine: float = 0.97,
    acts: tuple[Act, Act] = (Act.SAY, Act.SAY),
    negated: tuple[bool, bool] = (False, False),
) -> Comparison:
    """Compare both ways round, which must come to the same."""
    a = Statement(one, vector(1.0), act=acts[0], negated=negated[0])
    b = Statement(other, vector(cosine), act=acts[1], negated=negated[1])
    there, back = compare(a, b), compare(b, a)
    assert there == back
    return there


def test_near_and_nothing_against_it() -> None:
    found = compared("the king is ill", "the monarch is sick")
    assert (found.verdict, found.denies) == (Verdict.SAME, False)


def test_far_apart() -> None:
    assert compared("the king is ill", "bread is dear", NEAR - 0.05).verdict is Verdict.DIFFERENT


def test_between_is_for_a_person() -> None:
    verdicts = [
        compared("the king is ill", "the monarch is sick", cosine).verdict
        for cosine in np.linspace(NEAR, 1.0, 30)
    ]
    assert list(dict.fromkeys(verdicts))[-2:] == [Verdict.UNSURE, Verdict.SAME]


def test_the_same_words_need_no_vector() -> None:
    found = compared("“The king is ill.”", "The king is ill", 0.2)
    assert (found.verdict, found.likeness.score) == (Verdict.SAME, 1.0)


def test_numbers_keep_apart_and_say_so() -> None:
    found = compared("three men drowned", "thirty men drowned")
    assert found.verdict is Verdict.DIFFERENT
    assert found.likeness.reasons == ("numbers: 'thirty' against 'three'",)


@pytest.mark.parametrize(
    ("acts", "other", "denies"),
    [
        ((Act.SAY, Act.SAY), "the mayor did not pay them", True),
        ((Act.SAY, Act.DENY), "the mayor paid them", True),
        ((Act.ACCUSE, Act.DENY), "the mayor had paid them", True),
        ((Act.DENY, Act.DENY), "the mayor paid them off", False),
        ((Act.SAY, Act.DENY), "the mayor did not pay them", False),
    ],
)
def test_denials_join_what_they_deny(acts: tuple[Act, Act], other: str, denies: bool) -> None:
    found = compared("the mayor paid them", other, acts=acts)
    assert (found.verdict, found.denies) == (Verdict.SAME, denies)


def test_who_did_not_deny_has_not_denied() -> None:
    found = compared(
        "the mayor paid them",
        "the mayor paid them",
        acts=(Act.SAY, Act.DENY),
        negated=(False, True),
    )
    assert (found.verdict, found.denies) == (Verdict.UNSURE, False)


@pytest.mark.parametrize("act", [Act.ASK, Act.ORDER, Act.PROMISE, Act.WANT])
def test_other_acts_are_no_statements(act: Act) -> None:
    found = compared("to pay them back", "to pay them back", acts=(Act.SAY, act))
    assert found.verdict is Verdict.DIFFERENT


_WORDS = st.lists(
    st.sampled_from(
        "Osk Tarn struck was by not three 30 % the mayor guilty innocent may rose fell from to US "
        ". , army attack women $ 5 million second denied".split()
    ),
    max_size=12,
).map(" ".join)


@given(_WORDS, _WORDS, st.floats(0.6, 1.0), st.sampled_from(Act), st.booleans())
def test_says_the_same_both_ways_round(
    one: str, other: str, cosine: float, act: Act, negated: bool
) -> None:
    found = compared(one, other, cosine, (Act.SAY, act), (negated, False))
    assert found.likeness.reasons
