"""A shard: read, attributed, prepared, and written as rows as they come; in one worker process.

It can be done twice, and by two processes at once: each writes files of its own, which take their
names when they are whole, and hold the same.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from reportedly import pipeline
from reportedly.attribute.attributor import MODEL as ATTRIBUTIONS
from reportedly.batch.folder import Folder
from reportedly.batch.plan import Shard
from reportedly.batch.rows import Row, Rows, rows
from reportedly.batch.tables import DOCUMENTS, EXTRACTED, LEFT_OUT, SHARD
from reportedly.connect.claims.encoder import MODEL as SENTENCES
from reportedly.record.prepare import Preparer
from reportedly.schema import DocumentError, Extraction, ReportedlyError, RunError
from reportedly.store.forms import clean

HELD_DOCUMENTS = 1_000
HELD_CHARACTERS = 8_000_000
"""What is held of a shard before it is written as a group of rows: documents, and characters of
their texts and extractions; some 100 MB of objects."""
PULSE = 2.0
"""Seconds between two notes on how far a shard has come."""

Counts = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Work:
    """What is the same for all shards of a run.

    Args:
        folder: the run's folder.
        options: how inputs are read.
        known: the user's file of names.
        models: digest of the model files that a worker must have.
        load_engine: makes what finds attributions.
        load_preparer: makes what prepares them for a record.
    """

    folder: Path
    options: pipeline.ReadOptions
    known: Path | None
    models: str
    load_engine: Callable[[Path | None], pipeline.Attributes]
    load_preparer: Callable[[Path | None], Preparer]


@cache
def models() -> str:
    """Digest of the model files of this installation: 0.1 s."""
    digest = hashlib.sha256()
    for file in sorted((*ATTRIBUTIONS.iterdir(), *SENTENCES.iterdir())):
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return f"sha256:{digest.hexdigest()}"


def write(work: Work, shard: Shard) -> Counts:
    """Do a shard, unless its mark says that it is done.

    Returns:
        How many rows each table has of it.

    Raises:
        RunError: if its tables cannot be written, or a worker cannot do what it should.
    """
    folder = Folder(work.folder)
    if (counts := folder.counts(shard.number)) is not None:
        return counts
    if models() != work.models:
        raise RunError(f"{os.uname().nodename}: the model files there are not those of this run")
    with _Pulse(folder, shard.number) as pulse, _Tables(folder, shard.number) as tables:
        for item in _kept(work, shard):
            if isinstance(item, DocumentError):
                tables.leave_out(item)
            else:
                tables.add(item)
            pulse.beat(tables.counts)
    folder.finish(shard.number, tables.counts)
    return tables.counts


def _kept(work: Work, shard: Shard) -> Iterator[Rows | DocumentError]:
    """The rows of each document, in order; in the place of one that cannot be had, why."""
    documents = pipeline.read_parts(shard.parts, work.options, Path(shard.base))
    engine = _loaded(work.load_engine, work.known)
    prepare = _loaded(work.load_preparer, work.known)
    number = shard.number * SHARD
    for item in pipeline.attribute(documents, lambda: _unchanged, 1, lambda: engine):
        kept = item if isinstance(item, DocumentError) else _rows(number, item, prepare)
        number += not isinstance(kept, DocumentError)
        yield kept


def _unchanged(extraction: Extraction) -> Extraction:
    return extraction


def _rows(number: int, extraction: Extraction, prepare: Preparer) -> Rows | DocumentError:
    try:
        return rows(number, prepare(extraction))
    except ReportedlyError:
        raise
    except Exception as error:  # noqa: BLE001 - one document's fault must not cost the shard
        said = " ".join(str(error).split())[:200]
        reason = f"cannot be prepared, a fault of this program ({type(error).__name__}: {said})"
        return DocumentError(extraction.document.path or extraction.document.id, reason)


@cache
def _loaded(load: Callable[[Path | None], Any], known: Path | None) -> Any:
    """What `load` makes, once in a process."""
    return load(known)


class _Tables:
    """The tables of one shard while they are written.

    Raises:
        RunError: if they cannot be written; none of them has its name then.
    """

    def __init__(self, folder: Folder, shard: int) -> None:
        self._folder = folder
        self._shard = shard
        self._held: dict[str, list[Row]] = {table.name: [] for table in EXTRACTED}
        self._characters = 0
        self._open = ExitStack()
        self._writers: dict[str, pq.ParquetWriter] = {}
        self.counts: Counter[str] = Counter({table.name: 0 for table in EXTRACTED})

    def __enter__(self) -> _Tables:
        with self._open as opening:
            for table in EXTRACTED:
                draft = opening.enter_context(
                    self._folder.whole(self._folder.file(table, self._shard))
                )
                writer = pq.ParquetWriter(draft, table.schema, compression="zstd")
                self._writers[table.name] = opening.enter_context(writer)
            self._open = opening.pop_all()
        return self

    def add(self, found: Rows) -> None:
        """Take a document's rows."""
        for name, listed in found.items():
            self._held[name] += listed
            self.counts[name] += len(listed)
        (document,) = found[DOCUMENTS.name]
        self._characters += len(document["text"]) + len(document["extraction"])
        if len(self._held[DOCUMENTS.name]) >= HELD_DOCUMENTS or self._characters >= HELD_CHARACTERS:
            self._flush()

    def leave_out(self, error: DocumentError) -> None:
        """Note what is left out, and why."""
        row = {"shard": self._shard, "name": clean(error.name), "reason": clean(error.reason)}
        self._held[LEFT_OUT.name].append(row)
        self.counts[LEFT_OUT.name] += 1
        if len(self._held[LEFT_OUT.name]) >= HELD_DOCUMENTS:
            self._flush()

    def _flush(self) -> None:
        for table in EXTRACTED:
            if listed := self._held[table.name]:
                self._writers[table.name].write_table(
                    pa.Table.from_pylist(listed, schema=table.schema)
                )
                listed.clear()
        self._characters = 0

    def __exit__(self, kind: Any, error: Any, trace: Any) -> None:
        if error is not None:
            self._open.__exit__(kind, error, trace)
            return
        with self._open:
            self._flush()


class _Pulse:
    """Notes on how far a shard has come, for whoever shows progress; they decide nothing."""

    def __init__(self, folder: Folder, shard: int) -> None:
        self._file = folder.running(shard)
        self._told = 0.0

    def __enter__(self) -> _Pulse:
        self._tell({})
        return self

    def beat(self, counts: Counts) -> None:
        """A document more is done."""
        if time.monotonic() - self._told >= PULSE:
            self._tell(counts)

    def _tell(self, counts: Counts) -> None:
        self._told = time.monotonic()
        draft = self._file.with_suffix(f".{os.getpid()}")
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            draft.write_text(json.dumps(dict(counts)), encoding="ascii")
            draft.replace(self._file)

    def __exit__(self, *_: object) -> None:
        with suppress(OSError):
            self._file.unlink()


def left_out(folder: Folder, shard: int) -> Iterable[DocumentError]:
    """What a finished shard left out."""
    table = pq.read_table(folder.file(LEFT_OUT, shard), columns=["name", "reason"])
    return [DocumentError(row["name"], row["reason"]) for row in table.to_pylist()]
