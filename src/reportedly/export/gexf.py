"""GEXF, for Gephi: the network, with days at its edges.

Source of the form: https://gexf.net/1.2/ (nodes, edges, attributes, and `start` and `end` of a
dynamic graph).
"""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.export.chosen import Chosen
from reportedly.export.jsons import encoded
from reportedly.export.network import Node, Step, counted, element, kinds
from reportedly.export.uris import Uris

NODES = {
    "kind": "string",
    "type": "string",
    "named": "boolean",
    "said": "integer",
    "carried": "integer",
    "printed": "integer",
}
EDGES = {"statements": "integer", "first": "string", "last": "string"}


def write(chosen: Chosen, uris: Uris) -> Iterator[bytes]:
    """Write the network, an element a line."""
    return (encoded(line + "\n") for line in _lines(chosen, uris))


def _lines(chosen: Chosen, uris: Uris) -> Iterator[str]:
    found = counted(chosen, uris)
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">'
    yield "<meta><creator>Reportedly</creator></meta>"
    yield '<graph defaultedgetype="directed" mode="dynamic" timeformat="date">'
    yield from _declared("node", NODES)
    yield from _declared("edge", EDGES)
    yield "<nodes>"
    for name, node in found.nodes.items():
        yield element("node", {"id": name, "label": node.label}, ">") + _node(node) + "</node>"
    yield "</nodes>"
    yield "<edges>"
    names = list(found.nodes)
    for number, ((source, target), step) in enumerate(found.steps.items()):
        ends = {"id": number, "source": names[source], "target": names[target]}
        when = {"weight": step.statements, "start": step.first, "end": step.last}
        yield element("edge", {**ends, **when}, ">") + _edge(step) + "</edge>"
    yield "</edges>"
    yield "</graph>"
    yield "</gexf>"


def _declared(of: str, attributes: dict[str, str]) -> Iterator[str]:
    yield element("attributes", {"class": of, "mode": "static"}, ">")
    for name, kind in attributes.items():
        yield element("attribute", {"id": name, "title": name, "type": kind})
    yield "</attributes>"


def _node(node: Node) -> str:
    counts = (node.said, node.carried, node.printed)
    named = "true" if node.named else "false"
    values = (" ".join(kinds(node)), node.type.value, named, *counts)
    return _valued(dict(zip(NODES, values, strict=True)))


def _edge(step: Step) -> str:
    return _valued({"statements": step.statements, "first": step.first, "last": step.last})


def _valued(values: dict[str, object]) -> str:
    given = (
        element("attvalue", {"for": name, "value": value})
        for name, value in values.items()
        if value is not None
    )
    return f"<attvalues>{''.join(given)}</attvalues>"
