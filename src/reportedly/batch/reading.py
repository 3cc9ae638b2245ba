"""Reading a finished run's tables: checked before anything is done with them, then part by part."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from reportedly.batch.folder import Folder
from reportedly.batch.tables import CONNECTED, EXTRACTED, JUDGEMENTS, Table
from reportedly.schema import RunError
from reportedly.store.forms import dumps

ROWS = 4_096
"""Rows that are read at a time: 4 MB of attributions, 60 MB of texts with their extractions."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run that can be read.

    Args:
        folder: where it lies.
        shards: the finished ones in their order, with the rows that each table has of them.
        connected: what they are to each other is there too.
    """

    folder: Folder
    shards: Mapping[int, Mapping[str, int]]
    connected: bool

    @property
    def digest(self) -> str:
        """What tells these tables from others, and from the same with more in them."""
        told = [self.folder.settings(), sorted(self.shards.items()), self.connected]
        return hashlib.sha256(dumps(told).encode("ascii")).hexdigest()

    def count(self, table: Table) -> int:
        """How many rows a table has."""
        if table in EXTRACTED:
            return sum(counts.get(table.name, 0) for counts in self.shards.values())
        return sum(pq.read_metadata(file).num_rows for file in _others(self.folder, table))

    def shard(
        self, table: Table, shard: int, columns: Sequence[str], rows: int = ROWS
    ) -> Iterator[pa.Table]:
        """Some columns of a table's rows of one shard, part by part.

        Raises:
            RunError: while they are read, if a file is damaged.
        """
        return read(self.folder.file(table, shard), table, columns, rows)

    def all(self, table: Table, columns: Sequence[str]) -> Iterator[pa.Table]:
        """The same of all shards in turn; of a table without shards, of all its files.

        Raises:
            RunError: while they are read, if a file is damaged.
        """
        if table in EXTRACTED:
            files = [self.folder.file(table, shard) for shard in self.shards]
        else:
            files = _others(self.folder, table)
        for file in files:
            yield from read(file, table, columns)


def opened(path: Path, *, partial: bool = False) -> Run:
    """A run that is ready to be read: all its files are there, with the columns that they need.

    Args:
        path: its folder.
        partial: shards that are not finished are passed over.

    Raises:
        RunError: if it is no run's folder, of another form, not finished, or a file is damaged.
    """
    folder = Folder(path)
    if folder.settings() is None:
        raise RunError(f"{path}: no tables of a run: there is no run.json in it")
    shards, connected = folder.finished(), folder.is_connected()
    waiting = len(folder.unfinished())
    if (waiting or not (shards or connected)) and not partial:
        raise RunError(
            f"{path}: {waiting} of {waiting + len(shards)} shards are not finished;"
            " finish the run, or import with --partial what there is"
        )
    for table in EXTRACTED:
        for shard, counts in shards.items():
            _check(folder.file(table, shard), table, counts.get(table.name, 0))
    for table in (*(CONNECTED if connected else ()), JUDGEMENTS):
        for file in _others(folder, table):
            _check(file, table)
    return Run(folder, shards, connected)


def read(file: Path, table: Table, columns: Sequence[str], rows: int = ROWS) -> Iterator[pa.Table]:
    """Some columns of a file, part by part, with the types that the table's schema says.

    Raises:
        RunError: if it is damaged.
    """
    schema = pa.schema([table.schema.field(name) for name in columns])
    with _whole(file), pq.ParquetFile(file) as found:
        for batch in found.iter_batches(rows, columns=list(columns), use_threads=False):
            yield pa.Table.from_batches([batch]).select(columns).cast(schema)


def _others(folder: Folder, table: Table) -> list[Path]:
    where = folder.connected(table) if table in CONNECTED else folder.path / table.name
    return sorted(where.glob("*.parquet"))


def _check(file: Path, table: Table, rows: int | None = None) -> None:
    with _whole(file), pq.ParquetFile(file) as found:
        names, there = set(found.schema_arrow.names), found.metadata.num_rows
    if lacking := [name for name in table.schema.names if name not in names]:
        raise RunError(f"{file}: it lacks the column {', '.join(lacking)}")
    if rows is not None and rows != there:
        raise RunError(f"{file}: it has {there:,} rows, and was finished with {rows:,}")


@contextmanager
def _whole(file: Path) -> Iterator[None]:
    """Say in one line what is wrong with a file."""
    try:
        yield
    except FileNotFoundError:
        raise RunError(f"{file}: the file is missing") from None
    except (OSError, ValueError, pa.ArrowException) as error:
        first = str(error).strip().partition("\n")[0]
        raise RunError(f"{file}: it is damaged: {first}") from None


class Aligned:
    """Rows of one file in the order of documents, given out up to a document.

    Args:
        parts: the file's rows; the column `n` never falls.
    """

    def __init__(self, parts: Iterator[pa.Table]) -> None:
        self._parts = parts
        self._held: list[pa.Table] = []

    def upto(self, n: int) -> pa.Table | None:
        """The rows of all documents up to a number that were not given out yet; None of none."""
        while not self._held or _last(self._held[-1]) <= n:
            more = next(self._parts, None)
            if more is None:
                break
            if more.num_rows:
                self._held.append(more)
        if not self._held:
            return None
        rest = self._held.pop()
        ns: Any = rest["n"].to_numpy()
        at = int(ns.searchsorted(n, "right"))
        found = pa.concat_tables([*self._held, rest.slice(0, at)])
        self._held = [rest.slice(at)] if at < rest.num_rows else []
        return found


def _last(part: pa.Table) -> int:
    return int(part["n"][-1].as_py())
