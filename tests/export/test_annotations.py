"""Web Annotations, read by a processor of JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from contexts import AS, OA, expanded
from hypothesis import given, settings
from marked import marked
from pier import BOLTS, PIER, TEXT
from readings import ADDED, Made, reading
from strategies import extractions

from reportedly.export import OfClaim, Uris
from reportedly.export.annotations import write
from reportedly.record import Record
from reportedly.schema import Extraction

TERMS = "urn:reportedly:terms#"


def collection(*found: Extraction, base: str = "urn:reportedly:") -> dict[str, Any]:
    parts = write(Made(*map(reading, found)), Uris(base))
    whole: dict[str, Any] = json.loads(b"".join(parts))
    return whole


def annotations(*found: Extraction) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = collection(*found)["first"]["items"]
    return items


def one(found: Extraction, attribution: str, role: str) -> dict[str, Any]:
    ends = f"/{attribution}/{role}"
    return next(a for a in annotations(found) if a["id"].endswith(ends))


def selectors(annotation: dict[str, Any]) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    for target in annotation["target"]:
        position, quote = target["selector"]
        assert (position["type"], quote["type"]) == ("TextPositionSelector", "TextQuoteSelector")
        yield position, quote


@given(extractions())
@settings(max_examples=150)
def test_every_quotation_is_what_stands_at_its_position(found: Extraction) -> None:
    text = found.document.text
    items = annotations(found)
    by_name = {a.id: a for a in found.attributions}
    seen = set()
    for annotation in items:
        _, name, role = annotation["id"].rsplit("/", 2)
        seen.add((name, role))
        spans = []
        for position, quote in selectors(annotation):
            start, end = position["start"], position["end"]
            assert quote["exact"] == text[start:end]
            assert quote["prefix"] == text[max(0, start - 32) : start]
            assert quote["suffix"] == text[end : end + 32]
            spans.append((start, end))
        if role != "source" or by_name[name].source:
            wanted = getattr(by_name[name], role)
            assert spans == [(span.start, span.end) for span in wanted]
    assert {(a.id, r) for a in found.attributions for r in ("cue", "content")} <= seen


@given(extractions())
@settings(max_examples=30)
def test_a_processor_understands_all_of_it(found: Extraction) -> None:
    (whole,) = expanded(collection(found))
    assert whole["@type"] == [f"{AS}OrderedCollection"]
    (page,) = whole[f"{AS}first"]
    items = page[f"{AS}items"][0]["@list"]
    assert len(items) == len(annotations(found))
    for item in items:
        assert item["@type"] == [f"{OA}Annotation"]
        assert len(item[f"{OA}hasTarget"]) >= 1
        assert {b["@type"][0] for b in item[f"{OA}hasBody"]} <= {
            f"{OA}TextualBody",
            f"{OA}SpecificResource",
        }


def test_positions_are_code_points() -> None:
    found = marked("😀😀 {S1 Orro} {C1 said} {X1 𝒮he was 😀 there}")
    ((position, quote),) = selectors(one(found, "1", "content"))
    assert (position["start"], position["end"]) == (13, 28)
    assert quote["exact"] == "𝒮he was 😀 there"
    assert quote["prefix"] == "😀😀 Orro said "


def test_each_role_has_an_annotation_and_all_link_to_the_statement() -> None:
    found = [a for a in annotations(PIER) if "/a-bolts/" in a["id"]]
    assert [a["motivation"] for a in found] == ["identifying", "classifying", "describing"]
    words = [[quote["exact"] for _, quote in selectors(annotation)] for annotation in found]
    assert words == [["Orro"], ["told"], ["“I have photographs of every bolt,”"]]
    linked = [body["source"] for a in found for body in a["body"] if body["purpose"] == "linking"]
    assert len(linked) == 3
    assert len(set(linked)) == 1
    tags = [b["value"] for a in found for b in a["body"] if b["purpose"] == "tagging"]
    assert tags == ["source", "cue", "content"]


def test_content_in_two_places_is_two_targets() -> None:
    found = marked("{X1 “No,”} {C1 said} {S1 Orro}, {X1 “never.”}")
    words = [quote["exact"] for _, quote in selectors(one(found, "1", "content"))]
    assert words == ["“No,”", "“never.”"]


def test_a_source_that_is_leant_on_is_shown() -> None:
    words = "{S1 Orro} {C1 accused} {X1 Fenn}, {C2 claiming} {X2 that he lied}"
    found = marked(words, leans={2: 1})
    ((position, quote),) = selectors(one(found, "2", "source"))
    assert quote["exact"] == "Orro"
    assert position["start"] == 0


def test_whoever_is_not_named_has_no_source() -> None:
    found = marked("Fenn {C1 was accused of} {X1 lying}")
    assert [a["id"].rsplit("/", 1)[1] for a in annotations(found)] == ["cue", "content"]


def test_the_text_is_named_by_its_digest() -> None:
    for annotation in annotations(PIER):
        for target in annotation["target"]:
            assert target["state"]["reportedly:digest"] == PIER.document.id
            assert target["state"]["sourceDate"] == ADDED
            assert target["state"]["cached"] == target["source"]  # it has no address of its own


def test_the_target_is_the_article_where_it_has_an_address(record: Record, exported: Any) -> None:
    claim = next(record.claims())
    items = json.loads(exported("annotations", OfClaim(claim.id)))["first"]["items"]
    sources = {target["source"] for item in items for target in item["target"]}
    assert "https://quay.invalid/gates" in sources
    others = sources - {"https://quay.invalid/gates"}
    assert all(source.startswith("urn:reportedly:documents/") for source in others)
    assert len(others) == 3


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//a.invalid", "x"])
def test_only_addresses_of_the_web_are_targets(url: str) -> None:
    from dataclasses import replace

    found = replace(PIER, document=replace(PIER.document, url=url))
    sources = {t["source"] for a in annotations(found) for t in a["target"]}
    assert len(sources) == 1
    assert sources.pop().startswith("urn:reportedly:documents/")


def test_all_that_is_known_of_an_attribution_comes_along() -> None:
    details = one(PIER, "a-bolts", "content")["reportedly:attribution"]
    assert details["reportedly:speaker"]["reportedly:name"] == "Ilse Orro"
    carriers = [
        (c["reportedly:name"], c["reportedly:descriptor"]) for c in details["reportedly:carriers"]
    ]
    assert carriers == [("Coast Mail", "official"), ("Radio Lissom", "church-owned")]
    assert details["reportedly:kind"] == "direct"
    assert details["reportedly:venue"] == "in an interview"
    marks = [(m["reportedly:status"], m["reportedly:by"]) for m in details["reportedly:evidence"]]
    assert marks == [("claimed", "speaker"), ("none offered", "publisher")]
    exact = details["reportedly:evidence"][1]["selector"][1]["exact"]
    assert exact == BOLTS.evidence[1].span.read(TEXT)
    guess = one(PIER, "a-guess", "content")["reportedly:attribution"]
    assert guess["reportedly:parent"]["id"].endswith("/a-answer")


def test_carriers_keep_their_order() -> None:
    (whole,) = expanded(collection(PIER))
    items = whole[f"{AS}first"][0][f"{AS}items"][0]["@list"]
    (bolts,) = (i for i in items if i["@id"].endswith("a-bolts/content"))
    (details,) = bolts[f"{TERMS}attribution"]
    listed = details[f"{TERMS}carriers"][0]["@list"]
    assert [c[f"{TERMS}name"][0]["@value"] for c in listed] == ["Coast Mail", "Radio Lissom"]


def test_what_was_not_said_is_marked_so() -> None:
    acts = [
        b["value"] for b in one(PIER, "a-silence", "cue")["body"] if b["purpose"] == "classifying"
    ]
    assert acts == ["not confirm"]
    charge = [b.get("value") for b in one(PIER, "a-charge", "cue")["body"]]
    assert charge[-2:] == ["accuse", "doubting"]
