"""What somebody says, over all documents: statements by day, claims, and carriers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.record.answers import Part, Relied, Stand, Statement
from reportedly.record.claims import Claims
from reportedly.record.ids import Known, group_id
from reportedly.record.paging import sizes
from reportedly.record.statements import Statements
from reportedly.schema import NotHeldError
from reportedly.store import NO_DAY, Claimed, Matter, Store

PAGE = 200
"""Statements, or claims, that are read at a time."""


def said_by(
    store: Store,
    statements: Statements,
    root: int,
    after: int | None = None,
    limit: int | None = None,
) -> Iterator[Statement]:
    """What a speaker says, by day.

    Args:
        store: the record.
        statements: reads statements.
        root: the speaker's.
        after: number of the statement to begin behind.
        limit: how many are wanted, if that is known.

    Raises:
        NotHeldError: if the speaker does not say that.
    """
    last = None if after is None else _said(store, root, after)
    return _said_from(store, statements, root, last, limit)


def _said_from(
    store: Store,
    statements: Statements,
    root: int,
    last: tuple[str, int] | None,
    limit: int | None,
) -> Iterator[Statement]:
    for size in sizes(limit, PAGE):
        with store.read():
            page = store.speaking.by_day(root, size, last)
            rows = store.attributions.get(n for _, n in page)
            found = statements.of([rows[n] for _, n in page if n in rows])
        yield from found
        if len(page) < size:
            return
        last = page[-1]


def _said(store: Store, root: int, n: int) -> tuple[str, int]:
    """Where a statement stands in the list of what a speaker says."""
    (row,) = store.attributions.get([n]).values()
    said = row.speaker is not None and store.groups.roots(Matter.ENTITY, [row.speaker])
    if not said or root not in said.values():
        raise NotHeldError(f"{row.ref.document}/{row.ref.id}: a statement of the speaker is meant")
    return row.day or NO_DAY, n


def parts(
    store: Store,
    claims: Claims,
    root: int,
    after: int | None = None,
    limit: int | None = None,
) -> Iterator[Part]:
    """The claims that a speaker has a part in, those of most documents first.

    Args:
        store: the record.
        claims: reads claims.
        root: the speaker's.
        after: root of the claim to begin behind.
        limit: how many are wanted, if that is known.

    Raises:
        NotHeldError: if the speaker has no part in that claim.
    """
    found = store.speaking.claims(root)
    start = 0
    if after is not None:
        places = {one.root: place for place, one in enumerate(found)}
        if after not in places:
            raise NotHeldError("a claim that the speaker has a part in is meant")
        start = places[after] + 1
    return _paged_parts(store, claims, found[start:], limit)


def _paged_parts(
    store: Store, claims: Claims, found: Sequence[Claimed], limit: int | None
) -> Iterator[Part]:
    start = 0
    for size in sizes(limit, PAGE):
        with store.read():
            page = list(_parts(store, claims, found[start : start + size]))
        yield from page
        start += size
        if start >= len(found):
            return


def _parts(store: Store, claims: Claims, page: Sequence[Claimed]) -> Iterator[Part]:
    rows = store.attributions.get(n for one in page for n in one.statements)
    own = {one.root: {n: rows[n] for n in one.statements if n in rows} for one in page}
    stands = claims.stands(own)
    for one, headline in zip(page, claims.headlines(own), strict=True):
        taken = set(stands[one.root].values())
        days = sorted(row.day for row in own[one.root].values() if row.day)
        first, last = (days[0], days[-1]) if days else (None, None)
        yield Part(headline, tuple(stand for stand in Stand if stand in taken), first, last)


def carriers_of(store: Store, root: int) -> Iterator[Relied]:
    """The media through which a speaker was heard, those of most statements first."""
    found = store.speaking.carried(root)
    roots = [one.root for one in found]
    refs = store.entities.refs(roots)
    names = _called(store, roots)
    for one in found:
        name = group_id(Known.SPEAKER, refs[one.root])
        yield Relied(name, names[one.root], one.statements, one.documents)


def _called(store: Store, roots: Sequence[int]) -> dict[int, str]:
    """The names of groups of entities, by root."""
    several = store.groups.summaries(Matter.ENTITY, roots)
    alone = store.entities.get(root for root in roots if root not in several)
    names = {root: row.profile.name for root, row in alone.items()}
    return names | {root: summary.label for root, summary in several.items()}
