"""Files and folders → raw inputs."""

from __future__ import annotations

import gzip
import io
import os
import stat
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO, cast

from reportedly.read.gunzip import MAGIC, gunzip
from reportedly.read.lines import lines
from reportedly.read.options import ReadOptions
from reportedly.read.raw import Loaded, Raw
from reportedly.read.sniff import HEAD, kind, suffix_kind
from reportedly.read.unreadable import Unreadable
from reportedly.read.within import within
from reportedly.schema import DocumentError


def shown(path: str | Path) -> str:
    """A path as it can be printed and written as JSON, whatever bytes its name is made of."""
    return os.fsencode(path).decode("utf-8", errors="replace")


def from_path(path: Path, options: ReadOptions) -> Iterator[Raw | DocumentError]:
    """The raw inputs of a file or a folder that the user named."""
    try:
        is_folder = path.is_dir()
    except (OSError, ValueError) as error:
        yield DocumentError(shown(path), said(error))
        return
    yield from from_folder(path, options) if is_folder else from_file(path, options)


def from_folder(folder: Path, options: ReadOptions) -> Iterator[Raw | DocumentError]:
    """The files of a folder and the folders in it, by name, that can be documents.

    Files and folders whose name begins with a dot are left out; so are links to folders, which
    can lead in a circle, and XML that is neither a feed nor a page.
    """
    options = replace(options, entries_only=True)
    for path in walk(folder):
        if isinstance(path, DocumentError):
            yield path
        else:
            yield from from_file(path, options)


def walk(folder: Path) -> Iterator[Path | DocumentError]:
    """The same files, unread; an error for a folder that cannot be searched, or holds none."""
    found = False
    for path in _walk(folder):
        found = True
        yield path
    if not found:
        sorts = "text, HTML, JSON, Parquet, feeds, web archives"
        yield DocumentError(shown(folder), f"no articles in this folder ({sorts})")


def _walk(folder: Path) -> Iterator[Path | DocumentError]:
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        if path is not folder and not (path.is_dir() and not path.is_symlink()):
            yield path
            continue
        try:
            entries = sorted(path.iterdir(), key=lambda entry: entry.name, reverse=True)
        except OSError as error:
            yield DocumentError(shown(path), said(error))
            continue
        waiting += [entry for entry in entries if _wanted(entry)]


def _wanted(entry: Path) -> bool:
    if entry.name.startswith("."):
        return False
    if entry.is_dir():
        return not entry.is_symlink()
    named = suffix_kind(entry.name)
    return _is_news(entry) if named == "xml" else named is not None


def _is_news(path: Path) -> bool:
    """Whether an XML file is a feed or a page; one that cannot be looked at is left to be named."""
    try:
        with opened(path) as stream:
            head = stream.read(HEAD)
    except (OSError, ValueError, Unreadable):
        return True
    return sort_of(head, "xml") != "text"


def from_file(
    path: Path, options: ReadOptions, name: str | None = None
) -> Iterator[Raw | DocumentError]:
    """The raw input in a file, or those in a JSON-lines file.

    Args:
        path: where it lies.
        options: how it is read.
        name: what it is called, if not by its path.
    """
    name = shown(path) if name is None else name
    try:
        with opened(path) as stream:
            yield from from_stream(name, stream, options, suffix_kind(path.name))
    except Unreadable as error:
        yield error.named(name)
    except (OSError, ValueError) as error:
        yield DocumentError(name, said(error))


def opened(path: Path) -> BinaryIO:
    """Open a regular file; a pipe would wait for ever, a device could give without end.

    Raises:
        Unreadable: if it is none.
        OSError: if it cannot be opened.
    """
    mode = path.stat().st_mode
    if not stat.S_ISREG(mode):
        raise Unreadable(f"not a regular file but {_sort(mode)}")
    return path.open("rb")


def _sort(mode: int) -> str:
    if stat.S_ISFIFO(mode):
        return "a pipe"
    return "a socket" if stat.S_ISSOCK(mode) else "a device"


def said(error: OSError | ValueError) -> str:
    """What an error of the file system says, as messages have it."""
    return (getattr(error, "strerror", None) or str(error)).lower()


def from_stream(
    name: str, stream: BinaryIO, options: ReadOptions, named: str | None = None
) -> Iterator[Raw | DocumentError]:
    """The raw inputs in an open stream of bytes, gzip or not.

    Args:
        name: what errors and documents call it.
        stream: the bytes.
        options: the limits.
        named: what its name says that it holds, as `suffix_kind` gives it.
    """
    head = stream.read(HEAD)
    size, source = _size(stream), stream
    stream = _rejoined(head, stream)
    packed = head.startswith(MAGIC)
    found = sort_of(head, named)
    if found == "parquet" and not packed and source.seekable():
        from reportedly.read.parquet import rows

        yield from rows(name, source, options)
        return
    if found in ("lines", "warc"):
        plain = cast("BinaryIO", gzip.GzipFile(fileobj=stream)) if packed else stream
        yield from _streamed(name, found, plain, options)
        return
    data = stream.read(options.max_bytes + 1)
    if len(data) > options.max_bytes:
        raise Unreadable(f"larger than the limit of {options.max_bytes:,} bytes{size}")
    data = gunzip(data, options.max_bytes) if packed else data
    yield from within(Loaded(name, data, found, called_feed=named in ("feed", "xml")), options)


def sort_of(head: bytes, named: str | None) -> str:
    """What bytes hold, gzip or not, as `kind` says; by the first of them, and by a name."""
    return kind(_unpacked(head) if head.startswith(MAGIC) else head, named)


def _streamed(
    name: str, found: str, stream: BinaryIO, options: ReadOptions
) -> Iterator[Raw | DocumentError]:
    """What is never held as a whole: the lines of JSON, the records of a web archive."""
    if found == "warc":
        from reportedly.read.warc import archived

        yield from archived(name, stream, options)
        return
    empty = True
    for raw in lines(name, stream, options.max_bytes):
        empty = False
        yield raw
    if empty:
        yield DocumentError(name, "empty")


def _size(stream: BinaryIO) -> str:
    """The size of the file behind a stream, to be named beside the limit; "" if it has none."""
    try:
        size = os.fstat(stream.fileno()).st_size
    except (OSError, AttributeError):
        return ""
    return f" (it has {size:,})" if size else ""


class _Rejoined(io.RawIOBase):
    """A stream put together again from the bytes that were looked at and the rest."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = memoryview(head)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        part: Any = self._head[: len(buffer)] or self._rest.read(len(buffer))
        self._head = self._head[len(part) :]
        buffer[: len(part)] = part
        return len(part)


def _rejoined(head: bytes, rest: BinaryIO) -> BinaryIO:
    return io.BufferedReader(_Rejoined(head, rest), HEAD)


def _unpacked(head: bytes) -> bytes:
    """The first bytes of gzip data of which only the first bytes are there."""
    try:
        return zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(head, HEAD)
    except zlib.error:
        return b""
