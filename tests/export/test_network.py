"""GEXF and GraphML, read by networkx."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, settings
from pier import PIER
from readings import Made, reading, speaker_id
from strategies import extractions

from reportedly.export import OfClaim, OfRecord, Uris, gexf, graphml
from reportedly.record import Record
from reportedly.schema import Extraction, document_key

KEY = document_key(PIER.document)
READ = {
    "gexf": lambda data: nx.read_gexf(io.BytesIO(data)),
    "graphml": lambda data: nx.read_graphml(io.BytesIO(data)),
}
WRITE = {"gexf": gexf.write, "graphml": graphml.write}


def graph(name: str, *found: Extraction) -> Any:
    return READ[name](b"".join(WRITE[name](Made(*map(reading, found)), Uris())))


def labelled(found: Any) -> dict[tuple[str, str], float]:
    label = {n: data["label"] for n, data in found.nodes(data=True)}
    return {(label[a], label[b]): data["weight"] for a, b, data in found.edges(data=True)}


@pytest.mark.parametrize("name", READ)
@given(found=extractions())
@settings(max_examples=80)
def test_anything_is_well_formed(name: str, found: Extraction) -> None:
    read = graph(name, found)
    spoken = {
        speaker_id(document_key(found.document), a.speaker.entity)
        for a in found.attributions
        if a.speaker and a.speaker.entity and not a.negated
    }
    names = {str(node).rsplit("/", 1)[1] for node in read.nodes if "speakers/" in str(node)}
    assert spoken <= names


@pytest.mark.parametrize("name", READ)
def test_words_go_from_the_speaker_over_carriers_to_who_tells_them(name: str) -> None:
    found = labelled(graph(name, PIER))
    assert found == {
        ("Ilse Orro", "Northline"): 1,  # the charge
        ("Ilse Orro", "Radio Lissom"): 1,
        ("Radio Lissom", "Coast Mail"): 1,
        ("Coast Mail", "Northline"): 1,
        ("harbour board", "Northline"): 2,
        ("Ilse Orro", "harbour board"): 1,  # said within what the board says
    }


@pytest.mark.parametrize("name", READ)
def test_nodes_say_what_they_are(name: str) -> None:
    named = replace(
        PIER, entities=tuple(replace(e, proper=e.name[0].isupper()) for e in PIER.entities)
    )
    nodes = {data["label"]: data for _, data in graph(name, named).nodes(data=True)}
    orro, mail, line = nodes["Ilse Orro"], nodes["Coast Mail"], nodes["Northline"]
    assert (orro["kind"], orro["type"], orro["said"], orro["carried"]) == (
        "speaker",
        "person",
        3,
        0,
    )
    assert (mail["kind"], mail["type"], mail["carried"]) == ("carrier", "organisation", 1)
    assert (line["kind"], line["printed"]) == ("publisher", 7)
    assert (orro["named"], nodes["harbour board"]["named"]) == (True, False)


def test_edges_have_days_for_a_time_line(record: Record, exported: Any) -> None:
    found = READ["gexf"](exported("gexf", OfRecord()))
    assert found.graph["mode"] == "dynamic"
    label = {n: data["label"] for n, data in found.nodes(data=True)}
    edges = {(label[a], label[b]): data for a, b, data in found.edges(data=True)}
    brandt = edges["Odo Brandt", "The Pier"]
    assert (brandt["weight"], brandt["start"], brandt["end"]) == (2.0, "2031-05-08", "2031-05-08")
    assert ("Ada Morn", "Harbour Wire") in edges
    assert ("Harbour Wire", "The Mole") in edges
    assert ("Ada Morn", "The Mole") not in edges


@pytest.mark.parametrize("name", READ)
def test_weights_are_statements(record: Record, exported: Any, name: str) -> None:
    claim = next(record.claims())
    found = READ[name](exported(name, OfClaim(claim.id)))
    into = sum(d["weight"] for _, b, d in found.edges(data=True) if "publishers/" in str(b))
    assert into == len(claim.attributions)


def test_both_hold_the_same_network(record: Record, exported: Any) -> None:
    assert labelled(READ["gexf"](exported("gexf"))) == labelled(
        READ["graphml"](exported("graphml"))
    )
