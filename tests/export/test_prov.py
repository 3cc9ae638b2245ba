"""PROV-O, read by rdflib."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from pier import PIER
from rdflib import RDF, RDFS, XSD, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, PROV
from readings import Made, reading, speaker_id
from strategies import extractions

from reportedly.export import OfClaim, OfDocument, Uris
from reportedly.export.prov import write
from reportedly.export.selection import Scope
from reportedly.export.turtle import described, iri, literal
from reportedly.record import Record
from reportedly.schema import Extraction, Kind, document_key

OA = Namespace("http://www.w3.org/ns/oa#")
BASE = "urn:reportedly:"
KEY = document_key(PIER.document)


def graph(*found: Extraction, scope: Scope = Scope.DOCUMENT) -> Graph:
    chosen = Made(*map(reading, found), scope=scope)
    return parsed(b"".join(write(chosen, Uris())))


def parsed(data: bytes) -> Graph:
    return Graph().parse(data=data.decode(), format="turtle")


def statement(name: str, end: str = "") -> URIRef:
    return URIRef(f"{BASE}statements/{KEY}/{name}{end}")


def agent(entity: str) -> URIRef:
    return URIRef(BASE + "speakers/" + speaker_id(KEY, f"e-{entity}"))


def chain(found: Graph, name: str) -> list[str]:
    """Whose the words are, from the printed ones on to those that derive from nothing."""
    whose, here = [], statement(name)
    while True:
        agent_of = found.value(here, PROV.wasAttributedTo)
        whose.append(str(found.value(agent_of, RDFS.label)) if agent_of else "nobody")
        onward = list(found.objects(here, PROV.wasQuotedFrom | PROV.wasDerivedFrom))
        if not onward:
            return whose
        (here,) = onward


@given(extractions())
@settings(max_examples=100)
def test_anything_is_well_formed_and_keeps_its_words(found: Extraction) -> None:
    graph_of = graph(found)
    key = document_key(found.document)
    for a in found.attributions:
        name = URIRef(f"{BASE}statements/{key}/{a.id}")
        exact = " … ".join(span.read(found.document.text) for span in a.content)
        kept = re.sub("[\0\ufffe\uffff]", "\ufffd", exact)
        assert graph_of.value(name, PROV.value) == Literal(kept)
        spans = {
            (int(graph_of.value(s, OA.start)), int(graph_of.value(s, OA.end)))
            for s in graph_of.objects(name, OA.hasSelector)
        }
        assert spans == {(span.start, span.end) for span in a.content}


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufffe\uffff")))
def test_a_literal_is_read_as_it_was(text: str) -> None:
    (name, what) = iri("urn:a:b"), literal(text)
    found = parsed(("@prefix p: <urn:p:> .\n" + described(name, [("p:says", what)])).encode())
    assert next(found.objects()) == Literal(text)


def test_a_chain_goes_from_the_publisher_through_the_carriers_to_the_speaker() -> None:
    found = graph(PIER)
    assert chain(found, "a-bolts") == ["Northline", "Coast Mail", "Radio Lissom", "Ilse Orro"]
    assert chain(found, "a-charge") == ["Northline", "Ilse Orro"]


def test_what_is_said_within_derives_from_the_outer_utterance() -> None:
    found = graph(PIER)
    assert chain(found, "a-guess") == ["Northline", "harbour board", "Ilse Orro"]
    outer = statement("a-answer", "#utterance")
    assert (outer, PROV.wasDerivedFrom, statement("a-guess", "#utterance")) in found


def test_words_in_quotation_marks_are_quoted_and_others_derived() -> None:
    found = graph(PIER)
    for a in PIER.attributions:
        if not a.negated:
            quoted = list(found.objects(statement(a.id), PROV.wasQuotedFrom))
            derived = list(found.objects(statement(a.id), PROV.wasDerivedFrom))
            assert (len(quoted), len(derived)) == ((0, 1) if a.kind is Kind.INDIRECT else (1, 0))


def test_the_utterance_is_the_primary_source_and_has_its_day_and_role() -> None:
    found = graph(PIER)
    source = found.value(statement("a-charge"), PROV.hadPrimarySource)
    assert source == statement("a-charge", "#utterance")
    assert found.value(source, DCTERMS.created) == Literal("2031-05-03", datatype=XSD.date)
    assert found.value(source, PROV.wasAttributedTo) == agent("Ilse Orro")
    how = found.value(source, PROV.qualifiedAttribution)
    role = found.value(how, PROV.hadRole)
    assert found.value(role, RDFS.label) == Literal("retired diver")
    assert found.value(how, PROV.agent) == agent("Ilse Orro")
    week = statement("a-denial", "#utterance")
    assert found.value(week, DCTERMS.created) is None


def test_what_was_not_said_derives_from_nothing() -> None:
    found = graph(PIER)
    assert chain(found, "a-silence") == ["Northline"]
    assert found.value(statement("a-silence"), PROV.hadPrimarySource) is None


def test_it_stays_open_who_speaks() -> None:
    assert chain(graph(PIER), "a-spring") == ["Northline", "nobody"]


def test_agents_are_what_they_are_and_act_on_behalf_of_whom_they_stand_for() -> None:
    found = graph(PIER)
    assert (agent("Ilse Orro"), RDF.type, PROV.Person) in found
    assert (agent("harbour board"), RDF.type, PROV.Organization) in found
    behalf = found.value(agent("harbour board"), PROV.actedOnBehalfOf)
    assert found.value(behalf, RDFS.label) == Literal("the harbour of Lissom")
    assert found.value(agent("Ilse Orro"), PROV.actedOnBehalfOf) is None


def test_a_document_is_named_by_its_digest() -> None:
    found = graph(PIER)
    document = URIRef(f"{BASE}documents/{KEY}")
    assert found.value(document, DCTERMS.identifier) == Literal(PIER.document.id)
    assert found.value(document, DCTERMS.issued) == Literal("2031-05-04", datatype=XSD.date)


def test_origins_of_a_claim_are_what_its_utterances_are_alternates_of(
    record: Record, exported: Any
) -> None:
    claim = next(record.claims())
    found = parsed(exported("prov", OfClaim(claim.id)))
    name = URIRef(f"{BASE}claims/{claim.id}")
    members = {str(m) for m in found.objects(name, PROV.hadMember)}
    assert members == {f"{BASE}statements/{s.id}" for s in claim.attributions}
    for place, group in enumerate(claim.origins.groups, 1):
        origin = URIRef(f"{name}#origin-{place}")
        going_back = {
            str(u).removeprefix(f"{BASE}statements/").removesuffix("#utterance")
            for u in found.subjects(PROV.alternateOf, origin)
        }
        assert going_back == set(group.members)
    assert len(claim.origins.groups) >= 2


def test_a_document_alone_says_nothing_of_claims(record: Record, exported: Any) -> None:
    found = parsed(exported("prov", OfDocument(next(record.documents()).key)))
    assert (None, PROV.alternateOf, None) not in found
