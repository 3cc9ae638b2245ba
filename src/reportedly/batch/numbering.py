"""Which number everything of a run's tables gets in an empty record, known before it is loaded.

Numbers follow the order of the tables. A document that comes again gets none: it is one document
with two places. Of things that nothing tells apart, the first is the one that others are found by.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from reportedly.batch.reading import Run
from reportedly.batch.tables import ATTRIBUTIONS, DOCUMENTS, ENTITIES, Table
from reportedly.schema import RunError

MOST = (1 << 24) - 1
"""Documents of one record at most: with 40 bits for an id in them, a ref is one number."""

_BITS = 40
_ALONE = np.uint64(0)

Whole: TypeAlias = NDArray[np.int64]
Refs: TypeAlias = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Documents:
    """The documents in their order, each once; the number of one is 1 and its place.

    Args:
        ns: the numbers that the run gave them, rising.
        every: those of all rows, of documents that come again too.
        keys: their keys' digits, rising.
        places: where the document of each key is.
        twice: the places of those that come again.
    """

    ns: Whole
    every: Whole
    keys: Whole
    places: Whole
    twice: Whole

    def __len__(self) -> int:
        return len(self.ns)

    def at(self, ns: Whole) -> Whole:
        """The places of documents by the run's numbers; -1 for what comes again.

        Raises:
            RunError: if there is no such document.
        """
        if (_found(self.every, ns, self.every) < 0).any():
            raise RunError("the tables name documents that they lack")
        return _found(self.ns, ns, np.arange(len(self.ns)))

    def called(self, keys: Sequence[str]) -> Whole:
        """The places of documents by their keys; -1 for those that are not there."""
        return _found(self.keys, digits(keys).astype(np.int64), self.places)


@dataclass(frozen=True, slots=True)
class Items:
    """The attributions or entities in their order; the number of one is 1 and its place.

    Args:
        starts: for each document the place of its first, and behind the last one, how many.
        first: nothing tells an earlier one from it.
        refs: documents' places with ids, rising.
        order: the number of each of `refs`.
    """

    starts: Whole
    first: NDArray[np.bool_]
    refs: Refs
    order: Whole

    def __len__(self) -> int:
        return len(self.first)

    def numbers(self, documents: Whole, ids: Sequence[str | None]) -> Whole:
        """The numbers of things by the places of their documents and by id; 0 for what is not."""
        return _found(self.refs, _refs(documents, ids), self.order, 0)


@dataclass(frozen=True, slots=True)
class Numbers:
    """Numbers of all that a run's tables hold."""

    documents: Documents
    attributions: Items
    entities: Items

    @property
    def following(self) -> dict[str, int]:
        """The first number of each kind that is free."""
        every = (self.documents, self.attributions, self.entities)
        return dict(
            zip(("documents", "attributions", "entities"), (len(e) + 1 for e in every), strict=True)
        )


def numbered(run: Run) -> Numbers:
    """Number what a run's tables hold.

    It takes 40 bytes of memory for each attribution and entity.

    Raises:
        RunError: if the tables are damaged, do not agree, or hold too many documents.
    """
    documents = _documents(run)
    attributions = _items(run, ATTRIBUTIONS, documents)
    return Numbers(documents, attributions, _items(run, ENTITIES, documents))


def digits(names: Iterable[str | None]) -> Refs:
    """The hexadecimal digits behind the first letter as a number, at most 16; 0 for None.

    Raises:
        RunError: if there are none.
    """
    try:
        numbers = [int(name[1:17], 16) if name else 0 for name in names]
        return np.array(numbers, np.uint64)
    except ValueError:
        raise RunError("the tables have ids that are none") from None


def _documents(run: Run) -> Documents:
    parts = list(run.all(DOCUMENTS, ["n", "document"]))
    ns = joined([part["n"].to_numpy() for part in parts])
    keys = joined([digits(part["document"].to_pylist()).astype(np.int64) for part in parts])
    if (np.diff(ns) <= 0).any():
        raise RunError("the documents of the tables are out of order")
    _, first, times = np.unique(keys, return_index=True, return_counts=True)
    kept = np.sort(first)
    twice = np.searchsorted(kept, first[times > 1])
    if len(kept) > MOST:
        raise RunError(f"{len(kept):,} documents: a record is loaded with {MOST:,} at most")
    order = np.argsort(keys[kept], kind="stable")
    return Documents(ns[kept], ns, keys[kept][order], order, twice)


def _items(run: Run, table: Table, documents: Documents) -> Items:
    refs, twins, at = [], [], []
    for part in run.all(table, ["n", "id", "twin"]):
        places = documents.at(part["n"].to_numpy())
        held = places >= 0
        at.append(places[held])
        refs.append(_refs(places, part["id"].to_pylist())[held])
        twins.append(_marks(part["twin"])[held])
    places = joined(at)
    if (np.diff(places) < 0).any():
        raise RunError(f"the {table.name} of the tables are out of order")
    every: Refs = np.concatenate([*refs, np.zeros(0, np.uint64)])
    order = np.argsort(every, kind="stable")
    starts = np.searchsorted(places, np.arange(len(documents) + 1))
    return Items(
        starts, _firsts(np.concatenate([*twins, np.zeros(0, np.uint64)])), every[order], order + 1
    )


def _marks(twins: pa.ChunkedArray) -> Refs:
    """Of each mark 64 bits: two of ten million are alike by chance once in 400,000 runs."""
    return digits(
        twin if twin is None or twin[:1] == "=" else "=" + twin for twin in twins.to_pylist()
    )


def _firsts(marks: Refs) -> NDArray[np.bool_]:
    """Whether each is the first of its mark; one without a mark is."""
    found: NDArray[np.bool_] = np.equal(marks, _ALONE)
    found[np.unique(marks, return_index=True)[1]] = True
    return found


def _refs(documents: Whole, ids: Sequence[str | None]) -> Refs:
    """Places of documents with ids; none of -1 is anything's."""
    return (documents.astype(np.uint64) << np.uint64(_BITS)) | digits(ids)


def _found(rising: Any, wanted: Any, values: Whole, absent: int = -1) -> Whole:
    """The value beside each wanted one in a rising column."""
    if not len(rising):
        return np.full(len(wanted), absent, np.int64)
    at = np.minimum(np.searchsorted(rising, wanted), len(rising) - 1)
    return np.where(rising[at] == wanted, values[at], absent)


def joined(parts: Sequence[Any]) -> Whole:
    """Columns as one."""
    return np.concatenate([*parts, np.zeros(0, np.int64)])
