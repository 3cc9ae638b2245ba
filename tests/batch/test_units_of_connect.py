"""Units of connecting: components, cells in parts, meetings, numbers of items."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import annals
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.batch.connect import frames
from reportedly.batch.connect.cells import divided
from reportedly.batch.connect.components import components
from reportedly.batch.connect.frames import (
    Tables,
    col,
    firsts,
    item,
    pairs,
    part_of,
    spread,
    there,
)
from reportedly.batch.connect.near import Placed, meetings
from reportedly.batch.connect.parts import rows
from reportedly.batch.engine import daft, session
from reportedly.batch.tables import DOCUMENTS, SHARD
from reportedly.connect.claims import Cells, meet
from reportedly.connect.groups import components as at_home
from reportedly.record.pairs import CLOSE, products
from reportedly.store import VECTOR

EDGES = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), min_size=1, max_size=16)


def found(edges: Iterable[tuple[int, int]], where: Path) -> dict[int, int]:
    listed = list(edges)
    with session():
        frame = daft.from_pydict({"a": [a for a, _ in listed], "b": [b for _, b in listed]})
        held = components(frame, where).to_pydict()
    assert len(held["node"]) == len(set(held["node"]))
    return dict(zip(held["node"], held["root"], strict=True))


@settings(max_examples=8)
@given(EDGES)
def test_components_are_those_of_a_record(
    tmp_path_factory: pytest.TempPathFactory, edges: list[tuple[int, int]]
) -> None:
    edges = [*edges, (20, 21)]
    wanted = at_home({n for a, b in edges if a != b for n in (a, b)}, edges)
    assert found(edges, tmp_path_factory.mktemp("stars")) == {
        node: group[0] for group in wanted for node in group
    }


def test_a_long_chain_is_one_component(tmp_path: Path) -> None:
    order = np.random.default_rng(0).permutation(120).tolist()
    chain = list(pairwise(order))
    assert found(chain, tmp_path) == dict.fromkeys(range(120), 0)


def test_turns_take_each_shard_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = annals.tables(tmp_path / "run", annals.articles(47, seed=2), shard=10)
    for most, wanted in ((25, [30, 17]), (1, [10, 10, 10, 10, 7]), (1_000, [47])):
        monkeypatch.setattr(frames, "TURN", most)
        tables = Tables(folder, tmp_path / "work", 1)
        with session():
            held = [some.read(DOCUMENTS, "n").to_pydict()["n"] for some in tables.turns()]
            every = tables.read(DOCUMENTS, "n").to_pydict()["n"]
        assert [len(numbers) for numbers in held] == wanted
        assert sorted(n for numbers in held for n in numbers) == sorted(every)


def test_parts_have_few_statements_and_all_cells() -> None:
    counts = np.random.default_rng(1).integers(0, 60, len(Cells()))
    counts[7] = 9_000
    parts = divided(counts, 4_000)
    held = np.bincount(parts, weights=counts)
    assert parts.min() == 0
    assert len(held) == parts.max() + 1
    assert held[parts[7]] >= 9_000
    assert np.delete(held, parts[7]).max() <= 4_000
    assert len(held) < 3 * counts.sum() / 4_000
    assert (parts == divided(counts, 4_000)).all()


def test_neighbouring_cells_come_into_one_part() -> None:
    parts = divided(np.full(len(Cells()), 10), 5_000)
    vectors = np.load(_centroids())[::64]
    near = parts[Cells().probes(vectors)]
    own = (near == near[:, :1]).mean()
    assert own > 2 / len(set(parts.tolist()))


def _centroids() -> Path:
    from reportedly.connect.claims import MODEL

    return MODEL / "centroids.npy"


def statements(number: int, seed: int) -> Placed:
    """Statements in bunches, so that many are close to others of their own and of other cells."""
    random = np.random.default_rng(seed)
    about = np.random.default_rng(9).normal(size=(12, VECTOR))
    vectors = about[random.integers(0, 12, number)] + 0.8 * random.normal(size=(number, VECTOR))
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    held = np.round(vectors * 127).astype(np.int8)
    return Placed(np.arange(number), held, Cells().probes(held).astype(np.int16))


def met(one: Placed, other: Placed) -> set[tuple[int, int]]:
    listed = [
        pair
        for a, b in meetings(one, other, len(Cells()))
        for pair in zip(a.tolist(), b.tolist(), strict=True)
    ]
    assert len(listed) == len(set(listed))
    return set(listed)


def test_those_meet_that_are_candidates_and_close(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportedly.batch.connect.near._AT_ONCE", 50)
    one, other = statements(150, 1), statements(120, 2)

    def wanted(a: Placed, b: Placed) -> set[tuple[int, int]]:
        near = products(a.vectors, b.vectors) >= CLOSE
        return {
            (x, y)
            for x, y in zip(*(ends.tolist() for ends in np.nonzero(near)), strict=True)
            if meet(a.probes[x].tolist(), b.probes[y].tolist())
        }

    assert met(one, other) == wanted(one, other)
    assert met(one, one) == {(x, y) for x, y in wanted(one, one) if x < y}
    close = int((products(one.vectors, other.vectors) >= CLOSE).sum())
    assert 50 < len(wanted(one, other)) < close  # some are close and no candidates


def test_numbers_of_items_grow_in_the_order_of_adding() -> None:
    ns = [0, 0, 1, SHARD, 99_999 * SHARD, 99_999 * SHARD + 1_000_000]
    places = [0, 8_000_000, 0, 5, 7, 0]
    with session():
        table = pa.table({"n": ns, "place": pa.array(places, pa.int32())})
        found = daft.from_arrow(table).with_column("item", item()).to_pydict()["item"]
    assert found == sorted(set(found))
    assert max(found) < 1 << 63


def test_pairs_that_share_keys_and_first_twins() -> None:
    with session():
        held = daft.from_pydict({"key": [1, 1, 1, 2, 2, 3], "item": [5, 6, 7, 5, 6, 5]})
        told = {(r["a"], r["b"]): r["share"] for r in pairs(held, "key").to_pylist()}
        twins = daft.from_pydict({"twin": ["x", "y", "x", None], "item": [4, 3, 2, 1]})
        first = {r["twin"]: r["first"] for r in firsts(twins).to_pylist()}
    assert told == {(5, 6): 2, (5, 7): 1, (6, 7): 1}
    assert first == {"x": 2, "y": 3}


def test_the_engine_loses_no_group(tmp_path: Path) -> None:
    for file in range(6):
        table = pa.table({"key": range(file, 60_000, 6), "item": [1] * 10_000})
        pq.write_table(table, tmp_path / f"{file}.parquet")
    with session():
        found = there(tmp_path).groupby("key").agg(col("item").count())
        assert {found.count_rows() for _ in range(3)} == {60_000}
        assert {found.select("key").count_rows() for _ in range(3)} == {60_000}


def test_rows_come_to_their_parts_and_what_lay_there_goes(tmp_path: Path) -> None:
    with session():
        for last in (500, 100):
            frame = daft.from_pydict({"n": list(range(last))})
            spread(frame.with_column("part", part_of("n", 3)), tmp_path / "spread")
        assert col("n") is not None
    held = [[row["n"] for row in rows(tmp_path / "spread", part)] for part in range(3)]
    assert sorted(n for part in held for n in part) == list(range(100))
    assert all(len(part) > 15 for part in held)
