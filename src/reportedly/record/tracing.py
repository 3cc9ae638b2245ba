"""Tracing: from a sentence or an id to the claims that say so."""

from __future__ import annotations

from functools import cached_property

from reportedly.connect.claims import compare
from reportedly.record.answers import Statement as StatementAnswer
from reportedly.record.answers import Trace
from reportedly.record.claims import Claims
from reportedly.record.compared import ComparedStatements
from reportedly.record.ids import Known
from reportedly.record.listing import searched
from reportedly.record.naming import is_id, named
from reportedly.record.prepare import Preparer, load_preparer
from reportedly.record.statements import Statements
from reportedly.schema import RunError, Verdict
from reportedly.store import Matter, Store

NEAREST = 200
"""Statements that are looked at for a sentence: those nearest to it by meaning."""

CLOSE = 5
"""Statements of other claims that are shown beside the answer."""

RANK = {Verdict.SAME: 0, Verdict.UNSURE: 1}
"""Verdicts that make a claim an answer, the better one first."""


class Tracing:
    """Finds what says the same as a sentence.

    Args:
        store: the record.
        statements: reads statements.
        claims: reads claims.
    """

    def __init__(self, store: Store, statements: Statements, claims: Claims) -> None:
        self._store = store
        self._statements = statements
        self._claims = claims
        self._compared = ComparedStatements(store)

    @cached_property
    def preparer(self) -> Preparer:
        """The encoder of sentences, loaded when it is first needed."""
        return load_preparer()

    def trace(self, asked: str, limit: int) -> Trace:
        """See `Record.trace`."""
        if is_id(asked):
            return self._by_id(asked, limit)
        like = self.like(asked)
        numbers = [n for n, verdict, _ in like if verdict in RANK]
        roots = self._store.groups.roots(Matter.CLAIM, numbers)
        chosen = list(dict.fromkeys(roots[n] for n in numbers))[:limit]
        others = [n for n, _, _ in like if roots.get(n) not in chosen][:CLOSE]
        rows = self._store.attributions.get(others)
        scores = {n: score for n, _, score in like}
        return Trace(
            asked,
            tuple(self._claims.of(root) for root in chosen),
            tuple(self._statements.of([rows[n] for n in others], scores=scores)),
            searched(self._store),
        )

    def like(self, sentence: str) -> list[tuple[int, Verdict, float]]:
        """Statements that are like a sentence: number, verdict and score, the likeliest first."""
        own = self.preparer.statement(sentence)
        near = self._store.vectors.nearest(own.vector, NEAREST)
        found = []
        for n, statement in self._compared.of(one.n for one in near).items():
            likeness = compare(own, statement).likeness
            found.append((n, likeness.verdict, likeness.score))
        return sorted(found, key=lambda one: (RANK.get(one[1], 2), -one[2], one[0]))

    def alike(self, sentence: str, limit: int) -> list[StatementAnswer]:
        """See `Record.alike`."""
        near = self._store.vectors.nearest(self.preparer.statement(sentence).vector, limit)
        rows = self._store.attributions.get(one.n for one in near)
        scores = {one.n: one.score for one in near}
        return self._statements.of([rows[one.n] for one in near], scores=scores)

    def _by_id(self, asked: str, limit: int) -> Trace:
        found = named(self._store, asked)
        if found.kind is Known.NARRATIVE:
            members = self._store.groups.members(Matter.NARRATIVE, [found.n])[found.n]
        elif found.kind in (Known.CLAIM, Known.STATEMENT):
            members = (found.n,)
        else:
            raise RunError(f"{asked}: trace takes a sentence, or the id of a claim or a statement")
        chosen = self._claims.containing(members)[:limit]
        return Trace(asked, tuple(chosen), (), searched(self._store))
