"""Attributions inside attributions."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from benchmarks.chains.aligned import Aligned
from benchmarks.chains.counts import Count, Counts, Error, ErrorKind
from reportedly.schema import Act, Attribution, Extraction

THOUGHTS = frozenset((Act.THINK, Act.EXPECT, Act.WANT))
DEEPEST = 3
"""Levels that are told apart in the table; what lies deeper counts in the last."""


class _Side:
    """One extraction, by what stands inside what."""

    def __init__(self, extraction: Extraction) -> None:
        self.by_id = {a.id: a for a in extraction.attributions}

    def outer(self, a: Attribution) -> list[Attribution]:
        """What stands around an attribution, from the inside out."""
        around: list[Attribution] = []
        while a.parent in self.by_id and self.by_id[a.parent] not in around:
            a = self.by_id[a.parent]
            around.append(a)
        return around

    def own_thought(self, a: Attribution) -> bool:
        """Whether it is what the speaker around it thinks or wants himself."""
        parent = self.by_id.get(a.parent or "")
        if parent is None or a.act not in THOUGHTS or not (a.speaker and parent.speaker):
            return False
        return a.speaker.entity is not None and a.speaker.entity == parent.speaker.entity

    def parents(self, a: Attribution) -> Iterator[str]:
        """What may be called its parent: the next around it; behind an own thought the next too."""
        for outer in self.outer(a):
            yield outer.id
            if not self.own_thought(outer):
                return


def nesting(aligned: Aligned) -> Counts:
    """F1 of nested attributions: all gold ones, found or not, against all that have a parent.

    Right: the two are matched, and so are their parents. Annotators differed on the speaker's own
    thought in the third person ("he said he *wanted* peace": same speaker as around it, act think,
    expect or want): it counts neither as missed nor as false, and a parent may be read past it.
    By depth: a right one counts at its gold depth, every other at the depth it has on its side.
    """
    found, gold = _Side(aligned.predicted), _Side(aligned.gold)
    match = {id(p): g for p, g in aligned.pairs}
    sought = [g for g in aligned.gold.attributions if g.parent and not gold.own_thought(g)]
    wanted = {id(g) for g in sought}
    given = [p for p in aligned.found if p.parent and _counts(found, p, match.get(id(p)), wanted)]
    right = {
        id(p): match[id(p)]
        for p in given
        if id(match.get(id(p))) in wanted and _same_parent(aligned, found, gold, p, match[id(p)])
    }
    counts = _by_depth(found, gold, sought, given, right)
    matched = {id(g) for g in right.values()}
    missed = (Error("nesting", ErrorKind.MISSED, g.cue[0]) for g in sought if id(g) not in matched)
    false = (Error("nesting", ErrorKind.FALSE, p.cue[0]) for p in given if id(p) not in right)
    return Counts(counts, (*missed, *false))


def _counts(found: _Side, p: Attribution, gold: Attribution | None, wanted: set[int]) -> bool:
    """Whether a predicted nested attribution is one to judge: all but own thoughts."""
    if gold is not None and id(gold) in wanted:
        return True
    if gold is not None and gold.parent:
        return False
    return not found.own_thought(p)


def _same_parent(
    aligned: Aligned, found: _Side, gold: _Side, p: Attribution, g: Attribution
) -> bool:
    return any(
        aligned.gold_id.get(one) == other
        for one, other in product(found.parents(p), gold.parents(g))
    )


def _by_depth(
    found: _Side,
    gold: _Side,
    sought: list[Attribution],
    given: list[Attribution],
    right: dict[int, Attribution],
) -> dict[str, Count]:
    counts = {"nesting": Count(len(right), len(given), len(sought))}

    def add(depth: int, count: Count) -> None:
        name = f"nesting depth {min(depth, DEEPEST)}"
        counts[name] = counts.get(name, Count()) + count

    for g in sought:
        add(len(gold.outer(g)), Count(gold=1))
    for p in given:
        same = right.get(id(p))
        depth = len(gold.outer(same)) if same else len(found.outer(p))
        add(depth, Count(right=same is not None, predicted=1))
    return counts
