"""schema.org, read by a processor of JSON-LD."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from contexts import SCHEMA, expanded, nodes
from hypothesis import given, settings
from pier import PIER
from readings import Made, reading
from strategies import extractions

from reportedly.export import OfClaim, Uris
from reportedly.export.schema_org import write
from reportedly.record import Record
from reportedly.record.answers import Stand
from reportedly.schema import Extraction

NAMED = replace(
    PIER, entities=tuple(replace(e, proper=e.name != "Two clerks") for e in PIER.entities)
)


def graph(*found: Extraction) -> dict[str, Any]:
    whole: dict[str, Any] = json.loads(b"".join(write(Made(*map(reading, found)), Uris())))
    return whole


def of(whole: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [node for node in whole["@graph"] if node["@type"] == kind]


def quotation(whole: dict[str, Any], name: str) -> dict[str, Any]:
    return next(q for q in of(whole, "Quotation") if q["@id"].endswith(f"/{name}"))


@given(extractions())
@settings(max_examples=60)
def test_a_processor_understands_all_of_it_and_finds_no_rating(found: Extraction) -> None:
    whole = graph(found)
    said = json.dumps(expanded(whole), ensure_ascii=False)
    for term in ("reviewRating", "Rating", "ClaimReview", "truthValue"):
        assert f"{SCHEMA}{term}" not in said
    quotations = of(whole, "Quotation")
    assert len(quotations) == sum(not a.negated for a in found.attributions)
    text = found.document.text
    for one in quotations:
        spans = [text[p["oa:start"] : p["oa:end"]] for p in one["oa:hasSelector"]]
        assert one["text"] == " … ".join(spans)


def test_a_quotation_says_who_speaks_and_where_it_stands() -> None:
    whole = graph(NAMED)
    bolts = quotation(whole, "a-bolts")
    (article,) = of(whole, "Article")
    assert bolts["isPartOf"] == {"@id": article["@id"]}
    assert article["identifier"] == PIER.document.id
    assert article["publisher"]["name"] == "Northline"
    (orro,) = of(whole, "Person")
    assert bolts["spokenByCharacter"] == {"@id": orro["@id"]}
    assert (orro["name"], orro["jobTitle"]) == ("Ilse Orro", ["retired diver"])
    assert bolts["additionalType"].endswith("#direct")


def test_carriers_are_works_that_it_is_based_on_the_nearest_first() -> None:
    whole = graph(NAMED)
    found = nodes(whole)
    first = quotation(whole, "a-bolts")["isBasedOn"]
    second = first["isBasedOn"]
    assert "isBasedOn" not in second
    names = [
        found[work["publisher"]["@id"]][f"{SCHEMA}name"][0]["@value"] for work in (first, second)
    ]
    assert names == ["Coast Mail", "Radio Lissom"]


def test_days_are_days_months_or_years() -> None:
    whole = graph(PIER)
    assert quotation(whole, "a-charge")["dateCreated"] == "2031-05-03"
    assert "dateCreated" not in quotation(whole, "a-denial")  # a week


def test_what_was_not_said_is_no_quotation() -> None:
    names = {q["@id"].rsplit("/", 1)[1] for q in of(graph(PIER), "Quotation")}
    assert "a-silence" not in names
    assert "a-bolts" in names


def test_a_description_is_no_name() -> None:
    things = of(graph(NAMED), "Thing")
    assert [(t.get("name"), t["description"]) for t in things] == [(None, ["Two clerks"])]


def test_a_claim_appears_where_it_is_stated_and_first_where_it_was_printed_first(
    record: Record, exported: Any
) -> None:
    claim = next(record.claims())
    whole = json.loads(exported("schema-org", OfClaim(claim.id)))
    (found,) = of(whole, "Claim")
    states = [s for s in claim.attributions if s.stand is not Stand.DENIES]
    denials = [s for s in claim.attributions if s.stand is Stand.DENIES]
    name = "urn:reportedly:statements/"
    assert {a["@id"] for a in found["appearance"]} == {name + s.id for s in states}
    assert len(states) == 4
    first = min(states, key=lambda s: s.published or "")
    assert found["firstAppearance"] == {"@id": name + first.id}
    for denial in denials:
        assert quotation(whole, denial.attribution)["about"] == {"@id": found["@id"]}
    assert len(denials) == 2


def test_with_a_site_as_base_names_are_addresses(record: Record, exported: Any) -> None:
    claim = next(record.claims())
    whole = json.loads(exported("schema-org", OfClaim(claim.id), base="https://desk.invalid"))
    assert of(whole, "Claim")[0]["@id"] == f"https://desk.invalid/claims/{claim.id}"
