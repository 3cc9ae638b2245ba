"""Cells: where vectors lie, and which look for each other."""

from pathlib import Path

import numpy as np
import pytest

from reportedly.connect.claims import MODEL, SIZE, Cells, Vector, meet
from reportedly.connect.claims.cells import PROBES
from reportedly.schema import RunError


@pytest.fixture(scope="module")
def cells() -> Cells:
    return Cells()


def some(seed: int) -> Vector:
    values = np.random.default_rng(seed).normal(size=SIZE)
    return np.round(values / np.linalg.norm(values) * 127).astype(np.int8)


def test_a_vector_lies_in_the_cell_of_the_nearest_centroid(tmp_path: Path) -> None:
    centroids = np.zeros((3, SIZE), dtype=np.int8)
    centroids[0, 0], centroids[1, 1], centroids[2, :2] = 127, 10, 64
    np.save(tmp_path / "centroids.npy", centroids)
    made = Cells(tmp_path)
    vector = np.zeros(SIZE, dtype=np.int8)
    vector[:2] = 10, 120
    assert made.probes(vector[None]).tolist() == [[1, 2, 0]]


@pytest.fixture(scope="module")
def probes(cells: Cells) -> list[list[int]]:
    return cells.probes(np.stack([some(seed) for seed in range(40)])).tolist()


def test_each_vector_is_looked_for_in_as_many_cells(cells: Cells, probes: list[list[int]]) -> None:
    assert all(len(set(one)) == min(PROBES, len(cells)) for one in probes)


def test_the_nearest_cells_come_first(cells: Cells, probes: list[list[int]]) -> None:
    """Whichever others are looked up with it, and as a plain sort has them."""
    vector = some(3)
    assert cells.probes(vector[None])[0].tolist() == probes[3]
    centroids = np.load(MODEL / "centroids.npy").astype(np.float64)
    cosines = centroids @ vector.astype(np.float64) / np.linalg.norm(centroids, axis=1)
    assert probes[3] == np.argsort(-cosines, kind="stable")[:PROBES].tolist()


def test_the_own_cell_is_the_first(cells: Cells, probes: list[list[int]]) -> None:
    vectors = np.stack([some(seed) for seed in range(40)])
    assert cells.own(vectors).tolist() == [around[0] for around in probes]


def test_none_is_looked_up(cells: Cells) -> None:
    assert len(cells.own(np.zeros((0, SIZE), dtype=np.int8))) == 0
    assert len(cells.probes(np.zeros((0, SIZE), dtype=np.int8))) == 0


def test_meeting_is_mutual(probes: list[list[int]]) -> None:
    pairs = [(a, b) for a in probes for b in probes]
    meeting = [meet(a, b) for a, b in pairs]
    assert meeting == [meet(b, a) for a, b in pairs]
    assert any(meeting)
    assert not all(meeting)


def test_those_that_meet_are_found_by_probes(probes: list[list[int]]) -> None:
    assert all(b[0] in a for a in probes for b in probes if meet(a, b))


def test_missing_and_broken_files_are_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(RunError, match=r"centroids\.npy"):
        Cells(tmp_path)
    np.save(tmp_path / "centroids.npy", np.zeros((4, 3)))
    with pytest.raises(RunError, match=r"centroids\.npy"):
        Cells(tmp_path)
