"""Inputs in parts that can be read apart from each other: small files as they are, large ones cut.

found(name)               the files of what the user names
split(name, file, …)      a file → parts: JSON lines by lines, Parquet by rows, others whole
load(part, options)       a part → raw inputs, under the names that the whole file gives them
"""

from __future__ import annotations

import glob
import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from pathlib import Path
from typing import Any, BinaryIO, cast

from reportedly.read.files import from_file, opened, said, shown, sort_of, walk
from reportedly.read.gunzip import MAGIC
from reportedly.read.lines import lines
from reportedly.read.options import ReadOptions
from reportedly.read.raw import Raw
from reportedly.read.sniff import HEAD, suffix_kind
from reportedly.read.unreadable import Unreadable
from reportedly.schema import DocumentError

_BLOCK = 1 << 20
_PIECES = 64
"""Parts that a group of rows is cut into at most. For each, what stands before it in the group is
decoded again: thirty times the whole group, which is a few minutes of its days of work."""


class Cut(StrEnum):
    """By what a part is a part of its file."""

    WHOLE = "whole"
    LINES = "lines"
    ROWS = "rows"


@dataclass(frozen=True, slots=True)
class Part:
    """A file, or some lines or rows of one.

    Args:
        file: its path as the user has it; names of what is in it begin with that.
        size: bytes that the whole file has.
        cut: by what it is cut.
        first: where the part begins: a byte of JSON lines, a row of Parquet.
        end: where it ends, itself no part of it.
        before: lines before it in the file.
        documents: how many are in it, if that is known; else one.
        bytes: of the file, how many fall to it.
    """

    file: str
    size: int
    cut: Cut = Cut.WHOLE
    first: int = 0
    end: int = 0
    before: int = 0
    documents: int = 1
    bytes: int = 0


def found(name: str) -> Iterator[Path | DocumentError]:
    """The files of an input: itself, those of a folder, or those that a pattern fits, by name.

    Args:
        name: a path, or a pattern of paths with `*`, `?`, `[…]`, and `**` for any folders.
    """
    path = Path(name)
    try:
        names = [name] if path.exists() or not glob.has_magic(name) else _fitting(name)
        for one in map(Path, names):
            yield from walk(one) if one.is_dir() else (one,)
    except (OSError, ValueError) as error:
        yield DocumentError(shown(name), said(error))
        return
    if not names:
        yield DocumentError(shown(name), "no file fits this pattern")


def _fitting(pattern: str) -> list[str]:
    return sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 (Path has no absolute patterns)


def split(file: Path, documents: int, most: int) -> Iterator[Part | DocumentError]:
    """A file in parts.

    Args:
        file: its path.
        documents: how many documents a part has at most, where they can be counted.
        most: bytes that it has at most, where it can be cut at all.
    """
    try:
        with opened(file) as stream:
            yield from _parts(file, stream, documents, most)
    except Unreadable as error:
        yield error.named(shown(file))
    except (OSError, ValueError) as error:
        yield DocumentError(shown(file), said(error))


def _parts(file: Path, stream: BinaryIO, documents: int, most: int) -> Iterator[Part]:
    size = stream.seek(0, io.SEEK_END)
    stream.seek(0)
    named = suffix_kind(file.name)
    whole = Part(str(file), size, bytes=size)
    if named not in ("lines", "parquet") and size <= most:
        yield whole  # a million small files need not be looked into
        return
    head = stream.read(HEAD)
    sort = "packed" if head.startswith(MAGIC) else sort_of(head, named)
    if sort == "lines" and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        yield from _by_lines(whole, stream, documents, most)
    elif sort == "parquet":
        yield from _by_rows(whole, stream, documents, most)
    else:
        yield whole


def _by_lines(whole: Part, stream: BinaryIO, documents: int, most: int) -> Iterator[Part]:
    """Parts that end with lines; one line alone may have more bytes than a part should."""
    stream.seek(0)
    first = before = at = lines = 0
    for end in _line_ends(stream):
        if lines and (lines == documents or end - first > most):
            yield _lines(whole, first, at, before, lines)
            first, before, lines = at, before + lines, 0
        at, lines = end, lines + 1
    if at or not whole.size:
        yield _lines(whole, first, at, before, lines)


def _lines(whole: Part, first: int, end: int, before: int, lines: int) -> Part:
    if (first, end) == (0, whole.size):
        return Part(whole.file, whole.size, documents=lines, bytes=whole.size)
    return Part(whole.file, whole.size, Cut.LINES, first, end, before, lines, end - first)


def _line_ends(stream: BinaryIO) -> Iterator[int]:
    """Where each line ends, its line feed included."""
    at = 0
    block = stream.read(_BLOCK)
    while block:
        place = block.find(b"\n")
        while place >= 0:
            yield at + place + 1
            place = block.find(b"\n", place + 1)
        at += len(block)
        last, block = block, stream.read(_BLOCK)
        if not block and not last.endswith(b"\n"):
            yield at


def _by_rows(whole: Part, stream: BinaryIO, documents: int, most: int) -> Iterator[Part]:
    from reportedly.read.parquet import counted

    groups = counted(stream)
    total = sum(groups)
    if not total:
        yield whole
        return
    weight = max(whole.size // total, 1)
    step = max(min(documents, most // weight), 1)
    if total <= step:
        yield Part(whole.file, whole.size, documents=total, bytes=whole.size)
        return
    for first, end in pairwise(_row_cuts(groups, step)):
        bytes_ = (end - first) * weight
        yield Part(
            whole.file, whole.size, Cut.ROWS, first, end, documents=end - first, bytes=bytes_
        )


def _row_cuts(groups: tuple[int, ...], step: int) -> Iterator[int]:
    """Where parts begin, and the end: at groups of rows, and within those that are too large."""
    start = at = 0
    yield 0
    for size in groups:
        if start < at and at + size - start > step:
            yield at
            start = at
        pieces = min(-(-size // step), _PIECES)
        for piece in range(1, pieces):
            start = at + size * piece // pieces
            yield start
        at += size
    if start < at:
        yield at


def load(part: Part, options: ReadOptions, base: Path) -> Iterator[Raw | DocumentError]:
    """The raw inputs of a part, under the names that they have as those of the whole file.

    A file whose size is not what it was is an error: what it was cut by need not hold for it.

    Args:
        part: the part; of a feed, what it holds itself is read.
        options: how it is read.
        base: the folder from which relative paths lead on.
    """
    name, path = shown(part.file), base / part.file
    options = replace(options, entries_only=True)
    try:
        if (size := path.stat().st_size) != part.size:
            raise Unreadable(f"it has {size:,} bytes, and had {part.size:,} when it was planned")
        if part.cut is Cut.WHOLE:
            yield from from_file(path, options, name)
            return
        with opened(path) as stream:
            yield from _cut(name, stream, part, options)
    except Unreadable as error:
        yield error.named(name)
    except (OSError, ValueError) as error:
        yield DocumentError(name, said(error))


def _cut(
    name: str, stream: BinaryIO, part: Part, options: ReadOptions
) -> Iterator[Raw | DocumentError]:
    if part.cut is Cut.LINES:
        stream.seek(part.first)
        yield from lines(name, _until(stream, part.end), options.max_bytes, part.before)
        return
    from reportedly.read.parquet import rows

    yield from rows(name, stream, options, part.first, part.end)


class _Until(io.RawIOBase):
    """A stream that ends at a place."""

    def __init__(self, stream: BinaryIO, end: int) -> None:
        self._stream = stream
        self._left = end - stream.tell()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._stream.read(min(len(buffer), self._left))
        self._left -= len(data)
        buffer[: len(data)] = data
        return len(data)


def _until(stream: BinaryIO, end: int) -> BinaryIO:
    return cast("BinaryIO", io.BufferedReader(_Until(stream, end), _BLOCK))
