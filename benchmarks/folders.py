"""A made-up run of any size, as `batch extract` and `batch connect` leave one: for timing.

    python -m benchmarks.folders ATTRIBUTIONS FOLDER

Its documents are those of `benchmarks.records`. Entities of one name are one; of a year's, the
first is linked to those of other years. A fifth of the statements are of a claim of several, each
linked to the two before it; every second claim is of a story with the next.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations, islice
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.records import EACH, World, additions, world
from reportedly import __version__
from reportedly.batch.folder import Folder
from reportedly.batch.rows import Row, rows
from reportedly.batch.tables import GROUPS, LINKS, SHARD
from reportedly.batch.writing import write_all, written
from reportedly.connect.entities import keys
from reportedly.record.compared import STATEMENTS
from reportedly.record.prepare import Prepared, profiles
from reportedly.record.propositions import Proposition
from reportedly.schema import Profile, Ref, document_key
from reportedly.store import Addition, Matter, NewEntity
from reportedly.store.forms import dumps

DOCUMENTS = 500
"""Documents of a shard, as `batch extract` makes them."""

CLAIMS = 4
"""Things to claim for each statement, so that a fifth of them are of a claim of several."""

PARTIES = 2
"""Names in each statement: enough for a story."""


@dataclass(slots=True)
class _Met:
    """What was met, by what makes it one.

    Args:
        entities: by name and year.
        statements: by what they claim.
    """

    entities: defaultdict[str, defaultdict[str, list[Ref]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(list))
    )
    statements: defaultdict[int, list[Ref]] = field(default_factory=lambda: defaultdict(list))


def make(path: Path, count: int, made: World) -> None:
    """Write a run with `count` attributions, or a few more."""
    folder, met = Folder(path), _Met()
    folder.begin({"attributions": count}, __version__)
    documents = additions(count, made)
    random, shard = np.random.default_rng(3), 0
    while some := list(islice(documents, DOCUMENTS)):
        with written(folder, shard) as tables:
            prepared = [_prepared(addition, made, random) for addition in some]
            for one in prepared:
                _meet(met, one, random, CLAIMS * count)
            tables.put(rows(shard * SHARD + place, one) for place, one in enumerate(prepared))
        shard += 1
    counts = {
        table.name: write_all(folder, folder.connected(table) / "made.parquet", table, found)
        for table, found in ((LINKS, _links(met)), (GROUPS, _groups(met)))
    }
    folder.finish_connected(counts)


def _prepared(addition: Addition, made: World, random: np.random.Generator) -> Prepared:
    """A document with names in its statements: those of people, as they are spoken of."""
    told: Any = addition.extra[STATEMENTS]
    places = random.integers(0, len(made.people), (EACH, PARTIES)).tolist()
    said = (
        Proposition(a, told[a.id][0], frozenset(made.people[p] for p in parties), told[a.id][2])
        for a, parties in zip(addition.extraction.attributions, places, strict=True)
    )
    entities = (NewEntity(p, tuple(sorted(keys(p)))) for p in profiles(addition.extraction))
    return Prepared(
        addition.extraction,
        tuple(entities),
        addition.fingerprints,
        frozenset(),
        tuple(said),
        addition.vectors,
    )


def _meet(met: _Met, one: Prepared, random: np.random.Generator, claims: int) -> None:
    key = document_key(one.extraction.document)
    for entity in one.entities:
        profile = entity.profile
        met.entities[profile.name][_year(profile)].append(profile.ref)
    for a in one.extraction.attributions:
        met.statements[int(random.integers(0, claims))].append(Ref(key, a.id))


def _year(profile: Profile) -> str:
    return (profile.day or "")[:4]


def _links(met: _Met) -> Iterator[Row]:
    for years in met.entities.values():
        for first, *others in years.values():
            yield from (_link(Matter.ENTITY, first, o, "the same name", twin=True) for o in others)
        for one, other in combinations([refs[0] for refs in years.values()], 2):
            yield _link(Matter.ENTITY, one, other, "the same full name")
    for said in met.statements.values():
        for distance in (1, 2):
            pairs = zip(said, said[distance:], strict=False)
            yield from (_link(Matter.CLAIM, a, b, "the same words and names") for a, b in pairs)


def _link(matter: Matter, a: Ref, b: Ref, reason: str, *, twin: bool = False) -> Row:
    return {
        "matter": matter.value,
        "a_document": a.document,
        "a": a.id,
        "b_document": b.document,
        "b": b.id,
        "verdict": "same",
        "score": 1.0,
        "reasons": [reason],
        "data": dumps({"twin": True}) if twin else None,
    }


def _groups(met: _Met) -> Iterator[Row]:
    for years in met.entities.values():
        yield from _group(Matter.ENTITY, [ref for refs in years.values() for ref in refs])
    claims = [said for said in met.statements.values() if len(said) > 1]
    for said in claims:
        yield from _group(Matter.CLAIM, said)
    for one, other in zip(claims[::4], claims[1::4], strict=False):
        yield from _group(Matter.NARRATIVE, [*one, *other])


def _group(matter: Matter, refs: Iterable[Ref]) -> Iterator[Row]:
    members = sorted(refs)
    if len(members) > 1:
        for member in members:
            yield {
                "matter": matter.value,
                "document": member.document,
                "item": member.id,
                "root_document": members[0].document,
                "root": members[0].id,
            }


def main() -> None:
    """Make a run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("attributions", type=int)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    make(options.folder, options.attributions, world())


if __name__ == "__main__":
    main()
