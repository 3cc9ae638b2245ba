"""Who relies on whom: publishers, and the carriers that their documents name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from reportedly.record.answers import Edge, Network, Relied, Statement
from reportedly.record.statements import Statements
from reportedly.store import Store

PAGE = 500


def network(store: Store, statements: Statements, limit: int) -> Network:
    """Publishers and carriers, those of most statements first.

    Args:
        store: the record.
        statements: reads statements.
        limit: how many publishers, and how many carriers, at most.
    """
    names: dict[str, str] = {}
    documents: defaultdict[str, set[str]] = defaultdict(set)
    through, relying = Counter[str](), Counter[str]()
    edges = Counter[tuple[str, str]]()
    for one in _carried(store, statements):
        for carrier in {c.id: c for c in one.carriers}.values():
            names.setdefault(carrier.id, carrier.name)
            documents[carrier.id].add(one.id.partition("/")[0])
            through[carrier.id] += 1
            if one.publisher:
                relying[one.publisher] += 1
                edges[one.publisher, carrier.id] += 1
    carriers = sorted(names, key=lambda i: (-through[i], i))[:limit]
    publishers = sorted(relying, key=lambda p: (-relying[p], p))[:limit]
    kept = [(p, c, n) for (p, c), n in edges.items() if p in publishers and c in carriers]
    return Network(
        tuple(publishers),
        tuple(Relied(i, names[i], through[i], len(documents[i])) for i in carriers),
        tuple(Edge(*edge) for edge in sorted(kept, key=lambda edge: (-edge[2], edge[0], edge[1]))),
    )


def _carried(store: Store, statements: Statements) -> Iterator[Statement]:
    after = 0
    while page := store.attributions.page(after, PAGE):
        yield from statements.of([row for row in page if row.carriers])
        after = page[-1].n
