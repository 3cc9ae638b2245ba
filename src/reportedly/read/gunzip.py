"""Decompression that stops at a limit, so that a small file cannot fill the memory."""

from __future__ import annotations

import zlib

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
    """Decompress a body sent with `Content-Encoding: deflate`; both readings of it are known."""
    try:
        return _drain(zlib.decompressobj(), data, limit)[0]
    except zlib.error:
        return _drain(zlib.decompressobj(-zlib.MAX_WBITS), data, limit)[0]


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
