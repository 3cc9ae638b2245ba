"""Cores: attributions that are one utterance by equal evidence, and which are so by less."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.connect.origins.days import time, together
from reportedly.connect.origins.evidence import Shown, definite
from reportedly.connect.origins.graph import Clash, Graph, Node, linked
from reportedly.connect.origins.judged import Judged
from reportedly.connect.parts import Tie, parts
from reportedly.schema.origins import Utterance


def clashing(utterances: Sequence[Utterance], judged: Judged) -> Clash:
    """What tells whether some attributions cannot be one: by who speaks, when, or a person."""
    firm = {n for pair in judged.same for n in pair}

    def clash(group: Sequence[int]) -> bool:
        if judged.apart(group, group):
            return True
        # Whom a person joined, that person takes for one whoever is heard and whenever.
        plain = [utterances[n] for n in group if n not in firm]
        speakers = {u.speaker.group for u in plain if u.speaker.known}
        return len(speakers) > 1 or (len(plain) > 1 and not together(map(time, plain)))

    return clash


def cores(utterances: Sequence[Utterance], signs: Sequence[Shown], judged: Judged) -> Graph:
    """Join what is as definite as each other, and let what is less so point at what is more."""
    rank = [definite(u) for u in utterances]
    alike = [s for s in signs if not s.back]
    even = [s for s in alike if rank[s.a] == rank[s.b] or (s.a, s.b) in judged.same]
    ties = [Tie(s.a, s.b, s.weight) for s in even]
    found = parts(range(len(utterances)), ties, lambda group: judged.apart(group, group))
    held = _held(found, even)
    nodes = [Node(part, part, held[part[0]]) for part in found]
    uneven = sorted(
        (s for s in alike if rank[s.a] != rank[s.b]), key=lambda s: (-s.weight, s.a, s.b)
    )
    nested = _nested(signs, found)
    of = _of(found)
    directed = ((s.a, s.b, s) if rank[s.a] < rank[s.b] else (s.b, s.a, s) for s in uneven)
    clash = clashing(utterances, judged)
    return linked(
        nodes,
        (
            (a, b, s)
            for a, b, s in directed
            if frozenset((of[a], of[b])) not in nested and not clash(found[of[a]] + found[of[b]])
        ),
    )


def _of(parts_: Sequence[tuple[int, ...]]) -> dict[int, int]:
    return {number: place for place, part in enumerate(parts_) for number in part}


def _nested(signs: Sequence[Shown], found: Sequence[tuple[int, ...]]) -> set[frozenset[int]]:
    """Pairs of parts of which one stands in the other: they are not one for any other reason."""
    of = _of(found)
    return {frozenset((of[s.a], of[s.b])) for s in signs if s.back}


def _held(found: Sequence[tuple[int, ...]], even: Sequence[Shown]) -> dict[int, tuple[Shown, ...]]:
    """The signs within each part, by its first member."""
    first = {number: part[0] for part in found for number in part}
    inside: dict[int, list[Shown]] = {part[0]: [] for part in found}
    for sign in even:
        if first[sign.a] == first[sign.b]:
            inside[first[sign.a]].append(sign)
    return {number: tuple(signs) for number, signs in inside.items()}
