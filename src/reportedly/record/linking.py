"""Linking: what a new document's entities, statements and words have to do with what is held.

Every verdict is a pure function of two things; whether two things are compared at all follows
from keys, cells and fingerprints that each has by itself. So the links do not depend on the order
in which documents were added.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from reportedly.connect import reuse
from reportedly.record.compared import STATEMENTS
from reportedly.record.pairs import SAME_PROFILE, of_documents, of_profiles
from reportedly.record.prepare import Prepared, alike
from reportedly.record.said import SaidBefore
from reportedly.store import Added, Addition, LinkRow, Matter, NewEntity, Store

COMMON = 5_000
"""Holders from which a fingerprint is taken for a formula that many texts share, and passed over:
past it, comparing would cost more than any copy that shares nothing rarer is worth."""


class Linker:
    """Adds documents to a record, with the links to what it holds; in an open `write`.

    Args:
        store: the record.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._said = SaidBefore(store)

    def add(self, prepared: Prepared, added_at: str) -> Added:
        """Add a document, link it, and mark what it touches.

        Args:
            prepared: the document with all that is kept of it.
            added_at: the moment, as `YYYY-MM-DDThh:mm:ssZ`.

        Raises:
            StoreError: if the record holds it already, or cannot be written to.
        """
        store = self._store
        same = alike(prepared.entities)
        twins = self._twins(same)
        said = self._said.find(prepared)
        added = store.documents.add(_addition(prepared, same, twins, said.alone, added_at))
        store.links.put(Matter.ENTITY, self._entities(prepared, added, twins))
        store.links.put(Matter.CLAIM, said.links(added.attributions))
        store.links.put(Matter.REUSE, self._reuse(prepared, added))
        store.marks.add(Matter.ENTITY, added.entities.values())
        store.marks.add(Matter.CLAIM, [added.attributions[name] for name in said.names])
        store.marks.add(Matter.STORY, [added.attributions[name] for name in said.alone])
        return added

    def _twins(self, same: Mapping[str, str]) -> dict[str, int]:
        """For entities that nothing tells from one that is held: its number, by their id."""
        held = self._store.entities.by_keys(same.values())
        return {name: held[key][0] for name, key in same.items() if key in held}

    def _entities(
        self, prepared: Prepared, added: Added, twins: Mapping[str, int]
    ) -> Iterator[LinkRow]:
        for name, twin in twins.items():
            yield SAME_PROFILE.link(twin, added.entities[name])
        new = [c for c in prepared.entities if c.profile.ref.id not in twins]
        holders = self._store.entities.by_keys({key for c in new for key in c.keys})
        near = {c.profile.ref.id: {n for k in c.keys for n in holders.get(k, ())} for c in new}
        others = self._store.entities.get(set().union(*near.values()))
        # Those of one document too: what holds of the two holds of all their twins.
        for candidate in new:
            number = added.entities[candidate.profile.ref.id]
            for n in sorted(near[candidate.profile.ref.id] & others.keys()):
                if n < number and (found := of_profiles(others[n].profile, candidate.profile)):
                    yield found.link(n, number)

    def _reuse(self, prepared: Prepared, added: Added) -> Iterator[LinkRow]:
        holders = self._store.fingerprints.holders(prepared.fingerprints)
        rare = (numbers for numbers in holders.values() if len(numbers) <= COMMON)
        shared = Counter(n for numbers in rare for n in numbers if n != added.n)
        for n, count in sorted(shared.items()):
            if count >= reuse.SHARED:
                other = self._store.documents.extraction(n).document
                if found := of_documents(other, prepared.extraction.document):
                    yield found.link(n, added.n)


def _addition(
    prepared: Prepared,
    same: Mapping[str, str],
    twins: Mapping[str, int],
    alone: Collection[str],
    added_at: str,
) -> Addition:
    said = {p.attribution.id: [p.words, sorted(p.names), p.speaker] for p in prepared.propositions}
    return Addition(
        prepared.extraction,
        added_at,
        {STATEMENTS: said},
        tuple(NewEntity(c.profile, _keys(c, same, twins)) for c in prepared.entities),
        tuple({*prepared.fingerprints, *prepared.stories}),
        tuple(v for v in prepared.vectors if v.attribution in alone),
    )


def _keys(
    candidate: NewEntity, same: Mapping[str, str], twins: Mapping[str, int]
) -> tuple[str, ...]:
    """What an entity is found by: of those that nothing tells apart, only the first by its name."""
    name = candidate.profile.ref.id
    twin = (same[name],) if name in same else ()
    return twin if name in twins else (*twin, *candidate.keys)
