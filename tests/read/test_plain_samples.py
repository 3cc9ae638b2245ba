"""The three articles that the program began with, where they are at hand: kinds and offsets."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.read.plain import read_plain
from reportedly.schema import BlockKind

SAMPLES = Path(__file__).parents[3] / "shared" / "samples"

EXPECTED = {
    "000_a81aa458b1322a79.txt": [
        *[("dateline", 0, 6), ("related", 1636, 1731)],
        *[("comment", 2134, 2238), ("comment", 2242, 2277), ("comment", 2281, 2500)],
        *[("comment", 2504, 2552), ("comment", 2556, 2852), ("comment", 2856, 2958)],
    ],
    "003_fd8888341443cd8c.txt": [
        *[("title", 0, 46), ("subtitle", 48, 160), ("caption", 162, 267), ("caption", 268, 373)],
        *[("credit", 2875, 2906), ("related", 2908, 2918)],
    ],
    "004_84a559169798def1.txt": [
        *[("title", 0, 92), ("title", 94, 186), ("dateline", 188, 196), ("artefact", 786, 792)],
        *[("caption", 1734, 1909), ("artefact", 2403, 2409), ("artefact", 2441, 2447)],
        *[("artefact", 2568, 2574), ("artefact", 2722, 2728)],
    ],
}


@pytest.mark.skipif(not SAMPLES.is_dir(), reason=f"the real samples are not at {SAMPLES}")
@pytest.mark.parametrize("name", EXPECTED)
def test_samples(name: str) -> None:
    text = (SAMPLES / name).read_bytes().decode("utf-8")
    found = read_plain(text).blocks
    others = [(b.kind, b.span.start, b.span.end) for b in found if b.kind is not BlockKind.BODY]
    assert others == EXPECTED[name]
    authors = [b.author for b in found if b.kind is BlockKind.COMMENT]
    assert all(authors)
    assert len(set(authors)) == sum(kind == "comment" for kind, _, _ in EXPECTED[name])
