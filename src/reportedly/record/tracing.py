"""Tracing: from a sentence or an id to the claims that say so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from reportedly.connect.claims import Candidate, Statement, compare, rank
from reportedly.record.answers import Statement as StatementAnswer
from reportedly.record.answers import Trace
from reportedly.record.claims import Claims
from reportedly.record.compared import ComparedStatements
from reportedly.record.documents import searched
from reportedly.record.ids import Known
from reportedly.record.naming import is_id, named
from reportedly.record.prepare import Preparer, load_preparer, shared
from reportedly.record.statements import Statements
from reportedly.schema import RunError, Verdict
from reportedly.store import Matter, Store

NEAREST = 50
"""Statements that are looked at for a sentence, the nearest by meaning. What stands fiftieth
is some way off, and reading each takes half a millisecond."""

CLOSE = 5
"""Statements of other claims that are shown beside the answer."""

SAYS_SO = {Verdict.SAME: 0, Verdict.UNSURE: 1}
"""Verdicts that make a claim an answer, the better one first."""


@dataclass(frozen=True, slots=True)
class _Near:
    """A claim that comes near to a sentence.

    Args:
        root: the claim's.
        numbers: of its statements that come near, the nearest first.
        verdict: the best on any of them.
        score: how well it answers.
    """

    root: int
    numbers: tuple[int, ...]
    verdict: Verdict
    score: float


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
        """The encoder of sentences, loaded when it is first needed; one for all records."""
        return shared(load_preparer)

    def trace(self, asked: str, limit: int) -> Trace:
        """See `Record.trace`."""
        if is_id(asked):
            return self._by_id(asked, limit)
        near = self._near(asked)
        chosen = [one for one in near if one.verdict in SAYS_SO][:limit]
        others = [one for one in near if one not in chosen][:CLOSE]
        rows = self._store.attributions.get(one.numbers[0] for one in others)
        listed = [rows[one.numbers[0]] for one in others]
        scores = {one.numbers[0]: one.score for one in others}
        return Trace(
            asked,
            tuple(self._claims.of(one.root for one in chosen)),
            tuple(self._statements.of(listed, scores=scores)),
            searched(self._store),
        )

    def _near(self, sentence: str) -> list[_Near]:
        """The claims that come near to a sentence: those that say so first, the likeliest first."""
        own, asked = self.preparer.asked(sentence)
        nearest = [near.n for near in self._store.vectors.nearest(own.vector, NEAREST)]
        held = self._compared.few(nearest)
        roots = self._store.groups.roots(Matter.CLAIM, held)
        claims: dict[int, list[int]] = {}
        for n in (n for n in nearest if n in held):
            claims.setdefault(roots[n], []).append(n)
        candidates = [_candidate([held[n] for n in numbers]) for numbers in claims.values()]
        ranked = {r.place: r.score for r in rank(asked, candidates, len(candidates))}
        found = [
            _Near(root, tuple(numbers), _best(own, [held[n] for n in numbers]), ranked[place])
            for place, (root, numbers) in enumerate(claims.items())
        ]
        return sorted(found, key=lambda one: (SAYS_SO.get(one.verdict, 2), -one.score, one.root))

    def alike(self, sentence: str, limit: int) -> list[StatementAnswer]:
        """See `Record.alike`."""
        near = self._store.vectors.nearest(self.preparer.asked(sentence)[0].vector, limit)
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


def _candidate(statements: Sequence[Statement]) -> Candidate:
    return Candidate(tuple(s.text for s in statements), np.stack([s.vector for s in statements]))


def _best(own: Statement, statements: Iterable[Statement]) -> Verdict:
    verdicts = {compare(own, one).verdict for one in statements}
    return min(verdicts, key=lambda verdict: SAYS_SO.get(verdict, 2))
