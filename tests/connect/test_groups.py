"""Groups do not depend on the order of anything, and a person's word is kept."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.connect.groups import Ties, components, grouped

ITEMS = st.integers(0, 9)
PAIRS = st.tuples(ITEMS, ITEMS).filter(lambda pair: pair[0] != pair[1])
TIES = st.builds(
    Ties,
    links=st.lists(st.builds(lambda p, s: (*p, s), PAIRS, st.sampled_from((0.5, 0.8, 0.9)))),
    twins=st.lists(PAIRS, max_size=3),
    same=st.lists(PAIRS, max_size=2),
    different=st.lists(PAIRS, max_size=3),
)


@given(TIES, st.sampled_from((0.0, 0.4, 1.0)), st.randoms(use_true_random=False))
def test_order_does_not_matter(ties: Ties[int], dense: float, chance: random.Random) -> None:
    def shuffled(pairs: object) -> list[object]:
        mixed = [(b, a, *rest) if chance.random() < 0.5 else (a, b, *rest) for a, b, *rest in pairs]  # type: ignore[attr-defined]
        chance.shuffle(mixed)
        return mixed

    other = Ties(*(shuffled(part) for part in (ties.links, ties.twins, ties.same, ties.different)))  # type: ignore[arg-type]
    items = list(range(10))
    expected = grouped(items, ties, dense)
    chance.shuffle(items)
    assert grouped(items, other, dense) == expected
    assert sorted(item for group in expected for item in group) == list(range(10))


@given(TIES, st.sampled_from((0.0, 0.4)))
def test_what_a_person_told_apart_stays_apart(ties: Ties[int], dense: float) -> None:
    for group in grouped(range(10), ties, dense):
        told = {frozenset(pair) for pair in ties.different}
        assert not told & {frozenset(pair) for pair in combinations(group, 2)}


@given(st.lists(PAIRS))
def test_components_are_what_chains_connect(pairs: list[tuple[int, int]]) -> None:
    found = {item: group for group in components(range(10), pairs) for item in group}
    assert all(found[a] is found[b] for a, b in pairs)
    linked = {frozenset(pair) for pair in pairs}
    for group in {id(g): g for g in found.values()}.values():
        reached = {group[0]}
        for _ in group:
            reached |= {i for i in group for j in reached if frozenset((i, j)) in linked}
        assert reached == set(group)


CHAIN = [(1, 2, 0.9), (2, 3, 0.9), (3, 4, 0.9), (4, 5, 0.9)]


def test_a_chain_is_no_group_where_pairs_must_be_dense() -> None:
    assert grouped(range(1, 6), Ties(CHAIN)) == [(1, 2, 3, 4, 5)]
    assert grouped(range(1, 6), Ties(CHAIN), dense=0.6) == [(1, 2), (3, 4), (5,)]


def test_the_best_pairs_come_first() -> None:
    links = [(1, 2, 0.6), (2, 3, 0.9)]
    assert grouped((1, 2, 3), Ties(links), dense=0.6) == [(1,), (2, 3)]


def test_twins_count_as_one() -> None:
    """A hundred printings of one sentence do not keep its paraphrase out."""
    twins = [(1, copy) for copy in range(10, 110)]
    everyone = [1, 2, *range(10, 110)]
    assert len(grouped(everyone, Ties([(1, 2, 0.9)], twins), dense=1.0)) == 1


def test_a_person_joins_what_nothing_links() -> None:
    assert grouped((1, 2, 3), Ties(same=[(3, 1)]), dense=1.0) == [(1, 3), (2,)]
    assert grouped((1, 2, 3), Ties(same=[(3, 1)], different=[(1, 3)])) == [(1,), (2,), (3,)]


def test_ties_of_others_are_passed_over() -> None:
    assert grouped((1, 2), Ties([(1, 9, 0.9)], [(8, 9)], [(2, 7)], [(1, 6)])) == [(1,), (2,)]


FEW = st.tuples(st.integers(0, 5), st.integers(0, 5)).filter(lambda pair: pair[0] != pair[1])
CLOSE = st.builds(
    Ties,
    links=st.lists(FEW.map(lambda pair: (*pair, 0.9)), min_size=2, max_size=6),
    twins=st.lists(FEW, min_size=1, max_size=2),
    same=st.just(()),
    different=st.lists(FEW, min_size=1, max_size=3),
)


@settings(max_examples=300)
@given(CLOSE, st.sampled_from((0.0, 0.4)), st.randoms(use_true_random=False))
def test_which_of_several_twins_has_a_link_does_not_matter(
    ties: Ties[int], dense: float, chance: random.Random
) -> None:
    twins = {item: group for group in components(range(6), ties.twins) for item in group}
    links = [(chance.choice(twins[a]), chance.choice(twins[b]), s) for a, b, s in ties.links]
    assert grouped(range(6), replace(ties, links=links), dense) == grouped(range(6), ties, dense)
