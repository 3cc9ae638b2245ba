"""Rows into the files of a run, some at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from reportedly.batch.folder import Folder
from reportedly.batch.rows import Row, Rows
from reportedly.batch.tables import EXTRACTED, Table
from reportedly.store.forms import chunks

ROWS = 5_000
"""Rows that are held at a time."""


def write_all(folder: Folder, file: Path, table: Table, rows: Iterable[Row]) -> int:
    """Write a file; say how many rows it has. It takes its name when it is whole.

    Raises:
        RunError: if it cannot be written.
    """
    count = 0
    with _file(folder, file, table) as writer:
        for some in chunks(rows, ROWS):
            writer.write_table(pa.Table.from_pylist(list(some), schema=table.schema))
            count += len(some)
    return count


class Shard:
    """The tables of a shard while they are written; they take their names at the end.

    Args:
        writers: of each table, by name.
    """

    def __init__(self, writers: dict[Table, pq.ParquetWriter]) -> None:
        self._writers = writers
        self.counts = Counter({table.name: 0 for table in writers})

    def put(self, documents: Iterable[Rows]) -> None:
        """Write documents, with all of them in memory."""
        held = list(documents)
        for table, writer in self._writers.items():
            rows = [row for document in held for row in document.get(table.name, ())]
            if rows:
                writer.write_table(pa.Table.from_pylist(rows, schema=table.schema))
                self.counts[table.name] += len(rows)


@contextmanager
def written(folder: Folder, number: int) -> Iterator[Shard]:
    """Write a shard, and mark it as finished.

    Raises:
        RunError: if it cannot be written.
    """
    with ExitStack() as files:
        opened = {
            table: files.enter_context(_file(folder, folder.file(table, number), table))
            for table in EXTRACTED
        }
        shard = Shard(opened)
        yield shard
    folder.finish(number, shard.counts)


@contextmanager
def _file(folder: Folder, file: Path, table: Table) -> Iterator[pq.ParquetWriter]:
    with (
        folder.whole(file) as draft,
        pq.ParquetWriter(draft, table.schema, compression="zstd") as writer,
    ):
        yield writer
