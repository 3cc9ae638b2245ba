"""Cells: where a vector lies, so that those near it are found without looking at all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reportedly.connect.claims.encoder import MODEL, SIZE
from reportedly.schema import RunError

PROBES = 48
"""Cells that are looked in for what is near a vector: its own, and the next nearest; see the model
card for how many near pairs are found so, and how much of a record is looked at."""


class Cells:
    """A fixed division of the space of vectors by centroids that ship with the weights.

    Two vectors are *candidates* if each one's cell is among the other's probes: a property of the
    two alone, whatever else there is and in whatever order it came. To find the candidates of a
    vector, take those that lie in its `probes`, and keep those whose own probes have its cell.

    Args:
        folder: where `centroids.npy` lies: int8, (cells, SIZE).

    Raises:
        RunError: if the file is missing or broken.
    """

    def __init__(self, folder: Path = MODEL) -> None:
        try:
            centroids = np.load(folder / "centroids.npy", allow_pickle=False)
        except (OSError, ValueError) as error:
            raise RunError(f"the model file centroids.npy cannot be loaded: {error}") from error
        if centroids.dtype != np.int8 or centroids.shape[1:] != (SIZE,):
            raise RunError("the model file centroids.npy cannot be loaded: not int8 of 384")
        self._centroids = centroids.astype(np.float32)
        self._lengths = np.linalg.norm(self._centroids, axis=1)

    def __len__(self) -> int:
        return len(self._centroids)

    def probes(self, vectors: NDArray[np.int8]) -> NDArray[np.intp]:
        """The cells to look in for what is near each vector; the first is its own.

        Args:
            vectors: (N, SIZE).

        Returns:
            (N, PROBES), or as many as there are cells.
        """
        far = self._far(vectors)
        most = min(PROBES, len(self))
        bounds = np.partition(far, most - 1, axis=1)[:, most - 1]
        found = np.empty((len(far), most), dtype=np.intp)
        for row, (distances, bound) in enumerate(zip(far, bounds, strict=True)):
            near = np.flatnonzero(distances <= bound)
            found[row] = near[np.argsort(distances[near], kind="stable")][:most]
        return found

    def own(self, vectors: NDArray[np.int8]) -> NDArray[np.intp]:
        """The cell that each vector lies in, the first of its `probes`: (N,)."""
        own: NDArray[np.intp] = self._far(vectors).argmin(axis=1)
        return own

    def _far(self, vectors: NDArray[np.int8]) -> NDArray[np.float32]:
        """How far off each centroid is, to compare: (N, cells)."""
        # Exact on every machine: products of these whole numbers stay below 2 to the 24th.
        far: NDArray[np.float32] = -(vectors.astype(np.float32) @ self._centroids.T) / self._lengths
        return far


def meet(one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether two vectors are candidates, by their probes."""
    return one[0] in other and other[0] in one
