"""GraphML: the network, for programs that do not read GEXF.

Source of the form: http://graphml.graphdrawing.org/specification.html
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportedly.export.chosen import Chosen
from reportedly.export.jsons import encoded
from reportedly.export.network import Node, Step, counted, element, kinds, text
from reportedly.export.uris import Uris

KEYS = {
    "node": {
        "label": "string",
        "kind": "string",
        "type": "string",
        "named": "boolean",
        "said": "long",
        "carried": "long",
        "printed": "long",
    },
    "edge": {"weight": "double", "first": "string", "last": "string"},
}


def write(chosen: Chosen, uris: Uris) -> Iterator[bytes]:
    """Write the network, an element a line."""
    return (encoded(line + "\n") for line in _lines(chosen, uris))


def _lines(chosen: Chosen, uris: Uris) -> Iterator[str]:
    found = counted(chosen, uris)
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    for of, keys in KEYS.items():
        for name, kind in keys.items():
            key = {"id": f"{of}-{name}", "for": of, "attr.name": name, "attr.type": kind}
            yield element("key", key)
    yield '<graph edgedefault="directed">'
    for name, node in found.nodes.items():
        yield element("node", {"id": name}, ">") + _data("node", _node(node)) + "</node>"
    names = list(found.nodes)
    for (source, target), step in found.steps.items():
        ends = {"source": names[source], "target": names[target]}
        yield element("edge", ends, ">") + _data("edge", _edge(step)) + "</edge>"
    yield "</graph>"
    yield "</graphml>"


def _node(node: Node) -> Mapping[str, object]:
    return {
        "label": node.label,
        "kind": " ".join(kinds(node)),
        "type": node.type.value,
        "named": "true" if node.named else "false",
        "said": node.said,
        "carried": node.carried,
        "printed": node.printed,
    }


def _edge(step: Step) -> Mapping[str, object]:
    return {"weight": float(step.statements), "first": step.first, "last": step.last}


def _data(of: str, values: Mapping[str, object]) -> str:
    return "".join(
        f'<data key="{of}-{name}">{text(value)}</data>'
        for name, value in values.items()
        if value is not None
    )
