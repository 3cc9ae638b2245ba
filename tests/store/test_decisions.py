"""Links, groups, summaries, marks, judgements, feeds: written, replaced, listed, taken back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from printing import printed

from reportedly.schema import Likeness, Ref, StoreError, Verdict
from reportedly.store import FeedRow, LinkRow, Matter, Store, Summary, judgement

Add = Callable[..., list[int]]

NOON, LATER = "2022-01-01T12:00:00Z", "2022-01-01T13:00:00Z"


def link(a: int, b: int, verdict: Verdict = Verdict.SAME, score: float = 0.5) -> LinkRow:
    return LinkRow(a, b, Likeness(verdict, score, (f"{a} and {b}", "\x00")), {"spans": [[a, b]]})


def summary(root: int, documents: int = 1, last: str | None = None) -> Summary:
    return Summary(
        root, f"c{root}", f"label {root}", root, 3, documents, 1, 2, None, last, {"k": 1}
    )


def test_links_come_back_as_they_were(store: Store) -> None:
    links = [link(1, 2), link(2, 3, Verdict.DIFFERENT), link(1, 9, Verdict.UNSURE)]
    with store.write():
        store.links.put(Matter.CLAIM, links)
        store.links.put(Matter.ENTITY, [link(1, 2)])
    assert list(store.links.all(Matter.CLAIM, size=1)) == [links[0], links[2], links[1]]
    assert store.links.of(Matter.CLAIM, [2]) == (links[0], links[1])
    assert store.links.of(Matter.CLAIM, [2, 3], Verdict.DIFFERENT) == (links[1],)
    assert store.links.between(Matter.CLAIM, 9, 1) == links[2]
    assert store.links.between(Matter.CLAIM, 3, 1) is None


def test_a_link_is_replaced_and_dropped(store: Store) -> None:
    with store.write():
        store.links.put(Matter.CLAIM, [link(1, 2), link(2, 3), link(4, 5)])
        store.links.put(Matter.CLAIM, [link(1, 2, Verdict.DIFFERENT, 0.1)])
    assert store.links.of(Matter.CLAIM, [1]) == (link(1, 2, Verdict.DIFFERENT, 0.1),)
    with store.write():
        store.links.drop(Matter.CLAIM, [2])
    assert [(found.a, found.b) for found in store.links.all(Matter.CLAIM)] == [(4, 5)]


def test_a_link_goes_from_the_lesser_to_the_greater() -> None:
    with pytest.raises(ValueError, match="lesser"):
        link(2, 1)
    with pytest.raises(ValueError, match="lesser"):
        link(2, 2)


def test_suggestions_the_likeliest_first(store: Store) -> None:
    scores = {(1, 2): 0.3, (1, 3): 0.9, (1, 4): 0.6}
    with store.write():
        store.links.put(
            Matter.CLAIM, [link(a, b, Verdict.UNSURE, s) for (a, b), s in scores.items()]
        )
        store.links.put(Matter.CLAIM, [link(1, 5, Verdict.SAME, 1.0)])
    assert [found.b for found in store.links.unsure(Matter.CLAIM)] == [3, 4, 2]
    assert [found.b for found in store.links.unsure(Matter.CLAIM, limit=1, offset=1)] == [4]


def test_groups(store: Store) -> None:
    with store.write():
        store.groups.assign(Matter.CLAIM, {1: 1, 2: 1, 5: 4, 4: 4})
        store.groups.assign(Matter.ENTITY, {1: 1, 7: 1})
    assert store.groups.roots(Matter.CLAIM, [2, 3, 5]) == {2: 1, 3: 3, 5: 4}
    assert store.groups.members(Matter.CLAIM, [1, 3, 4]) == {1: (1, 2), 3: (3,), 4: (4, 5)}
    with store.write():
        store.groups.assign(Matter.CLAIM, {4: 1, 5: 1})
        store.groups.free(Matter.CLAIM, [2])
    assert store.groups.members(Matter.CLAIM, [1]) == {1: (1, 4, 5)}
    assert list(store.groups.all(Matter.CLAIM, size=2)) == [(1, 1), (4, 1), (5, 1)]
    assert store.groups.members(Matter.ENTITY, [1]) == {1: (1, 7)}


def test_summaries(store: Store) -> None:
    found = [summary(1, 2, "2020-01-01"), summary(2, 9), summary(3, 2, "2021-01-01")]
    with store.write():
        store.groups.describe(Matter.CLAIM, found)
        store.groups.describe(Matter.ENTITY, [summary(8)])
    listed = store.groups.listing
    assert listed(Matter.CLAIM) == (found[1], found[2], found[0])
    assert listed(Matter.CLAIM, "last")[:2] == (found[2], found[0]), "undated ones come last"
    assert listed(Matter.CLAIM, "root", limit=1, offset=1) == (found[1],)
    assert store.groups.count(Matter.CLAIM) == 3
    assert store.groups.by_id(Matter.CLAIM, "c2") == found[1]
    assert store.groups.by_id(Matter.ENTITY, "c2") is None
    assert store.groups.near(Matter.CLAIM, "c29") == ("c2", "c1", "c3")
    assert store.groups.summaries(Matter.CLAIM, [1, 8]) == {1: found[0]}
    with store.write():
        store.groups.describe(Matter.CLAIM, [summary(1, 99)])
        store.groups.forget(Matter.CLAIM, [2, 3])
    assert listed(Matter.CLAIM) == (summary(1, 99),)


def test_marks(store: Store) -> None:
    with store.write():
        store.marks.add(Matter.CLAIM, [3, 1, 2])
        store.marks.add(Matter.CLAIM, [2])
        store.marks.add(Matter.ENTITY, [2])
    assert store.marks.first(Matter.CLAIM, 2) == (1, 2)
    with store.write():
        store.marks.clear(Matter.CLAIM, [1, 2])
    assert store.marks.first(Matter.CLAIM) == (3,)
    assert store.marks.first(Matter.ENTITY) == (2,)


A, B, C = Ref("d1", "e1"), Ref("d2", "e2"), Ref("d2", "e3")


def test_judgements_outlive_what_they_are_about(store: Store, add: Add) -> None:
    [n] = add(printed("Mira Tolan said that it sank."))
    ref = store.entities.of_document(n)[0].profile.ref
    made = judgement(Matter.ENTITY, (ref, A), Verdict.SAME, "kim", NOON, "the same face")
    with store.write():
        store.judgements.put([made])
        store.documents.remove(n)
    assert store.judgements.standing() == (made,)
    assert store.judgements.get(made.id) == made
    assert list(store.check()) == []


def test_a_judgement_is_retracted_never_deleted(store: Store) -> None:
    one = judgement(Matter.ENTITY, (B, A), Verdict.SAME, "kim", NOON)
    two = judgement(Matter.ENTITY, (A, B), Verdict.DIFFERENT, "lee", LATER)
    other = judgement(Matter.CLAIM, (A, B), Verdict.UNSURE, "lee", LATER)
    assert (one.a, one.b) == (A, B)
    with store.write():
        store.judgements.put([one, two, other])
        store.judgements.put([one])
    assert store.judgements.standing(Matter.ENTITY) == (one, two)
    assert store.judgements.between(Matter.ENTITY, (B, A)) == two
    assert store.judgements.last() in {two, other}
    with store.write():
        gone = store.judgements.retract(two.id, "2022-02-02T00:00:00Z")
        again = store.judgements.retract(two.id, "2023-03-03T00:00:00Z")
    assert gone.retracted_at == again.retracted_at == "2022-02-02T00:00:00Z"
    assert store.judgements.between(Matter.ENTITY, (A, B)) == one
    assert store.judgements.last() == other
    assert store.judgements.all(Matter.ENTITY) == (one, gone)
    with pytest.raises(StoreError, match="no judgement 'j0'"), store.write():
        store.judgements.retract("j0", NOON)
    assert store.judgements.near(one.id[:-1])[0] == one.id


def test_judgements_about_a_document(store: Store) -> None:
    made = [
        judgement(Matter.ENTITY, (A, B), Verdict.SAME, "kim", NOON),
        judgement(Matter.ENTITY, (B, C), Verdict.SAME, "kim", LATER),
    ]
    with store.write():
        store.judgements.put(made)
    assert store.judgements.about(Matter.ENTITY, ["d2"]) == tuple(made)
    assert store.judgements.about(Matter.ENTITY, ["d1"]) == (made[0],)
    assert store.judgements.about(Matter.CLAIM, ["d1", "d2"]) == ()


def test_the_id_of_a_judgement_is_by_what_it_says() -> None:
    def made(verdict: Verdict = Verdict.SAME, who: str = "kim", when: str = NOON) -> str:
        return judgement(Matter.ENTITY, (A, B), verdict, who, when).id

    ids = {made(), made(Verdict.DIFFERENT), made(who="lee"), made(when=LATER)}
    assert len(ids) == 4
    assert made() == judgement(Matter.ENTITY, (B, A), Verdict.SAME, "kim", NOON, "a note").id


def test_feeds(store: Store) -> None:
    url = "https://paper.invalid/feed"
    assert store.feeds.get(url) is None
    with store.write():
        store.feeds.put(FeedRow(url, '"1"', None, NOON))
        store.feeds.put(FeedRow(url, '"2"', "Sat", LATER))
        store.feeds.see(url, ["a", "b", "a"], NOON)
        store.feeds.see(url, ["b", "c"], LATER)
    assert store.feeds.all() == (FeedRow(url, '"2"', "Sat", LATER),)
    assert store.feeds.get(url) == FeedRow(url, '"2"', "Sat", LATER)
    assert store.feeds.seen(url, ["a", "c", "d"]) == {"a", "c"}
    assert store.feeds.seen("https://other.invalid", ["a"]) == frozenset()
