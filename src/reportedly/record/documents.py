"""Documents as answers show them: lists, versions, and one for reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from reportedly.record.answers import DocumentAnswer, Reading, Searched, Version
from reportedly.record.paging import sizes
from reportedly.record.statements import Statements
from reportedly.store import AttributionRow, DocumentRow, Store

PAGE = 500
"""Documents that are read at a time."""


def searched(store: Store) -> Searched:
    """What answers are looked for in."""
    held = store.documents.coverage()
    return Searched(held.documents, held.publishers, held.first, held.last)


def documents(
    store: Store, after: int | None = None, limit: int | None = None, *, newest: bool = False
) -> Iterator[DocumentAnswer]:
    """All documents, in the order of adding or against it.

    Args:
        store: the record.
        after: number of the document to begin behind.
        limit: how many are wanted, if that is known.
        newest: those added last first.
    """
    for size in sizes(limit, PAGE):
        with store.read():
            page = _page(store, after, size, newest=newest)
            found = list(shown(store, page))
        yield from found
        if len(page) < size:
            return
        after = page[-1].n


def _page(store: Store, after: int | None, size: int, *, newest: bool) -> tuple[DocumentRow, ...]:
    if newest:
        return store.documents.newest(after, size)
    return store.documents.page(after or 0, size)


def shown(store: Store, rows: Iterable[DocumentRow]) -> Iterator[DocumentAnswer]:
    """Documents as answers show them."""
    listed = list(rows)
    places = store.documents.all_places(row.n for row in listed)
    versions = store.documents.of_urls({row.url for row in listed if row.url})
    for row in listed:
        chain = versions[row.url] if row.url else (row.n,)
        yield DocumentAnswer(
            id=row.digest,
            key=row.key,
            paths=places.get(row.n, ()),
            url=row.url,
            title=row.title,
            publisher=row.publisher,
            published=row.published,
            language=row.language,
            characters=row.characters,
            attributions=row.attributions,
            added_at=row.added_at,
            version=chain.index(row.n) + 1,
            versions=len(chain),
        )


def document(store: Store, n: int) -> DocumentAnswer:
    """The document of a number."""
    return next(shown(store, store.documents.get([n]).values()))


def reading(store: Store, statements: Statements, n: int) -> Reading:
    """A document for reading."""
    rows = store.attributions.of_document(n)
    return Reading(document(store, n), statements.extraction(n), tuple(statements.of(rows)))


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
