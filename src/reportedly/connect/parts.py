"""Parts: what hangs together by ties, cut at the weakest where it holds what cannot be one.

`groups` joins as much as it may, the best pair first. Here nothing is joined by the luck of being
first: where one thing hangs on two that cannot be one, it belongs to neither.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic

from reportedly.connect.groups import K, components

FIRM = float("inf")
"""The weight of a tie that is never cut."""


@dataclass(frozen=True, slots=True)
class Tie(Generic[K]):
    """Two things are one, with how much weight."""

    a: K
    b: K
    weight: float


def parts(
    items: Iterable[K], ties: Sequence[Tie[K]], clash: Callable[[Sequence[K]], bool]
) -> list[tuple[K, ...]]:
    """What hangs together by ties; a part that clashes is left by its weakest ties, until it fits.

    A pure function of its arguments, whatever their order.

    Args:
        items: all of them, each once.
        ties: between them; those of others are passed over.
        clash: whether some things cannot all be one.

    Returns:
        The parts, each sorted, in the order of their first items. One that clashes and hangs
        together by firm ties alone stays whole.
    """
    found: list[tuple[K, ...]] = []
    hanging = components(items, [(t.a, t.b) for t in ties])
    inside = _inside(hanging, ties)
    for group in hanging:
        held = inside[group[0]]
        weakest = min((t.weight for t in held), default=FIRM)
        if weakest < FIRM and clash(group):
            found += parts(group, [t for t in held if t.weight > weakest], clash)
        else:
            found.append(group)
    return sorted(found, key=lambda part: part[0])


def _inside(groups: Sequence[tuple[K, ...]], ties: Iterable[Tie[K]]) -> dict[K, list[Tie[K]]]:
    """The ties within each group, by its first item."""
    first = {item: group[0] for group in groups for item in group}
    inside: dict[K, list[Tie[K]]] = {group[0]: [] for group in groups}
    for tie in ties:
        if tie.a in first and tie.b in first:
            inside[first[tie.a]].append(tie)
    return inside
