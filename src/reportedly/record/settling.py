"""Settling: what was decided on pairs becomes groups, wherever something was touched.

What is touched is marked in the record when a document is added or a judgement made, in the same
transaction; settling takes the marks off. Killed in between, it is done when the record is next
written to. Groups are a pure function of the pairs and the judgements, so that they come out the
same in whatever order documents were added.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import NamedTuple

from reportedly.connect.entities import contradiction
from reportedly.connect.groups import Ties, grouped
from reportedly.record.linked import TWIN
from reportedly.record.prepare import twin_key
from reportedly.record.summaries import Describe, of_carriers
from reportedly.schema import EntityType, Profile, Ref, Verdict
from reportedly.store import LinkRow, Matter, Store

DENSE = {Matter.ENTITY: 0.0, Matter.CLAIM: 0.4, Matter.NARRATIVE: 0.3}
"""The least share of linked pairs between two groups that become one. Names are compared so
strictly that one link is enough; sentences that are each like the next may drift apart."""

BATCH = 500
"""Marked items that are settled in one transaction, with all that they touch."""


@dataclass(slots=True)
class _Patch:
    """A part of the record that nothing outside of it is tied to."""

    items: dict[int, Ref] = field(default_factory=dict)
    links: dict[tuple[int, int], LinkRow] = field(default_factory=dict)
    same: set[tuple[int, int]] = field(default_factory=set)
    different: set[tuple[int, int]] = field(default_factory=set)
    whole: set[tuple[int, int]] = field(default_factory=set)
    roots: set[int] = field(default_factory=set)


def settle(store: Store, matter: Matter, describe: Describe) -> int:
    """Group anew what is marked; the number of items that were looked at.

    Args:
        store: the record.
        matter: entities or claims.
        describe: makes the summary of a group of several.

    Raises:
        StoreError: if the record cannot be written to.
    """
    looked = 0
    while marked := store.marks.first(matter, BATCH):
        with store.write():
            patch = _patch(store, matter, marked)
            _regroup(store, matter, patch, describe)
            store.marks.clear(matter, {*marked, *patch.items})
        looked += len(patch.items)
    return looked


def _patch(store: Store, matter: Matter, marked: Iterable[int]) -> _Patch:
    """All that a chain of links, judgements and present groups connects to what is marked."""
    patch, new = _Patch(), set(marked)
    nouns = store.nouns(matter)
    while new:
        refs = nouns.refs(new)
        patch.items |= refs
        reached: set[int] = set()
        for link in store.links.of(matter, refs, Verdict.SAME):
            patch.links[link.a, link.b] = link
            reached |= {link.a, link.b}
        for a, b, verdict in _judged(store, matter, refs):
            (patch.same if verdict is Verdict.SAME else patch.different).add((a, b))
            reached |= {a, b}
        roots = set(store.groups.roots(matter, new).values())
        patch.roots |= roots
        for members in store.groups.members(matter, roots).values():
            reached.update(members)
        if matter is Matter.NARRATIVE:
            reached |= _of_claims(store, new, patch)
        new = reached - patch.items.keys()
    return patch


def _of_claims(store: Store, numbers: Iterable[int], patch: _Patch) -> set[int]:
    """The other statements of the claims that statements belong to: a narrative has all or none."""
    roots = set(store.groups.roots(Matter.CLAIM, numbers).values())
    found: set[int] = set()
    for root, members in store.groups.members(Matter.CLAIM, roots).items():
        patch.whole |= {(root, n) for n in members if n != root}
        found.update(members)
    return found


def _judged(
    store: Store, matter: Matter, refs: Mapping[int, Ref]
) -> Iterator[tuple[int, int, Verdict]]:
    """What people decided on the items: of several decisions on one pair, the last."""
    nouns = store.nouns(matter)
    known = {ref.document for ref in refs.values()}
    held, verdicts = set(refs.values()), {}
    for j in store.judgements.about(matter, known):
        if j.a in held or j.b in held:
            verdicts[j.a, j.b] = j.verdict
    numbers = nouns.numbers({ref for pair in verdicts for ref in pair})
    for (a, b), verdict in verdicts.items():
        if a in numbers and b in numbers and verdict is not Verdict.UNSURE:
            yield numbers[a], numbers[b], verdict


def _regroup(store: Store, matter: Matter, patch: _Patch, describe: Describe) -> None:
    groups = grouped(patch.items.values(), _ties(store, matter, patch), DENSE[matter])
    numbers = {ref: n for n, ref in patch.items.items()}
    before = store.groups.roots(matter, patch.items)
    store.groups.free(matter, patch.items)
    store.groups.forget(matter, patch.roots | patch.items.keys())
    several = {numbers[g[0]]: tuple(numbers[ref] for ref in g) for g in groups if len(g) > 1}
    roots = {n: root for root, group in several.items() for n in group}
    store.groups.assign(matter, roots)
    store.groups.describe(matter, describe(store, several, patch.items, [*patch.links.values()]))
    if matter is Matter.ENTITY:
        store.groups.forget(Matter.CARRIER, patch.roots | patch.items.keys())
        every = {numbers[g[0]]: tuple(numbers[ref] for ref in g) for g in groups}
        store.groups.describe(Matter.CARRIER, of_carriers(store, every, patch.items))
    if matter is Matter.CLAIM:  # a narrative has all of a claim or nothing of it
        moved = [n for n, root in before.items() if roots.get(n, n) != root]
        store.marks.add(Matter.NARRATIVE, moved)


def _ties(store: Store, matter: Matter, patch: _Patch) -> Ties[Ref]:
    def named(pairs: Iterable[tuple[int, int]]) -> list[tuple[Ref, Ref]]:
        return [(patch.items[a], patch.items[b]) for a, b in pairs]

    links = [
        Linked(patch.items[a], patch.items[b], link.likeness.score, bool(link.data.get(TWIN)))
        for (a, b), link in patch.links.items()
    ]
    apart = named(patch.different)
    if matter is Matter.ENTITY:
        apart += _two_people(store, patch)
    return ties(links, named(patch.whole), named(patch.same), apart)


class Linked(NamedTuple):
    """Two things that are the same by a link: its score, and whether nothing tells them apart."""

    a: Ref
    b: Ref
    score: float
    twin: bool


def ties(
    links: Iterable[Linked],
    whole: Iterable[tuple[Ref, Ref]] = (),
    same: Collection[tuple[Ref, Ref]] = (),
    apart: Collection[tuple[Ref, Ref]] = (),
) -> Ties[Ref]:
    """What speaks for and against things being one.

    Args:
        links: what the program decided.
        whole: pairs of one claim, where claims are brought together.
        same: pairs that a person took for the same.
        apart: pairs that a person told apart, and pairs that are two people.
    """
    listed = list(links)
    return Ties(
        [(link.a, link.b, link.score) for link in listed if not link.twin],
        [*((link.a, link.b) for link in listed if link.twin), *whole],
        same,
        apart,
    )


def is_person(profile: Profile) -> bool:
    """Whether it is known to be a person: two of one document are two."""
    return profile.type is EntityType.PERSON


def _two_people(store: Store, patch: _Patch) -> list[tuple[Ref, Ref]]:
    """The same of a patch; a person's judgement that two are one outranks both."""
    profiles = [row.profile for row in store.entities.get(patch.items).values()]
    judged = {frozenset((patch.items[a], patch.items[b])) for a, b in patch.same}
    return [pair for pair in two_people(profiles) if frozenset(pair) not in judged]


def two_people(profiles: Iterable[Profile]) -> list[tuple[Ref, Ref]]:
    """People that one document tells apart, and people whose names cannot be one person's.

    Args:
        profiles: entities that a chain of links connects; who is no person is passed over.
    """
    people: defaultdict[str, list[Ref]] = defaultdict(list)
    named: defaultdict[tuple[str, ...], dict[str, Profile]] = defaultdict(dict)
    for profile in sorted(filter(is_person, profiles), key=lambda p: p.ref):
        people[profile.ref.document].append(profile.ref)
        # Twins are one before anything is told apart: one of them stands for all.
        named[profile.name, *sorted(profile.aliases)].setdefault(twin_key(profile), profile)
    pairs = [p for refs in people.values() for p in combinations(refs, 2)]
    for one, other in combinations(named.values(), 2):
        first, second = (next(iter(profiles.values())) for profiles in (one, other))
        if contradiction(first, second) is not None:
            pairs += [(a.ref, b.ref) for a in one.values() for b in other.values()]
    return pairs
