"""Decompression that stops at a limit, so that a small file cannot fill the memory."""

from __future__ import annotations

import zlib
from contextlib import suppress

from reportedly.read.unreadable import Unreadable

MAGIC = b"\x1f\x8b"


def gunzip(data: bytes, limit: int) -> bytes:
    """Decompress gzip data (of one member or several).

    Args:
        data: the compressed bytes.
        limit: largest result, bytes.

    Raises:
        Unreadable: if the data are cut off, damaged, or larger than `limit` when decompressed.
    """
    parts: list[bytes] = []
    size = 0
    while data.startswith(MAGIC):
        part, data = _member(data, limit - size)
        size += len(part)
        parts.append(part)
    return b"".join(parts)


def inflate(data: bytes, limit: int) -> bytes:
    """Decompress a body sent with `Content-Encoding: deflate`; both readings of it are known.

    Raises:
        Unreadable: as `gunzip` does.
    """
    for bits in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        with suppress(zlib.error):
            return _drain(zlib.decompressobj(bits), data, limit)[0]
    raise Unreadable("damaged data in the encoding deflate")


def decompress(body: bytes, encodings: str, limit: int) -> bytes:
    """Undo the content encodings of a body.

    Args:
        body: the bytes as they were sent.
        encodings: the value of `Content-Encoding`.
        limit: largest result, bytes.

    Raises:
        Unreadable: if an encoding is none that is asked for, or the data do not fit it.
    """
    for encoding in reversed([e.strip().lower() for e in encodings.split(",") if e.strip()]):
        if encoding in ("gzip", "x-gzip"):
            body = gunzip(body, limit)
        elif encoding == "deflate":
            body = inflate(body, limit)
        elif encoding != "identity":
            raise Unreadable(f"sent in the encoding {encoding}, which was not asked for")
    return gunzip(body, limit) if body.startswith(MAGIC) else body


def _member(data: bytes, limit: int) -> tuple[bytes, bytes]:
    try:
        return _drain(zlib.decompressobj(16 + zlib.MAX_WBITS), data, limit)
    except zlib.error as error:
        raise Unreadable(f"damaged gzip data ({error})") from None


def _drain(inflator: zlib._Decompress, data: bytes, limit: int) -> tuple[bytes, bytes]:
    out = inflator.decompress(data, limit + 1)
    if len(out) > limit:
        raise Unreadable(f"more than the limit of {limit:,} bytes when decompressed")
    if not inflator.eof:
        raise Unreadable(f"compressed data are cut off after {len(out):,} bytes of content")
    return out, inflator.unused_data
