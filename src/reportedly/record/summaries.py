"""Summaries: what lists say of a group of several, made when it is settled."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from reportedly.connect.entities import label
from reportedly.record.ids import Known, group_id
from reportedly.schema import Ref, Verdict
from reportedly.store import AttributionRow, Matter, Store, Summary

TWIN = "twin"
"""Key of a link's data: the two cannot be told apart."""

Describe = Callable[[Store, Mapping[int, tuple[int, ...]], Mapping[int, Ref]], list[Summary]]
"""Makes the summaries of groups, given as members by root, first members first, with all refs."""


def of_claims(
    store: Store, several: Mapping[int, tuple[int, ...]], refs: Mapping[int, Ref]
) -> list[Summary]:
    """Summaries of claims: the label is the content that is nearest to all the others.

    What nothing tells apart counts once, and the first of it gives the label.
    """
    return _of_statements(store, several, refs, Known.CLAIM)


def of_narratives(
    store: Store, several: Mapping[int, tuple[int, ...]], refs: Mapping[int, Ref]
) -> list[Summary]:
    """Summaries of narratives: the label is the content that is nearest to all the others."""
    return _of_statements(store, several, refs, Known.NARRATIVE)


def _of_statements(
    store: Store, several: Mapping[int, tuple[int, ...]], refs: Mapping[int, Ref], kind: Known
) -> list[Summary]:
    everyone = [n for members in several.values() for n in members]
    rows = store.attributions.get(everyone)
    stack = store.vectors.of(everyone)
    vectors = dict(zip(stack.numbers.tolist(), stack.vectors, strict=True))
    speakers = store.groups.roots(Matter.ENTITY, {r.speaker for r in rows.values() if r.speaker})
    middle = {
        root: central([n for n in members if n in vectors], vectors)
        for root, members in several.items()
    }
    twins = _twins(store, [n for chosen in middle.values() for n in chosen])
    found = []
    for root, members in several.items():
        alike = {t for n in middle[root] for t in twins[n]} or set(members)
        item = next((n for n in members if n in alike), members[0])
        held = [rows[n] for n in members if n in rows]
        name = group_id(kind, refs[root])
        found.append(_summary(root, name, rows[item].content, item, held, speakers))
    return found


def _twins(store: Store, numbers: Sequence[int]) -> dict[int, set[int]]:
    """Each statement with those that nothing tells from it; given are those that have vectors."""
    found = {n: {n} for n in numbers}
    for link in store.links.of(Matter.CLAIM, numbers, Verdict.SAME):
        if link.data.get(TWIN):
            for one, other in ((link.a, link.b), (link.b, link.a)):
                if one in found:
                    found[one].add(other)
    return found


def of_entities(
    store: Store, several: Mapping[int, tuple[int, ...]], refs: Mapping[int, Ref]
) -> list[Summary]:
    """Summaries of entities; what they count is what the entity says."""
    everyone = [n for members in several.values() for n in members]
    profiles = {n: row.profile for n, row in store.entities.get(everyone).items()}
    said: dict[int, list[AttributionRow]] = {n: [] for n in everyone}
    for row in store.attributions.of_speakers(everyone):
        if row.speaker is not None:
            said[row.speaker].append(row)
    return [
        _summary(
            root,
            group_id(Known.SPEAKER, refs[root]),
            label([profiles[n] for n in members]),
            root,
            [row for n in members for row in said[n]],
            {},
        )
        for root, members in several.items()
    ]


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
    held: Iterable[AttributionRow],
    speakers: Mapping[int, int],
) -> Summary:
    rows = list(held)
    days = sorted(r.day for r in rows if r.day)
    return Summary(
        root=root,
        id=name,
        label=words,
        item=item,
        size=len(rows),
        documents=len({r.document for r in rows}),
        publishers=len({r.publisher for r in rows if r.publisher}),
        speakers=len({speakers.get(r.speaker, r.speaker) for r in rows if r.speaker}),
        first=days[0] if days else None,
        last=days[-1] if days else None,
    )
