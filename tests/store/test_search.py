"""Search by words and filters: what is found, what is not, and what comes first."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from printing import printed

from reportedly.schema import Act, Status
from reportedly.store import Matter, Query, Store
from reportedly.store.derive import range_marks
from reportedly.store.search import POOL

Add = Callable[..., list[int]]


def contents(store: Store, words: str = "", limit: int = 20, **filters: object) -> set[str]:
    found = store.search(Query(words, **filters), limit)  # type: ignore[arg-type]
    return {hit.attribution.content.removeprefix("that ") for hit in found.hits}


def said(*contents: str, who: str = "Mira Tolan") -> str:
    return " ".join(f"{who} said that {content}." for content in contents)


def test_words_in_any_order_and_form(store: Store, add: Add) -> None:
    add(printed(said("the troops crossed", "a troop was crossing", "the fleet crossed")))
    assert contents(store, "troop") == {"the troops crossed", "a troop was crossing"}
    assert contents(store, "crosses troops") == {"the troops crossed", "a troop was crossing"}
    assert contents(store, "THE crossed") == {"the troops crossed", "the fleet crossed"}
    assert contents(store, "troops fleet") == set()


def test_quotes_minus_and_star(store: Store, add: Add) -> None:
    add(printed(said("the old harbour burns", "the harbour is old", "harbourmasters burn")))
    assert contents(store, '"old harbour"') == {"the old harbour burns"}
    assert contents(store, "harbour -burns") == {"the harbour is old"}
    assert contents(store, "-harbour") == {"harbourmasters burn"}
    assert contents(store, "harbour*") == {
        "the old harbour burns",
        "the harbour is old",
        "harbourmasters burn",
    }


@pytest.mark.parametrize(
    "typed",
    [
        '"',
        "-",
        "*",
        "' OR 1",
        "NEAR(a b)",
        "content: x",
        "a AND",
        "(",
        "x:*",
        "& | !",
        "\\",
        "%s",
        "\0",
    ],
)
def test_what_is_typed_is_never_a_command(store: Store, add: Add, typed: str) -> None:
    add(printed(said("nothing of the kind")))
    store.search(Query(typed))
    store.search(Query("kind " + typed, speaker=typed, publisher=typed))


def test_accents_and_points_do_not_matter(store: Store, add: Add) -> None:
    # A content ends at a full stop here, so that the points of this one are middle dots.
    add(printed(said("Señor Böhm left", "the U·S agreed", "the US agreed", "trust us")))
    assert contents(store, "senor bohm") == contents(store, "Señor Böhm") == {"Señor Böhm left"}
    assert contents(store, "U.S. agreed") == {"the U·S agreed", "the US agreed"}
    assert contents(store, "US agreed") == {"the U·S agreed", "the US agreed"}
    assert contents(store, "us agreed") == {"the US agreed"}


def test_source_and_speaker_are_searched_too(store: Store, add: Add) -> None:
    add(printed(said("it rains")), printed(said("it snows", who="Odd Berg")))
    assert contents(store, "Tolan rains") == {"it rains"}
    assert contents(store, "Tolan snows") == set()


def test_filters_by_name(store: Store, add: Add) -> None:
    add(
        printed(said("one"), publisher="The Harbour Paper", carriers=("North News",)),
        printed(said("two"), publisher="Harbour Radio"),
        printed(said("three", who="Harbour Tolan"), publisher=None),
    )
    assert contents(store, publisher="harbour") == {"one", "two"}
    assert contents(store, publisher="Harbour paper") == {"one"}
    assert contents(store, carrier="north") == {"one"}
    assert contents(store, speaker="tolan") == {"one", "two", "three"}
    assert contents(store, speaker="tolan mira") == {"one", "two"}
    assert contents(store, "two", carrier="north") == set()


def test_filters_by_act_evidence_and_negation(store: Store, add: Add) -> None:
    add(
        printed(said("one"), act=Act.ACCUSE, evidence=(Status.CLAIMED, Status.DISPUTED)),
        printed(said("two"), act=Act.DENY, evidence=(Status.WITNESS,)),
        printed(said("three"), act=Act.CONFIRM, negated=True),
    )
    assert contents(store, acts=frozenset({Act.ACCUSE, Act.DENY})) == {"one", "two"}
    assert contents(store, evidence=frozenset({Status.WITNESS})) == {"two"}
    assert contents(store, evidence=frozenset({Status.DISPUTED, Status.NONE})) == {"one"}
    assert contents(store, negated=True) == {"three"}
    assert contents(store, negated=False) == {"one", "two"}
    assert contents(store, "accuse") == contents(store, "actaccuse1") == set()


def test_filters_by_day(store: Store, add: Add) -> None:
    days = {
        "eve": "2016-12-31",
        "first": "2017-01-01",
        "leap": "2020-02-29",
        "week": "2017-W02",
        "edge": "2017-W05",  # 30 January to 5 February
        "month": "2017-01",
        "year": "2017",
    }
    add(*(printed(said(name), said_on=day) for name, day in days.items()))
    add(printed(said("undated"), published=None, path="u"))
    add(printed(said("printed"), published="2019-07-01"))
    assert contents(store, since="2017-01-01", until="2017-01-31") == {"first", "week", "month"}
    assert contents(store, since="2017-01-01", until="2017-12-31") == {
        "first",
        "week",
        "edge",
        "month",
        "year",
    }
    assert contents(store, until="2016-12-31") == {"eve"}
    assert contents(store, since="2019-07-01") == {"leap", "printed"}
    assert contents(store, since="2019-07-02") == {"leap"}
    assert contents(store, since="2017-01-02", until="2017-01-30") == set()
    assert contents(store, since="2018-01-01", until="2017-01-01") == set()
    with pytest.raises(ValueError, match="isoformat"):
        store.search(Query(since="May"))


def test_a_range_is_made_of_whole_periods() -> None:
    assert range_marks("2014-12-30", "2017-02-02") == [
        *("d20141230", "d20141231", "y2015", "y2016"),
        *("m201701", "d20170201", "d20170202"),
    ]
    assert len(range_marks(None, None)) == 200
    assert range_marks("0001-01-01", "9999-12-31") == range_marks(None, None)


def test_filters_by_group_of_speakers(store: Store, add: Add) -> None:
    numbers = add(
        printed(said("one")),
        printed(said("two", who="M Tolan")),
        printed(said("three"), publisher="Another Mira's"),
        printed(said("four", who="Odd Berg")),
    )
    mira, short, other, odd = (store.entities.of_document(n)[0].n for n in numbers)
    with store.write():
        store.groups.assign(Matter.ENTITY, {mira: mira, short: mira})
    assert contents(store, speakers=frozenset({mira})) == {"one", "two"}
    assert contents(store, speakers=frozenset({other})) == {"three"}
    assert contents(store, speakers=frozenset({mira, odd})) == {"one", "two", "four"}
    assert contents(store, "four", speakers=frozenset({mira})) == set()
    assert contents(store, speakers=frozenset({short})) == set(), "it is no root"
    assert contents(store, speakers=frozenset({999})) == set()


def test_the_best_comes_first(store: Store, add: Add) -> None:
    far = "the strait is closed and nobody who was asked can say when the navy will be there"
    add(printed(said("the navy closed the strait", far, "navy strait navy strait")))
    hits = store.search(Query("navy strait")).hits
    assert [hit.attribution.content for hit in hits] == [
        "that navy strait navy strait",
        "that the navy closed the strait",
        f"that {far}",
    ]
    assert hits[0].score > hits[1].score > hits[2].score > 0


def test_without_words_the_latest_comes_first(store: Store, add: Add) -> None:
    add(*(printed(said(day), said_on=day) for day in ("2020-01-02", "2020-01-03", "2020-01-01")))
    days = [hit.attribution.day for hit in store.search(Query()).hits]
    assert days == ["2020-01-03", "2020-01-02", "2020-01-01"]


def test_the_newest_are_ranked(store: Store, add: Add) -> None:
    add(printed(said("the oldest ship sank")))
    add(printed(said(*(f"ship {n} sank" for n in range(POOL)))))
    found = store.search(Query("ship sank"), limit=5)
    assert len(found.hits) == 5
    assert (found.ranked, found.all) == (POOL, False)
    assert contents(store, "oldest ship") == {"the oldest ship sank"}
    assert store.search(Query("oldest")).all


def test_a_removed_document_is_not_found(store: Store, add: Add) -> None:
    [gone, _] = add(printed(said("it rains")), printed(said("it rains"), path="b", url="u"))
    with store.write():
        store.documents.remove(gone)
    assert [hit.attribution.document for hit in store.search(Query("rains")).hits] == [gone + 1]
