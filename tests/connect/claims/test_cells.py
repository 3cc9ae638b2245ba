"""Cells: where vectors lie, and which look for each other."""

from pathlib import Path

import numpy as np
import pytest

from reportedly.connect.claims import SIZE, Cells, Vector
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
    assert (made.cell(vector), made.probes(vector)) == (1, (1, 2, 0))


def test_its_own_cell_comes_first(cells: Cells) -> None:
    probes = cells.probes(some(1))
    assert probes[0] == cells.cell(some(1))
    assert len(set(probes)) == min(PROBES, len(cells))


def test_meeting_is_mutual(cells: Cells) -> None:
    vectors = [some(seed) for seed in range(40)]
    pairs = [(a, b) for a in vectors for b in vectors]
    meeting = [cells.meet(a, b) for a, b in pairs]
    assert meeting == [cells.meet(b, a) for a, b in pairs]
    assert any(meeting)
    assert not all(meeting)


def test_those_that_meet_are_found_by_probes(cells: Cells) -> None:
    vectors = [some(seed) for seed in range(40)]
    assert all(
        cells.cell(b) in cells.probes(a) for a in vectors for b in vectors if cells.meet(a, b)
    )


def test_missing_and_broken_files_are_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(RunError, match=r"centroids\.npy"):
        Cells(tmp_path)
    np.save(tmp_path / "centroids.npy", np.zeros((4, 3)))
    with pytest.raises(RunError, match=r"centroids\.npy"):
        Cells(tmp_path)
