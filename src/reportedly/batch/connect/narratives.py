"""Narratives: statements about the same parties, found by the pairs of names that they share."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from reportedly.batch.between import link
from reportedly.batch.connect.frames import (
    Frame,
    Tables,
    col,
    numbered,
    part_of,
    spread_by_turns,
    there,
    write,
)
from reportedly.batch.connect.parts import Writer, rows, told, written
from reportedly.batch.connect.run import Run
from reportedly.batch.engine import daft
from reportedly.batch.folder import Folder
from reportedly.batch.rows import Row
from reportedly.batch.tables import ATTRIBUTIONS, LINKS, VECTORS
from reportedly.connect.claims import Statement
from reportedly.connect.stories import PARTIES, story_keys
from reportedly.record.narratives import COMMON
from reportedly.record.pairs import of_one_story
from reportedly.schema import Ref
from reportedly.store import Matter


@daft.func(return_dtype=daft.DataType.list(daft.DataType.int64()))  # type: ignore[untyped-decorator]
def _keys(names: list[str]) -> list[int]:
    """The keys of stories, in a frame."""
    return sorted(story_keys(names))


def narratives(run: Run) -> dict[str, int]:
    """Link the statements that are of one story; call it behind `claims`.

    How many documents have a pair of parties, all their statements tell; linked are those alone
    that nothing tells from an earlier one.
    """
    work = run.tables.work
    every = run.tables.of_kept(ATTRIBUTIONS, "id", "place", "names")
    telling = every.where(col("names").length() >= PARTIES)
    keyed = telling.with_column("keys", _keys(col("names")))
    write(keyed.exclude("place").where(col("keys").length() > 0), work / "keyed")
    listed = there(work / "keyed").select("n", "item", col("keys").alias("key")).explode("key")
    few = listed.select("n", "key").distinct().groupby("key").agg(col("n").count().alias("holders"))
    few = few.where(col("holders") <= COMMON).select("key")
    alone = there(work / "claim-firsts").select(col("first").alias("item"))
    held = listed.join(few, on="key").join(alone, on="item").select("item", "key")
    shared = held.groupby("key").agg(col("item").count().alias("count")).where(col("count") > 1)
    write(held.join(shared.select("key"), on="key"), work / "told")
    of_each = there(work / "told").groupby("item").agg(col("key").list_agg().alias("keys"))
    said = there(work / "keyed").exclude("keys").join(of_each, on="item")
    write(said, work / "said")
    spread_by_turns(run.tables, _placed, work / "narrative")
    return run.each(numbered(work / "narrative"), partial(_part, run.tables.folder.path))


def _placed(tables: Tables) -> Frame:
    """Statements with their vectors, once for each of their keys, whose part they go to."""
    vectors = tables.read(VECTORS, "n", "id", "vector")
    said = there(tables.work / "said").join(vectors, on=["n", "id"]).exclude("n")
    found = there(tables.work / "told").join(said, on="item")
    return found.with_column("part", part_of("key", tables.parts))


@dataclass(frozen=True, slots=True)
class _Told:
    item: int
    ref: Ref
    keys: frozenset[int]
    statement: Statement


def _part(path: Path, part: int) -> str:
    by_key = defaultdict[int, list[_Told]](list)
    known: dict[int, _Told] = {}
    for row in rows(path / "connected" / "work" / "narrative", part):
        one = known.setdefault(row["item"], _told(row))
        by_key[row["key"]].append(one)
    with written(Folder(path), LINKS, Matter.NARRATIVE.value, part) as links:
        for key in sorted(by_key):
            _linked(links, key, sorted(by_key[key], key=lambda one: one.item))
    return told(links=links.count)


def _told(row: Row) -> _Told:
    vector: Any = np.frombuffer(row["vector"], dtype=np.int8)
    statement = Statement("", vector, frozenset(row["names"]))
    return _Told(row["item"], Ref(row["document"], row["id"]), frozenset(row["keys"]), statement)


def _linked(links: Writer, key: int, listed: list[_Told]) -> None:
    """Link those of a key; of two that share several, the least finds them."""
    for place, one in enumerate(listed[:-1]):
        others = listed[place + 1 :]
        found = of_one_story(one.statement, [other.statement for other in others])
        for other, decided in zip(others, found, strict=True):
            if decided is not None and key == min(one.keys & other.keys):
                links.put(link(Matter.NARRATIVE, one.ref, other.ref, decided))
