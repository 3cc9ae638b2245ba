"""Parquet → raw inputs: one for each row, whose columns go by the names of JSON's fields.

It needs pyarrow, the extra `parquet`. Read are the columns that may hold a part of a document, some
rows at a time, whatever the size of the file.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any, BinaryIO

from reportedly.read.fields import may_hold
from reportedly.read.options import ReadOptions
from reportedly.read.raw import Media, Raw
from reportedly.read.unreadable import Unreadable
from reportedly.schema import DocumentError

ROWS = 16
"""Rows that are decoded at a time: a few articles, and no gigabyte where each is of 20 MB."""
_BUFFER = 1 << 20
"""Bytes of a column that are read at a time, so that no group of rows is held as a whole."""


@dataclass(frozen=True, slots=True)
class _Group:
    """A group of rows: its number in the file, and its rows' numbers, from the first to the end."""

    number: int
    first: int
    end: int


def rows(
    name: str, source: BinaryIO, options: ReadOptions, first: int = 0, end: int | None = None
) -> Iterator[Raw | DocumentError]:
    """One raw input for each row; a row is named `NAME:ROW`, counting from 1.

    Args:
        name: what the file is called.
        source: its bytes; it must be possible to move in them.
        options: `fields` names the columns where the usual names do not.
        first: how many rows are left out at the beginning.
        end: the number of the row to stop before; None reads to the end.

    Yields:
        Rows; where the file is damaged, a `DocumentError` for what is left of that group of rows.

    Raises:
        Unreadable: if it is no Parquet file that can be read, or no column can hold the text.
    """
    file = _opened(source)
    columns = _columns(file, options)
    for group in _groups(file):
        start, stop = max(group.first, first), group.end if end is None else min(group.end, end)
        if start < stop:
            yield from _of_group(name, file, group, columns, start, stop)
    if file.metadata.num_rows == 0:
        yield DocumentError(name, "empty")


def counted(source: BinaryIO) -> tuple[int, ...]:
    """How many rows each group of rows has.

    Raises:
        Unreadable: if it is no Parquet file that can be read.
    """
    return tuple(group.end - group.first for group in _groups(_opened(source)))


def _opened(source: BinaryIO) -> Any:
    try:
        parquet = import_module("pyarrow.parquet")
    except ImportError:
        raise Unreadable("a Parquet file; it needs pip install 'reportedly[parquet]'") from None
    try:
        return parquet.ParquetFile(source, buffer_size=_BUFFER, pre_buffer=False)
    except (OSError, ValueError) as error:  # pyarrow's own errors are of these
        raise Unreadable(f"a Parquet file that cannot be read ({_said(error)})") from None


def _said(error: Exception) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0].rstrip(".")[:160]


def _groups(file: Any) -> Iterator[_Group]:
    at = 0
    for number in range(file.num_row_groups):
        size = file.metadata.row_group(number).num_rows
        yield _Group(number, at, at + size)
        at += size


def _columns(file: Any, options: ReadOptions) -> list[str]:
    """The columns that may hold a part of a document.

    Raises:
        Unreadable: if none can hold the text.
    """
    named = {field.name: field.type for field in file.schema_arrow}
    texts = [name for name in named if may_hold(name, "text", options.fields)]
    if not any(_of_text(named[name]) for name in texts):
        if told := options.fields.get("text"):
            raise Unreadable(f"no column with text is called {told!r}")
        listed = ", ".join(name[:40] for name in list(named)[:8]) or "none"
        raise Unreadable(f"no column with the text (columns: {listed}); say which with --field")
    return [name for name in named if may_hold(name, None, options.fields)]


def _of_text(kind: Any) -> bool:
    types = import_module("pyarrow").types
    if types.is_dictionary(kind):
        return _of_text(kind.value_type)
    if types.is_list(kind) or types.is_large_list(kind):
        return _of_text(kind.value_type)
    return bool(
        types.is_string(kind)
        or types.is_large_string(kind)
        or types.is_string_view(kind)
        or types.is_binary(kind)
        or types.is_large_binary(kind)
        or types.is_struct(kind)
    )


def _of_group(
    name: str, file: Any, group: _Group, columns: list[str], start: int, stop: int
) -> Iterator[Raw | DocumentError]:
    at = group.first
    try:
        for batch in file.iter_batches(ROWS, [group.number], columns, use_threads=False):
            if at + len(batch) > start:
                for place in range(max(start - at, 0), min(stop - at, len(batch))):
                    row = {column: batch[column][place].as_py() for column in columns}
                    yield Raw(f"{name}:{at + place + 1}", _json(row), Media.JSON)
            at += len(batch)
            if at >= stop:
                return
    except (OSError, ValueError) as error:
        said = f"cannot be read further in this group of rows ({_said(error)})"
        yield DocumentError(f"{name}:{max(at, start) + 1}", said)


def _json(row: dict[str, Any]) -> bytes:
    return json.dumps(row, ensure_ascii=False, default=_plain).encode("utf-8", "surrogatepass")


def _plain(value: Any) -> str:
    """A value that JSON has no form for: bytes as text, days and moments as they are written."""
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
