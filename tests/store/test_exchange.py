"""A record as lines: all of it, on either engine and between them."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import pytest
from postgres import Server
from printing import printed

from reportedly.schema import Act, Likeness, Ref, Status, StoreError, Verdict
from reportedly.store import FeedRow, LinkRow, Matter, Query, Store, Summary, exchange, judgement

NOON = "2022-01-01T12:00:00Z"
FERRY = "Mira Tolan said that the ferry\x00 sank. Odd Berg said that the ferry floats."


def fill(store: Store, first: int = 0, size: int = 6) -> None:
    """Some of everything, with gaps in the numbers."""
    with store.write():
        for number in range(first, first + size):
            store.documents.add(
                printed(
                    f"{FERRY} That was day {number}.",
                    url=f"https://paper.invalid/{number // 2}",
                    path="odd\udcff.txt",
                    carriers=("North News",),
                    evidence=(Status.WITNESS,),
                    act=Act.DENY,
                    fingerprints=(number, -number, 2**62),
                    vectors=[(1, number), (number, 1)],
                    extra={"names": [number], "odd": "\x00"},
                )
            )
        store.documents.remove(2)
        store.documents.place(1, "b.txt")
        same = Likeness(Verdict.SAME, 1 / 3, ("the same words",))
        store.links.put(Matter.CLAIM, [LinkRow(1, 5, same, {"spans": [[0, 1]]})])
        store.links.put(Matter.REUSE, [LinkRow(1, 4, same)])
        store.links.put(Matter.ENTITY, [LinkRow(1, 7, same), LinkRow(1, 8, same)])
        store.groups.assign(Matter.ENTITY, {1: 1, 7: 1, 8: 1})
        store.groups.describe(
            Matter.CLAIM, [Summary(1, "c1", "sank", 5, 2, 2, 1, 1, "2021-05-04", None, {"x": [1]})]
        )
        store.marks.add(Matter.REUSE, [4, 5])
        ref = store.entities.of_document(1)[0].profile.ref
        store.judgements.put(
            [judgement(Matter.ENTITY, (ref, Ref("gone", "e1")), Verdict.SAME, "kim", NOON, "why")]
        )
        store.feeds.put(FeedRow("https://paper.invalid/feed", None, "Sat", NOON))
        store.feeds.see("https://paper.invalid/feed", ["a", "b"], NOON)


def test_there_and_back_is_the_same(where: Callable[[], str]) -> None:
    with Store.open(where()) as one, Store.open(where()) as other:
        fill(one)
        lines = list(one.export())
        done = other.import_(lines)
        assert (done.documents, done.added, done.whole) == (5, 5, True)
        assert list(other.export()) == lines
        assert list(other.check()) == []
        assert len(other.search(Query("ferry", carrier="north")).hits) == 10
        assert other.groups.members(Matter.ENTITY, [1]) == {1: (1, 4, 5)}, "numbers are its own"


def test_from_engine_to_engine_and_back(postgres: Server, tmp_path: Path) -> None:
    lines = []
    for place, address in enumerate(
        (str(tmp_path / "a.record"), postgres.database(), str(tmp_path / "b.record"))
    ):
        with Store.open(address) as store:
            if place:
                store.import_(lines[-1])
            else:
                fill(store)
            lines.append(list(store.export()))
    assert lines[0] == lines[1] == lines[2]


def test_every_kind_of_row_is_exported(where: Callable[[], str]) -> None:
    with Store.open(where()) as store:
        fill(store)
        kinds = {next(iter(json.loads(line))) for line in store.export()}
    assert kinds == {
        *("record", "document", "link", "group", "summary", "mark"),
        *("judgement", "feed", "entry", "end"),
    }


def test_into_a_record_that_holds_some_already(where: Callable[[], str]) -> None:
    with Store.open(where()) as one, Store.open(where()) as other:
        fill(one)
        with other.write():
            mine = other.documents.add(printed(f"{FERRY} Mine."))
        held = json.loads(next(islice(one.export(), 1, None)))["document"]["extraction"]["text"]
        lines = list(one.export())
        done = other.import_(lines)
        assert (done.documents, done.added, done.whole) == (5, 5, False)
        assert held in {
            other.documents.extraction(r.n).document.text for r in other.documents.page()
        }
        # Whoever connects documents has to connect the new ones to what was there.
        numbers = [row.n for row in other.documents.page() if row.n != mine.n]
        assert list(other.marks.first(Matter.REUSE)) == numbers
        assert len(other.marks.first(Matter.CLAIM)) == 10
        assert list(other.links.all(Matter.CLAIM)) == []
        assert other.judgements.all() == one.judgements.all()
        assert other.feeds.all() == one.feeds.all()
        assert list(other.check()) == []
        again = other.import_(lines)
        assert (again.documents, again.added) == (5, 0)


def test_an_import_can_be_interrupted_and_done_again(
    where: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange, "AT_ONCE", 2)
    with Store.open(where()) as one, Store.open(where()) as other:
        fill(one)
        lines = list(one.export())

        def cut() -> object:
            yield from lines[:4]
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            other.import_(cut())  # type: ignore[arg-type]
        assert 0 < other.documents.coverage().documents < 5
        done = other.import_(lines)
        assert done.whole
        assert list(other.export()) == lines


def test_a_file_that_was_cut_off_is_told(where: Callable[[], str]) -> None:
    with Store.open(where()) as one, Store.open(where()) as other:
        fill(one)
        lines = list(one.export())
        with pytest.raises(StoreError, match="cut off"):
            other.import_(lines[:-1])
        assert other.documents.coverage().documents == 5
        assert other.import_(lines).whole
        assert list(other.export()) == lines


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ([], "line 1"),
        (["{}"], "line 1"),
        (["no"], "line 1"),
        (['{"schema": "reportedly/1", "id": 7}'], "line 1"),
        (['{"record": {"format": "reportedly-record/2"}}'], "'reportedly-record/1' is expected"),
        (['{"record": {"format": "reportedly-record/1"}}', "no"], "line 2"),
        (['{"record": {"format": "reportedly-record/1"}}', '{"document": {}}'], "lines 2 to 2"),
        (['{"record": {"format": "reportedly-record/1"}}', '{"judgement": []}'], "lines 2 to 2"),
    ],
)
def test_lines_of_something_else(where: Callable[[], str], lines: list[str], message: str) -> None:
    with Store.open(where()) as store:
        with pytest.raises(StoreError, match=message):
            store.import_(lines)
        assert store.documents.coverage().documents == 0


def test_a_changed_text_is_refused(where: Callable[[], str]) -> None:
    with Store.open(where()) as one, Store.open(where()) as other:
        fill(one)
        lines = [line.replace("ferry floats", "ferry sinks!") for line in one.export()]
        with pytest.raises(StoreError, match="not the digest"):
            other.import_(lines)


def test_a_kind_of_a_later_version_is_passed_over(where: Callable[[], str]) -> None:
    with Store.open(where()) as one, Store.open(where()) as other:
        fill(one)
        lines = list(one.export())
        other.import_([*lines[:3], '{"novelty": 1}', *lines[3:]])
        assert list(other.export()) == lines
