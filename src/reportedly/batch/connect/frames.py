"""A run's tables as dataframes: of documents that are there twice, the one of the lesser `n`."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from reportedly.batch.engine import daft
from reportedly.batch.folder import Folder
from reportedly.batch.tables import ATTRIBUTIONS, DOCUMENTS, ENTITIES, SHARD, Table
from reportedly.schema import RunError

col = daft.col
_HELD = 2_000_000
"""Bytes of a part that the engine holds before it writes them; of its own accord it holds all."""

Frame = Any
"""A Daft dataframe."""

TURN = 10_000
"""Documents whose rows are joined at a time where rows are long: some 100 MB of vectors."""

_DOCUMENTS, _ITEMS = 20, 23
_ROOM = ((col("n") // SHARD, 63 - _DOCUMENTS - _ITEMS), (col("n") % SHARD, _DOCUMENTS))
"""Bits of an item's number for its shard, its document in it, and its place in that."""


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of a run, and a place for what is made of them on the way.

    Args:
        folder: the run's.
        work: where files go that are removed at the end.
        parts: how many parts documents and what belongs to them are split into.
        shards: which of the finished shards are read: from one up to another, or to the end.
    """

    folder: Folder
    work: Path
    parts: int
    shards: tuple[int, int | None] = (0, None)

    def turns(self) -> Iterator[Tables]:
        """The same tables, some shards at a time: a join holds no more, however large the run."""
        counts = [counts.get(DOCUMENTS.name, 0) for counts in self.folder.finished().values()]
        start = documents = 0
        for shard, count in enumerate(counts, 1):
            documents += count
            if documents >= TURN or shard == len(counts):
                yield replace(self, shards=(start, shard))
                start, documents = shard, 0

    def read(self, table: Table, *columns: str) -> Frame:
        """Some columns of a table."""
        files = [str(file) for file in self.folder.files(table)[slice(*self.shards)]]
        return daft.read_parquet(files).select(*columns)

    def count(self, table: Table) -> int:
        """How many rows a table has."""
        return sum(counts.get(table.name, 0) for counts in self.folder.finished().values())

    def keep(self) -> int:
        """Tell which documents count, once for all that follows; how many there are.

        Raises:
            RunError: if there are more than items can be numbered.
        """
        documents = self.read(DOCUMENTS, "n", "document")
        self._check(documents)
        write(documents.groupby("document").agg(col("n").min()), self.work / "kept")
        return int(self.kept().count_rows())

    def kept(self) -> Frame:
        """The documents that count: `n`, `document`."""
        return there(self.work / "kept")

    def of_kept(self, table: Table, *columns: str) -> Frame:
        """Some columns of a table's rows of documents that count, with the documents' keys.

        Those with a `place` have an `item` as well: a number that grows in the order of adding.
        """
        found = self.read(table, "n", *columns).join(self.kept(), on="n")
        return found.with_column("item", item()) if "place" in columns else found

    def _check(self, documents: Frame) -> None:
        last = documents.agg(*(of.max().alias(str(bits)) for of, bits in _ROOM)).to_pydict()
        bounds = [(last[str(bits)][0] or 0, bits) for _, bits in _ROOM]
        for table in (ATTRIBUTIONS, ENTITIES):
            place = self.read(table, "place").agg(col("place").max()).to_pydict()["place"][0]
            bounds.append((place or 0, _ITEMS))
        if any(most >> bits for most, bits in bounds):
            raise RunError(f"{self.folder.path}: a shard or a document of it is too large")


def item() -> Any:
    """A number for what has a `place` in a document `n`; 64 bits hold it, see `Tables.keep`."""
    whole = daft.DataType.int64()
    (shard, _), (document, _) = _ROOM
    return (
        shard.cast(whole) * (1 << (_DOCUMENTS + _ITEMS))
        + document.cast(whole) * (1 << _ITEMS)
        + col("place").cast(whole)
    )


def firsts(items: Frame) -> Frame:
    """For each `twin` the first `item` that has it, as `first`."""
    told = items.where(col("twin").not_null())
    return told.groupby("twin").agg(col("item").min().alias("first"))


def pairs(held: Frame, key: str) -> Frame:
    """Each two items that share a key, once: `a` less than `b`, and how many keys they `share`.

    Args:
        held: rows of `key` and `item`.
        key: the column's name.
    """
    one = held.select(col(key), col("item").alias("a"))
    other = held.select(col(key), col("item").alias("b"))
    both = one.join(other, on=key).where(col("a") < col("b"))
    return both.groupby("a", "b").agg(col(key).count().alias("share"))


def write(frame: Frame, where: Path) -> None:
    """Write a frame's rows into a folder, in the place of what lies there."""
    _clear(where)
    frame.write_parquet(str(where), compression="snappy")


def spread(frame: Frame, where: Path) -> None:
    """Write a frame's rows into a folder, apart by their `part`."""
    _clear(where)
    _add(frame, where)


def spread_by_turns(tables: Tables, frame: Callable[[Tables], Frame], where: Path) -> None:
    """The same of a frame whose rows follow from a shard each: it is made some shards at a time."""
    _clear(where)
    for some in tables.turns():
        _add(frame(some), where)


def _add(frame: Frame, where: Path) -> None:
    with daft.execution_config_ctx(parquet_target_row_group_size=_HELD):
        frame.write_parquet(str(where), compression="snappy", partition_cols=["part"])


def part_of(column: str, parts: int) -> Any:
    """The part that a row goes to by a column."""
    return (col(column).hash() % parts).cast(daft.DataType.int32()).alias("part")


def files(where: Path, pattern: str = "**/*.parquet") -> list[Path]:
    """The files of a folder, in their order."""
    return sorted(where.glob(pattern))


def there(where: Path, pattern: str = "**/*.parquet") -> Frame:
    """The rows that lie in a folder; there must be a file."""
    return daft.read_parquet([str(file) for file in files(where, pattern)])


def numbered(where: Path) -> list[int]:
    """The parts that `spread` wrote something of."""
    return sorted(int(one.name.partition("=")[2]) for one in where.glob("part=*"))


def _clear(where: Path) -> None:
    shutil.rmtree(where, ignore_errors=True)
    where.parent.mkdir(parents=True, exist_ok=True)
