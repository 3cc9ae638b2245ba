"""Narratives as answers show them: claims of one story, with their days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import TypeVar

from reportedly.record.answers import Headline, Narrative, NarrativeOutline
from reportedly.record.ids import Known, group_id
from reportedly.record.paging import sizes
from reportedly.record.summaries import CLAIMS, of_narratives
from reportedly.store import AttributionRow, Matter, Store, Summary

T = TypeVar("T")

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
    for found in _pages(store, after, limit, partial(_told, store)):
        yield from (one for one in found if len(one.claims) > 1)


def outlines(
    store: Store, after: int | None = None, limit: int | None = None
) -> Iterator[NarrativeOutline]:
    """The same narratives without their claims."""
    for found in _pages(store, after, limit, partial(_outlined, store)):
        yield from (one for one in found if one.claims > 1)


def _pages(
    store: Store,
    after: int | None,
    limit: int | None,
    tell: Callable[[Sequence[Summary]], list[T]],
) -> Iterator[list[T]]:
    """Narratives, the widest first, page by page; each page is of one state of the record."""
    last = None if after is None else _summary(store, after)
    for size in sizes(limit, PAGE):
        with store.read():
            page = store.groups.widest(Matter.NARRATIVE, size, last)
            found = tell(page)
        yield found
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


def _outlined(store: Store, summaries: Sequence[Summary]) -> list[NarrativeOutline]:
    return [
        NarrativeOutline(
            one.id,
            one.label,
            _claims(store, one),
            one.size,
            one.documents,
            one.publishers,
            one.speakers,
            one.first,
            one.last,
        )
        for one in summaries
    ]


def _claims(store: Store, summary: Summary) -> int:
    """How many claims a narrative has; counted where an earlier version told it."""
    if isinstance(told := summary.data.get(CLAIMS), int):
        return told
    members = store.groups.members(Matter.NARRATIVE, [summary.root])[summary.root]
    return len(set(store.groups.roots(Matter.CLAIM, members).values()))


def _told(store: Store, summaries: Sequence[Summary]) -> list[Narrative]:
    """Narratives of summaries, with the claims that each is made of."""
    members = store.groups.members(Matter.NARRATIVE, (summary.root for summary in summaries))
    every = {n for held in members.values() for n in held}
    rows, claims = store.attributions.get(every), store.groups.roots(Matter.CLAIM, every)
    labels = {
        root: summary.label
        for root, summary in store.groups.summaries(Matter.CLAIM, {*claims.values()}).items()
    }
    speakers = store.groups.roots(Matter.ENTITY, {r.speaker for r in rows.values() if r.speaker})
    found = []
    for one in summaries:
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
