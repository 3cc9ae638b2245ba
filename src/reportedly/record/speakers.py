"""Who speaks: lists of speakers, what they say, which claims they have a part in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from reportedly.record.answers import Part, Relied, SpeakerAnswer, Stand, Statement
from reportedly.record.claims import Claims
from reportedly.record.ids import Known, group_id
from reportedly.record.paging import sizes
from reportedly.record.statements import Statements
from reportedly.record.who import unpacked, who
from reportedly.schema import NotHeldError
from reportedly.store import NO_DAY, AttributionRow, Claimed, EntityRow, Matter, Store, Summary

PAGE = 200
"""Speakers, or statements of one, that are read at a time."""


def speakers(
    store: Store, words: str = "", after: int | None = None, limit: int | None = None
) -> Iterator[SpeakerAnswer]:
    """Who speaks, over all documents: those in most documents first.

    Args:
        store: the record.
        words: only those one of whose names holds all these words, whatever the case.
        after: root of the speaker to begin behind.
        limit: how many are wanted, if that is known.
    """
    wanted = words.casefold().split()
    for page in _pages(store, after, limit):
        for found in page:
            names = " ".join((found.name, *found.aliases)).casefold()
            if all(word in names for word in wanted):
                yield found


def _pages(store: Store, after: int | None, limit: int | None) -> Iterator[Sequence[SpeakerAnswer]]:
    """Groups of several entities that speak, the widest first; then those of one."""
    last = None if after is None else store.groups.summaries(Matter.ENTITY, [after]).get(after)
    if after is None or last is not None:
        for size in sizes(limit, PAGE):
            with store.read():
                page = store.groups.widest(Matter.ENTITY, size, last)
                found = _summed_up(store, [summary for summary in page if summary.size])
            yield found
            if len(page) < size or not page[-1].size:
                break
            last = page[-1]
        after = 0
    for size in sizes(limit, PAGE):
        with store.read():
            alone = store.speaking.alone(after, size)
            found = _counted(store, {n: (n,) for n in alone})
        yield found
        if len(alone) < size:
            return
        after = alone[-1]


def speaker(store: Store, root: int) -> SpeakerAnswer:
    """One who speaks or carries, by the root of the group."""
    summary = store.groups.summaries(Matter.ENTITY, [root]).get(root)
    if summary is not None:
        return _summed_up(store, [summary])[0]
    return _counted(store, store.groups.members(Matter.ENTITY, [root]))[0]


def _summed_up(store: Store, summaries: Iterable[Summary]) -> list[SpeakerAnswer]:
    """Groups of several, as their summaries have them."""
    found = []
    for summary in summaries:
        known = unpacked(summary.label, summary.data)
        if known is None:  # made by an earlier version, and not settled since
            found += _counted(store, store.groups.members(Matter.ENTITY, [summary.root]))
            continue
        found.append(
            SpeakerAnswer(
                id=summary.id,
                name=known.name,
                type=known.type,
                aliases=known.aliases,
                roles=known.roles,
                statements=summary.size,
                documents=summary.documents,
                publishers=summary.publishers,
                first=summary.first,
                last=summary.last,
            )
        )
    return found


def _counted(store: Store, groups: dict[int, tuple[int, ...]]) -> list[SpeakerAnswer]:
    """Groups as they are counted from what their members say."""
    everyone = [n for members in groups.values() for n in members]
    entities = store.entities.get(everyone)
    said = defaultdict[int, list[AttributionRow]](list)
    for row in store.attributions.of_speakers(everyone):
        said[row.speaker or 0].append(row)
    return [
        _answer(
            [entities[n] for n in members if n in entities],
            [row for n in members for row in said.get(n, ())],
        )
        for members in groups.values()
    ]


def _answer(entities: Iterable[EntityRow], rows: Sequence[AttributionRow]) -> SpeakerAnswer:
    profiles = [row.profile for row in entities]
    known = who(profiles)
    days = sorted(row.day for row in rows if row.day)
    return SpeakerAnswer(
        id=group_id(Known.SPEAKER, min(p.ref for p in profiles)),
        name=known.name,
        type=known.type,
        aliases=known.aliases,
        roles=known.roles,
        statements=len(rows),
        documents=len({row.document for row in rows}),
        publishers=len({row.publisher for row in rows if row.publisher}),
        first=days[0] if days else None,
        last=days[-1] if days else None,
    )


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
