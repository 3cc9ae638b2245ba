"""Pairs that share a key, compared: the engine brings to each part what it needs of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from reportedly.batch.between import link
from reportedly.batch.connect.frames import (
    Frame,
    Tables,
    col,
    numbered,
    part_of,
    spread,
    spread_by_turns,
    there,
    write,
)
from reportedly.batch.connect.parts import rows, told, written
from reportedly.batch.connect.run import Run
from reportedly.batch.folder import Folder
from reportedly.batch.rows import Row
from reportedly.batch.tables import LINKS
from reportedly.record.pairs import (
    SAME_PROFILE,
    SAME_WORDS,
    Decided,
    of_documents,
    of_profiles,
)
from reportedly.schema import Document, EntityType, Profile, Ref
from reportedly.schema.codec import decode_dataclass
from reportedly.store import Matter


@dataclass(frozen=True, slots=True)
class _Kind:
    """How things of one kind are read from their rows, and compared."""

    read: Callable[[Row], Any]
    decide: Callable[[Any, Any], Decided | None]


def compared(
    run: Run, matter: Matter, pairs: Frame, things: Callable[[Tables], Frame]
) -> dict[str, int]:
    """Compare pairs, and write the links.

    Args:
        run: what works.
        matter: reuse or entities.
        pairs: numbers `a` and `b` of two things, the earlier first.
        things: rows of all things of some tables, with their number as `item`, and `document`
            and `id`.
    """
    tables, where = run.tables, run.tables.work / matter.value
    spread(pairs.select("a", "b", part_of("a", tables.parts)), where / "pairs")
    found = numbered(where / "pairs")
    if not found:
        return {"pairs": 0, "links": 0}
    ends = there(where / "pairs", "**/*.parquet")
    ends = ends.with_column("part", part_of("a", tables.parts))
    needed = ends.select("part", col("a").alias("item"))
    needed = needed.concat(ends.select("part", col("b").alias("item"))).distinct()
    write(needed, where / "needed")

    def held(some: Tables) -> Frame:
        return things(some).join(there(where / "needed"), on="item")

    spread_by_turns(tables, held, where / "things")
    return run.each(found, partial(_part, tables.folder.path, matter))


def _part(path: Path, matter: Matter, part: int) -> str:
    where, kind = path / "connected" / "work" / matter.value, KINDS[matter]
    things = {row["item"]: (_ref(row), kind.read(row)) for row in rows(where / "things", part)}
    pairs = sorted((row["a"], row["b"]) for row in rows(where / "pairs", part))
    with written(Folder(path), LINKS, matter.value, part) as links:
        for a, b in pairs:
            (earlier, one), (later, other) = things[a], things[b]
            if decided := kind.decide(one, other):
                links.put(link(matter, earlier, later, decided))
    return told(pairs=len(pairs), links=links.count)


def twins(run: Run, matter: Matter, items: Frame, first: Frame) -> dict[str, int]:
    """Link what nothing tells apart to the first of it.

    Args:
        run: what works.
        matter: entities or claims.
        items: rows of all, with `item`, `document`, `id` and `twin`.
        first: see `frames.firsts`.
    """
    tables, where = run.tables, run.tables.work / f"{matter.value}-twins"
    later = items.join(first, on="twin").where(col("item") > col("first"))
    one = items.select(
        col("item").alias("first"), col("document").alias("a_document"), col("id").alias("a")
    )
    found = later.select("item", "first", "document", "id").join(one, on="first")
    spread(found.with_column("part", part_of("first", tables.parts)), where)
    return run.each(numbered(where), partial(_twins, tables.folder.path, matter))


def _twins(path: Path, matter: Matter, part: int) -> str:
    where = path / "connected" / "work" / f"{matter.value}-twins"
    decided = SAME_PROFILE if matter is Matter.ENTITY else SAME_WORDS
    with written(Folder(path), LINKS, f"{matter.value}-twins", part) as links:
        for row in rows(where, part):
            links.put(link(matter, Ref(row["a_document"], row["a"]), _ref(row), decided))
    return told(twins=links.count)


def _ref(row: Row) -> Ref:
    return Ref(row["document"], row.get("id", ""))


def document(row: Row) -> Document:
    """A document of its row; what was found in it is passed over."""
    value = json.loads(row["extraction"])
    return decode_dataclass(Document, {"text": row["text"], **value}, "")


def profile(row: Row) -> Profile:
    """An entity of its row."""
    return Profile(
        _ref(row),
        EntityType(row["type"]),
        row["name"],
        tuple(row["aliases"]),
        tuple(row["roles"]),
        row["day"],
        row["named"],
    )


KINDS = {
    Matter.REUSE: _Kind(document, of_documents),
    Matter.ENTITY: _Kind(profile, of_profiles),
}
