"""Cores: attributions that are one utterance, and which core may go back to which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportedly.connect.origins.days import time, together
from reportedly.connect.origins.evidence import Shown, definite
from reportedly.connect.origins.judged import Judged
from reportedly.connect.parts import Tie, parts
from reportedly.schema.origins import Receipt, Utterance

Core = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Graph:
    """Cores by number, and for each those that it may go back to, with what shows it.

    Args:
        cores: numbers of attributions, sorted; each attribution is in one.
        held: what holds each core together, as much as it takes.
        back: for each core, the cores that it may go back to, and the strongest sign of it.
    """

    cores: tuple[Core, ...]
    held: tuple[tuple[Shown, ...], ...]
    back: tuple[dict[int, Shown], ...]


def graph(utterances: Sequence[Utterance], signs: Sequence[Shown], judged: Judged) -> Graph:
    """Join what is one, and let the less definite point at what it may go back to."""
    levels = [definite(u) for u in utterances]
    even = [s for s in signs if not s.back and _even(s, levels, judged)]

    def clash(group: Sequence[int]) -> bool:
        return judged.apart(group, group) or not together(time(utterances[n]) for n in group)

    ties = [Tie(s.a, s.b, s.weight) for s in even]
    cores = tuple(parts(range(len(utterances)), ties, clash))
    of = {number: core for core, members in enumerate(cores) for number in members}
    held = _held(len(cores), even, of)
    return Graph(cores, held, _back(cores, signs, of, levels, judged))


def _even(sign: Shown, levels: Sequence[int], judged: Judged) -> bool:
    return (sign.a, sign.b) in judged.same or levels[sign.a] == levels[sign.b]


def _held(cores: int, even: Iterable[Shown], of: dict[int, int]) -> tuple[tuple[Shown, ...], ...]:
    inside: list[list[Shown]] = [[] for _ in range(cores)]
    for sign in even:
        if of[sign.a] == of[sign.b]:
            inside[of[sign.a]].append(sign)
    return tuple(map(spanning, inside))


def spanning(signs: Iterable[Shown]) -> tuple[Shown, ...]:
    """As many signs as hold together what all of them do, the strongest first."""
    up: dict[int, int] = {}

    def root(number: int) -> int:
        while up.setdefault(number, number) != number:
            number = up[number]
        return number

    kept = []
    for sign in sorted(signs, key=lambda s: (-s.weight, s.a, s.b)):
        a, b = root(sign.a), root(sign.b)
        if a != b:
            up[max(a, b)] = min(a, b)
            kept.append(sign)
    return tuple(kept)


def _back(
    cores: Sequence[Core],
    signs: Iterable[Shown],
    of: dict[int, int],
    levels: Sequence[int],
    judged: Judged,
) -> tuple[dict[int, Shown], ...]:
    level = [max(levels[n] for n in core) for core in cores]
    found: list[dict[int, Shown]] = [{} for _ in cores]
    nested = {frozenset((of[s.a], of[s.b])) for s in signs if s.back}
    for sign in sorted(signs, key=lambda s: (-s.back, -s.weight, s.a, s.b)):
        one, other = of[sign.a], of[sign.b]
        if not sign.back:
            if level[one] > level[other]:
                one, other = other, one
            if level[one] == level[other] or frozenset((one, other)) in nested:
                continue
        if one != other and not judged.apart(cores[one], cores[other]):
            found[one].setdefault(other, sign)
    return tuple(found)


def ends(graph: Graph) -> list[frozenset[int]]:
    """For each core, the cores at the end of all that it goes back to.

    A core that goes back to nothing is its own end, and cores that go back to each other in a
    circle are one end: its least.
    """
    reach = [_reached(start, graph.back) for start in range(len(graph.cores))]
    last = {n: min(reach[n]) for n in range(len(reach)) if all(n in reach[m] for m in reach[n])}
    return [frozenset(last[n] for n in found if n in last) for found in reach]


def _reached(start: int, back: Sequence[dict[int, Shown]]) -> set[int]:
    found, waiting = {start}, [start]
    while waiting:
        for other in back[waiting.pop()]:
            if other not in found:
                found.add(other)
                waiting.append(other)
    return found


def receipts(signs: Iterable[Shown]) -> tuple[Receipt, ...]:
    """The receipts of signs, each once."""
    return tuple(dict.fromkeys(s.receipt() for s in signs))


def by_end(found: Sequence[frozenset[int]]) -> dict[int, list[int]]:
    """Cores by the one end that they go back to; those with several are left out."""
    grouped: defaultdict[int, list[int]] = defaultdict(list)
    for core, goals in enumerate(found):
        if len(goals) == 1:
            grouped[min(goals)].append(core)
    return dict(grouped)
