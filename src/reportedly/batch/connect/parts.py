"""Parts in a worker process: the rows of one are read, and what becomes of them is written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

import pyarrow as pa
import pyarrow.parquet as pq

from reportedly.batch.folder import Folder
from reportedly.batch.rows import Row
from reportedly.batch.tables import Table
from reportedly.store.forms import dumps

_ROWS = 5_000
"""Rows that are held at a time while a part is read or written."""


def rows(where: Path, part: int) -> Iterator[Row]:
    """The rows of a part."""
    for file in sorted((where / f"part={part}").glob("*.parquet")):
        with pq.ParquetFile(file) as held:
            for batch in held.iter_batches(_ROWS, use_threads=False):
                yield from batch.to_pylist()


class Writer:
    """Writes rows of a connected table into a file, a few at a time.

    Args:
        file: where to.
        table: what they are rows of.
    """

    def __init__(self, file: Path, table: Table) -> None:
        self._schema = table.schema
        self._file = pq.ParquetWriter(file, table.schema, compression="zstd")
        self._held: list[Row] = []
        self.count = 0

    def put(self, row: Row) -> None:
        """Add a row."""
        self._held.append(row)
        if len(self._held) == _ROWS:
            self._flush()

    def _flush(self) -> None:
        self._file.write_table(pa.Table.from_pylist(self._held, schema=self._schema))
        self.count += len(self._held)
        self._held = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error is None:
            self._flush()
        self._file.close()


@contextmanager
def written(folder: Folder, table: Table, name: str, part: int) -> Iterator[Writer]:
    """Write what becomes of a part; it takes its name when it is whole.

    Args:
        folder: the run's.
        table: the connected table.
        name: of the step that it is of; a table has files of several.
        part: the part's number.
    """
    file = folder.connected(table) / f"{name}-{part:05}.parquet"
    with folder.whole(file) as draft, Writer(draft, table) as writer:
        yield writer


def told(**counts: int) -> str:
    """What a worker says of a part that is done."""
    return dumps(counts)
