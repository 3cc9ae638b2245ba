"""Narratives as answers show them: claims of one story, with their days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from reportedly.record.answers import Headline, Narrative
from reportedly.record.ids import Known, group_id
from reportedly.record.paging import sizes
from reportedly.record.summaries import of_narratives
from reportedly.store import AttributionRow, Matter, Store, Summary

PAGE = 100
"""Narratives that are read at a time."""


def narratives(
    store: Store, after: int | None = None, limit: int | None = None
) -> Iterator[Narrative]:
    """Narratives of several claims, the widest first.

    Args:
        store: the record.
        after: root of the narrative to begin behind.
        limit: how many are wanted, if that is known.
    """
    last = None if after is None else _summary(store, after)
    for size in sizes(limit, PAGE):
        with store.read():
            page = store.groups.widest(Matter.NARRATIVE, size, last)
            found = _told(store, page)
        yield from (one for one in found if len(one.claims) > 1)
        if len(page) < size:
            return
        last = page[-1]


def narrative(store: Store, root: int) -> Narrative:
    """The narrative of a root; of a claim that is in none, the claim alone."""
    return _told(store, [_summary(store, root)])[0]


def _summary(store: Store, root: int) -> Summary:
    summary = store.groups.summaries(Matter.NARRATIVE, [root]).get(root)
    if summary is None:
        members = store.groups.members(Matter.NARRATIVE, [root])[root]
        (summary,) = of_narratives(store, {root: members}, store.attributions.refs(members))
    return summary


def _told(store: Store, summaries: Iterable[Summary]) -> list[Narrative]:
    """Narratives of summaries, with the claims that each is made of."""
    listed = list(summaries)
    members = store.groups.members(Matter.NARRATIVE, (summary.root for summary in listed))
    every = {n for held in members.values() for n in held}
    rows, claims = store.attributions.get(every), store.groups.roots(Matter.CLAIM, every)
    labels = {
        root: summary.label
        for root, summary in store.groups.summaries(Matter.CLAIM, {*claims.values()}).items()
    }
    speakers = store.groups.roots(Matter.ENTITY, {r.speaker for r in rows.values() if r.speaker})
    found = []
    for one in listed:
        held = {n: rows[n] for n in members[one.root]}
        found.append(
            Narrative(
                one.id,
                one.label,
                tuple(_headlines(held, claims, labels)),
                one.size,
                one.documents,
                one.publishers,
                len({speakers[r.speaker] for r in held.values() if r.speaker}),
                one.first,
                one.last,
            )
        )
    return found


def _headlines(
    rows: Mapping[int, AttributionRow], claims: Mapping[int, int], labels: Mapping[int, str]
) -> list[Headline]:
    """The claims that statements belong to, by their first day."""
    own = defaultdict[int, list[AttributionRow]](list)
    for n, row in rows.items():
        own[claims[n]].append(row)
    found = []
    for root, held in own.items():
        days = sorted(row.day for row in held if row.day)
        name = group_id(Known.CLAIM, rows[root].ref)
        label = labels.get(root, rows[root].content)
        first, last = (days[0], days[-1]) if days else (None, None)
        found.append(Headline(name, label, len(held), first, last))
    return sorted(found, key=lambda headline: (headline.first or "9999", headline.id))
