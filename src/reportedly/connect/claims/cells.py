"""Cells: where a vector lies, so that those near it are found without looking at all."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from reportedly.connect.claims.encoder import MODEL, SIZE, Vector
from reportedly.schema import RunError

PROBES = 48
"""Cells that are looked in for what is near a vector: its own, and the next nearest; see the model
card for how many near pairs are found so, and how much of a record is looked at."""
_REMEMBERED = 16_384
"""Vectors whose place is remembered: 10 MB. Pairs share vectors, and a place takes as long to find
as a third of an encoding."""


@dataclass(frozen=True, slots=True)
class _Place:
    """The cell of a vector, and the cells to look in, its own first."""

    cell: int
    probes: tuple[int, ...]


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
        self._place = lru_cache(_REMEMBERED)(self._found)

    def __len__(self) -> int:
        return len(self._centroids)

    def cell(self, vector: Vector) -> int:
        """The cell that a vector lies in."""
        return self._place(vector.tobytes()).cell

    def probes(self, vector: Vector) -> tuple[int, ...]:
        """The cells to look in, the vector's own first."""
        return self._place(vector.tobytes()).probes

    def meet(self, one: Vector, other: Vector) -> bool:
        """Whether two vectors are candidates."""
        a, b = self._place(one.tobytes()), self._place(other.tobytes())
        return a.cell in b.probes and b.cell in a.probes

    def _found(self, vector: bytes) -> _Place:
        # Exact on every machine: products of these whole numbers stay below 2 to the 24th.
        products = self._centroids @ np.frombuffer(vector, dtype=np.int8).astype(np.float32)
        order = np.argsort(-(products / self._lengths), kind="stable")[:PROBES]
        probes = tuple(order.tolist())
        return _Place(probes[0], probes)
