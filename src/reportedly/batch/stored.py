"""A document of a record as it was on its way there: all that its rows are made of."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from reportedly.connect.entities import keys
from reportedly.connect.stories import story_keys
from reportedly.record.compared import STATEMENTS
from reportedly.record.linked import TWIN
from reportedly.record.prepare import Prepared, profiles
from reportedly.record.propositions import Proposition
from reportedly.schema import Extraction, RunError, Verdict
from reportedly.store import Matter, NewEntity, NewVector, Store
from reportedly.store.forms import clean_or_none

Vector = tuple[int, bytes]
"""Its cell, and its bytes."""


def stored(store: Store, numbers: Sequence[int]) -> Iterator[Prepared]:
    """Documents by their numbers; one that was met in several places comes once for each.

    Raises:
        StoreError: if one is damaged.
        RunError: if something of it is not connected.
    """
    places = store.documents.all_places(numbers)
    extras: Mapping[int, Any] = store.documents.extras(numbers)
    prints = store.fingerprints.of(numbers)
    said = {n: dict[str, int]() for n in numbers}
    for row in store.attributions.of_documents(numbers):
        said[row.document][row.ref.id] = row.n
    told = {n: extras[n].get(STATEMENTS, {}) for n in numbers}
    vectors = _vectors(store, [said[n][name] for n in numbers for name in told[n]])
    for n in numbers:
        extraction = store.documents.extraction(n)
        listed = list(_propositions(extraction, told[n]))
        own = (NewVector(name, *vectors[said[n][name]]) for name in told[n])
        found = _prepared(extraction, listed, own, prints.get(n, ()))
        yield found
        for place in places.get(n, ()):
            if place != clean_or_none(extraction.document.path):
                document = replace(extraction.document, path=place)
                yield replace(found, extraction=replace(extraction, document=document))


def _prepared(
    extraction: Extraction,
    said: Sequence[Proposition],
    vectors: Iterable[NewVector],
    prints: Collection[int],
) -> Prepared:
    stories = frozenset(key for one in said for key in story_keys(one.names))
    return Prepared(
        extraction,
        tuple(NewEntity(p, tuple(sorted(keys(p)))) for p in profiles(extraction)),
        tuple(one for one in prints if one not in stories),
        stories,
        tuple(said),
        tuple(vectors),
    )


def _propositions(
    extraction: Extraction, told: Mapping[str, tuple[str, Sequence[str], str | None]]
) -> Iterator[Proposition]:
    attributions = {a.id: a for a in extraction.attributions}
    for name, (words, names, speaker) in told.items():
        yield Proposition(attributions[name], words, frozenset(names), speaker)


def _vectors(store: Store, numbers: Sequence[int]) -> dict[int, Vector]:
    """The vectors of statements; of one that nothing tells from another, that one's."""
    found = _held(store, numbers)
    lacking = [n for n in numbers if n not in found]
    twins = {
        link.b: link.a
        for link in store.links.of(Matter.CLAIM, lacking, Verdict.SAME)
        if link.data.get(TWIN) and link.b not in found
    }
    firsts = _held(store, set(twins.values()))
    found |= {n: firsts[first] for n, first in twins.items() if first in firsts}
    if len(found) < len(set(numbers)):
        raise RunError(f"{store.name}: some of its statements have no vector: it is damaged")
    return found


def _held(store: Store, numbers: Collection[int]) -> dict[int, Vector]:
    cells, stack = store.vectors.cells(numbers), store.vectors.of(numbers)
    vectors = zip(stack.numbers.tolist(), stack.vectors, strict=True)
    return {n: (cells[n], vector.tobytes()) for n, vector in vectors}
