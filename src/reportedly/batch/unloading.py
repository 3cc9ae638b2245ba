"""A record as a finished run: the same tables, what connects them, and what people judged."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reportedly import __version__
from reportedly.batch.folder import SHARDS, Folder
from reportedly.batch.rows import Row, rows
from reportedly.batch.stored import stored
from reportedly.batch.tables import JUDGEMENTS, SHARD
from reportedly.batch.tied import tied_rows
from reportedly.batch.writing import write_all, written
from reportedly.record.adding import settle_all
from reportedly.store import Judgement, Matter, Store
from reportedly.store.forms import chunks

DOCUMENTS = 2_000
"""Documents of a shard: some 20 MB of files."""

PAGE = 100
"""Documents that are read at a time: 20 MB of rows."""


def unload(store: Store, path: Path) -> Iterator[int]:
    """Write a record into a folder, as a finished run; cut off, it is done again and goes on.

    What the record has yet to connect is connected first. Feeds, and moments of adding, are in no
    table: `Store.export` has these.

    Args:
        store: the record, open for writing.
        path: the folder; it is made where there is none.

    Yields:
        How many documents are written, now and then.

    Raises:
        RunError: if something else lies in the folder, or it cannot be written to.
        StoreError: if the record is damaged.
    """
    if any(store.marks.first(matter, 1) for matter in Matter):
        settle_all(store)
    with store.read():
        state = store.documents.state()
        shards = -(-state["documents"] // DOCUMENTS)
        folder = Folder(path)
        told = {"record": store.meta["id"], SHARDS: shards, **state}
        folder.begin(told, __version__)
        folder.forget_connected()
        judged = map(_judgement, store.judgements.all())
        write_all(folder, folder.file(JUDGEMENTS, 0), JUDGEMENTS, judged)
        yield from _documents(store, folder)
        counts = {
            table.name: write_all(folder, folder.connected(table) / "record.parquet", table, found)
            for table, found in tied_rows(store)
        }
        folder.finish_connected(counts)


def _documents(store: Store, folder: Folder) -> Iterator[int]:
    """Write the shards that are not finished: those that are hold the same."""
    finished, shard, done, after = folder.finished(), 0, 0, 0
    while page := store.documents.page(after, DOCUMENTS):
        numbers = [row.n for row in page]
        if shard not in finished:
            with written(folder, shard) as tables:
                n = shard * SHARD
                for some in chunks(numbers, PAGE):
                    found = [rows(n + place, one) for place, one in enumerate(stored(store, some))]
                    tables.put(found)
                    n += len(found)
        shard, done, after = shard + 1, done + len(numbers), numbers[-1]
        yield done


def _judgement(j: Judgement) -> Row:
    return {
        "id": j.id,
        "matter": j.matter.value,
        "a_document": j.a.document,
        "a": j.a.id,
        "b_document": j.b.document,
        "b": j.b.id,
        "verdict": j.verdict.value,
        "who": j.who,
        "made_at": j.made_at,
        "note": j.note,
        "retracted_at": j.retracted_at,
    }
