"""Reading a web archive that is never whole anywhere: bytes a second, pages, and peak memory.

    python -m benchmarks.archives [GIGABYTES]

The archive is invented and without end: pages of news' usual size among pictures of 3 MB, as they
stand in crawls. It is read plain, and packed record by record.
"""

from __future__ import annotations

import gzip
import io
import random
import resource
import sys
import time
from typing import Any, BinaryIO, cast

from reportedly.read import Raw, ReadOptions
from reportedly.read.warc import archived

PICTURE = 3_000_000
PAGES = 120


class Endless(io.RawIOBase):
    """The same bytes again and again, up to a size."""

    def __init__(self, part: bytes, size: int) -> None:
        self._part = part
        self._left = size // len(part) * len(part)
        self.size = self._left

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        at = (self.size - self._left) % len(self._part)
        part = self._part[at : at + min(len(buffer), self._left)]
        buffer[: len(part)] = part
        self._left -= len(part)
        return len(part)


def records() -> list[bytes]:
    """A picture and pages, as WARC records; seeded."""
    dice = random.Random(7)
    words = [f"word{n}" for n in range(5_000)]
    bodies = [dice.randbytes(PICTURE)]
    bodies += [f"<html><p>{' '.join(dice.choices(words, k=1_500))}</p>".encode()] * PAGES
    kinds = ["image/png", *["text/html; charset=utf-8"] * PAGES]
    return [_record(kind, body) for kind, body in zip(kinds, bodies, strict=True)]


def _record(kind: str, body: bytes) -> bytes:
    block = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n".encode() + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://news.example/\r\n"
        f"Content-Type: application/http\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def measure(size: int, packed: bool) -> tuple[int, float]:
    """Read `size` bytes of archive; the number of pages, and seconds."""
    made = [gzip.compress(each, 1) if packed else each for each in records()]
    stream = cast("BinaryIO", io.BufferedReader(Endless(b"".join(made), size)))
    if packed:
        stream = cast("BinaryIO", gzip.GzipFile(fileobj=stream))
    start = time.perf_counter()
    pages = sum(isinstance(each, Raw) for each in archived("a", stream, ReadOptions()))
    return pages, time.perf_counter() - start


def main() -> None:
    """Measure both forms and print a line for each."""
    size = int(float(sys.argv[1] if sys.argv[1:] else "1") * 1e9)
    for packed in (False, True):
        pages, seconds = measure(size, packed)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        form = "gzip" if packed else "plain"
        print(f"{form:6} {size / 1e9:g} GB: {pages:,} pages in {seconds:.1f} s, "
              f"{size / 1e6 / seconds:,.0f} MB/s, peak memory {peak:.0f} MB")  # fmt: skip


if __name__ == "__main__":
    main()
