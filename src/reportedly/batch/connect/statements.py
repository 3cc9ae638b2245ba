"""Claims: statements compared with those near them, part by part."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, partial
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray

from reportedly.batch.between import link
from reportedly.batch.connect.cells import EACH, divided
from reportedly.batch.connect.compare import twins
from reportedly.batch.connect.frames import (
    Frame,
    Tables,
    col,
    firsts,
    numbered,
    spread_by_turns,
    there,
    write,
)
from reportedly.batch.connect.near import Placed, meetings
from reportedly.batch.connect.parts import Writer, told, written
from reportedly.batch.connect.run import Run
from reportedly.batch.engine import daft
from reportedly.batch.folder import Folder
from reportedly.batch.tables import ATTRIBUTIONS, LINKS, VECTORS
from reportedly.connect.claims import Cells, Statement
from reportedly.record.pairs import of_statements
from reportedly.schema import Act, Ref
from reportedly.store import VECTOR, Matter

_AT_ONCE = 20_000
"""Pairs whose statements are held at a time."""

_LOOKED_UP = 2_000
"""Vectors that are laid beside all centroids at a time: 33 MB, and twice that on the way."""


def claims(run: Run) -> dict[str, int]:
    """Link the statements that say the same; of those that nothing tells apart, the first alone."""
    work = run.tables.work
    every = _said(run.tables, "twin")
    write(firsts(every), work / "claim-firsts")
    first = there(work / "claim-firsts")
    alike = twins(run, Matter.CLAIM, every, first)
    parts = divided(_counts(run.tables.read(VECTORS, "cell")), EACH)
    np.save(work / "cells.npy", parts)
    spread_by_turns(run.tables, lambda some: _placed(some, first, parts), work / "claim")
    path = run.tables.folder.path
    found = numbered(work / "claim")
    run.each(found, partial(_arrange, path))
    return alike | run.each(found, partial(_meet, path))


def _said(tables: Tables, *columns: str) -> Frame:
    """The statements, with some columns."""
    found = tables.of_kept(ATTRIBUTIONS, "id", "place", "words", *columns).exclude("place")
    return found.where(col("words").not_null())


def _placed(tables: Tables, first: Frame, parts: NDArray[np.int32]) -> Frame:
    """The statements that nothing tells from an earlier one, with the part that each goes to."""
    alone = first.select(col("first").alias("item"))
    said = _said(tables, "names", "voice", "act", "negated").join(alone, on="item", how="semi")
    cells = {"cell": np.arange(len(parts), dtype=np.int32), "part": parts}
    vectors = tables.read(VECTORS, "n", "id", "cell", "vector")
    found = said.join(vectors, on=["n", "id"]).join(daft.from_arrow(pa.table(cells)), on="cell")
    return found.exclude("n", "cell")


def _counts(cells: Frame) -> NDArray[np.int64]:
    """How many statements lie in each cell."""
    found = cells.groupby("cell").agg(col("cell").count().alias("count")).to_pydict()
    counts = np.zeros(len(Cells()), dtype=np.int64)
    counts[found["cell"]] = found["count"]
    return counts


def _arrange(path: Path, part: int) -> str:
    """Put a part's statements in order, with their probes, ready to be met."""
    work = path / "connected" / "work"
    files = sorted((work / "claim" / f"part={part}").glob("*.parquet"))
    rows = pa.concat_tables(pq.ParquetFile(file).read() for file in files).sort_by("item")
    joined = b"".join(rows["vector"].to_pylist())
    vectors = np.frombuffer(joined, dtype=np.int8).reshape(-1, VECTOR)
    where = work / "placed"
    where.mkdir(parents=True, exist_ok=True)
    np.save(where / f"{part}.items.npy", rows["item"].to_numpy())
    np.save(where / f"{part}.vectors.npy", vectors)
    np.save(where / f"{part}.probes.npy", _probes(vectors))
    pq.write_table(rows.drop_columns(["vector", "item"]), where / f"{part}.words.parquet")
    return told(statements=len(rows))


def _probes(vectors: NDArray[np.int8]) -> NDArray[np.int16]:
    cells = Cells()
    chunks = range(0, len(vectors), _LOOKED_UP)
    found = [cells.probes(vectors[at : at + _LOOKED_UP]).astype(np.int16) for at in chunks]
    return np.concatenate(found)


class _Part:
    """A part's statements: places and vectors at once, words when they are asked for."""

    def __init__(self, where: Path, part: int) -> None:
        self._words = where / f"{part}.words.parquet"
        held = (np.load(where / f"{part}.{name}.npy") for name in ("items", "vectors", "probes"))
        self.placed = Placed(*held)

    @cached_property
    def _rows(self) -> pa.Table:
        return pq.ParquetFile(self._words).read()

    def statements(self, places: Iterator[int]) -> dict[int, tuple[Ref, Statement]]:
        """The statements at some places, with what they are known by."""
        wanted = sorted(set(places))
        rows = self._rows.take(wanted).to_pylist()
        return {
            place: (
                Ref(row["document"], row["id"]),
                Statement(
                    row["words"],
                    self.placed.vectors[place],
                    frozenset(row["names"]),
                    row["voice"],
                    Act(row["act"]),
                    row["negated"],
                ),
            )
            for place, row in zip(wanted, rows, strict=True)
        }


def _meet(path: Path, part: int) -> str:
    """Compare a part's statements with each other and with those of later parts that are near."""
    where, parts = (
        path / "connected" / "work" / "placed",
        np.load(path / "connected/work/cells.npy"),
    )
    own, compared = _Part(where, part), 0
    near = np.unique(parts[own.placed.probes]).tolist()
    with written(Folder(path), LINKS, Matter.CLAIM.value, part) as links:
        for number in (n for n in near if n >= part):
            if number == part:
                compared += _linked(links, own, own, len(parts))
            elif (where / f"{number}.items.npy").exists():
                compared += _linked(links, own, _Part(where, number), len(parts))
    return told(pairs=compared, links=links.count)


def _linked(links: Writer, one: _Part, other: _Part, cells: int) -> int:
    compared = 0
    for firsts_, seconds in _batches(one, other, cells):
        here, there_ = one.statements(iter(firsts_)), other.statements(iter(seconds))
        for a, b in zip(firsts_, seconds, strict=True):
            ends = here[a], there_[b]
            if one.placed.items[a] > other.placed.items[b]:
                ends = ends[1], ends[0]
            (earlier, first), (later, second) = ends
            if decided := of_statements(first, second):
                links.put(link(Matter.CLAIM, earlier, later, decided))
        compared += len(firsts_)
    return compared


def _batches(one: _Part, other: _Part, cells: int) -> Iterator[tuple[list[int], list[int]]]:
    """Places of pairs, some thousand at a time."""
    firsts_: list[int] = []
    seconds: list[int] = []
    for a, b in meetings(one.placed, other.placed, cells):
        firsts_ += a.tolist()
        seconds += b.tolist()
        if len(firsts_) >= _AT_ONCE:
            yield firsts_, seconds
            firsts_, seconds = [], []
    if firsts_:
        yield firsts_, seconds
