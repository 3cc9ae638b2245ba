"""Parquet: the tables of `tables.TABLES`, a file each in one archive.

It needs pyarrow, the extra `parquet`: 170 MB on disk, which nothing else here needs.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from itertools import islice
from typing import Any

from reportedly.export.archive import Sink, zipped
from reportedly.export.chosen import Chosen
from reportedly.export.tables import TABLES, Cell, Table
from reportedly.export.uris import Uris
from reportedly.schema import RunError

ROWS = 5_000
"""Rows in a group, which is what is held at a time: some 10 MB of statements."""


def write(chosen: Chosen, _: Uris) -> Iterator[bytes]:
    """Write the archive.

    Raises:
        RunError: if pyarrow is not there, at once.
    """
    try:
        arrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
    except ImportError:
        raise RunError("Parquet needs pyarrow: pip install 'reportedly[parquet]'") from None
    files = ((f"{t.name}.parquet", _file(arrow, parquet, t, chosen)) for t in TABLES)
    return zipped(files)


def _file(arrow: Any, parquet: Any, table: Table[Any], chosen: Chosen) -> Iterator[bytes]:
    """A table as a file, some rows at a time."""
    schema = _schema(arrow, table)
    sink = Sink()
    writer = parquet.ParquetWriter(sink, schema, compression="zstd")
    rows = table.rows(chosen)
    while some := list(islice(rows, ROWS)):
        columns = [[_value(c.cell, c.of(row)) for row in some] for c in table.columns]
        writer.write_table(arrow.table(columns, schema=schema))
        yield from sink.taken()
    writer.close()
    yield from sink.taken()


def _schema(arrow: Any, table: Table[Any]) -> Any:
    """A table's columns, each with its help as `description`."""
    span = arrow.struct([("start", arrow.int32()), ("end", arrow.int32())])
    types = {
        Cell.TEXT: arrow.string(),
        Cell.NUMBER: arrow.int64(),
        Cell.SHARE: arrow.float64(),
        Cell.TRUTH: arrow.bool_(),
        Cell.TEXTS: arrow.list_(arrow.string()),
        Cell.SPANS: arrow.list_(span),
    }
    return arrow.schema(
        [
            arrow.field(c.name, types[c.cell], metadata={"description": c.help})
            for c in table.columns
        ]
    )


def _value(cell: Cell, value: Any) -> Any:
    if cell is Cell.SPANS:
        return [{"start": span.start, "end": span.end} for span in value]
    if cell is Cell.TEXT and value is not None:
        return _valid(value)
    return [_valid(one) for one in value] if cell is Cell.TEXTS else value


def _valid(text: str) -> str:
    """A text as UTF-8 can hold it."""
    return text.encode("utf-8", "replace").decode("utf-8")
