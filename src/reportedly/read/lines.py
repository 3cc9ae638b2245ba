"""JSON lines, streamed: one raw input a line, whatever the size of the whole."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import BinaryIO

from reportedly.read.raw import Media, Raw
from reportedly.read.unreadable import Unreadable
from reportedly.schema import DocumentError


def lines(
    name: str, stream: BinaryIO, limit: int, before: int = 0
) -> Iterator[Raw | DocumentError]:
    """One raw input for each line of a JSON-lines stream that is not blank.

    Args:
        name: the stream's name; a line is named `NAME:LINE`, counting from 1.
        stream: the bytes, decompressed as they are read.
        limit: longest line, bytes. A longer one is an error, and is skipped.
        before: how many lines stand before the stream's first, where it is part of a whole.
    """
    number = before
    try:
        for number, line in enumerate(_bounded(stream, limit), start=before + 1):
            if line is None:
                yield DocumentError(
                    f"{name}:{number}", f"a line longer than the limit of {limit:,} bytes"
                )
                continue
            if number == 1:
                _refuse_wide(line)
                line = line.removeprefix(b"\xef\xbb\xbf")
            if line.strip():
                yield Raw(f"{name}:{number}", line.rstrip(b"\r\n"), Media.JSON)
    except (EOFError, zlib.error, OSError) as error:
        yield DocumentError(f"{name}:{number + 1}", f"cannot be read further ({error})")
    except Unreadable as error:
        yield error.named(name)


def _bounded(stream: BinaryIO, limit: int) -> Iterator[bytes | None]:
    """The lines of a stream; None for one that is too long, whose rest is read and dropped."""
    while line := stream.readline(limit + 1):
        if len(line) <= limit or line.endswith(b"\n"):
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(1 << 20)
        yield None


def _refuse_wide(line: bytes) -> None:
    if line.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Unreadable("JSON lines in UTF-16: save them as UTF-8")
