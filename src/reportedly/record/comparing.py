"""Two documents side by side: the words that they share, and the utterances that both report."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.record.answers import Comparison, Reading, Rewording
from reportedly.record.claims import Claims
from reportedly.record.documents import reading
from reportedly.record.rewordings import reworded
from reportedly.record.shared import between
from reportedly.record.statements import Statements
from reportedly.schema import RunError
from reportedly.store import Store


def compare(
    store: Store, statements: Statements, claims: Claims, first: int, second: int
) -> Comparison:
    """Two documents of a record, by their numbers.

    Raises:
        RunError: if the two are one.
    """
    if first == second:
        raise RunError("two documents are meant, not one twice")
    one, other = (reading(store, statements, n) for n in (first, second))
    pairs = list(_reworded(store, statements, claims, one, other))
    places = {said.id: place for place, said in enumerate(one.statements)}
    pairs.sort(key=lambda pair: places[pair.first.id])
    return Comparison(one, other, between(store, first, second), tuple(pairs))


def _reworded(
    store: Store, statements: Statements, claims: Claims, one: Reading, other: Reading
) -> Iterator[Rewording]:
    here, there = ({s.id: s for s in side.statements} for side in (one, other))
    common = {s.claim for s in here.values()} & {s.claim for s in there.values()} - {None}
    for claim in claims.called(sorted(name for name in common if name)):
        for group in claim.origins.groups:
            ours = [here[name] for name in group.members if name in here]
            theirs = [there[name] for name in group.members if name in there]
            for said in ours if theirs else ():
                pairs = (reworded(store, statements, said, their) for their in theirs)
                yield max(pairs, key=lambda pair: (pair.drift.kept, pair.second.id))
