"""Vectors: by cell, the nearest of all, and an index that can be lost, broken or old."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from printing import printed, vector

from reportedly.schema import StoreError
from reportedly.store import NewVector, Store, blocks, vectors

Add = Callable[..., list[int]]

SIZE = 60


@pytest.fixture(autouse=True)
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Blocks of 16 numbers, so that a handful of documents fills several."""
    monkeypatch.setattr(blocks, "BLOCK", 16)
    monkeypatch.setattr(vectors, "BLOCK", 16)


def fan(add: Add, start: int = 0, size: int = SIZE) -> None:
    """Documents of one attribution, whose vectors turn from one axis to another."""
    angles = np.linspace(0, np.pi / 2, SIZE)[start : start + size]
    add(
        *(
            printed(
                f"Mira Tolan said that ship {start + place} sank.",
                cell=place % 3,
                vectors=[(np.cos(a), np.sin(a))],
            )
            for place, a in enumerate(angles)
        )
    )


def at(place: int) -> np.ndarray:
    angle = np.linspace(0, np.pi / 2, SIZE)[place]
    return np.frombuffer(vector(np.cos(angle), np.sin(angle)), np.int8)


def nearest(store: Store, place: int, k: int = 3) -> list[int]:
    return [near.n - 1 for near in store.vectors.nearest(at(place), k)]


def files(tmp_path: Path) -> list[Path]:
    return sorted(tmp_path.rglob("*.usearch"))


def test_by_cell(store: Store, add: Add) -> None:
    fan(add, size=7)
    stack = store.vectors.in_cells([0, 2, 9])
    assert [n - 1 for n in stack.numbers] == [0, 2, 3, 5, 6]
    assert stack.vectors[1].tobytes() == at(2).tobytes()
    assert store.vectors.cells([2, 3, 99]) == {2: 1, 3: 2}
    assert store.vectors.in_cells([9]).vectors.shape == (0, 384)


def test_the_nearest_without_and_with_an_index(store: Store, add: Add, tmp_path: Path) -> None:
    assert store.vectors.nearest(at(0), 3) == ()
    assert store.vectors.behind() == store.vectors.refresh() == 0
    fan(add)
    assert store.vectors.behind() == SIZE
    assert nearest(store, 0) == [0, 1, 2]
    assert sorted(nearest(store, 30)) == [29, 30, 31]
    assert store.vectors.refresh() == SIZE
    assert len(files(tmp_path)) == 4
    assert nearest(store, 0) == [0, 1, 2]
    assert sorted(nearest(store, 59)) == [57, 58, 59]
    found = store.vectors.nearest(at(30), 1)[0]
    assert found.score == pytest.approx(1, abs=1e-5)
    assert store.vectors.refresh() == 0


def test_what_is_added_later_is_found_at_once(store: Store, add: Add, tmp_path: Path) -> None:
    fan(add, 0, 20)
    store.vectors.refresh()
    assert nearest(store, 40, 1) == [19]
    fan(add, 20, 20)
    assert nearest(store, 39, 1) == [39]
    fan(add, 40, 20)
    assert nearest(store, 59, 1) == [59]
    before = {path: path.stat().st_mtime_ns for path in files(tmp_path)}
    assert store.vectors.behind() == 40
    assert store.vectors.refresh() == 40
    assert store.vectors.behind() == 0
    assert sorted(nearest(store, 30)) == [29, 30, 31]
    after = {path: path.stat().st_mtime_ns for path in files(tmp_path)}
    assert len(after) == 4
    assert after[files(tmp_path)[0]] == before[files(tmp_path)[0]], "a full block stays as it is"


def test_the_index_serves_the_next_program(where: Callable[[], str], tmp_path: Path) -> None:
    address = where()
    with Store.open(address) as store, store.write():
        fan(lambda *additions: [store.documents.add(a).n for a in additions])
    with Store.open(address) as store:
        store.vectors.refresh()
    with Store.open(address) as store:
        assert store.vectors.refresh() == 0
        assert sorted(nearest(store, 30)) == [29, 30, 31]


BREAKS: dict[str, Callable[[Path], object]] = {
    "missing": Path.unlink,
    "empty": lambda path: path.write_bytes(b""),
    "cut": lambda path: path.write_bytes(path.read_bytes()[:-1000]),
    "cut in half": lambda path: os.truncate(path, path.stat().st_size // 2),
    "noise": lambda path: path.write_bytes(os.urandom(path.stat().st_size)),
    "a folder": lambda path: (path.unlink(), path.mkdir()),
}


def flip(path: Path) -> None:
    """Change one bit in the middle, and give the file back its day."""
    state, content = path.stat(), bytearray(path.read_bytes())
    content[len(content) // 2] ^= 16
    path.write_bytes(content)
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns + 1))


@pytest.mark.parametrize("how", [*BREAKS, "a bit"])
def test_a_broken_index_is_made_anew(where: Callable[[], str], tmp_path: Path, how: str) -> None:
    address = where()
    with Store.open(address) as store:
        with store.write():
            fan(lambda *additions: [store.documents.add(a).n for a in additions])
        store.vectors.refresh()
    broken = files(tmp_path)[1]
    BREAKS.get(how, flip)(broken)
    with Store.open(address) as store:
        for place in (0, 20, 59):
            assert nearest(store, place, 1) == [place]
        expected = 0 if how == "a folder" else 16
        assert store.vectors.refresh() == expected, "that block, and no other"
        for place in (0, 20, 59):
            assert nearest(store, place, 1) == [place]
    with Store.open(address) as store:
        assert store.vectors.refresh() == 0


def test_the_index_of_another_record_is_not_taken(tmp_path: Path) -> None:
    file = tmp_path / "a.record"
    for start in (0, 40):
        for path in tmp_path.glob("a.record*"):
            if path.is_file():
                path.unlink()
        with Store.open(file) as store:
            with store.write():
                fan(lambda *a: [store.documents.add(x).n for x in a], start, 20)
            assert store.vectors.nearest(at(start), 1)[0].score > 0.999
            assert store.vectors.refresh() == 20
            names = {path.name.partition("-")[0] for path in files(tmp_path)}
            assert names == {store.meta["id"]}


def test_what_was_removed_is_not_found(store: Store, add: Add) -> None:
    fan(add)
    store.vectors.refresh()
    with store.write():
        for n in range(20, 41):
            store.documents.remove(n)
    near = nearest(store, 30, 4)
    assert sorted(near) == [18, 40, 41, 42], "the twenty that were nearer are gone"
    assert store.vectors.refresh() > 0, "blocks that lost much are made anew"
    assert sorted(nearest(store, 30, 4)) == [18, 40, 41, 42]


def test_what_was_given_up_is_forgotten(store: Store) -> None:
    def given_up() -> None:
        with store.write():
            store.documents.add(printed("Mira Tolan said that it sank.", vectors=[(1, 0)]))
            assert len(store.vectors.nearest(at(0), 1)) == 1
            with pytest.raises(StoreError, match="outside of a `write`"):
                store.vectors.refresh()
            raise KeyError

    with pytest.raises(KeyError):
        given_up()
    assert store.vectors.nearest(at(0), 1) == ()
    with store.write():  # these have the numbers that were given up
        store.documents.add(printed("Odd Berg said that it floats.", vectors=[(0, 1)]))
    assert store.vectors.nearest(at(SIZE - 1), 1)[0].score > 0.99


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.record") as store:
        (tmp_path / "a.record.vectors").write_text("in the way")
        with store.write():
            fan(lambda *additions: [store.documents.add(a).n for a in additions])
        assert store.vectors.refresh() == 0
        assert nearest(store, 20, 1) == [20]


def test_a_vector_has_its_length() -> None:
    with pytest.raises(ValueError, match="384"):
        NewVector("a1", 0, b"short")


def test_a_vector_of_no_attribution_is_refused() -> None:
    addition = printed("Mira Tolan said that it sank.")
    with pytest.raises(ValueError, match="no attribution 'a0'"):
        replace(addition, vectors=(NewVector("a0", 0, vector(1)),))


def test_an_entity_that_is_given_twice_is_refused() -> None:
    addition = printed("Mira Tolan said that it sank.")
    with pytest.raises(ValueError, match="twice"):
        replace(addition, entities=addition.entities * 2)
