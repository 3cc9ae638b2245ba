"""Judgements: pairs of attributions that a person took for one utterance, or for two."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reportedly.schema import Ref, Verdict

Judgements = Mapping[tuple[Ref, Ref], Verdict]
"""A person's verdicts on pairs, in either order; the last word, one for each pair."""


@dataclass(frozen=True, slots=True)
class Judged:
    """The same, by numbers of utterances; each pair with the lesser first.

    Args:
        same: pairs that are one.
        different: pairs that are two.
        unsure: pairs that the program is not to join on its own.
    """

    same: frozenset[tuple[int, int]]
    different: frozenset[tuple[int, int]]
    unsure: frozenset[tuple[int, int]]

    @property
    def all(self) -> frozenset[int]:
        """All that anything was judged of."""
        return frozenset(n for pair in self.same | self.different | self.unsure for n in pair)

    def open(self, a: int, b: int) -> bool:
        """Whether nobody has judged the pair."""
        pair = (min(a, b), max(a, b))
        return not any(pair in told for told in (self.same, self.different, self.unsure))

    def apart(self, one: Iterable[int], other: Iterable[int]) -> bool:
        """Whether a person told one of these from one of those."""
        if not self.different:
            return False
        there = set(other)
        return any((min(a, b), max(a, b)) in self.different for a in one for b in there)


def judged(judgements: Judgements, numbers: Mapping[Ref, int]) -> Judged:
    """Judgements on those that have numbers; the others' are passed over."""
    found: dict[Verdict, set[tuple[int, int]]] = {verdict: set() for verdict in Verdict}
    for (a, b), verdict in judgements.items():
        if a in numbers and b in numbers and a != b:
            first, second = sorted((numbers[a], numbers[b]))
            found[verdict].add((first, second))
    return Judged(*(frozenset(found[v]) for v in (Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE)))
