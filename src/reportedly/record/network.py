"""Who relies on whom: publishers, and the carriers that their documents name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from reportedly.record.answers import Edge, Network, Relied
from reportedly.record.summaries import PUBLISHERS
from reportedly.store import Matter, Store, Summary


def network(store: Store, limit: int) -> Network:
    """Publishers and carriers, those of most documents first.

    Args:
        store: the record.
        limit: how many carriers, and how many publishers of theirs, at most.
    """
    carriers = store.groups.widest(Matter.CARRIER, limit)
    relied = {carrier.id: _publishers(carrier) for carrier in carriers}
    totals = Counter[str]()
    for publishers in relied.values():
        totals.update(publishers)
    chosen = sorted(totals, key=lambda name: (-totals[name], name))[:limit]
    edges = [
        Edge(publisher, carrier, publishers[publisher])
        for carrier, publishers in relied.items()
        for publisher in chosen
        if publisher in publishers
    ]
    return Network(
        tuple(chosen),
        tuple(Relied(c.id, c.label, c.size, c.documents) for c in carriers),
        tuple(sorted(edges, key=lambda edge: (-edge.statements, edge.publisher, edge.carrier))),
    )


def _publishers(carrier: Summary) -> Mapping[str, int]:
    found = carrier.data.get(PUBLISHERS)
    return found if isinstance(found, dict) else {}
