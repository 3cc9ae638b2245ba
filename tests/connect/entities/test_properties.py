"""What holds of any two profiles."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.connect.entities import compare, contradiction, keys
from reportedly.schema import EntityType, Profile, Ref, Verdict

WORDS = st.sampled_from(
    "Ilse Orro Maria M. I. Mohammad Muhammad Javad al-Orro van der Jr. Dr. General Iranian Foreign"
    " Ministry of Iran news agency TV BBC VWHR the Bank O’Brien-Fenn Orró 数 ’ . - , &".split()
)
NAMES = st.lists(WORDS, min_size=1, max_size=5).map(" ".join) | st.text(min_size=1, max_size=12)
ROLES = st.sampled_from(("senator", "general", "Iranian general", "striker", "minister of Velm"))
PROFILES = st.builds(
    Profile,
    st.builds(Ref, st.sampled_from(("d1", "d2")), st.sampled_from(("e1", "e2"))),
    st.sampled_from(EntityType),
    NAMES,
    st.lists(NAMES, max_size=2).map(tuple),
    st.lists(ROLES, max_size=2).map(tuple),
    st.sampled_from((None, "1960-01-02", "2014-06-28", "2018-06-12")),
    st.just(True) | st.booleans(),
)


@settings(max_examples=1000, deadline=None)
@given(PROFILES, PROFILES)
def test_a_verdict_is_symmetric_and_what_is_the_same_shares_a_key(a: Profile, b: Profile) -> None:
    found = compare(a, b)
    assert found == compare(b, a)
    assert contradiction(a, b) == contradiction(b, a)
    if found.verdict is Verdict.SAME:
        assert keys(a) & keys(b)
    if contradiction(a, b) is not None:
        assert found.verdict is Verdict.DIFFERENT


@settings(max_examples=300, deadline=None)
@given(PROFILES)
def test_nobody_contradicts_himself(a: Profile) -> None:
    assert (contradiction(a, a) is None) == a.named


@settings(max_examples=300, deadline=None)
@given(PROFILES)
def test_the_unnamed_have_no_keys(a: Profile) -> None:
    assert a.named or not keys(a)
