"""Describing: the summaries of groups that were not settled one by one, but came as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

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
        for several in _lacking(store, matter, _groups(store, matter)):
            yield _describe(store, matter, several, of)
    for every in _lacking(store, Matter.CARRIER, _carrying(store)):
        refs, ordered = _ordered(store, Matter.ENTITY, every)
        with store.write():
            store.groups.describe(Matter.CARRIER, of_carriers(store, ordered, refs))
        yield len(refs)


_MATTERS: dict[Matter, Describe] = {
    Matter.ENTITY: of_entities,
    Matter.CLAIM: of_claims,
    Matter.NARRATIVE: of_stories,
}


def _describe(store: Store, matter: Matter, members: Groups, of: Describe) -> int:
    refs, several = _ordered(store, matter, members)
    links = store.links.of(matter, refs, Verdict.SAME) if matter is Matter.CLAIM else ()
    with store.write():
        store.groups.describe(matter, of(store, several, refs, links))
    return len(refs)


def _ordered(store: Store, matter: Matter, members: Groups) -> tuple[Refs, Groups]:
    """Refs of all members, and the groups with their first members first."""
    refs = store.nouns(matter).refs(n for group in members.values() for n in group)
    return refs, {
        root: tuple(sorted(group, key=refs.__getitem__)) for root, group in members.items()
    }


def _lacking(store: Store, matter: Matter, groups: Iterable[Groups]) -> Iterator[Groups]:
    """Of some groups, those without a summary."""
    for some in groups:
        there = store.groups.summaries(matter, some)
        if rest := {root: members for root, members in some.items() if root not in there}:
            yield rest


def _groups(store: Store, matter: Matter) -> Iterator[Groups]:
    """All groups of several, some thousand members at a time."""
    some: dict[int, tuple[int, ...]] = {}
    for root, members in store.groups.whole(matter):
        some[root] = members
        if sum(map(len, some.values())) >= ITEMS:
            yield some
            some = {}
    yield some


def _carrying(store: Store) -> Iterator[Groups]:
    """The groups of those that anything comes through, those of one among them."""
    roots, after = set[int](), 0
    while entities := store.speaking.through(after):
        roots.update(store.groups.roots(Matter.ENTITY, entities).values())
        after = entities[-1]
    for some in chunks(sorted(roots)):
        yield store.groups.members(Matter.ENTITY, some)
