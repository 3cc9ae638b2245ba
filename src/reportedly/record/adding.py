"""Adding: whatever the user names, into the record; what is held already is passed over."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from pathlib import Path

from reportedly import pipeline
from reportedly.record.feeds import remember, remembered
from reportedly.record.linking import Linker
from reportedly.record.moment import now
from reportedly.record.narratives import settle_narratives
from reportedly.record.prepare import Prepared, load_preparer
from reportedly.record.relinking import relink
from reportedly.record.settling import settle
from reportedly.record.summaries import of_claims, of_entities
from reportedly.schema import Document, DocumentError, document_key
from reportedly.store import DocumentRow, Matter, Store

BEHIND = 10_000
"""Statements that the index by meaning may lack after a run: a search compares these one by one,
which takes it 10 ms, and they are indexed in two seconds."""


class Outcome(StrEnum):
    """What became of one document."""

    ADDED = "added"
    VERSION = "new version"
    HELD = "held already"
    FAILED = "left out"


@dataclass(frozen=True, slots=True)
class Taken:
    """One document, and what became of it.

    Args:
        name: what it was read from.
        outcome: what became of it.
        attributions: how many were found in it, if it was added.
        error: why it is left out.
        warnings: what a reader of the document should know.
    """

    name: str
    outcome: Outcome
    attributions: int = 0
    error: DocumentError | None = None
    warnings: tuple[str, ...] = ()


def add(
    store: Store,
    inputs: Iterable[str],
    options: pipeline.ReadOptions | None = None,
    jobs: int = 1,
    known: Path | None = None,
) -> Iterator[Taken]:
    """Read, extract, add and link documents one by one; then settle what they touch.

    Each document is added in one transaction. Whoever stops between two documents loses nothing,
    and goes on by doing the same again.

    Args:
        store: the record, open for writing.
        inputs: paths of files and folders, http(s) addresses, feeds, and `-`.
        options: how they are read.
        jobs: processes to share the work.
        known: the user's file of names.

    Yields:
        For each document, in input order, what became of it.

    Raises:
        RunError: if the record cannot be written to, or the engine cannot be loaded.
    """
    feeds = remembered(store)
    options = replace(options or pipeline.ReadOptions(), feeds=feeds)
    documents = pipeline.read(inputs, options)
    yield from take(store, documents, partial(pipeline.load_engine, known), jobs, known)
    remember(store, feeds)
    settle_all(store)


def take(
    store: Store,
    documents: Iterable[Document | DocumentError],
    engine: Callable[[], pipeline.Attributes],
    jobs: int = 1,
    known: Path | None = None,
) -> Iterator[Taken]:
    """Extract, add and link documents that were read, whichever way; they have yet to be settled.

    Args:
        store: the record, open for writing.
        documents: what was read.
        engine: makes what finds their attributions, once in each process.
        jobs: processes to share the work.
        known: the user's file of names.

    Yields:
        For each document, in input order, what became of it.

    Raises:
        RunError: if the record cannot be written to, or the engine cannot be loaded.
    """
    held: list[Taken] = []
    linker = Linker(store)
    new = _new(store, documents, held)
    for item in pipeline.attribute(new, partial(load_preparer, known), jobs, engine):
        yield from _drained(held)
        yield _failed(item) if isinstance(item, DocumentError) else _put(store, linker, item)
    yield from _drained(held)


def settle_all(store: Store) -> None:
    """Connect and group whatever was touched, here or in a run that was cut off."""
    relink(store)
    settle(store, Matter.ENTITY, of_entities)
    settle(store, Matter.CLAIM, of_claims)
    settle_narratives(store)
    if store.vectors.behind() > BEHIND:
        store.vectors.refresh()


def _new(
    store: Store, found: Iterable[Document | DocumentError], held: list[Taken]
) -> Iterator[Document | DocumentError]:
    """The documents that the record lacks; what became of the others goes to `held`."""
    for item in found:
        if isinstance(item, Document) and (row := store.documents.by_key(document_key(item))):
            held.append(_again(store, row, item))
        else:
            yield item


def _drained(held: list[Taken]) -> Iterator[Taken]:
    while held:
        yield held.pop(0)


def _again(store: Store, row: DocumentRow, document: Document) -> Taken:
    """Note where a document that is held was met again."""
    if document.path and document.path not in store.documents.places(row.n):
        with store.write():
            store.documents.place(row.n, document.path)
    return Taken(document.path or document.id, Outcome.HELD)


def _put(store: Store, linker: Linker, prepared: Prepared) -> Taken:
    document = prepared.extraction.document
    row = store.documents.by_key(document_key(document))
    if row is not None:  # the same twice in one run, or added by another process meanwhile
        return _again(store, row, document)
    earlier = store.documents.versions(document.url) if document.url else ()
    with store.write():
        linker.add(prepared, now())
    outcome = Outcome.VERSION if earlier else Outcome.ADDED
    name, count = document.path or document.id, len(prepared.extraction.attributions)
    return Taken(name, outcome, count, warnings=document.warnings)


def _failed(error: DocumentError) -> Taken:
    return Taken(error.name, Outcome.FAILED, error=error)
