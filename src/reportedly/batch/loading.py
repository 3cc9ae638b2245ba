"""A run's tables into a record: whole into an empty one, else document by document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from reportedly.batch.filling import Filling, fill_places
from reportedly.batch.joining import join
from reportedly.batch.lookup import fill_lookups
from reportedly.batch.numbering import numbered
from reportedly.batch.reading import Run, opened
from reportedly.batch.tables import DOCUMENTS, JUDGEMENTS
from reportedly.batch.ties import fill_ties
from reportedly.record.adding import settle_all
from reportedly.record.describing import describe
from reportedly.record.moment import now
from reportedly.schema import Ref, RunError, Verdict
from reportedly.store import Bulk, Judgement, Matter, Store
from reportedly.store.store import WAIT


@dataclass(frozen=True, slots=True)
class Loaded:
    """What an import of tables did.

    Args:
        documents: how many the tables hold.
        added: how many of them the record did not hold.
        whole: they were put in as they are, with all that they are to each other.
    """

    documents: int
    added: int
    whole: bool


Tell = Callable[[str, int, int], None]
"""Called with what is being done, how many documents are in, and of how many."""


def load(
    where: str | Path,
    path: Path,
    *,
    partial: bool = False,
    tell: Tell | None = None,
    wait: float = WAIT,
) -> Loaded:
    """Load a run's tables into a record; it can be interrupted, and be done again.

    An empty record takes connected tables as they are, and until all is in, it cannot be opened
    otherwise. To any other record, or if they are not connected, documents are added one by one.

    Args:
        where: the record's file, or `postgresql://…`; it is made where there is none.
        path: the run's folder.
        partial: shards that are not finished are passed over.
        tell: called now and then.
        wait: seconds to wait for another writer.

    Raises:
        RunError: if the folder holds no finished run of this form, or a file is damaged.
        StoreError: if the record cannot be written to.
    """
    run, told = opened(path, partial=partial), tell or _untold
    with Store.open(where, loading=True, wait=wait) as store:
        bulk = store.bulk()
        if run.connected and bulk.begin(run.digest, str(path)):
            return _whole(store, bulk, run, told)
    with Store.open(where, wait=wait) as store:
        return _joined(store, run, told)


def _untold(*_: object) -> None:
    """Tell nobody."""


def _whole(store: Store, bulk: Bulk, run: Run, tell: Tell) -> Loaded:
    numbers = numbered(run)
    size = len(numbers.documents)
    for done in Filling(run, numbers, bulk, now()).documents():
        tell("documents", done, size)
    fill_places(run, numbers, bulk)
    for _ in chain(fill_lookups(run, numbers, bulk), fill_ties(run, numbers, bulk)):
        tell("keys and links", size, size)
    for _ in bulk.index():
        tell("indexes", size, size)
    for _ in describe(store):
        tell("summaries", size, size)
    _judge(store, run)
    bulk.finish(numbers.following)
    tell("groups", size, size)
    settle_all(store)
    return Loaded(size, size, whole=True)


def _joined(store: Store, run: Run, tell: Tell) -> Loaded:
    read, added, rows = 0, 0, run.count(DOCUMENTS)
    for new in join(store, run):
        read, added = read + 1, added + new
        tell("documents", read, rows)
    _judge(store, run)
    tell("groups", read, rows)
    settle_all(store)
    return Loaded(read, added, whole=False)


def _judge(store: Store, run: Run) -> None:
    """Put judgements in, and mark what they touch: it is grouped anew."""
    for part in run.all(JUDGEMENTS, JUDGEMENTS.schema.names):
        try:
            judged = [_judgement(row) for row in part.to_pylist()]
        except ValueError as error:
            raise RunError(f"{run.folder.path}: a judgement is damaged: {error}") from None
        with store.write():
            store.judgements.put(judged)
            for matter in (Matter.ENTITY, Matter.CLAIM):
                refs = {ref for j in judged if j.matter is matter for ref in (j.a, j.b)}
                store.marks.add(matter, store.nouns(matter).numbers(refs).values())


def _judgement(row: dict[str, Any]) -> Judgement:
    return Judgement(
        row["id"],
        Matter(row["matter"]),
        Ref(row["a_document"], row["a"]),
        Ref(row["b_document"], row["b"]),
        Verdict(row["verdict"]),
        row["who"],
        row["made_at"],
        row["note"],
        row["retracted_at"],
    )
