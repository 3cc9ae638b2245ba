"""The three articles that started the program, in one record: `python -m benchmarks.remembered`.

What must come of them is known: the accusation of 2014, of 2017 (twice) and of 2018 is one story,
no two men are made one, and two media and an armed group are one each under all their names.
"""

from __future__ import annotations

import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from reportedly.pipeline import ReadOptions
from reportedly.record import Record
from reportedly.record.naming import named
from reportedly.schema import EntityType
from reportedly.store import EntityRow, Matter, Store
from training.score import SHARED

PUBLISHED = {"000": "2017-06-12", "003": "2014-06-28", "004": "2018-06-12"}
"""The days of publication; the texts do not tell them."""

ACCUSATIONS = {
    "of 2014, by the deputy chief of staff": ("003", 34, 60),
    "of 2017, by another one": ("000", 355, 414),
    "of 2017, by the speaker of parliament": ("000", None, None),
    "of 2018, of a general's documents": ("004", 308, 416),
}
"""Where each stands: the article, and characters that its content overlaps."""

LARIJANI = "Ali Larijani"
"""Who makes the accusation whose place is looked up by its speaker."""

ONE_EACH = {
    "Fars": ("Fars news agency", "Fars news"),
    "Press TV": ("PressTV", "Press TV"),
    "Islamic State": ("Islamic State", "ISIL", "ISIS"),
}
"""What is one, under the names that the articles give it."""


def figures() -> dict[str, float]:
    """What holds (1) and what does not (0)."""
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "samples.db"
        with Record.open(record) as held:
            for name, day in PUBLISHED.items():
                (path,) = (SHARED / "samples").glob(f"{name}_*.txt")
                held.add([str(path)], ReadOptions(published=day))
        with Store.open(record, create=False) as store:
            return dict(_figures(store))


def _figures(store: Store) -> Iterator[tuple[str, float]]:
    statements = [_statement(store, *place) for place in ACCUSATIONS.values()]
    stories = set(store.groups.roots(Matter.NARRATIVE, statements).values())
    yield "one narrative", float(len(stories) == 1)
    rows = [row for d in store.documents.page() for row in store.entities.of_document(d.n)]
    roots = store.groups.roots(Matter.ENTITY, [row.n for row in rows])
    yield "men merged", float(sum(_merged(group) for group in _groups(rows, roots).values()))
    for name, names in ONE_EACH.items():
        found = {roots[row.n] for row in rows if row.profile.name in names}
        yield f"{name} is one", float(len(found) == 1)


def _statement(store: Store, article: str, start: int | None, end: int | None) -> int:
    """The number of the attribution that stands in some place, or is by Larijani."""
    for document in store.documents.page():
        if f"/{article}_" not in (document.path or ""):
            continue
        for a in store.documents.extraction(document.n).attributions:
            place = start is None and a.speaker is not None and a.speaker.name == LARIJANI
            inside = start is not None and any(
                s.start < (end or 0) and start < s.end for s in a.content
            )
            if place or inside:
                return named(store, f"{document.key}/{a.id}").n
    raise LookupError(f"nothing is found at {article}:{start}")


def _groups(rows: list[EntityRow], roots: dict[int, int]) -> dict[int, list[EntityRow]]:
    groups = defaultdict[int, list[EntityRow]](list)
    for row in rows:
        groups[roots[row.n]].append(row)
    return groups


def _merged(group: list[EntityRow]) -> bool:
    """Whether people of several surnames, or two of one article, are in one group."""
    people = [row for row in group if row.profile.type is EntityType.PERSON]
    surnames = {row.profile.name.split()[-1].casefold() for row in people}
    return len(surnames) > 1 or len({row.document for row in people}) < len(people)


if __name__ == "__main__":
    for what, value in figures().items():
        sys.stdout.write(f"{what:24}{value:6.0f}\n")
