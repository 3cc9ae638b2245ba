"""Groups: items that pairwise decisions bring together, the same whatever order they came in.

Pairs are taken by falling score, and a pair joins its two groups where enough of the pairs between
them speak for it: average linkage, cut where the program says neither same nor different. A
person's "different" is never overruled, a person's "same" only by a person's "different".
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from reportedly.schema import Ref

K = TypeVar("K", int, Ref)
Pair = tuple[K, K]


@dataclass(frozen=True, slots=True)
class Ties(Generic[K]):
    """What speaks for and against items being one.

    Args:
        links: pairs that the program takes for the same, each with its score, 0 to 1.
        twins: pairs that cannot be told apart at all: they count as one in what follows.
        same: pairs that a person took for the same.
        different: pairs that a person told apart.
    """

    links: Sequence[tuple[K, K, float]] = ()
    twins: Collection[Pair[K]] = ()
    same: Collection[Pair[K]] = ()
    different: Collection[Pair[K]] = ()


def grouped(items: Iterable[K], ties: Ties[K], dense: float = 0.0) -> list[tuple[K, ...]]:
    """Bring items together; a pure function of its arguments, whatever their order.

    Args:
        items: all there are; ties of others are passed over.
        ties: what speaks for and against.
        dense: the least share of the pairs between two groups that must be linked for the two to
            become one. At 0 a single link does; above it, a chain of items that are each like the
            next alone does not become one group.

    Returns:
        The groups, each sorted, in the order of their first items; every item is in one.
    """
    forest = _Forest(sorted(items), ties.different)
    for pairs in (ties.same, ties.twins):
        for a, b in sorted(map(_sorted, pairs)):
            forest.join(a, b)
    links = tuple(_of_all_twins(ties, forest))
    forest.count(links)
    for a, b, _ in sorted(links, key=lambda link: (-link[2], _sorted(link[:2]))):
        forest.join(a, b, dense)
    return forest.groups()


def _of_all_twins(ties: Ties[K], forest: _Forest[K]) -> Iterator[tuple[K, K, float]]:
    """The links as all twins have them, whichever of them was compared.

    Twins that were told apart by what each is held apart from stand in several groups.
    """
    twins = _Forest(sorted(forest.items()), ())
    for a, b in ties.twins:
        twins.join(a, b)
    first = forest.firsts()
    parts = {i: sorted({first[i] for i in group}) for group in twins.groups() for i in group}
    for a, b, score in ties.links:
        if a in parts and b in parts:
            yield from ((x, y, score) for x in parts[a] for y in parts[b] if x != y)


def components(items: Iterable[K], pairs: Iterable[Pair[K]]) -> list[tuple[K, ...]]:
    """Items that a chain of pairs connects; as `grouped`, where every pair holds."""
    return grouped(items, Ties(twins=tuple(pairs)))


def _sorted(pair: Pair[K]) -> Pair[K]:
    a, b = pair
    return (b, a) if b < a else (a, b)


@dataclass(slots=True)
class _Tree(Generic[K]):
    """One group on its way: its members, those it must not hold, and its links to other groups."""

    members: list[K]
    units: int = 1
    against: set[K] = field(default_factory=set)
    links: Counter[int] = field(default_factory=Counter)


class _Forest(Generic[K]):
    """All groups on their way; `_of` leads from an item to its group's number."""

    def __init__(self, items: Sequence[K], different: Collection[Pair[K]]) -> None:
        self._of: dict[K, int] = {item: number for number, item in enumerate(items)}
        self._trees: dict[int, _Tree[K]] = {n: _Tree([item]) for item, n in self._of.items()}
        for a, b in different:
            if a in self._of and b in self._of:
                self._trees[self._of[a]].against.add(b)
                self._trees[self._of[b]].against.add(a)

    def count(self, links: Iterable[tuple[K, K, float]]) -> None:
        """Take what is joined by now as one each, and count the links between."""
        for tree in self._trees.values():
            tree.units = 1
        pairs = defaultdict(set)
        for a, b, _ in links:
            if a in self._of and b in self._of and self._of[a] != self._of[b]:
                low, high = sorted((self._of[a], self._of[b]))
                pairs[low].add(high)
        for low, others in pairs.items():
            for high in others:
                self._trees[low].links[high] += 1
                self._trees[high].links[low] += 1

    def join(self, a: K, b: K, dense: float = 0.0) -> None:
        """Make the groups of two items one, unless something speaks against it."""
        if a not in self._of or b not in self._of:
            return
        one, two = self._of[a], self._of[b]
        if one == two or not self._trees[one].against.isdisjoint(self._trees[two].members):
            return
        first, second = self._trees[one], self._trees[two]
        if dense and first.links[two] < dense * first.units * second.units:
            return
        if len(first.members) < len(second.members):
            one, two = two, one
        self._merge(one, two)

    def _merge(self, into: int, gone: int) -> None:
        kept, lost = self._trees[into], self._trees.pop(gone)
        for item in lost.members:
            self._of[item] = into
        kept.members += lost.members
        kept.units += lost.units
        kept.against |= lost.against
        for other, number in lost.links.items():
            if other != into:
                kept.links[other] += number
                self._trees[other].links[into] += number
                del self._trees[other].links[gone]
        del kept.links[gone]

    def items(self) -> Iterable[K]:
        """All items."""
        return self._of

    def firsts(self) -> dict[K, K]:
        """The first item of each item's group, by item."""
        least = {number: min(tree.members) for number, tree in self._trees.items()}
        return {item: least[number] for item, number in self._of.items()}

    def groups(self) -> list[tuple[K, ...]]:
        found = [tuple(sorted(tree.members)) for tree in self._trees.values()]
        return sorted(found, key=lambda group: group[0])
