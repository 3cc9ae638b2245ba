"""What a record knows of its things together, as rows of the connected tables."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.batch.between import group, link, origin
from reportedly.batch.rows import Row
from reportedly.batch.tables import GROUPS, LINKS, ORIGINS, Table
from reportedly.connect.groups import components
from reportedly.record.claims import Claims
from reportedly.record.statements import Statements
from reportedly.schema import Ref, Verdict
from reportedly.store import Matter, Store
from reportedly.store.forms import chunks

AT_ONCE = 1_000
"""Links whose ends are named at a time."""

CLAIMS = 50
"""Claims whose origins are counted at a time: each is read with all its statements."""

_LINKED = (Matter.REUSE, Matter.ENTITY, Matter.CLAIM, Matter.NARRATIVE)
_GROUPED = (Matter.ENTITY, Matter.CLAIM, Matter.NARRATIVE)


def tied_rows(store: Store) -> Iterator[tuple[Table, Iterator[Row]]]:
    """The connected tables, each with its rows."""
    yield LINKS, _links(store)
    yield GROUPS, _groups(store)
    yield ORIGINS, _origins(store)


def _links(store: Store) -> Iterator[Row]:
    for matter in _LINKED:
        for some in chunks(store.links.all(matter), AT_ONCE):
            refs = _refs(store, matter, {n for one in some for n in (one.a, one.b)})
            for one in some:
                yield link(matter, refs[one.a], refs[one.b], one)


def _groups(store: Store) -> Iterator[Row]:
    for matter in _GROUPED:
        for root, refs in store.groups.whole(matter):
            yield from (group(matter, member, refs[root]) for member in refs.values())
    for family in _families(store):
        yield from (group(Matter.REUSE, member, family[0]) for member in family)


def _families(store: Store) -> Iterator[tuple[Ref, ...]]:
    """Documents that are copies of each other: a record knows them by their links alone."""
    pairs = [
        (link.a, link.b)
        for link in store.links.all(Matter.REUSE)
        if link.likeness.verdict is Verdict.SAME
    ]
    for family in components({n for pair in pairs for n in pair}, pairs):
        yield tuple(sorted(_refs(store, Matter.REUSE, set(family)).values()))


def _origins(store: Store) -> Iterator[Row]:
    claims = Claims(store, Statements(store))
    for some in chunks((root for root, _ in store.groups.whole(Matter.CLAIM)), CLAIMS):
        refs = _refs(store, Matter.CLAIM, set(some))
        for root, found in claims.origins(some).items():
            yield origin(refs[root], found)


def _refs(store: Store, matter: Matter, numbers: set[int]) -> dict[int, Ref]:
    if matter is Matter.REUSE:
        return {n: Ref(row.key, "") for n, row in store.documents.get(numbers).items()}
    return store.nouns(matter).refs(numbers)
