"""Describing: the summaries of groups that were not settled one by one, but came as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from reportedly.record.summaries import (
    Describe,
    Groups,
    Refs,
    of_carriers,
    of_claims,
    of_entities,
    of_stories,
)
from reportedly.schema import Verdict
from reportedly.store import Matter, Store
from reportedly.store.forms import chunks

Named = Mapping[int, Refs]
"""Members of groups with their refs, by root."""

ITEMS = 5_000
"""Members of groups that are described in one transaction; a group is described as a whole."""


def describe(store: Store) -> Iterator[int]:
    """Make the summaries that groups lack; it can be interrupted, and be done again.

    Yields:
        How many members of groups were looked at.

    Raises:
        StoreError: if the record cannot be written to.
    """
    for matter, of in _MATTERS.items():
        for refs, several in _lacking(store, matter, _groups(store, matter)):
            links = store.links.of(matter, refs, Verdict.SAME) if matter is Matter.CLAIM else ()
            with store.write():
                store.groups.describe(matter, of(store, several, refs, links))
            yield len(refs)
    for refs, every in _lacking(store, Matter.CARRIER, _carrying(store)):
        with store.write():
            store.groups.describe(Matter.CARRIER, of_carriers(store, every, refs))
        yield len(refs)


_MATTERS: dict[Matter, Describe] = {
    Matter.ENTITY: of_entities,
    Matter.CLAIM: of_claims,
    Matter.NARRATIVE: of_stories,
}


def _lacking(
    store: Store, matter: Matter, groups: Iterable[Named]
) -> Iterator[tuple[Refs, Groups]]:
    """Of some groups, those without a summary, their first members first; and all their refs."""
    begun = store.groups.count(matter) > 0
    for some in groups:
        there = store.groups.summaries(matter, some) if begun else {}
        rest = {root: named for root, named in some.items() if root not in there}
        refs = {n: ref for named in rest.values() for n, ref in named.items()}
        if rest:
            yield refs, {root: _ordered(named) for root, named in rest.items()}


def _ordered(named: Refs) -> tuple[int, ...]:
    # Refs as pairs: they are sorted in half the time.
    return tuple(n for *_, n in sorted((ref.document, ref.id, n) for n, ref in named.items()))


def _groups(store: Store, matter: Matter) -> Iterator[Named]:
    """All groups of several, some thousand members at a time."""
    some: dict[int, Refs] = {}
    size = 0
    for root, named in store.groups.whole(matter):
        some[root] = named
        size += len(named)
        if size >= ITEMS:
            yield some
            some, size = {}, 0
    yield some


def _carrying(store: Store) -> Iterator[Named]:
    """The groups of those that anything comes through, those of one among them."""
    roots, after = set[int](), 0
    while entities := store.speaking.through(after):
        roots.update(store.groups.roots(Matter.ENTITY, entities).values())
        after = entities[-1]
    for some in chunks(sorted(roots)):
        groups = store.groups.members(Matter.ENTITY, some)
        refs = store.entities.refs(n for members in groups.values() for n in members)
        yield {root: {n: refs[n] for n in members} for root, members in groups.items()}
