"""Documents in a record: added as a whole or not at all, found again, removed without a trace."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from printing import printed

from reportedly.schema import Likeness, Ref, StoreError, Verdict, document_key
from reportedly.store import LinkRow, Matter, Query, Store, Summary

Add = Callable[..., list[int]]

FERRY = "Mira Tolan said that the ferry sank. Odd Berg said that the ferry floats."


def test_what_was_added_comes_back(store: Store, add: Add) -> None:
    addition = printed(FERRY, extra={"names": [[1, "Ferry"]]}, vectors=[(1, 0), (0, 1)])
    with store.write():
        added = store.documents.add(addition)
    row = store.documents.by_key(added.key)
    assert row is not None
    assert row.n == added.n
    assert (row.publisher, row.published, row.attributions) == (
        "The Harbour Paper",
        "2021-05-04",
        2,
    )
    assert row.characters == len(FERRY)
    assert store.documents.extraction(row.n) == addition.extraction
    assert store.documents.extra_of(row.n) == {"names": [[1, "Ferry"]]}
    assert store.documents.places(row.n) == ("paper/1.txt",)
    assert store.fingerprints.of([row.n]) == {row.n: (-8, 7)}
    attributions = store.attributions.of_document(row.n)
    assert [a.content for a in attributions] == ["that the ferry sank", "that the ferry floats"]
    assert [a.speaker_name for a in attributions] == ["Mira Tolan", "Odd Berg"]
    assert {a.ref.id: a.n for a in attributions} == added.attributions
    assert [e.profile for e in store.entities.of_document(row.n)] == [
        e.profile for e in addition.entities
    ]
    assert {e.profile.ref.id: e.n for e in store.entities.of_document(row.n)} == added.entities
    stack = store.vectors.of(added.attributions.values())
    assert [v.tobytes() for v in stack.vectors] == [v.vector for v in addition.vectors]


def test_a_document_is_added_once(store: Store, add: Add) -> None:
    add(printed(FERRY))
    with pytest.raises(StoreError, match="already"), store.write():
        store.documents.add(printed(FERRY))
    assert store.documents.coverage().documents == 1


def test_an_error_leaves_nothing_behind(store: Store) -> None:
    def broken() -> None:
        with store.write():
            store.documents.add(printed(FERRY))
            raise KeyError

    with pytest.raises(KeyError):
        broken()
    assert store.documents.coverage().documents == 0
    assert store.search(Query("ferry")).hits == ()
    assert list(store.check()) == []


def test_a_change_needs_a_write(store: Store) -> None:
    with pytest.raises(StoreError, match="write"):
        store.documents.add(printed(FERRY))
    with pytest.raises(StoreError, match="write"), store.read():
        store.documents.add(printed(FERRY))


def test_a_write_in_a_write_is_refused(store: Store) -> None:
    with pytest.raises(StoreError, match="open already"), store.write(), store.write():
        pass


def test_the_same_text_elsewhere_is_another_printing(store: Store, add: Add) -> None:
    add(printed(FERRY), printed(FERRY, publisher="The Other Paper"))
    digest = printed(FERRY).extraction.document.id
    assert [row.publisher for row in store.documents.at(digest)] == [
        "The Harbour Paper",
        "The Other Paper",
    ]


def test_versions_of_an_address_in_the_order_of_adding(store: Store, add: Add) -> None:
    url = "https://paper.invalid/ferry"
    texts = (FERRY, FERRY + " More soon.", "Odd Berg said that it was a mistake.")
    add(*(printed(text, url=url) for text in texts), printed(FERRY, url=url + "/2"))
    versions = store.documents.versions(url)
    assert [store.documents.extraction(row.n).document.text for row in versions] == list(texts)


def test_places_of_a_document(store: Store, add: Add) -> None:
    [n] = add(printed(FERRY, path="b.txt"))
    with store.write():
        assert store.documents.place(n, "a.txt")
        assert not store.documents.place(n, "b.txt")
    assert store.documents.places(n) == ("a.txt", "b.txt")
    for name in ("a.txt", "b.txt", document_key(printed(FERRY).extraction.document)):
        assert [row.n for row in store.documents.at(name)] == [n]
    assert store.documents.at("c.txt") == ()


def test_text_that_an_engine_cannot_hold(store: Store, add: Add) -> None:
    text = "Mira\x00Tolan said that the ferry\x00 sank."
    addition = printed(text, path="odd\udcff.txt", publisher="The\x00Paper")
    [n] = add(addition)
    assert store.documents.extraction(n) == addition.extraction
    assert store.attributions.of_document(n)[0].content == "that the ferry\ufffd sank"
    assert [row.n for row in store.documents.at("odd\udcff.txt")] == [n]
    assert list(store.check()) == []


def test_pages_and_filters(store: Store, add: Add) -> None:
    days = ["2021-05-03", "2021-05-04", None, "2021-05-06"]
    numbers = add(
        *(
            printed(FERRY, published=day, url=f"u:{place}", publisher=f"Paper {place % 2}")
            for place, day in enumerate(days)
        ),
    )
    page = store.documents.page
    assert [row.n for row in page(limit=2)] == numbers[:2]
    assert [row.n for row in page(after=numbers[1])] == numbers[2:]
    assert [row.n for row in page(publisher="paper 1")] == [numbers[1], numbers[3]]
    assert [row.n for row in page(since="2021-05-04")] == [numbers[1], numbers[3]]
    assert [row.n for row in page(until="2021-05-04")] == numbers[:2]
    coverage = store.documents.coverage()
    assert (coverage.documents, coverage.publishers) == (4, 2)
    assert store.attributions.count() == 8
    assert (coverage.first, coverage.last) == ("2021-05-03", "2021-05-06")


def test_an_empty_record_covers_nothing(store: Store) -> None:
    coverage = store.documents.coverage()
    assert (coverage.documents, coverage.publishers, coverage.first) == (0, 0, None)


def test_ids_nearby_are_offered(store: Store, add: Add) -> None:
    add(*(printed(FERRY, url=f"u:{n}") for n in range(40)))
    keys = sorted(row.key for row in store.documents.page())
    wanted = keys[17]
    typo = wanted[:-1] + ("0" if wanted[-1] != "0" else "1")
    assert store.documents.near(typo)[0] == wanted
    [attribution, _] = store.attributions.of_document(1)
    near = store.attributions.near(attribution.ref.id[:6])
    assert attribution.ref.id in near
    assert len(store.attributions.by_id(attribution.ref.id)) == 40


def test_refs_and_numbers(store: Store, add: Add) -> None:
    [first, second] = add(printed(FERRY), printed(FERRY, url="u:2"))
    rows = [*store.attributions.of_document(first), *store.attributions.of_document(second)]
    refs = [row.ref for row in rows]
    assert len(set(refs)) == 4
    assert store.attributions.numbers([*refs, Ref("d0", "a0")]) == {r.ref: r.n for r in rows}
    assert store.attributions.refs(row.n for row in rows) == {r.n: r.ref for r in rows}
    entities = store.entities.of_document(second)
    assert store.entities.numbers(e.profile.ref for e in entities) == {
        e.profile.ref: e.n for e in entities
    }


def test_entities_by_key(store: Store, add: Add) -> None:
    [first, second] = add(printed(FERRY), printed(FERRY, url="u:2"))
    found = store.entities.by_keys(["mira tolan", "nobody"])
    expected = [
        e.n
        for n in (first, second)
        for e in store.entities.of_document(n)
        if e.profile.name == "Mira Tolan"
    ]
    assert found == {"mira tolan": tuple(expected)}
    assert store.entities.keys(expected) == dict.fromkeys(expected, ("mira tolan",))
    said = store.attributions.of_speakers(expected)
    assert {a.content for a in said} == {"that the ferry sank"}


def test_many_values_at_once(store: Store, add: Add) -> None:
    """More than a statement takes."""
    [n] = add(printed(FERRY, fingerprints=range(40_000)))
    assert store.fingerprints.holders(range(-10, 40_000)) == dict.fromkeys(range(40000), (n,))


def test_removing_leaves_no_trace(store: Store, add: Add) -> None:
    kept, gone = add(
        printed(FERRY, vectors=[(1, 0), (0, 1)]),
        printed(FERRY, url="u:2", vectors=[(1, 0), (0, 1)]),
    )
    a, b = (store.attributions.of_document(n)[0].n for n in (kept, gone))
    e, f = (store.entities.of_document(n)[0].n for n in (kept, gone))
    likeness = Likeness(Verdict.SAME, 1.0, ("the same words",))
    with store.write():
        store.links.put(Matter.CLAIM, [LinkRow(a, b, likeness)])
        store.links.put(Matter.REUSE, [LinkRow(kept, gone, likeness)])
        store.groups.assign(Matter.ENTITY, {e: e, f: e})
        store.groups.describe(
            Matter.ENTITY, [Summary(f, "e1", "Mira Tolan", f, 1, 1, 1, 1, None, None)]
        )
        store.marks.add(Matter.REUSE, [kept, gone])
        store.documents.remove(gone)
    assert list(store.check()) == []
    assert store.documents.coverage().documents == 1
    assert store.links.of(Matter.CLAIM, [a, b]) == ()
    assert store.links.of(Matter.REUSE, [kept]) == ()
    assert store.groups.members(Matter.ENTITY, [e]) == {e: (e,)}
    assert store.marks.first(Matter.REUSE) == (kept,)
    assert [hit.attribution.document for hit in store.search(Query("sank")).hits] == [kept]
    assert store.fingerprints.holders([7]) == {7: (kept,)}
    assert [near.n for near in store.vectors.nearest(np.ones(384, np.int8), 9)] == [a, a + 1]
    [again] = add(printed(FERRY, url="u:2"))
    assert again > gone, "a number is never given out twice"


def test_parents_may_come_later_in_the_text(store: Store, add: Add) -> None:
    addition = printed(FERRY)
    first, second = addition.extraction.attributions
    nested = (replace(first, parent=second.id), second)
    addition = replace(addition, extraction=replace(addition.extraction, attributions=nested))
    [n] = add(addition)
    inner, outer = store.attributions.of_document(n)
    assert (inner.parent, outer.parent) == (outer.n, None)
    assert list(store.check()) == []
    with store.write():
        store.documents.remove(n)
    assert store.attributions.count() == 0


def test_many_are_asked_for_as_few_are(store: Store, add: Add) -> None:
    """Past some thousand, numbers are written into the statement."""
    (n,) = add(printed("Mira Tolan said that the ferry sank."))
    (said,) = store.attributions.of_documents([n])
    wanted = [*range(-3_000, 0), said.n, *range(10**12, 10**12 + 3_000)]
    assert list(store.attributions.get(wanted)) == [said.n]
    assert store.attributions.get(wanted) == store.attributions.get([said.n])
    assert store.entities.refs(wanted) == store.entities.refs([1])
    assert store.links.of(Matter.CLAIM, wanted) == ()
