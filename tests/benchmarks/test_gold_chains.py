"""The gold of chains: that its files are whole, and how they are read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from benchmarks.chains import score
from benchmarks.chains.runs import missing
from benchmarks.gold import texts
from benchmarks.gold.anchoring import (
    ACTS,
    LINKS,
    NOTES,
    PRECISIONS,
    STANCES,
    STATUSES,
    TYPES,
    gold_of,
)
from benchmarks.gold.reading import SECOND, bare, documents, extraction_of, reading
from reportedly.schema import (
    Act,
    BlockKind,
    Precision,
    SaidOn,
    Span,
    Status,
    Voice,
    from_json,
    to_json,
)
from training.score import SHARED

FILES = [p for folder in (texts.CHAINS, SECOND) for p in sorted(folder.glob("*.json"))]
FILES = [path for path in FILES if path.name != "split.json"]
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()

here = pytest.mark.skipif(missing() is not None, reason=f"not there: {missing()}")
each = pytest.mark.parametrize("path", FILES, ids=lambda p: f"{p.parent.name}/{p.stem}")


@cache
def gold(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return loaded


# --- the files


def test_every_document_of_the_splits_has_a_file_and_no_other() -> None:
    dev, gate, twice = documents("dev"), documents("gate"), documents("twice")
    assert (len(dev), len(gate), len(twice)) == (30, 30, 10)
    assert not set(dev) & set(gate)
    assert set(twice) <= {*dev, *gate}
    names = {path.stem for path in FILES if path.parent == texts.CHAINS}
    samples = {name for name in names if name.startswith("samples-")}
    assert names - samples == {texts.slug(name) for name in (*dev, *gate)}
    assert len(samples) == 3
    second = {path.stem for path in FILES if path.parent == SECOND}
    assert second == {texts.slug(name) for name in twice}


@each
def test_keys_and_values_are_known(path: Path) -> None:
    one = gold(path)
    keys = "document sha256 published publisher entities attributions document_carriers notes links"
    assert list(one) == keys.split()
    assert {e["type"] for e in one["entities"]} <= set(TYPES)
    for a in one["attributions"]:
        assert a["block"] in ("title", "subtitle", "body")
        assert a["act"] in ACTS
        assert a["stance"] in STANCES
        assert a["cue"]
        assert a["content"]
        assert {mark["status"] for mark in a["evidence"]} <= set(STATUSES)
        assert {mark["by"] for mark in a["evidence"]} <= {"speaker", "carrier"}
    assert {note["kind"] for note in one["notes"]} <= set(NOTES)
    assert {note["status"] for note in one["notes"]} <= {None, *STATUSES}
    assert {link["kind"] for link in one["links"]} <= set(LINKS)


@each
def test_references_lead_somewhere(path: Path) -> None:
    one = gold(path)
    entities = [e["key"] for e in one["entities"]]
    items = {a["key"]: a for a in one["attributions"]}
    assert len(set(entities)) == len(entities)
    assert len(items) == len(one["attributions"])
    known = {None, *entities}
    for a in items.values():
        assert a["speaker"] in known
        assert {c["entity"] for c in a["carriers"]} <= known
        assert not (a["speaker"] and a["open"])
        for name in ("parent", "occasion"):
            assert a["key"] not in followed(items, a, name)
    assert {c["entity"] for c in one["document_carriers"]} <= known
    assert {key for note in one["notes"] for key in note["about"]} <= set(items)
    assert all(link["from"] != link["to"] for link in one["links"])
    assert {link[end] for link in one["links"] for end in ("from", "to")} <= set(items)


def followed(items: dict[str, Any], a: dict[str, Any], name: str) -> list[str]:
    """The keys that one comes to by `name`, up to the first that comes twice."""
    keys: list[str] = []
    while a[name] is not None and a[name] not in keys:
        keys.append(a[name])
        a = items[a[name]]
    return keys


@each
def test_a_nested_cue_stands_in_the_content_around_it(path: Path) -> None:
    items = {a["key"]: a for a in gold(path)["attributions"]}
    for a in items.values():
        if a["parent"] is not None:
            around = items[a["parent"]]["content"]
            assert all(any(s <= start and end <= e for s, e in around) for start, end in a["cue"])


@here
@each
def test_words_lie_in_the_text_that_was_annotated(path: Path) -> None:
    text = texts.load(gold(path)["document"], SHARED, path.parent)
    found = list(pairs(gold(path)))
    assert found
    assert all(0 <= start < end <= len(text) for start, end in found)
    words = [text[start:end] for start, end in found]
    assert [w for w in words if w != w.strip()] == []


def pairs(value: Any) -> Iterator[tuple[int, int]]:
    """Every `[start, end)` of a gold file."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from pairs(inner)
    elif isinstance(value, list):
        if len(value) == 2 and all(type(edge) is int for edge in value):
            yield value[0], value[1]
        else:
            for inner in value:
                yield from pairs(inner)


@each
def test_a_day_has_the_form_of_its_precision(path: Path) -> None:
    for a in gold(path)["attributions"]:
        if day := a["said_on"]:
            assert day["precision"] in (None, *PRECISIONS)
            precision = Precision(day["precision"]) if day["precision"] else None
            SaidOn(day["value"], precision, Span(*day["at"]), None if precision else "open")


@here
@each
def test_a_weekday_is_a_day_of_that_name_not_after_publication(path: Path) -> None:
    one = gold(path)
    text = texts.load(one["document"], SHARED, path.parent)
    for a in one["attributions"]:
        day = a["said_on"]
        if day and day["precision"] == "day":
            words = text[day["at"][0] : day["at"][1]].lower()
            named = [number for number, name in enumerate(WEEKDAYS) if name in words]
            value = date.fromisoformat(day["value"])
            assert not named or value.weekday() in named
            assert one["published"] is None or day["value"] <= one["published"]


@here
@pytest.mark.parametrize("split", ["dev", "gate"])
def test_gold_is_an_extraction_like_any_other(split: str) -> None:
    for name in documents(split):
        one = extraction_of(name, shared=SHARED)
        again = from_json(to_json(one))
        assert again.attributions == one.attributions
        counts = score(one, one)
        assert not [e for e in counts.errors if e.field != "merged speakers"]
        assert all(count.f1 == 1 for count in counts.figures.values() if count.right)


# --- how they are read

TEXT = (
    "Telmar quoted Ilse Orro, a diver, as saying on Sunday that the pier sank. "
    "She added at a rally that Fenn ordered it, claiming that he knew. "
    "No proof was shown. A man who asked not to be named agreed."
)

DRAFT = {
    "document": "invented",
    "published": "2031-05-06",
    "publisher": "Northline",
    "entities": [
        {"key": "orro", "name": "Ilse Orro", "type": "person", "roles": ["a [[diver]]"]},
        {"key": "fenn", "name": "Fenn", "type": "person"},
        {"key": "telmar", "name": "Telmar", "type": "organisation"},
        {"key": "man", "name": "A [[man]]", "type": "person", "anonymous": True}
        | {"reason": "asked not to be named"},
    ],
    "attributions": [
        {"key": "1", "source": "Ilse Orro, a diver,", "cue": ["quoted", "as saying"]}
        | {"content": "that the pier sank", "speaker": "orro", "act": "say"}
        | {"carriers": [{"entity": "telmar", "at": "Telmar"}]}
        | {"said_on": {"value": "2031-05-04", "precision": "day", "at": "Sunday"}}
        | {"evidence": [{"status": "named witness", "at": "a diver", "by": "speaker"}]},
        {"key": "2", "source": "She", "cue": "added", "content": "that Fenn ordered it"}
        | {"speaker": "orro", "act": "say", "occasion": "1", "venue": "at a rally"},
        {"key": "3", "source": "Fenn", "cue": "ordered", "content": "Fenn ordered [[it]]"}
        | {"speaker": "fenn", "act": "order", "parent": "2"},
        {"key": "4", "source": "She", "cue": "claiming", "content": "that he knew", "leans": True}
        | {"speaker": "orro", "act": "say", "occasion": "2", "stance": "doubting"},
        {"key": "5", "source": "A man >>> named", "cue": "agreed", "content": "No [[proof]]"}
        | {"speaker": None, "open": "two men", "act": "echo"},
    ],
    "notes": [
        {"kind": "evidence", "status": "none offered", "at": "No proof was shown", "about": ["1"]}
    ],
    "links": [{"kind": "echoes", "from": "5", "to": "1", "at": "agreed"}],
}


@pytest.fixture
def read() -> Any:
    return reading(gold_of(DRAFT, TEXT), TEXT)


def by_cue(extraction: Any) -> dict[str, Any]:
    return {a.cue[0].read(TEXT): a for a in extraction.attributions}


def test_the_document_is_as_the_program_reads_it(read: Any) -> None:
    document = read.document
    assert (document.published, document.publisher) == ("2031-05-06", "Northline")
    assert {block.kind for block in document.blocks} == {BlockKind.BODY}
    assert from_json(to_json(read)).entities == read.entities


def test_an_occasion_hands_on_what_is_not_stated_anew(read: Any) -> None:
    found = by_cue(read)
    for cue in ("quoted", "added", "claiming"):
        assert [c.name for c in found[cue].carriers] == ["Telmar"]
        assert found[cue].said_on.value == "2031-05-04"
    assert found["quoted"].venue is None
    assert found["added"].venue.text == found["claiming"].venue.text == "at a rally"
    assert found["ordered"].carriers == ()
    assert found["ordered"].said_on is None


def test_carriers_of_the_document_come_first() -> None:
    dated = DRAFT | {"document_carriers": [{"entity": "fenn", "at": "Fenn"}]}
    found = by_cue(reading(gold_of(dated, TEXT), TEXT))
    assert [c.name for c in found["quoted"].carriers] == ["Fenn", "Telmar"]
    assert [c.name for c in found["agreed"].carriers] == ["Fenn"]


def test_what_leans_has_the_source_of_another(read: Any) -> None:
    found = by_cue(read)
    assert found["claiming"].source == ()
    assert found["claiming"].source_from == found["added"].id
    assert found["claiming"].speaker.name == "Ilse Orro"


def test_speakers_and_entities(read: Any) -> None:
    found = by_cue(read)
    orro, man = read.entities[1], read.entities[-1]
    assert found["quoted"].speaker.roles == ("diver",)
    assert [m.read(TEXT) for m in orro.mentions] == ["Ilse Orro", "Ilse Orro, a diver,", "She"]
    assert man.anonymous
    assert man.reason.text == "asked not to be named"
    assert found["agreed"].speaker.unresolved == "two men"
    assert found["ordered"].parent == found["added"].id
    assert found["ordered"].act == Act.ORDER


def test_notes_on_evidence_are_marks_by_the_publisher(read: Any) -> None:
    found = by_cue(read)
    marks = [(m.status, m.by) for m in found["quoted"].evidence]
    assert marks == [(Status.WITNESS, Voice.SPEAKER), (Status.NONE, Voice.PUBLISHER)]
    assert found["added"].evidence == ()
    assert read.notes[0].about == (found["quoted"].id,)
    assert (read.links[0].from_, read.links[0].to) == (found["agreed"].id, found["quoted"].id)


def test_bare_keeps_spans_parents_and_speakers(read: Any) -> None:
    plain = by_cue(bare(read))
    full = by_cue(read)
    assert plain.keys() == full.keys()
    assert plain["ordered"].parent == plain["added"].id
    assert plain["quoted"].speaker == full["quoted"].speaker
    assert bare(read).entities == read.entities
    assert not any(a.carriers or a.said_on or a.venue or a.evidence for a in plain.values())
    assert {a.act for a in plain.values()} == {Act.SAY}
    unresolved = bare(read, speakers=False)
    assert not unresolved.entities
    assert not any(a.speaker for a in unresolved.attributions)
