"""PNG files of few colours: what is written is what another reader of PNG reads."""

from __future__ import annotations

import struct
import zlib

import numpy as np
from numpy.typing import NDArray

from benchmarks.pngs import png


def read(data: bytes) -> NDArray[np.uint8]:
    """A file of one palette and rows without a filter, as the format has it."""
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    chunks, at = {}, 8
    while at < len(data):
        (size,) = struct.unpack(">I", data[at : at + 4])
        kind, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + size]
        (check,) = struct.unpack(">I", data[at + 8 + size : at + 12 + size])
        assert check == zlib.crc32(kind + body)
        chunks[kind] = body
        at += 12 + size
    width, height, depth, colour = struct.unpack(">IIBB", chunks[b"IHDR"][:10])
    assert (depth, colour) == (8, 3)
    rows = np.frombuffer(zlib.decompress(chunks[b"IDAT"]), np.uint8).reshape(height, width + 1)
    assert not rows[:, 0].any()
    return np.frombuffer(chunks[b"PLTE"], np.uint8).reshape(-1, 3)[rows[:, 1:]]


def test_few_colours_stay_as_they_are() -> None:
    pixels = np.random.default_rng(1).integers(0, 2, (7, 5, 3)).astype(np.uint8) * 200
    assert (read(png(pixels)) == pixels).all()


def test_rare_colours_become_the_nearest_common_one() -> None:
    pixels = np.zeros((4, 10, 3), np.uint8)
    pixels[2:] = 250
    pixels[0, 0], pixels[3, 9] = (9, 9, 9), (240, 250, 250)
    found = read(png(pixels, most=2))
    assert {tuple(c) for c in found.reshape(-1, 3).tolist()} == {(0, 0, 0), (250, 250, 250)}
    assert found[0, 0].tolist() == [0, 0, 0]
    assert found[3, 9].tolist() == [250, 250, 250]
