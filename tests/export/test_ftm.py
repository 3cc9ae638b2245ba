"""FollowTheMoney, read and checked by its own library."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from followthemoney import model
from followthemoney.types import registry
from hypothesis import given, settings
from hypothesis import strategies as st
from pier import PIER
from readings import Made, reading
from strategies import extractions

from reportedly.export import OfClaim, OfDocument, OfRecord, Scope, Uris
from reportedly.export.ftm import SCHEMATA, write
from reportedly.record import Record
from reportedly.schema import Extraction, document_key

NAMED = replace(
    PIER, entities=tuple(replace(e, proper=e.name != "Two clerks") for e in PIER.entities)
)
KEY = document_key(PIER.document)


def entities(data: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in data.decode().split("\n") if line]


def made(*found: Extraction, scope: Scope = Scope.DOCUMENT) -> list[dict[str, Any]]:
    return entities(b"".join(write(Made(*map(reading, found), scope=scope), Uris())))


def check(found: Iterable[dict[str, Any]]) -> None:
    """As followthemoney checks: known schemata, valid values, links that lead somewhere."""
    listed = list(found)
    ids = {one["id"] for one in listed}
    for one in listed:
        schema = model.get(one["schema"])
        assert schema is not None
        assert not schema.abstract
        assert set(one["properties"]) <= set(schema.properties)
        schema.validate(one)
        proxy = model.get_proxy(one, cleaned=False)
        for name, values in one["properties"].items():
            assert proxy.get(name, quiet=True), (name, values)  # none was thrown away
            if schema.properties[name].type is registry.entity:
                assert set(values) <= ids, (name, values)


def of(found: Iterable[dict[str, Any]], schema: str) -> list[dict[str, Any]]:
    return [one for one in found if one["schema"] == schema]


@given(extractions(), st.booleans())
@settings(max_examples=60)
def test_anything_is_valid(found: Extraction, proper: bool) -> None:
    called = tuple(replace(e, proper=proper) for e in found.entities)
    check(made(replace(found, entities=called)))


def test_a_name_of_signs_alone_is_none() -> None:
    called = tuple(replace(e, name="!?", proper=True) for e in PIER.entities)
    said = tuple(
        replace(a, speaker=replace(a.speaker, name="!?")) if a.speaker and a.speaker.name else a
        for a in PIER.attributions
    )
    found = made(replace(PIER, entities=called, attributions=said))
    check(found)
    assert not of(found, "Person")


def test_a_record_is_valid(record: Record, exported: Any) -> None:
    found = entities(exported("ftm", OfRecord()))
    check(found)
    assert len(of(found, "Article")) == 5
    assert {p["properties"]["name"][0] for p in of(found, "Person")} == {
        "Ada Morn",
        "A. Morn",
        "Bela Cox",
        "Odo Brandt",
    }
    assert len(of(found, "Documentation")) == 8 + 1  # statements, and a carrier


def test_a_part_names_nothing_that_it_does_not_hold(record: Record, exported: Any) -> None:
    found = entities(exported("ftm", OfDocument(next(record.documents()).key)))
    check(found)
    (claim,) = (e for e in found if e["id"].startswith("c"))
    assert len(claim["properties"]["proof"]) == 1


def test_every_schema_that_may_be_is_one() -> None:
    for name in (*SCHEMATA.values(), "LegalEntity", "Article", "Mention", "Note", "UnknownLink"):
        assert model.get(name)


def test_a_statement_is_what_documents_its_speaker() -> None:
    found = made(NAMED)
    (charge,) = (d for d in found if d["id"] == f"{KEY}.a-charge")
    assert charge["schema"] == "Documentation"
    properties = charge["properties"]
    assert properties["document"] == [KEY]
    assert properties["role"] == ["speaker (accuse)"]
    assert properties["date"] == ["2031-05-03"]
    assert properties["description"] == ["The pier was never inspected"]
    (orro,) = of(found, "Person")
    assert properties["entity"] == [orro["id"]]
    assert orro["properties"]["position"] == ["retired diver"]
    assert orro["properties"]["alias"] == ["Orro"]


def test_carriers_are_linked_to_whom_they_carry() -> None:
    found = made(NAMED)
    names = {e["id"]: e["properties"]["name"][0] for e in found if "name" in e["properties"]}
    links = [
        (names[e["properties"]["subject"][0]], names[e["properties"]["object"][0]])
        for e in of(found, "UnknownLink")
    ]
    assert links == [("Coast Mail", "Radio Lissom"), ("Radio Lissom", "Ilse Orro")]
    roles = [e["properties"]["role"][0] for e in found if "carrier" in e["id"]]
    assert roles == ["carrier", "carrier"]


def test_whoever_is_not_named_is_nobody() -> None:
    found = made(NAMED)
    assert not [e for e in found if "Two clerks" in e["properties"].get("name", ())]
    (note,) = (e for e in found if e["id"] == f"{KEY}.a-silence")
    assert note["schema"] == "Note"
    assert note["properties"]["name"] == ["Two clerks (not confirm)"]
    assert note["properties"]["entity"] == [KEY]


def test_weeks_are_no_dates_there() -> None:
    (denial,) = (e for e in made(NAMED) if e["id"] == f"{KEY}.a-denial")
    assert "date" not in denial["properties"]


def test_a_claim_is_a_note_on_those_who_say_so(record: Record, exported: Any) -> None:
    claim = next(record.claims())
    found = entities(exported("ftm", OfClaim(claim.id)))
    check(found)
    (note,) = (e for e in found if e["id"] == claim.id)
    named = {e["id"]: e["properties"]["name"][0] for e in of(found, "Person")}
    assert {named[e] for e in note["properties"]["entity"]} == {"Ada Morn", "Odo Brandt"}
    assert set(note["properties"]["proof"]) == {s.id.partition("/")[0] for s in claim.attributions}


def test_fragments_of_one_have_one_id(record: Record, exported: Any) -> None:
    found = entities(exported("ftm", OfRecord()))
    morn = {e["id"] for e in of(found, "Person") if e["properties"]["name"] == ["Ada Morn"]}
    assert len(morn) == 1
    joined = [model.get_proxy(e) for e in of(found, "Person") if e["id"] in morn]
    whole = joined[0]
    for other in joined[1:]:
        whole.merge(other)
    assert whole.get("position") == ["minister of ports"]
