"""Parts of long lists: as much as was asked for, and where to go on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import islice
from typing import TypeVar

from reportedly.mcp.answers import ClaimPart, NarrativePart, VersionPart, Whole
from reportedly.record.answers import Claim, Narrative, Stand, Statement, Version
from reportedly.schema import RunError

T = TypeVar("T")

FARTHEST = 1_000
"""How far a list that has a rank, not an order, is paged through: each page ranks it anew."""

PARTS = 20
"""How many origins are shown of a claim, members and reasons of an origin, and so on."""


def beginning(
    found: Iterable[T], limit: int, name: Callable[[T], str]
) -> tuple[list[T], str | None]:
    """The first of a list, and the name of the last of these where the list goes on."""
    listed = list(islice(found, limit + 1))
    return listed[:limit], name(listed[limit - 1]) if len(listed) > limit else None


def following(
    found: Sequence[T], limit: int, after: str | None, name: Callable[[T], str]
) -> tuple[list[T], str | None]:
    """The same of what comes after the one of a name.

    Raises:
        RunError: if the list has none of that name.
    """
    names = [name(one) for one in found] if after else []
    if after and after not in names:
        raise RunError(f"{after!r:.80} is not the `after` of an answer to this")
    start = names.index(after) + 1 if after else 0
    return beginning(found[start:], limit, name)


def ranked(
    find: Callable[[int], Iterable[T]], limit: int, after: str | None
) -> tuple[list[T], str | None]:
    """A page of what is ranked anew for each answer; `after` counts those that were shown.

    Args:
        find: gives as many of the best as are asked for.
        limit: how many at most.
        after: what the page before gave.

    Raises:
        RunError: if `after` is no such number, or too far down.
    """
    start = _count(after)
    listed = list(islice(find(start + limit + 1), start, None))
    return listed[:limit], str(start + limit) if len(listed) > limit else None


def _count(after: str | None) -> int:
    if after is None:
        return 0
    if not (after.isascii() and after.isdigit() and len(after) < 10):
        raise RunError(f"{after!r:.80} is not the `after` of an answer to this")
    if int(after) > FARTHEST:
        raise RunError(f"no more than the first {FARTHEST:,} are listed; ask for less")
    return int(after)


def claim_part(
    claim: Claim, limit: int, after: str | None = None, stand: Stand | None = None
) -> ClaimPart:
    """A claim with a page of its statements, by day.

    Raises:
        RunError: if it has no statement `after`.
    """
    meant = [one for one in claim.attributions if stand in (None, one.stand)]
    listed, last = following(meant, limit, after, statement_name)
    return ClaimPart(_cut(claim, listed), whole(claim), last)


def claim_summary(claim: Claim, limit: int) -> ClaimPart:
    """A claim with its earliest statements, and the earliest denial and echo, however late."""
    listed, last = beginning(claim.attributions, limit, statement_name)
    stands = {one.stand for one in listed}
    for one in claim.attributions[limit:]:
        if one.stand not in stands:
            stands.add(one.stand)
            listed.append(one)
    return ClaimPart(_cut(claim, listed), whole(claim), last)


def statement_name(one: Statement) -> str:
    """What a statement is known by."""
    return one.id


def whole(claim: Claim) -> Whole:
    """How much there is of a claim."""
    stands = [one.stand for one in claim.attributions]
    return Whole(
        statements=len(stands),
        states=stands.count(Stand.STATES),
        denies=stands.count(Stand.DENIES),
        echoes=stands.count(Stand.ECHOES),
        documents=len(claim.documents),
        publishers=len(claim.publishers),
        speakers=len(claim.speakers),
        origins=len(claim.origins.groups),
    )


def _cut(claim: Claim, statements: Sequence[Statement]) -> Claim:
    groups = tuple(
        replace(
            group,
            speakers=group.speakers[:PARTS],
            members=group.members[:PARTS],
            reasons=group.reasons[:PARTS],
            may_be=group.may_be[:PARTS],
        )
        for group in claim.origins.groups[:PARTS]
    )
    return replace(
        claim,
        attributions=tuple(statements),
        documents=tuple(dict.fromkeys(one.document for one in statements)),
        publishers=claim.publishers[:PARTS],
        speakers=claim.speakers[:PARTS],
        origins=replace(claim.origins, groups=groups),
    )


def narrative_part(narrative: Narrative, limit: int, after: str | None = None) -> NarrativePart:
    """A narrative with a page of its claims.

    Raises:
        RunError: if it has no claim `after`.
    """
    listed, last = following(narrative.claims, limit, after, lambda one: one.id)
    return NarrativePart(replace(narrative, claims=tuple(listed)), len(narrative.claims), last)


def version_part(version: Version, limit: int) -> VersionPart:
    """A version with the first statements that came, and the first that went."""
    cut = replace(version, added=version.added[:limit], gone=version.gone[:limit])
    return VersionPart(cut, len(version.added), len(version.gone))
