"""Reuse and entities: what shares fingerprints or keys is compared."""

from __future__ import annotations

from reportedly.batch.connect.compare import compared, twins
from reportedly.batch.connect.frames import (
    Frame,
    Tables,
    col,
    firsts,
    pairs,
    part_of,
    there,
    write,
)
from reportedly.batch.connect.run import Run
from reportedly.batch.tables import DOCUMENTS, ENTITIES, FINGERPRINTS
from reportedly.connect.reuse import SHARED
from reportedly.record.linking import COMMON
from reportedly.store import Matter

AT_ONCE = 2_000_000
"""Fingerprints that are joined at a time: some 300 MB."""


def reuse(run: Run) -> dict[str, int]:
    """Link the documents that share words.

    Of a fingerprint that more than `COMMON` documents have, the first of them alone count: a
    record, too, passes a formula over from there on.
    """
    prints, work = run.tables.of_kept(FINGERPRINTS, "fingerprint"), run.tables.work / "reuse-pairs"
    turns = 1 + run.tables.count(FINGERPRINTS) // AT_ONCE
    for turn in range(turns):
        some = prints.where(part_of("fingerprint", turns) == turn)
        held = _holders(some, "fingerprint", "n", COMMON)
        write(pairs(held, "fingerprint"), work / f"{turn}")
    found = there(work).groupby("a", "b").agg(col("share").sum())
    shared = found.where(col("share") >= SHARED).select("a", "b")
    return compared(run, Matter.REUSE, shared, _texts)


def _texts(tables: Tables) -> Frame:
    """The documents as they are compared."""
    return tables.of_kept(DOCUMENTS, "text", "extraction").with_column_renamed("n", "item")


def entities(run: Run) -> dict[str, int]:
    """Link the entities that share a key; of those that nothing tells apart, the first alone."""
    every = _profiles(run.tables, "keys", "twin")
    first = run.tables.work / "entity-firsts"
    write(firsts(every), first)
    alike = twins(run, Matter.ENTITY, every, there(first))
    alone = every.join(there(first), on="twin", how="left").where(
        col("first").is_null() | (col("first") == col("item"))
    )
    keyed = alone.select("item", "keys").where(col("keys").length() > 0).explode("keys")
    held = _holders(keyed, "keys", "item")
    write(pairs(held, "keys").select("a", "b"), run.tables.work / "entity-pairs")
    found = there(run.tables.work / "entity-pairs")
    return alike | compared(run, Matter.ENTITY, found, _profiles)


def _profiles(tables: Tables, *more: str) -> Frame:
    """The entities as they are compared, and more columns of theirs."""
    columns = ("id", "place", "type", "name", "aliases", "roles", "day", "named")
    return tables.of_kept(ENTITIES, *columns, *more).exclude("place", "n")


def _holders(held: Frame, key: str, holder: str, most: int | None = None) -> Frame:
    """Rows of a key and an `item` that has it, of keys that several have.

    Args:
        held: rows of `key` and `holder`.
        key: the key's column.
        holder: the column of who has it.
        most: how many of each count, the first ones; all if left out.
    """
    listed = held.groupby(key).agg(col(holder).list_agg().alias("item"))
    listed = listed.where(col("item").length() > 1)
    if most is not None:
        listed = listed.with_column("item", col("item").list_sort().slice(0, most))
    return listed.explode("item")
