"""What holds of origins whatever the utterances."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import combinations

from heard import GENERAL, LEAGUE, MINISTER, NOBODY, OFFICIAL, OSTIA, OTHER, SENTENCE, THIRD, heard
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.connect.origins import origins
from reportedly.schema import Act, Ref, Verdict
from reportedly.schema.origins import Utterance

DAYS = st.sampled_from((None, "2021-05-04", "2021-05-09", "2021-05", "2020"))


@st.composite
def utterances(draw: st.DrawFn) -> list[Utterance]:
    found: list[Utterance] = []
    for n in range(draw(st.integers(1, 8))):
        document = draw(st.sampled_from(("d1", "d2", "d3")))
        earlier = tuple(u.ref.id for u in found if u.ref.document == document)
        one = heard(
            document,
            f"a{n}",
            draw(st.sampled_from((MINISTER, GENERAL, OSTIA, LEAGUE, OFFICIAL, NOBODY))),
            draw(st.sampled_from((SENTENCE, OTHER, THIRD, "the pier"))),
            said=draw(DAYS),
            published=draw(st.sampled_from((None, "2021-05-04", "2021-05-10"))),
            venue=draw(st.sampled_from((None, "at the Founders' Gala", "in an interview"))),
            carriers=draw(st.sampled_from(((), ("wire",), ("wire", "post")))),
            publisher=draw(st.sampled_from((None, "wire", "echo"))),
            family=draw(st.sampled_from((None, "f1", "f2"))),
            within=draw(st.sampled_from(((), earlier[-1:]))),
        )
        found.append(replace(one, act=draw(st.sampled_from((Act.SAY, Act.THINK)))))
    return found


@st.composite
def verdicts(draw: st.DrawFn, listed: list[Utterance]) -> dict[tuple[Ref, Ref], Verdict]:
    pairs = [(a.ref, b.ref) for a, b in combinations(listed, 2)]
    some = draw(st.lists(st.sampled_from(pairs), max_size=3)) if pairs else []
    return {pair: draw(st.sampled_from(Verdict)) for pair in some}


@settings(max_examples=300, deadline=None)
@given(st.data(), st.randoms(use_true_random=False))
def test_the_order_does_not_matter(data: st.DataObject, chance: random.Random) -> None:
    listed = data.draw(utterances())
    told = data.draw(verdicts(listed))
    expected = origins(listed, told)
    chance.shuffle(listed)
    turned = [((b, a) if chance.random() < 0.5 else (a, b), v) for (a, b), v in told.items()]
    chance.shuffle(turned)
    assert origins(listed, dict(turned)) == expected


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_the_bounds_hold_and_every_attribution_is_in_one_group(data: st.DataObject) -> None:
    listed = data.draw(utterances())
    found = origins(listed, data.draw(verdicts(listed)))
    assert 1 <= found.least <= found.most <= len(found.groups) <= len(listed)
    members = [ref for group in found.groups for ref in group.members]
    assert sorted(members) == sorted(u.ref for u in listed)
    for group in found.groups:
        assert len(group.receipts) == len(group.members) - 1
        assert all(0 <= n < len(found.groups) for n in group.goes_back_to)


@settings(max_examples=500, deadline=None)
@given(st.data())
def test_a_copy_raises_neither_number(data: st.DataObject) -> None:
    listed = data.draw(utterances())
    at = data.draw(st.integers(0, len(listed) - 1))
    listed[at] = replace(listed[at], family=listed[at].family or "f9")
    before = origins(listed)
    copy = replace(listed[at], ref=Ref(data.draw(st.sampled_from(("d0", "d9"))), "a99"), within=())
    after = origins([*listed, copy])
    assert after.least <= before.least
    assert after.most <= before.most


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_what_a_person_told_apart_is_never_in_one_group(data: st.DataObject) -> None:
    listed = data.draw(utterances())
    told = {pair: v for pair, v in data.draw(verdicts(listed)).items() if v is Verdict.DIFFERENT}
    for group in origins(listed, told).groups:
        pairs = set(combinations(sorted(group.members), 2))
        assert not pairs & {(min(pair), max(pair)) for pair in told}


@settings(max_examples=300, deadline=None)
@given(utterances())
def test_each_known_speaker_counts_once_at_least(listed: list[Utterance]) -> None:
    """Without speech in speech, every person that is heard is one of the least."""
    plain = [replace(u, within=()) for u in listed]
    persons = {u.speaker.group for u in plain if u.speaker in (MINISTER, GENERAL)}
    assert origins(plain).least >= len(persons)
