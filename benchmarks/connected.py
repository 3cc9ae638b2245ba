"""What connects a made-up record (`benchmarks.records`): `python -m benchmarks.connected FILE`.

A made-up record has documents alone; a real one has been settled. Here its people and agencies of
one name are made one, its statements are put into claims at random (some said once, most of a few
statements, few of a thousand), claims into narratives, and documents into pairs that share words,
each with the links and summaries that settling leaves. The same seed makes the same groups.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TypeVar

import numpy as np

from reportedly.record.linked import DENIES, TWIN
from reportedly.record.summaries import (
    Describe,
    Groups,
    of_carriers,
    of_claims,
    of_entities,
    of_narratives,
)
from reportedly.schema import Likeness, Verdict
from reportedly.store import LinkRow, Matter, Store

ALONE = 0.4
"""Share of statements that are said once."""

LINKS = 6
"""Links of a statement to others of its claim, at most."""

LARGEST = 1_500
"""Statements of the largest claim, about; the sizes fall off as 1 / size²."""

OPEN, PAIRS = 10_000, 20_000
"""Questions of each kind that are open; pairs of documents that share words."""

_LIKE = Likeness(Verdict.SAME, 0.9, ("near in meaning", "same names"))

AT_ONCE = 20_000
"""Items that are written in one transaction."""

T = TypeVar("T")


def connect(store: Store, seed: int = 3) -> None:
    """Put what a record holds into groups, with links and summaries.

    Args:
        store: a record that `records.fill` made, open for writing.
        seed: of what is drawn.
    """
    random = np.random.default_rng(seed)
    _same_names(store)
    said = _numbers(store)
    claims = list(_drawn(random, said))
    _put(store, Matter.CLAIM, claims, of_claims, random)
    several = [claim for claim in claims if random.random() < 0.1]
    stories = [sum(part, ()) for part in _parted(several, random.integers(2, 8, len(several)))]
    _put(store, Matter.NARRATIVE, stories, of_narratives, random)
    _open(store, random, Matter.CLAIM, said)
    _open(store, random, Matter.ENTITY, said)
    _share(store, random)


def _same_names(store: Store) -> None:
    named = defaultdict[str, list[int]](list)
    for number in _documents(store):
        for row in store.entities.of_document(number):
            named[row.profile.name].append(row.n)
    for part in _chunks(named.values()):
        refs = store.entities.refs(n for group in part for n in group)
        groups = [tuple(sorted(group, key=refs.__getitem__)) for group in part]
        roots = {group[0]: group for group in groups}
        several = {root: group for root, group in roots.items() if len(group) > 1}
        with store.write():
            store.groups.assign(
                Matter.ENTITY, {n: r for r, group in several.items() for n in group}
            )
            store.groups.describe(Matter.ENTITY, of_entities(store, several, refs, ()))
            store.groups.describe(Matter.CARRIER, of_carriers(store, roots, refs))


def _drawn(random: np.random.Generator, said: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Statements in claims of several, drawn at random."""
    mixed = random.permutation(np.array(said))[int(ALONE * len(said)) :]
    at = 0
    while at < len(mixed) - 1:
        size = min(2 + int(0.8 / max(random.random(), 1e-9)), LARGEST)
        yield tuple(mixed[at : at + size].tolist())
        at += size


def _put(
    store: Store,
    matter: Matter,
    drawn: Iterable[tuple[int, ...]],
    describe: Describe,
    random: np.random.Generator,
) -> None:
    for part in _chunks(drawn):
        refs = store.attributions.refs(n for group in part for n in group)
        groups = [tuple(sorted(group, key=refs.__getitem__)) for group in part if len(group) > 1]
        links = [link for group in groups for link in _linked(group, random)]
        several = {group[0]: group for group in groups}
        with store.write():
            store.links.put(matter, links)
            store.groups.assign(matter, _roots(several))
            store.groups.describe(matter, describe(store, several, refs, links))


def _linked(group: Sequence[int], random: np.random.Generator) -> Iterator[LinkRow]:
    """Each with some of those before it."""
    for place in range(1, len(group)):
        for other in set(random.integers(0, place, LINKS).tolist()):
            a, b = sorted((group[place], group[other]))
            drawn = random.random()
            data: dict[str, object] = (
                {TWIN: True} if drawn < 0.2 else {DENIES: True} if drawn < 0.25 else {}
            )
            yield LinkRow(a, b, _LIKE, data)


def _roots(several: Groups) -> dict[int, int]:
    return {n: root for root, group in several.items() for n in group}


def _open(
    store: Store, random: np.random.Generator, matter: Matter, numbers: Sequence[int]
) -> None:
    """Pairs that are left to a person; entities have the numbers of statements, and more."""
    pairs = {tuple(sorted(pair)) for pair in random.choice(numbers, (OPEN, 2)).tolist()}
    found = [
        LinkRow(a, b, Likeness(Verdict.UNSURE, float(random.random()), ("a likely one",)))
        for a, b in sorted(pairs)
        if a < b
    ]
    with store.write():
        store.links.put(matter, found)


def _share(store: Store, random: np.random.Generator) -> None:
    documents = list(_documents(store))
    pairs = {tuple(sorted(pair)) for pair in random.choice(documents, (PAIRS, 2)).tolist()}
    data: dict[str, object] = {
        "kind": "quotation",
        "passages": [{"first": [10, 400], "second": [60, 450]}],
        "first_share": 0.2,
        "second_share": 0.2,
        "direction": "unknown",
        "why": "neither day nor credit tells",
        "spans": [[], []],
    }
    like = Likeness(Verdict.DIFFERENT, 0.2, ("quotation",))
    with store.write():
        store.links.put(Matter.REUSE, [LinkRow(a, b, like, data) for a, b in pairs if a < b])


def _documents(store: Store) -> Iterator[int]:
    after = 0
    while page := store.documents.page(after):
        yield from (row.n for row in page)
        after = page[-1].n


def _numbers(store: Store) -> list[int]:
    """Statements of the record, in the order of adding."""
    found, after = list[int](), 0
    while page := store.vectors.alone(after, AT_ONCE):
        found += page
        after = page[-1]
    return found


def _parted(items: Sequence[T], sizes: Iterable[int]) -> Iterator[list[T]]:
    rest = iter(items)
    for size in sizes:
        if part := list(islice(rest, int(size))):
            yield part


def _chunks(groups: Iterable[Sequence[int]]) -> Iterator[list[Sequence[int]]]:
    """Groups with some `AT_ONCE` items together."""
    part, size = list[Sequence[int]](), 0
    for group in groups:
        part.append(group)
        size += len(group)
        if size >= AT_ONCE:
            yield part
            part, size = [], 0
    yield part


def main() -> None:
    """Connect a record, and say how long it took."""
    parser = argparse.ArgumentParser(prog="benchmarks.connected", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("file", type=Path)
    start = time.perf_counter()
    with Store.open(parser.parse_args().file, create=False) as store:
        connect(store)
    sys.stdout.write(f"connected in {time.perf_counter() - start:.0f} s\n")


if __name__ == "__main__":
    main()
