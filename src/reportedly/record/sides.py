"""Sides: which statements of a claim state it, which deny it, and which echo it."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping

from reportedly.record.answers import Stand
from reportedly.record.said import DENIES
from reportedly.schema import Act
from reportedly.store import AttributionRow, LinkRow


def sides(rows: Mapping[int, AttributionRow], links: Iterable[LinkRow]) -> dict[int, Stand]:
    """How each of a claim's statements stands to it.

    Links say of pairs whether one denies the other. What most statements say, is the claim; of two
    sides as large, the one that denies in so many words is the denial, or else the later one.

    Args:
        rows: the claim's attributions by number.
        links: the links between them.
    """
    opposed: defaultdict[int, dict[int, bool]] = defaultdict(dict)
    for link in links:
        if link.a in rows and link.b in rows:
            opposed[link.a][link.b] = opposed[link.b][link.a] = bool(link.data.get(DENIES))
    found: dict[int, Stand] = {}
    side: dict[int, bool] = {}
    for start in sorted(rows, key=lambda n: rows[n].ref):
        if start not in side:
            part = _sided(start, opposed)
            side |= part
            denial = _denial(part, rows)
            found |= {n: _stand(rows[n], part[n] is denial) for n in part}
    return found


def _sided(start: int, opposed: Mapping[int, Mapping[int, bool]]) -> dict[int, bool]:
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
        return -len(held), _denying(held), min(row.day or "9999" for row in held)

    if not members(False):
        return True if 2 * _denying(members(True)) > len(side) else None
    return max((True, False), key=weight)


def _denying(rows: Iterable[AttributionRow]) -> int:
    return sum(row.act is Act.DENY for row in rows)


def _stand(row: AttributionRow, denies: bool) -> Stand:
    if denies:
        return Stand.DENIES
    return Stand.ECHOES if row.act is Act.ECHO else Stand.STATES
