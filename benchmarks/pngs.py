"""Small PNG files of screens: a palette of the colours that they mostly are."""

from __future__ import annotations

import struct
import zlib

import numpy as np
from numpy.typing import NDArray

COLOURS = 96
"""Colours of a picture. Letters on paper are a few colours and the steps between them; with fewer
than this, light rules and tints begin to look alike."""


def png(pixels: NDArray[np.uint8], most: int = COLOURS) -> bytes:
    """A PNG file with a palette; a picture of more colours has the rare ones replaced.

    Args:
        pixels: (height, width, 3), red, green and blue.
        most: colours of the palette, 256 at most.
    """
    height, width, _ = pixels.shape
    flat = pixels.reshape(-1, 3).astype(np.uint32)
    packed = flat[:, 0] << 16 | flat[:, 1] << 8 | flat[:, 2]
    colours, places, counts = np.unique(packed, return_inverse=True, return_counts=True)
    kept = np.sort(colours[np.argsort(-counts, kind="stable")[:most]])
    rows = _nearest(colours, kept)[places].astype(np.uint8).reshape(height, width)
    lines = np.hstack([np.zeros((height, 1), np.uint8), rows])  # 0: rows as they are
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
            _chunk(b"PLTE", _channels(kept).astype(np.uint8).tobytes()),
            _chunk(b"IDAT", zlib.compress(lines.tobytes(), 9)),
            _chunk(b"IEND", b""),
        )
    )


def _nearest(colours: NDArray[np.uint32], kept: NDArray[np.uint32]) -> NDArray[np.intp]:
    """For each colour the place of the nearest one that is kept."""
    apart = _channels(colours)[:, None, :] - _channels(kept)[None, :, :]
    return np.argmin((apart**2).sum(axis=2), axis=1)


def _channels(packed: NDArray[np.uint32]) -> NDArray[np.int64]:
    shifts = np.array([16, 8, 0], np.uint32)
    return (packed[:, None] >> shifts & 255).astype(np.int64)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
