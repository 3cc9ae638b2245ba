"""What exports cost: `python -m benchmarks.exports RECORD [FORMAT …]`.

Each format is written of the whole record in a process of its own: seconds of processor, bytes, and
how much memory it took at most beyond an open record. `networkx` is the peer of `gexf`: the same
network, counted by the same code, built and written by networkx.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from reportedly.export import FORMATS, OfRecord, Scope, Uris, export
from reportedly.export.chosen import choose
from reportedly.export.network import Network, counted
from reportedly.record import Record

PEER = "networkx"

nx: Any = import_module(PEER)


def main() -> None:
    """Print a row a format."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("record", help="made by benchmarks.records, say")
    parser.add_argument("format", nargs="*", help="all if left out")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.here:
        print(_row(asked.record, asked.format[0]))
        return
    of_all = [name for name, one in FORMATS.items() if Scope.RECORD in one.of]
    print("| format | processor, s | MB | memory, MB |\n|---|---|---|---|", flush=True)
    for name in asked.format or [*of_all, PEER]:
        own = [sys.executable, "-m", "benchmarks.exports", asked.record, name, "--here"]
        subprocess.run(own, check=True)


def _row(where: str, name: str) -> str:
    with Record.open(where, create=False, readonly=True) as record:
        next(record.documents())
        before, begun, size = _peak(), time.process_time(), 0
        for part in _parts(record, name):
            size += len(part)
        seconds = time.process_time() - begun
        return f"| {name} | {seconds:.0f} | {size / 1e6:.1f} | {_peak() - before} |"


def _parts(record: Record, name: str) -> Iterator[bytes]:
    if name != PEER:
        return export(record, OfRecord(), name)
    graph = _graph(counted(choose(record, OfRecord()), Uris()))
    return (line.encode() for line in nx.generate_gexf(graph))


def _graph(found: Network) -> Any:
    graph = nx.DiGraph()
    for name, node in found.nodes.items():
        graph.add_node(name, label=node.label, type=node.type.value, said=node.said)
    names = list(found.nodes)
    for (source, target), step in found.steps.items():
        days = {"start": step.first, "end": step.last} if step.first else {}
        graph.add_edge(names[source], names[target], weight=step.statements, **days)
    return graph


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
