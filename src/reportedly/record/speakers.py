"""Who speaks: lists of speakers, what they say, which claims they have a part in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from reportedly.connect.entities import held, label
from reportedly.record.answers import Part, Relied, SpeakerAnswer, Stand, Statement
from reportedly.record.claims import Claims
from reportedly.record.ids import Known, group_id
from reportedly.record.statements import Statements
from reportedly.schema import NotHeldError
from reportedly.store import AttributionRow, Matter, Store


def speakers(store: Store, words: str = "", after: int | None = None) -> Iterator[SpeakerAnswer]:
    """Who speaks, over all documents: those in most documents first.

    Args:
        store: the record.
        words: only those one of whose names holds all these words, whatever the case.
        after: root of the speaker to begin behind.
    """
    wanted = words.casefold().split()
    for root in _roots(store, after):
        found = speaker(store, root)
        names = " ".join((found.name, *found.aliases)).casefold()
        if all(word in names for word in wanted):
            yield found


def _roots(store: Store, after: int | None) -> Iterator[int]:
    said = store.attributions.spoken()
    roots = store.groups.roots(Matter.ENTITY, said)
    documents, sizes = Counter[int](), Counter[int]()
    for n, times in said.items():
        sizes[roots[n]] += times
    for root in sizes:
        members = store.groups.members(Matter.ENTITY, [root])[root]
        documents[root] = len({r.document for r in store.attributions.of_speakers(members)})
    grouped = set(store.groups.summaries(Matter.ENTITY, sizes))
    ordered = sorted(
        sizes,
        key=lambda root: (
            -documents[root],
            *((0, -sizes[root], -root) if root in grouped else (1, root, 0)),
        ),
    )
    if after is not None:
        if after not in sizes:
            raise NotHeldError("who comes after one who says nothing, there is no telling")
        ordered = ordered[ordered.index(after) + 1 :]
    yield from ordered


def speaker(store: Store, root: int) -> SpeakerAnswer:
    """One who speaks or carries, by the root of the group."""
    members = store.groups.members(Matter.ENTITY, [root])[root]
    held_in = store.entities.get(members).values()
    profiles = sorted((row.profile for row in held_in), key=lambda profile: profile.ref)
    rows = list(store.attributions.of_speakers(members))
    days = sorted(row.day for row in rows if row.day)
    name = label(profiles)
    others = dict.fromkeys(n for p in profiles for n in (p.name, *p.aliases) if n != name)
    return SpeakerAnswer(
        id=group_id(Known.SPEAKER, min(p.ref for p in profiles)),
        name=name,
        type=Counter(p.type for p in profiles).most_common(1)[0][0],
        aliases=tuple(others),
        roles=tuple(held(profiles)),
        statements=len(rows),
        documents=len({row.document for row in rows}),
        publishers=len({row.publisher for row in rows if row.publisher}),
        first=days[0] if days else None,
        last=days[-1] if days else None,
    )


def said_by(
    store: Store, statements: Statements, root: int, after: int | None = None
) -> Iterator[Statement]:
    """What a speaker says, by day.

    Args:
        store: the record.
        statements: reads statements.
        root: the speaker's.
        after: number of the statement to begin behind.
    """
    rows = _said(store, root)
    if after is not None:
        rows = rows[_place(after, [row.n for row in rows]) + 1 :]
    for row in rows:
        yield from statements.of([row])


def _said(store: Store, root: int) -> list[AttributionRow]:
    members = store.groups.members(Matter.ENTITY, [root])[root]
    rows = store.attributions.of_speakers(members)
    return sorted(rows, key=lambda row: (row.day or "9999", row.n))


def _place(after: int, numbers: list[int]) -> int:
    if after not in numbers:
        raise NotHeldError("the list has no such item to begin behind")
    return numbers.index(after)


def parts(store: Store, claims: Claims, root: int, after: int | None = None) -> Iterator[Part]:
    """The claims that a speaker has a part in, those of most documents first.

    Args:
        store: the record.
        claims: reads claims.
        root: the speaker's.
        after: root of the claim to begin behind.
    """
    rows = _said(store, root)
    own: dict[int, list[AttributionRow]] = {}
    claimed = claims.roots(row.n for row in rows)
    for row in rows:
        if row.n in claimed:
            own.setdefault(claimed[row.n], []).append(row)
    ordered = _widest_first(store, own)
    if after is not None:
        ordered = ordered[_place(after, ordered) + 1 :]
    for claim in ordered:
        yield _part(claims, claim, own[claim])


def _widest_first(store: Store, roots: Iterable[int]) -> list[int]:
    listed = list(roots)
    several = store.groups.summaries(Matter.CLAIM, listed)
    wide = sorted(several.values(), key=lambda s: (s.documents, s.size, s.root), reverse=True)
    return [s.root for s in wide] + sorted(root for root in listed if root not in several)


def _part(claims: Claims, root: int, rows: Iterable[AttributionRow]) -> Part:
    numbers = [row.n for row in rows]
    stands: Mapping[int, Stand] = claims.stands(root)
    days = sorted(row.day for row in rows if row.day)
    found = {stands[n] for n in numbers}
    return Part(
        claims.headline(root),
        tuple(stand for stand in Stand if stand in found),
        days[0] if days else None,
        days[-1] if days else None,
    )


def carriers_of(store: Store, statements: Statements, root: int) -> Iterator[Relied]:
    """The media through which a speaker was heard, those of most statements first."""
    times: dict[str, list[int]] = {}
    names: dict[str, str] = {}
    for row in _said(store, root):
        if row.carriers:
            (one,) = statements.of([row])
            for carrier in one.carriers:
                names.setdefault(carrier.id, carrier.name)
                times.setdefault(carrier.id, []).append(row.document)
    found = [Relied(i, names[i], len(held), len(set(held))) for i, held in times.items()]
    yield from sorted(found, key=lambda one: (-one.statements, one.id))
