"""Parts hang together, and are left by their weakest ties as long as they clash."""

from __future__ import annotations

import random
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from reportedly.connect.parts import FIRM, Tie, parts

APART = {(0, 2), (1, 4), (3, 5)}


def clash(group: object) -> bool:
    return bool(APART & set(combinations(sorted(group), 2)))  # type: ignore[call-overload]


ITEMS = st.integers(0, 5)
TIES = st.lists(st.builds(Tie, ITEMS, ITEMS, st.sampled_from((1.0, 2.0, 3.0))), max_size=12)


def test_what_hangs_together_is_one_part() -> None:
    ties = [Tie(0, 1, 1.0), Tie(1, 3, 2.0), Tie(4, 5, 1.0), Tie(5, 9, 1.0)]
    assert parts(range(6), ties, clash) == [(0, 1, 3), (2,), (4, 5)]


def test_what_hangs_on_two_that_cannot_be_one_belongs_to_neither() -> None:
    ties = [Tie(0, 1, 1.0), Tie(1, 2, 1.0)]
    assert parts(range(3), ties, clash) == [(0,), (1,), (2,)]


def test_the_weakest_ties_go_first_and_only_where_there_is_a_clash() -> None:
    ties = [Tie(0, 1, 2.0), Tie(1, 2, 1.0), Tie(3, 4, 1.0)]
    assert parts(range(5), ties, clash) == [(0, 1), (2,), (3, 4)]


def test_firm_ties_stay() -> None:
    ties = [Tie(0, 1, FIRM), Tie(1, 2, FIRM), Tie(2, 5, 1.0)]
    assert parts(range(6), ties, clash) == [(0, 1, 2), (3,), (4,), (5,)]


@given(TIES, st.randoms(use_true_random=False))
def test_the_order_does_not_matter_and_no_part_clashes(
    ties: list[Tie[int]], chance: random.Random
) -> None:
    found = parts(range(6), ties, clash)
    turned = [Tie(t.b, t.a, t.weight) if chance.random() < 0.5 else t for t in ties]
    chance.shuffle(turned)
    items = list(range(6))
    chance.shuffle(items)
    assert parts(items, turned, clash) == found
    assert not any(clash(part) for part in found)
    assert sorted(n for part in found for n in part) == list(range(6))
