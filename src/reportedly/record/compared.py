"""Statements as they are compared: what was kept of them when their documents were added."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from reportedly.connect.claims import Statement
from reportedly.record.recent import Recent
from reportedly.store import AttributionRow, Store

STATEMENTS = "statements"
"""Key of a document's extra: by an attribution's id, its words with names in the place of
pronouns, the names in them, and who speaks."""

KEPT = 1_000
"""Documents whose statements are kept in memory, 20 MB: those of one event come close together."""


class ComparedStatements:
    """Reads statements from the record, a document at a time.

    Args:
        store: the record.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._held = Recent[int, dict[int, Statement]](KEPT, self._stored)

    def of(self, numbers: Iterable[int]) -> dict[int, Statement]:
        """The statements of attributions, by number; what says nothing by itself is left out."""
        rows = self._store.attributions.get(numbers)
        held = self.in_documents({row.document for row in rows.values()})
        found = {n: held[row.document].get(n) for n, row in sorted(rows.items())}
        return {n: statement for n, statement in found.items() if statement is not None}

    def few(self, numbers: Iterable[int]) -> dict[int, Statement]:
        """The same, without the others of their documents: for a question, not for a run."""
        rows = self._store.attributions.get(numbers)
        return self._told(rows.values())

    def in_documents(self, documents: Iterable[int]) -> dict[int, dict[int, Statement]]:
        """The statements of documents that have no twin, by document and by number."""
        return self._held.of(sorted(documents))

    def _stored(self, documents: Sequence[int]) -> dict[int, dict[int, Statement]]:
        rows = {row.n: row for row in self._store.attributions.of_documents(documents)}
        found: dict[int, dict[int, Statement]] = {document: {} for document in documents}
        for n, statement in self._told(rows.values()).items():
            found[rows[n].document][n] = statement
        return found

    def _told(self, rows: Collection[AttributionRow]) -> dict[int, Statement]:
        """The statements of rows, by number; what says nothing by itself, or has a twin, is out."""
        extras: dict[int, Any] = dict(self._store.documents.extras({row.document for row in rows}))
        said = {
            row.n: (row, *told[row.ref.id])
            for row in rows
            if row.ref.id in (told := extras[row.document].get(STATEMENTS, {}))
        }
        stack = self._store.vectors.of(said)
        found = {}
        for n, vector in zip(stack.numbers.tolist(), stack.vectors, strict=True):
            row, words, names, speaker = said[n]
            found[n] = Statement(words, vector, frozenset(names), speaker, row.act, row.negated)
        return found
