"""Cells in parts: the space of vectors divided coarsely, so that a part's neighbours are few."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reportedly.connect.claims import MODEL

EACH = 20_000
"""Statements of a part: 8 MB of vectors, 20 MB with their words."""

_TURNS = 20
"""Steps of power iteration; how near it comes to the main direction decides nothing but speed."""

Cells = NDArray[np.intp]


def divided(counts: NDArray[np.int64], each: int = EACH, folder: Path = MODEL) -> NDArray[np.int32]:
    """A part for each cell, so that parts have some `each` statements, and lie close together.

    Cells are split in two across the direction in which their centroids differ most, where half of
    the statements are on either side, until few enough are left. What becomes of the statements
    does not depend on it.

    Args:
        counts: statements of each cell.
        each: statements of a part; a cell that has more is a part by itself.
        folder: where the cells' centroids lie.
    """
    centroids = np.load(folder / "centroids.npy").astype(np.float64)
    centroids /= np.linalg.norm(centroids, axis=1, keepdims=True)
    found = np.zeros(len(counts), dtype=np.int32)
    open_, part = [np.arange(len(counts))], 0
    while open_:
        cells = open_.pop()
        if len(cells) == 1 or counts[cells].sum() <= each:
            found[cells] = part
            part += 1
        else:
            open_ += _halves(cells, centroids[cells], counts[cells])
    return found


def _halves(cells: Cells, centroids: NDArray[np.float64], counts: NDArray[np.int64]) -> list[Cells]:
    spread = centroids - centroids.mean(axis=0)
    main = spread[np.argmax(np.einsum("cd,cd->c", spread, spread))]
    for _ in range(_TURNS):
        main = (spread @ main) @ spread
        main /= np.linalg.norm(main)
    order = np.argsort(spread @ main, kind="stable")
    before = np.cumsum(counts[order])
    middle = int(np.searchsorted(before, before[-1] / 2)) + 1
    middle = min(middle, len(cells) - 1)
    return [cells[order[middle:]], cells[order[:middle]]]
