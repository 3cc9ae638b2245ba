"""From a draft that quotes its text to a gold file of offsets."""

from __future__ import annotations

import json
from typing import Any

import pytest

from benchmarks.gold.anchoring import DraftError, anchor, gold_of, lines

TEXT = "Orro said the pier sank. She said that it sank, and she added that Fenn knew."


def read(words: str) -> str:
    start, end = anchor(TEXT, words)
    return TEXT[start:end]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("the pier", "the pier"),
        ("and [[she]] added", "she"),
        ("She said >>> Fenn knew", "She said that it sank, and she added that Fenn knew"),
        ("that it [[sank]], >>> [[Fenn]] knew", "sank, and she added that Fenn"),
    ],
)
def test_words_are_found_where_they_stand(words: str, found: str) -> None:
    assert read(words) == found


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ("the boat", "not in the text"),
        ("sank", "more than once"),
        ("Fenn >>> the pier", "not in the text behind its beginning"),
        ("[[]]Fenn", "brackets that hold nothing"),
        ("[[Fenn", "brackets that hold nothing"),
    ],
)
def test_words_that_name_no_place_are_refused(words: str, problem: str) -> None:
    with pytest.raises(DraftError, match=problem):
        anchor(TEXT, words)


def draft(**more: Any) -> dict[str, Any]:
    one = {"key": "1", "source": "Orro", "cue": "Orro [[said]]", "content": "the pier sank"}
    one |= {"speaker": "orro", "act": "say", **more}
    entity = {"key": "orro", "name": "Orro", "type": "person"}
    return {"document": "invented", "entities": [entity], "attributions": [one]}


def test_a_draft_becomes_offsets_with_every_field() -> None:
    gold = gold_of(draft(), TEXT)
    (one,) = gold["attributions"]
    assert (one["source"], one["cue"], one["content"]) == ([[0, 4]], [[5, 9]], [[10, 23]])
    assert (one["block"], one["leans"], one["stance"]) == ("body", False, "neutral")
    assert one["parent"] is one["occasion"] is one["said_on"] is one["venue"] is None
    assert gold["entities"][0]["name"] == [0, 4]
    assert gold["document_carriers"] == gold["notes"] == gold["links"] == []
    assert json.loads("\n".join(lines(gold))) == gold


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        ({"act": "shout"}, "'shout' is none of say"),
        ({"speaker": "fenn"}, "speaker: 'fenn' is none of"),
        ({"speaker": None}, "name its speaker or why it is open"),
        ({"parent": "1"}, "parent: '1' is none of"),
        ({"occasion": "7"}, "occasion: '7' is none of"),
        ({"cue": None}, "a cue and a content are needed"),
        ({"content": "the boat"}, "content: not in the text"),
        ({"stance": "warm"}, "'warm' is none of neutral"),
        ({"block": "caption"}, "'caption' is none of title"),
        ({"carriers": [{"entity": "mail", "at": "Fenn"}]}, "carrier: 'mail'"),
        ({"said_on": {"at": "Fenn", "value": "2031"}}, "value and precision go together"),
        ({"evidence": [{"status": "shown", "at": "Fenn", "by": "publisher"}]}, "evidence by"),
        ({"evidence": [{"status": "proof", "at": "Fenn", "by": "speaker"}]}, "'proof' is none"),
    ],
)
def test_what_does_not_fit_the_guidelines_is_named(more: dict[str, Any], problem: str) -> None:
    with pytest.raises(DraftError, match=problem):
        gold_of(draft(**more), TEXT)


def test_every_problem_is_named_at_once() -> None:
    wrong = draft(act="shout", content="the boat")
    wrong["notes"] = [{"kind": "doubt", "at": "Fenn", "about": ["9"]}]
    wrong["links"] = [{"kind": "echoes", "from": "1", "to": "2", "at": "Fenn"}]
    with pytest.raises(DraftError) as error:
        gold_of(wrong, TEXT)
    found = str(error.value).splitlines()
    assert [line.partition(":")[0] for line in found] == [
        "attribution 1, content",
        "attribution 1, act",
        "attribution 1",
        "note, about",
        "note, kind",
        "link, to",
    ]


def test_two_of_one_key_are_refused() -> None:
    twice = draft()
    twice["entities"] *= 2
    with pytest.raises(DraftError, match="each entity needs a key of its own"):
        gold_of(twice, TEXT)
