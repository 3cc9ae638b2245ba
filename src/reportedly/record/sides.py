"""Sides: which statements of a claim state it, which deny it, and which echo it."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence

from reportedly.connect.groups import components
from reportedly.record.answers import Stand
from reportedly.record.ids import statement_id
from reportedly.record.linked import DENIES, TWIN
from reportedly.schema import Act, Ref, Verdict
from reportedly.store import AttributionRow, LinkRow, Matter, Store, Summary

STANDS = "stands"
"""Key of a claim's summary: how statements stand to it, by id, where their act does not tell."""

DENIALS = "denials"
"""Key of a claim's summary: how many of its statements deny it."""


def sides_of(rows: Mapping[int, AttributionRow], found: Mapping[int, Stand]) -> dict[str, object]:
    """Data of a claim's summary: the denials, and how those stand whose act does not tell.

    Args:
        rows: the claim's attributions by number.
        found: how each stands to it; see `sides`.
    """
    return {
        STANDS: {
            statement_id(rows[n].ref): stand.value
            for n, stand in sorted(found.items())
            if stand is not by_itself(rows[n])
        },
        DENIALS: sum(stand is Stand.DENIES for stand in found.values()),
    }


def held_sides(
    store: Store, claims: Mapping[int, Mapping[int, AttributionRow]], several: Mapping[int, Summary]
) -> dict[int, dict[int, Stand]]:
    """How statements stand to their claims, by the claims' roots.

    Args:
        store: the record.
        claims: the statements by number, by the roots of their claims.
        several: summaries of those that have one, by root.
    """
    found: dict[int, dict[int, Stand]] = {}
    for root, rows in claims.items():
        told = several[root].data.get(STANDS) if root in several else {}
        if isinstance(told, dict):
            stands = {n: told.get(statement_id(row.ref)) for n, row in rows.items()}
            found[root] = {n: Stand(stands[n] or by_itself(row)) for n, row in rows.items()}
        else:  # a summary of an earlier version, and not settled since
            every = _sides(store, root)
            found[root] = {n: every[n] for n in rows}
    return found


def _sides(store: Store, root: int) -> dict[int, Stand]:
    members = store.groups.members(Matter.CLAIM, [root])[root]
    links = store.links.within(Matter.CLAIM, members, Verdict.SAME)
    return sides(store.attributions.get(members), links)


def sides(rows: Mapping[int, AttributionRow], links: Iterable[LinkRow]) -> dict[int, Stand]:
    """How each of a claim's statements stands to it.

    Links say of pairs whether one denies the other. Of two sides, the one that denies in so many
    words is the denial, however many are on it: what they deny is the claim. Where neither does,
    what most say is the claim, or else what was said first.

    Args:
        rows: the claim's attributions by number.
        links: the links between them.
    """
    within = [link for link in links if link.a in rows and link.b in rows]
    first = _firsts(rows, within)
    opposed: defaultdict[Ref, dict[Ref, bool]] = defaultdict(dict)
    for link in within:
        a, b = first[link.a], first[link.b]
        if a != b:
            opposed[a][b] = opposed[b][a] = bool(link.data.get(DENIES))
    found: dict[int, Stand] = {}
    side: dict[Ref, bool] = {}
    for start in sorted(set(first.values())):
        if start not in side:
            new = _sided(start, opposed)
            side |= new
            part = {n: new[first[n]] for n in rows if first[n] in new}
            denial = _denial(part, rows)
            found |= {n: _stand(rows[n], part[n] is denial) for n in part}
    return found


def _firsts(rows: Mapping[int, AttributionRow], links: Iterable[LinkRow]) -> dict[int, Ref]:
    """The first of those that nothing tells from each: one alone of them has their links."""
    numbers = {row.ref: n for n, row in rows.items()}
    twins = [(rows[link.a].ref, rows[link.b].ref) for link in links if link.data.get(TWIN)]
    return {numbers[ref]: group[0] for group in components(numbers, twins) for ref in group}


def _sided(start: Ref, opposed: Mapping[Ref, Mapping[Ref, bool]]) -> dict[Ref, bool]:
    side, queue = {start: True}, deque([start])
    while queue:
        one = queue.popleft()
        for other, against in sorted(opposed.get(one, {}).items()):
            if other not in side:
                side[other] = side[one] is not against
                queue.append(other)
    return side


def _denial(side: Mapping[int, bool], rows: Mapping[int, AttributionRow]) -> bool | None:
    """Which of the two sides denies what the other says; None if neither does."""

    def members(which: bool) -> list[AttributionRow]:
        return [rows[n] for n, at in side.items() if at is which]

    def weight(which: bool) -> tuple[int, int, str]:
        held = members(which)
        return _denying(held), -len(held), min(row.day or "9999" for row in held)

    if not members(False):
        return True if 2 * _denying(members(True)) > len(side) else None
    return max((True, False), key=weight)


def _denying(rows: Iterable[AttributionRow]) -> int:
    return sum(row.act is Act.DENY for row in rows)


def _stand(row: AttributionRow, denies: bool) -> Stand:
    if denies:
        return Stand.DENIES
    return Stand.ECHOES if row.act is Act.ECHO else Stand.STATES


def asserting(
    rows: Sequence[AttributionRow], stands: Mapping[int, Stand]
) -> Sequence[AttributionRow]:
    """Those that a claim comes from: a denial is no origin of it, unless there is no more.

    Args:
        rows: the claim's attributions.
        stands: how each stands to it, by number.
    """
    return [row for row in rows if stands[row.n] is not Stand.DENIES] or rows


def by_itself(row: AttributionRow) -> Stand:
    """How an attribution stands to what its content says, by itself."""
    if row.act is Act.DENY:
        return Stand.DENIES
    return Stand.ECHOES if row.act is Act.ECHO else Stand.STATES
