"""Runs' tables for tests: of a record, or of articles as `press` reads them; and what two hold."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import press
import pyarrow.parquet as pq

from reportedly import pipeline
from reportedly.batch.folder import Folder
from reportedly.batch.rows import rows
from reportedly.batch.tables import SHARD, TABLES, Table
from reportedly.batch.unloading import unload
from reportedly.batch.writing import written
from reportedly.schema import Document, from_json, to_json
from reportedly.store import Store


def extracted(paper: Path, into: Path, each: int = 20) -> Path:
    """The tables of articles, before they are connected; in shards of so many documents."""
    folder, prepare = Folder(into), press.preparer()
    folder.begin({"of": "press"}, "0")
    documents = [d for d in pipeline.read([str(paper)]) if isinstance(d, Document)]
    for shard, start in enumerate(range(0, len(documents), each)):
        with written(folder, shard) as tables:
            for place, document in enumerate(documents[start : start + each]):
                found = from_json(to_json(press.extraction(document)))
                tables.put([rows(shard * SHARD + place, prepare(found))])
    return into


def of_record(where: str | Path, into: Path) -> Path:
    """The tables of a record."""
    with Store.open(where) as store:
        for _ in unload(store, into):
            pass
    return into


def held(where: str | Path) -> list[Any]:
    """All that a sound record exports, in its order, without the moments of adding."""
    with Store.open(where) as store:
        assert list(store.check()) == []
        return timeless(store.export())


def timeless(lines: Iterable[str]) -> list[Any]:
    """The lines of an export without moments of adding."""
    found = [json.loads(line) for line in lines]
    for line in found:
        for value in line.values():
            if isinstance(value, dict):
                value.pop("added_at", None)
                value.pop("created", None)
    return found


def contents(folder: Path) -> dict[str, list[Any]]:
    """All rows of all tables of a run, in the order of their files."""
    return {table.name: _rows(files(folder, table)) for table in TABLES}


def files(folder: Path, table: Table) -> list[Path]:
    """The files of a table."""
    places = (folder / table.name, folder / "connected" / table.name)
    return [file for place in places for file in sorted(place.glob("*.parquet"))]


def _rows(found: Sequence[Path]) -> list[Any]:
    return [row for file in found for row in pq.read_table(file).to_pylist()]
