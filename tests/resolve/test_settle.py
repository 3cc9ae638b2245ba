"""Settling: which attributions remain, and where those that hung on the others move."""

from __future__ import annotations

from dataclasses import replace

from marked import marked

from reportedly.resolve.carriers import Chains, FoundCarrier, Recast
from reportedly.resolve.settle import settle
from reportedly.schema import Extraction, Span, attribution_id

LEVELS = marked(
    "{S1 The Coast Mail} {C1 reported} {X1 that {S2 Telmar} {C2 reported} "
    "{X2 that {S3 Orro} {C3 said} {X3 the pier sank}}}.",
    parents={2: 1, 3: 2},
)
LEANING = marked(
    "{S1 The Coast Mail} {C1 reported} {X1 that Orro said the pier sank}, "
    "{C2 adding} {X2 that {S3 she} {C3 denied} {X3 the charge}}.",
    leans={2: 1},
    parents={3: 2},
)


def at(extraction: Extraction, words: str) -> tuple[Span, ...]:
    start = extraction.document.text.index(words)
    return (Span(start, start + len(words)),)


def carrier(extraction: Extraction, words: str) -> FoundCarrier:
    return FoundCarrier(at(extraction, words)[0], None, "planted")


def recast(extraction: Extraction) -> Recast:
    return Recast(at(extraction, "Orro"), at(extraction, "said"), at(extraction, "the pier sank"))


def test_nothing_found_leaves_everything_as_it_is() -> None:
    assert settle(LEVELS, Chains()) == (LEVELS, Chains())


def test_children_of_a_dissolved_one_move_to_what_holds_it() -> None:
    found, _ = settle(LEVELS, Chains(dissolved={"2": "3"}))
    assert [(a.id, a.parent) for a in found.attributions] == [("1", None), ("3", "1")]


def test_children_move_past_all_that_is_dissolved() -> None:
    found, _ = settle(LEVELS, Chains(dissolved={"1": "3", "2": "3"}))
    assert [(a.id, a.parent) for a in found.attributions] == [("3", None)]


def test_what_remains_is_not_changed_in_itself() -> None:
    found, _ = settle(LEVELS, Chains(dissolved={"2": "3"}))
    assert replace(found.attributions[1], parent="2") == LEVELS.attributions[2]
    assert found.document is LEVELS.document


def test_a_recast_one_is_the_speakers_with_an_id_of_its_own() -> None:
    new = recast(LEANING)
    found, _ = settle(LEANING, Chains(recast={"1": new}))
    first = found.attributions[0]
    assert (first.source, first.cue, first.content) == (new.source, new.cue, new.content)
    assert first.id == attribution_id(new.source, new.cue, new.content)
    assert first.confidence == LEANING.attributions[0].confidence


def test_those_that_hang_on_a_recast_one_follow_its_new_id() -> None:
    found, _ = settle(LEANING, Chains(recast={"1": recast(LEANING)}))
    first, second, third = found.attributions
    assert second.source_from == first.id != "1"
    assert third.parent == "2"
    held, _ = settle(LEVELS, Chains(recast={"1": recast(LEVELS)}))
    assert held.attributions[1].parent == held.attributions[0].id != "1"


def test_a_recast_one_leans_on_nobody() -> None:
    found, _ = settle(LEANING, Chains(recast={"2": recast(LEANING)}))
    second = found.attributions[1]
    assert second.source
    assert second.source_from is None
    assert found.attributions[2].parent == second.id


def test_carriers_go_by_the_new_ids_and_leave_with_the_dissolved() -> None:
    mail = carrier(LEANING, "Coast Mail")
    chains = Chains(
        own={"1": (mail,), "2": (mail,), "3": (mail,)},
        document=(mail,),
        dissolved={"3": "2"},
        recast={"1": recast(LEANING)},
    )
    found, left = settle(LEANING, chains)
    first = found.attributions[0].id
    assert left == Chains(own={first: (mail,), "2": (mail,)}, document=(mail,))


def test_a_recast_of_what_is_not_there_does_nothing() -> None:
    found, _ = settle(LEANING, Chains(recast={"9": recast(LEANING)}))
    assert found == LEANING


def test_nothing_leans_on_what_is_gone() -> None:
    found, _ = settle(LEANING, Chains(dissolved={"1": "3"}))
    assert {a.id for a in found.attributions} >= {
        a.source_from for a in found.attributions if a.source_from
    }


def test_what_leans_on_a_dissolved_one_moves_on_to_what_stays() -> None:
    found, _ = settle(LEANING, Chains(dissolved={"1": "3"}))
    assert found.attributions[0].source_from == "3"


def test_ids_stay_unique() -> None:
    new = recast(LEANING)
    found, _ = settle(LEANING, Chains(recast={"1": new, "2": new}))
    ids = [a.id for a in found.attributions]
    assert len(ids) == len(set(ids))
