"""Narratives as answers show them: claims of one story, with their days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from reportedly.record.answers import Headline, Narrative
from reportedly.record.ids import Known, group_id
from reportedly.record.summaries import of_narratives
from reportedly.store import Matter, Store, Summary

PAGE = 100
"""Narratives that are read at a time."""


def narratives(store: Store, after: int | None = None) -> Iterator[Narrative]:
    """Narratives of several claims, the widest first.

    Args:
        store: the record.
        after: root of the narrative to begin behind.
    """
    last = None if after is None else _summary(store, after)
    while page := store.groups.widest(Matter.NARRATIVE, PAGE, last):
        for summary in page:
            found = _narrative(store, summary)
            if len(found.claims) > 1:
                yield found
        last = page[-1]


def narrative(store: Store, root: int) -> Narrative:
    """The narrative of a root; of a claim that is in none, the claim alone."""
    return _narrative(store, _summary(store, root))


def _summary(store: Store, root: int) -> Summary:
    summary = store.groups.summaries(Matter.NARRATIVE, [root]).get(root)
    if summary is None:
        members = store.groups.members(Matter.NARRATIVE, [root])[root]
        (summary,) = of_narratives(store, {root: members}, store.attributions.refs(members))
    return summary


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
