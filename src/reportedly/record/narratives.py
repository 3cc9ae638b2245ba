"""Narratives: claims of one story, found wherever something was added, at the end of a run."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import numpy as np

from reportedly.connect.claims import Statement, scores
from reportedly.connect.stories import PARTIES, of_one_story, story_keys
from reportedly.record.answers import Headline, Narrative
from reportedly.record.compared import ComparedStatements
from reportedly.record.ids import Known, group_id
from reportedly.record.settling import settle
from reportedly.record.summaries import of_narratives
from reportedly.schema import Verdict
from reportedly.store import LinkRow, Matter, Store, Summary

COMMON = 300
"""Documents from which a pair of parties is taken for a subject of the whole record ("the
President" and "the Senate"), and makes no story: it would make one of all of them."""

BATCH = 200
"""Statements that are linked in one transaction."""

PAGE = 200


def settle_narratives(store: Store) -> None:
    """Link and group what was added since narratives were last settled.

    Raises:
        StoreError: if the record cannot be written to.
    """
    linker = _Stories(store)
    while marked := store.marks.first(Matter.STORY, BATCH):
        with store.write():
            store.links.put(Matter.NARRATIVE, linker.links(marked))
            store.marks.clear(Matter.STORY, marked)
            store.marks.add(Matter.NARRATIVE, marked)
    settle(store, Matter.NARRATIVE, of_narratives)


class _Stories:
    """Finds the statements that are of one story with some."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._compared = ComparedStatements(store)

    def links(self, numbers: tuple[int, ...]) -> Iterator[LinkRow]:
        for n, one in self._compared.of(numbers).items():
            others = self._sharing(n, one)
            if not others:
                continue
            near = scores(one.vector, np.stack([s.vector for s in others.values()]))
            for (other, statement), score in zip(others.items(), near.tolist(), strict=True):
                found = of_one_story(one.names & statement.names, score)
                if found.verdict is Verdict.SAME:
                    yield LinkRow(min(n, other), max(n, other), found)

    def _sharing(self, n: int, one: Statement) -> dict[int, Statement]:
        """The statements that name the same parties."""
        held = self._store.fingerprints.holders(story_keys(one.names))
        documents = {d for found in held.values() if len(found) <= COMMON for d in found}
        return {
            number: other
            for statements in self._compared.in_documents(documents).values()
            for number, other in statements.items()
            if number != n and len(one.names & other.names) >= PARTIES
        }


def narratives(store: Store) -> Iterator[Narrative]:
    """Narratives of several claims, the widest first."""
    offset = 0
    while page := store.groups.listing(Matter.NARRATIVE, "documents", PAGE, offset):
        for summary in page:
            found = _narrative(store, summary)
            if len(found.claims) > 1:
                yield found
        offset += PAGE


def narrative(store: Store, root: int) -> Narrative:
    """The narrative of a root; of a claim that is in none, the claim alone."""
    summary = store.groups.summaries(Matter.NARRATIVE, [root]).get(root)
    if summary is None:
        members = store.groups.members(Matter.NARRATIVE, [root])[root]
        (summary,) = of_narratives(store, {root: members}, store.attributions.refs(members))
    return _narrative(store, summary)


def _narrative(store: Store, summary: Summary) -> Narrative:
    members = store.groups.members(Matter.NARRATIVE, [summary.root])[summary.root]
    rows = store.attributions.get(members)
    claims = defaultdict[int, list[int]](list)
    for n, root in store.groups.roots(Matter.CLAIM, members).items():
        claims[root].append(n)
    labels = store.groups.summaries(Matter.CLAIM, claims)
    headlines = []
    for root, numbers in claims.items():
        days = sorted(day for n in numbers if (day := rows[n].day))
        headlines.append(
            Headline(
                group_id(Known.CLAIM, rows[root].ref),
                labels[root].label if root in labels else rows[root].content,
                len(numbers),
                days[0] if days else None,
                days[-1] if days else None,
            )
        )
    return Narrative(
        summary.id,
        summary.label,
        tuple(sorted(headlines, key=lambda h: (h.first or "9999", h.id))),
        summary.size,
        summary.documents,
        summary.publishers,
        len(
            set(
                store.groups.roots(
                    Matter.ENTITY, {r.speaker for r in rows.values() if r.speaker}
                ).values()
            )
        ),
        summary.first,
        summary.last,
    )
