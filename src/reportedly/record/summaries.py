"""Summaries: what lists say of a group of several, made when it is settled."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from reportedly.connect.entities import label
from reportedly.record.answers import Stand
from reportedly.record.ids import Known, group_id
from reportedly.record.linked import TWIN
from reportedly.record.sides import sides, sides_of
from reportedly.record.who import packed, who
from reportedly.schema import Ref, Verdict
from reportedly.store import AttributionRow, Carrying, LinkRow, Matter, Store, Summary

PUBLISHERS = "publishers"
"""Key of a carrier's summary: how many statements came through it to each publisher."""

CLAIMS = "claims"
"""Key of a narrative's summary: how many claims it has."""

Groups = Mapping[int, tuple[int, ...]]
"""Members of groups by root, first members first."""

Refs = Mapping[int, Ref]
"""Refs of all members."""

Describe = Callable[[Store, Groups, Refs, Sequence[LinkRow]], list[Summary]]
"""Makes the summaries of groups of several, given the links by which they became one."""


def of_claims(store: Store, several: Groups, refs: Refs, links: Sequence[LinkRow]) -> list[Summary]:
    """Summaries of claims: the label is what states it and is nearest to all others.

    What nothing tells apart counts once, and the first of it gives the label. How a statement
    stands to its claim takes all links between them to tell, and is told beside.
    """
    rows = store.attributions.get(n for members in several.values() for n in members)
    held = _within(several, links)
    claims = {root: {n: rows[n] for n in members if n in rows} for root, members in several.items()}
    stands = {root: sides(claim, held[root]) for root, claim in claims.items()}
    naming = _stating(several, stands)
    found = _of_statements(store, several, refs, Known.CLAIM, naming, rows, lambda _: links)
    told = {root: sides_of(claims[root], stands[root]) for root in several}
    return [replace(summary, data=told[summary.root]) for summary in found]


def _stating(several: Groups, stands: Mapping[int, Mapping[int, Stand]]) -> Groups:
    """Members that do not deny their claim; all, where all do."""
    return {
        root: tuple(n for n in members if stands[root].get(n) is not Stand.DENIES) or members
        for root, members in several.items()
    }


def of_narratives(
    store: Store, several: Groups, refs: Refs, _: Sequence[LinkRow] = ()
) -> list[Summary]:
    """Summaries of narratives: the label is the content that is nearest to all the others."""
    rows = store.attributions.get(n for members in several.values() for n in members)

    def links(numbers: Iterable[int]) -> Iterable[LinkRow]:
        return store.links.of(Matter.CLAIM, numbers, Verdict.SAME)

    return _of_statements(store, several, refs, Known.NARRATIVE, several, rows, links)


def of_stories(store: Store, several: Groups, refs: Refs, _: Sequence[LinkRow]) -> list[Summary]:
    """The same, of those narratives alone that have several claims: lists hold no others."""
    claims = store.groups.roots(Matter.CLAIM, (n for members in several.values() for n in members))
    counts = {root: len({claims[n] for n in members}) for root, members in several.items()}
    wide = {root: members for root, members in several.items() if counts[root] > 1}
    found = of_narratives(store, wide, refs)
    return [replace(summary, data={CLAIMS: counts[summary.root]}) for summary in found]


def _within(several: Groups, links: Iterable[LinkRow]) -> dict[int, list[LinkRow]]:
    """Links by the root of the group that both ends are in."""
    roots = {n: root for root, members in several.items() for n in members}
    found: dict[int, list[LinkRow]] = {root: [] for root in several}
    for link in links:
        if (root := roots.get(link.a)) is not None and root == roots.get(link.b):
            found[root].append(link)
    return found


def _of_statements(
    store: Store,
    several: Groups,
    refs: Refs,
    kind: Known,
    naming: Groups,
    rows: Mapping[int, AttributionRow],
    links: Callable[[Iterable[int]], Iterable[LinkRow]],
) -> list[Summary]:
    """Summaries of groups of statements.

    Args:
        store: the record.
        several: the groups.
        refs: of all members.
        kind: what the groups are.
        naming: those of each group whose content may be the label.
        rows: the members.
        links: gives those by which some of them are of one claim.
    """
    stack = store.vectors.of(rows)
    vectors = dict(zip(stack.numbers.tolist(), stack.vectors, strict=True))
    speakers = store.groups.roots(Matter.ENTITY, {r.speaker for r in rows.values() if r.speaker})
    middle = {
        root: central([n for n in members if n in vectors], vectors)
        for root, members in naming.items()
    }
    central_ones = {n for chosen in middle.values() for n in chosen}
    twins = _twins(central_ones, links(central_ones))
    found = []
    for root, members in several.items():
        alike = {t for n in middle[root] for t in twins[n]} or set(members)
        item = next((n for n in naming[root] if n in alike), naming[root][0])
        held = [rows[n] for n in members if n in rows]
        heard = {speakers.get(row.speaker, row.speaker) for row in held if row.speaker}
        name = group_id(kind, refs[root])
        found.append(_summary(root, name, rows[item].content, item, held, len(heard)))
    return found


def _twins(numbers: Iterable[int], links: Iterable[LinkRow]) -> dict[int, set[int]]:
    """Each statement with those that nothing tells from it; given are those that have vectors."""
    found = {n: {n} for n in numbers}
    for link in links:
        if link.data.get(TWIN):
            for one, other in ((link.a, link.b), (link.b, link.a)):
                if one in found:
                    found[one].add(other)
    return found


def of_entities(store: Store, several: Groups, refs: Refs, _: Sequence[LinkRow]) -> list[Summary]:
    """Summaries of entities; what they count is what the entity says."""
    everyone = [n for members in several.values() for n in members]
    profiles = {n: row.profile for n, row in store.entities.get(everyone).items()}
    said: dict[int, list[Carrying]] = {n: [] for n in everyone}
    for one in store.speaking.saying(everyone):
        said[one.entity].append(one)
    found = []
    for root, members in several.items():
        known = who(profiles[n] for n in members)
        name = group_id(Known.SPEAKER, refs[root])
        rows = [one for n in members for one in said[n]]
        speakers = sum(1 for n in members if said[n])
        summary = _summary(root, name, known.name, root, rows, speakers)
        found.append(replace(summary, data=packed(known)))
    return found


def of_carriers(store: Store, groups: Groups, refs: Refs) -> list[Summary]:
    """Summaries of what comes through entities, of those through which anything does.

    Args:
        store: the record.
        groups: groups of entities, those of one among them.
        refs: of all members.
    """
    roots = {n: root for root, members in groups.items() for n in members}
    carried = defaultdict[int, dict[int, Carrying]](dict)
    for one in store.speaking.carrying(roots):
        carried[roots[one.entity]][one.attribution] = one  # once, however often it is in the chain
    profiles = store.entities.get(n for root in carried for n in groups[root])
    return [
        _carrier(
            root,
            group_id(Known.SPEAKER, refs[root]),
            label([profiles[n].profile for n in groups[root]]),
            list(through.values()),
        )
        for root, through in carried.items()
    ]


def _carrier(root: int, name: str, words: str, carried: Sequence[Carrying]) -> Summary:
    publishers = Counter(one.publisher for one in carried if one.publisher)
    days = sorted(one.day for one in carried if one.day)
    return Summary(
        root=root,
        id=name,
        label=words,
        item=root,
        size=len(carried),
        documents=len({one.document for one in carried}),
        publishers=len(publishers),
        speakers=0,
        first=days[0] if days else None,
        last=days[-1] if days else None,
        data={PUBLISHERS: dict(sorted(publishers.items()))},
    )


def central(numbers: Sequence[int], vectors: Mapping[int, NDArray[np.int8]]) -> list[int]:
    """The numbers with the vector that lies nearest to the mean of all."""
    if not numbers:
        return []
    matrix = np.stack([vectors[n] for n in numbers]).astype(np.int64)
    near = matrix @ matrix.sum(axis=0)
    best = min(
        vectors[n].tobytes() for n, score in zip(numbers, near, strict=True) if score == near.max()
    )
    return [n for n in numbers if vectors[n].tobytes() == best]


def _summary(
    root: int,
    name: str,
    words: str,
    item: int,
    rows: Sequence[AttributionRow] | Sequence[Carrying],
    speakers: int,
) -> Summary:
    days = sorted(r.day for r in rows if r.day)
    return Summary(
        root=root,
        id=name,
        label=words,
        item=item,
        size=len(rows),
        documents=len({r.document for r in rows}),
        publishers=len({r.publisher for r in rows if r.publisher}),
        speakers=speakers,
        first=days[0] if days else None,
        last=days[-1] if days else None,
    )
