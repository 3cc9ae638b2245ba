"""Graphs of what goes back to what, and how they collapse onto where everything comes from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from reportedly.connect.groups import components
from reportedly.connect.origins.evidence import Shown

Members = tuple[int, ...]
Clash = Callable[[Sequence[int]], bool]
"""Whether some attributions, by number, cannot all be one."""


@dataclass(frozen=True, slots=True)
class Node:
    """Attributions that are one.

    Args:
        members: their numbers, sorted.
        voices: those of them whose speakers answer for it; the others hand on what these say.
        held: what holds them together; more than it takes.
    """

    members: Members
    voices: Members
    held: tuple[Shown, ...] = ()


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes, and for each those it may go back to, with the strongest sign of it.

    Args:
        nodes: each attribution is in one.
        back: by number of the node; as many as nodes.
    """

    nodes: tuple[Node, ...]
    back: tuple[Mapping[int, Shown], ...]


def linked(nodes: Sequence[Node], signs: Iterable[tuple[int, int, Shown]]) -> Graph:
    """Nodes, and signs that an attribution of one node goes back to one of another.

    Args:
        nodes: each attribution is in one.
        signs: what goes back, what to, and the sign; the strongest of two nodes first.
    """
    of = {number: place for place, node in enumerate(nodes) for number in node.members}
    back: list[dict[int, Shown]] = [{} for _ in nodes]
    for one, other, sign in signs:
        if of[one] != of[other]:
            back[of[one]].setdefault(of[other], sign)
    return Graph(tuple(nodes), tuple(back))


def collapse(graph: Graph, clash: Clash, *, bridges: bool) -> Graph:
    """Make one of all that goes back to one and the same end, in however many steps.

    An end is what goes back to nothing; what goes back to each other in a circle is one end. A node
    that goes back to several stays by itself and points at them.

    Args:
        graph: what goes back to what.
        clash: whether attributions cannot be one; what clashes with its end is an end itself.
        bridges: the signs say that two are one, so what goes back to two ends makes one of them,
            unless they clash. False where they say only that one hands on the other.
    """
    graph, ends = _fitting(graph, clash)
    joined = _bridged(graph, ends, clash) if bridges else ends
    classes: defaultdict[frozenset[int], list[int]] = defaultdict(list)
    for place, goals in enumerate(joined):
        alone = (-1 - place,) if len(goals) > 1 else ()
        classes[goals | frozenset(alone)].append(place)
    return _contracted(graph, ends, list(classes.values()))


def _fitting(graph: Graph, clash: Clash) -> tuple[Graph, list[frozenset[int]]]:
    """The graph without the ways of nodes that clash with where they lead, and its ends."""
    while True:
        ends = _ends(graph.back)
        torn = _torn(graph, ends, clash)
        if not torn:
            return graph, ends
        back = tuple({} if place in torn else goals for place, goals in enumerate(graph.back))
        graph = replace(graph, back=back)


def _torn(graph: Graph, ends: Sequence[frozenset[int]], clash: Clash) -> set[int]:
    """Nodes that clash with the end that they lead to, or with others that lead to it."""
    leading: defaultdict[int, list[int]] = defaultdict(list)
    for place, goals in enumerate(ends):
        if len(goals) == 1:
            leading[min(goals)].append(place)
    torn: set[int] = set()
    for end, places in leading.items():
        if len(places) > 1 and clash(_members(graph, places)):
            pairs = (p for p in combinations(places, 2) if clash(_members(graph, p)))
            torn.update(place for pair in pairs for place in pair if place != end)
    return {place for place in torn if graph.back[place]}


def _members(graph: Graph, places: Iterable[int]) -> Members:
    return tuple(sorted(n for place in places for n in graph.nodes[place].members))


def _ends(back: Sequence[Mapping[int, Shown]]) -> list[frozenset[int]]:
    """For each node the ends that it leads to, each known by its least node."""
    ends: list[frozenset[int]] = [frozenset()] * len(back)
    for circle in _circles(back):
        beyond = {other for place in circle for other in back[place]} - set(circle)
        found = frozenset(end for other in beyond for end in ends[other])
        for place in circle:
            ends[place] = found or frozenset({min(circle)})
    return ends


def _circles(back: Sequence[Mapping[int, Shown]]) -> Iterator[list[int]]:
    """Nodes that lead to each other, a circle at a time, what a circle leads to before it.

    Tarjan (1972), with a stack of its own in the place of recursion.
    """
    order: dict[int, int] = {}
    low: dict[int, int] = {}
    open_: list[int] = []
    done: set[int] = set()
    for start in range(len(back)):
        steps = [(start, iter(sorted(back[start])))] if start not in order else []
        while steps:
            place, others = steps[-1]
            if place not in order:
                order[place] = low[place] = len(order)
                open_.append(place)
            deeper = next((o for o in others if o not in order), None)
            if deeper is not None:
                steps.append((deeper, iter(sorted(back[deeper]))))
                continue
            steps.pop()
            low[place] = min([order[place], *(low[o] for o in back[place] if o not in done)])
            if low[place] == order[place]:
                at = open_.index(place)
                circle, open_[at:] = open_[at:], []
                done.update(circle)
                yield circle


def _bridged(graph: Graph, ends: Sequence[frozenset[int]], clash: Clash) -> list[frozenset[int]]:
    """The ends, those that a node leads to made one where all that are made one do not clash."""
    goals = sorted(frozenset[int]().union(*ends))
    pairs = [(min(found), other) for found in ends for other in found if len(found) > 1]
    joined = {goal: goal for goal in goals}
    for group in components(goals, [pair for pair in pairs if pair[0] != pair[1]]):
        places = [p for p, found in enumerate(ends) if found and found <= set(group)]
        if len(group) > 1 and not clash(_members(graph, places)):
            joined |= dict.fromkeys(group, group[0])
    return [frozenset(joined[goal] for goal in found) for found in ends]


def _contracted(
    graph: Graph, ends: Sequence[frozenset[int]], classes: Sequence[Sequence[int]]
) -> Graph:
    classes = sorted(classes, key=lambda places: _members(graph, places))
    of = {place: number for number, places in enumerate(classes) for place in places}
    nodes = tuple(_node(graph, ends, places) for places in classes)
    back: list[dict[int, Shown]] = [{} for _ in classes]
    for place, goals in enumerate(graph.back):
        for other, sign in goals.items():
            if of[other] != of[place]:
                back[of[place]].setdefault(of[other], sign)
    return Graph(nodes, tuple(back))


def _node(graph: Graph, ends: Sequence[frozenset[int]], places: Sequence[int]) -> Node:
    if len(places) == 1:
        return graph.nodes[places[0]]
    inside = set(places)
    held = [sign for place in places for sign in graph.nodes[place].held]
    held += [s for p in places for o, s in graph.back[p].items() if o in inside]
    last = _reached(graph, {goal for place in places for goal in ends[place]})
    voices = (n for place in places if place in last for n in graph.nodes[place].voices)
    return Node(_members(graph, places), tuple(sorted(voices)), tuple(held))


def _reached(graph: Graph, ends: Iterable[int]) -> set[int]:
    """All that ends lead to: themselves, and the circles that they are."""
    seen = set(ends)
    waiting = list(seen)
    while waiting:
        new = set(graph.back[waiting.pop()]) - seen
        seen |= new
        waiting += new
    return seen
