"""Lists: documents, speakers, claims, reuse and versions, read from the record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, count

from reportedly.connect.entities import held, label
from reportedly.record.answers import (
    DocumentAnswer,
    Place,
    ReuseAnswer,
    Searched,
    SpeakerAnswer,
    Version,
)
from reportedly.record.ids import Known, group_id
from reportedly.record.statements import Statements
from reportedly.schema import Direction, Passage, Reuse, ReuseKind, Span
from reportedly.schema.codec import decode
from reportedly.store import AttributionRow, DocumentRow, LinkRow, Matter, Store, Summary

PAGE = 500
"""Rows that are read at a time."""


def searched(store: Store) -> Searched:
    """What answers are looked for in."""
    held = store.documents.coverage()
    return Searched(held.documents, held.publishers, held.first, held.last)


def claim_roots(store: Store) -> Iterator[int]:
    """Roots of all claims: those of several statements, the widest first; then the others."""
    yield from (summary.root for summary in several(store))
    for document in documents(store):
        rows = store.attributions.of_document(document.n)
        spoken = store.vectors.cells(row.n for row in rows)
        roots = store.groups.roots(Matter.CLAIM, spoken)
        alone = [n for n, root in roots.items() if n == root]
        members = store.groups.members(Matter.CLAIM, alone)
        yield from (n for n in alone if len(members[n]) == 1)


def several(store: Store) -> Iterator[Summary]:
    """Claims of several statements, the widest first."""
    for offset in count(0, PAGE):
        page = store.groups.listing(Matter.CLAIM, "documents", PAGE, offset)
        yield from page
        if len(page) < PAGE:
            return


def documents(store: Store) -> Iterator[DocumentRow]:
    """All documents, in the order of adding."""
    after = 0
    while page := store.documents.page(after, PAGE):
        yield from page
        after = page[-1].n


def shown(store: Store, rows: Iterable[DocumentRow]) -> Iterator[DocumentAnswer]:
    """Documents as answers show them."""
    for row in rows:
        versions = store.documents.versions(row.url) if row.url else (row,)
        yield DocumentAnswer(
            id=row.digest,
            key=row.key,
            paths=store.documents.places(row.n),
            url=row.url,
            title=row.title,
            publisher=row.publisher,
            published=row.published,
            language=row.language,
            characters=row.characters,
            attributions=row.attributions,
            added_at=row.added_at,
            version=[v.n for v in versions].index(row.n) + 1,
            versions=len(versions),
        )


def versions(store: Store, statements: Statements, n: int) -> Iterator[Version]:
    """The versions of a document, by adding, with what each says anew and says no more."""
    (row,) = store.documents.get([n]).values()
    chain = store.documents.versions(row.url) if row.url else (row,)
    before: Sequence[AttributionRow] = ()
    for version, answer in zip(chain, shown(store, chain), strict=True):
        now = store.attributions.of_document(version.n)
        added = _without(now, before) if version.n != chain[0].n else ()
        yield Version(
            answer,
            tuple(statements.of(added)),
            tuple(statements.of(_without(before, now))),
        )
        before = now


def _without(
    rows: Iterable[AttributionRow], others: Iterable[AttributionRow]
) -> list[AttributionRow]:
    """Those rows whose words and speaker none of the others has."""
    said = Counter((row.speaker_name, row.content) for row in others)
    found = []
    for row in rows:
        if said[row.speaker_name, row.content]:
            said[row.speaker_name, row.content] -= 1
        else:
            found.append(row)
    return found


def reuse(store: Store, n: int | None = None) -> Iterator[ReuseAnswer]:
    """What pairs of documents share: all pairs, or those of one document."""
    links = store.links.all(Matter.REUSE) if n is None else store.links.of(Matter.REUSE, [n])
    for link in links:
        yield _reused(store, link)
    held = documents(store) if n is None else store.documents.get([n]).values()
    for row in held:
        yield from _same_text(store, row)


def _same_text(store: Store, row: DocumentRow) -> Iterator[ReuseAnswer]:
    """The files that one document was met in more than once: copies to the last character."""
    paths = store.documents.places(row.n)
    if len(paths) < 2 or not row.characters:
        return
    whole = Passage(Span(0, row.characters), Span(0, row.characters))
    why = "one and the same document in two places"
    for first, second in combinations(paths, 2):
        places = _place(row, first), _place(row, second)
        yield ReuseAnswer(*places, ReuseKind.COPY, (whole,), 1.0, 1.0, Direction.UNKNOWN, why)


def _reused(store: Store, link: LinkRow) -> ReuseAnswer:
    rows = store.documents.get([link.a, link.b])
    found: Reuse = decode(Reuse, link.data, "")
    return ReuseAnswer(
        _place(rows[link.a]),
        _place(rows[link.b]),
        found.kind,
        found.passages,
        found.first_share,
        found.second_share,
        found.direction,
        found.why,
    )


def _place(row: DocumentRow, path: str | None = None) -> Place:
    return Place(row.digest, row.key, path or row.path, row.url, row.publisher, row.published)


def speakers(store: Store, words: str = "") -> Iterator[SpeakerAnswer]:
    """Who speaks, over all documents: those with the most statements first.

    Args:
        store: the record.
        words: only those one of whose names holds all these words, whatever the case.
    """
    said = store.attributions.spoken()
    roots = store.groups.roots(Matter.ENTITY, said)
    totals = Counter[int]()
    for n, times in said.items():
        totals[roots[n]] += times
    wanted = words.casefold().split()
    for root, _ in sorted(totals.items(), key=lambda item: (-item[1], item[0])):
        found = speaker(store, root)
        names = " ".join((found.name, *found.aliases)).casefold()
        if all(word in names for word in wanted):
            yield found


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
