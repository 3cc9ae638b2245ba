"""Statements as they are compared: what was kept of them when their documents were added."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from typing import Any

from reportedly.connect.claims import Statement
from reportedly.store import Store

STATEMENTS = "statements"
"""Key of a document's extra: by an attribution's id, its words with names in the place of
pronouns, the names in them, and who speaks."""

KEPT = 256
"""Documents whose statements are kept in memory: those of one event come close together."""


class ComparedStatements:
    """Reads statements from the record, a document at a time.

    Args:
        store: the record.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._held: OrderedDict[int, dict[int, Statement]] = OrderedDict()

    def of(self, numbers: Iterable[int]) -> dict[int, Statement]:
        """The statements of attributions, by number; what says nothing by itself is left out."""
        rows = self._store.attributions.get(numbers)
        found = {n: self.in_document(row.document).get(n) for n, row in sorted(rows.items())}
        return {n: statement for n, statement in found.items() if statement is not None}

    def in_document(self, document: int) -> dict[int, Statement]:
        """The statements of a document that have no twin, by number."""
        if document not in self._held:
            self.keep(document, self._stored(document))
        self._held.move_to_end(document)
        return self._held[document]

    def keep(self, document: int, statements: dict[int, Statement]) -> None:
        """Keep a document's statements, for what comes next."""
        self._held[document] = statements
        self._held.move_to_end(document)
        while len(self._held) > KEPT:
            self._held.popitem(last=False)

    def _stored(self, document: int) -> dict[int, Statement]:
        extra: dict[str, Any] = self._store.documents.extra_of(document)
        told = extra.get(STATEMENTS, {})
        rows = {row.ref.id: row for row in self._store.attributions.of_document(document)}
        said = {rows[name].n: (rows[name], *parts) for name, parts in told.items()}
        stack = self._store.vectors.of(said)
        return {
            int(n): Statement(words, vector, frozenset(names), speaker, row.act, row.negated)
            for n, vector in zip(stack.numbers, stack.vectors, strict=True)
            for row, words, names, speaker in (said[int(n)],)
        }
