"""What documents share: pairs of them, and the places of one text."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations

from reportedly.record.answers import Place, ReuseAnswer
from reportedly.schema import Direction, NotHeldError, Passage, Reuse, ReuseKind, Span
from reportedly.schema.codec import decode
from reportedly.store import DocumentRow, LinkRow, Matter, Store

_TURNED = {
    Direction.FIRST.value: Direction.SECOND.value,
    Direction.SECOND.value: Direction.FIRST.value,
}


def reuse(store: Store, n: int | None = None, after: str | None = None) -> Iterator[ReuseAnswer]:
    """What pairs of documents share: all pairs, or those of one document.

    Args:
        store: the record.
        n: number of the one document.
        after: id of the pair to begin behind.

    Raises:
        NotHeldError: if there is no such pair.
    """
    found = _all(store) if n is None else _of(store, n)
    if after is not None:
        for pair in found:
            if pair.id == after:
                break
        else:
            raise NotHeldError(f"the record holds no pair {after!r:.60} here")
    yield from found


def between(store: Store, first: int, second: int) -> ReuseAnswer | None:
    """What two documents share, seen from the first; None if nothing."""
    link = store.links.between(Matter.REUSE, first, second)
    if link is None:
        return None
    found = _reused(store, link)
    return found if link.a == first else turned(found)


def sharing(store: Store, keys: Iterable[str]) -> dict[str, int]:
    """With how many others some documents share words; versions of one are no others.

    Args:
        store: the record.
        keys: of the documents; those that the record lacks are left out of the answer.
    """
    rows = store.documents.by_keys(keys)
    found = Counter(store.links.counted(Matter.REUSE, [row.n for row in rows.values()]))
    for chain in store.documents.of_urls({row.url for row in rows.values() if row.url}).values():
        for link in store.links.within(Matter.REUSE, chain) if len(chain) > 1 else ():
            found.subtract((link.a, link.b))
    return {key: found[row.n] for key, row in rows.items()}


def turned(pair: ReuseAnswer) -> ReuseAnswer:
    """The same pair, seen from the other one."""
    passages = [Passage(passage.second, passage.first) for passage in pair.passages]
    return replace(
        pair,
        first=pair.second,
        second=pair.first,
        passages=tuple(sorted(passages, key=lambda passage: passage.first)),
        first_share=pair.second_share,
        second_share=pair.first_share,
        direction=_TURNED.get(pair.direction, pair.direction),
    )


def _all(store: Store) -> Iterator[ReuseAnswer]:
    for link in store.links.all(Matter.REUSE):
        yield _reused(store, link)
    after = 0
    while page := store.documents.page(after, 500):
        for row in page:
            yield from _same_text(store, row)
        after = page[-1].n


def _of(store: Store, n: int) -> Iterator[ReuseAnswer]:
    for link in store.links.of(Matter.REUSE, [n]):
        yield _reused(store, link)
    for row in store.documents.get([n]).values():
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
        name = _pair_id(row.key, row.key, first, second)
        yield ReuseAnswer(*places, ReuseKind.COPY, (whole,), 1.0, 1.0, Direction.UNKNOWN, why, name)


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
        _pair_id(rows[link.a].key, rows[link.b].key),
    )


def _pair_id(first: str, second: str, *paths: str) -> str:
    """`r` and what tells the documents; for two places of one, ten digits of their digest."""
    name = f"r{first[1:]}-{second[1:]}"
    if not paths:
        return name
    digest = hashlib.sha256("\x1f".join(paths).encode("utf-8", "surrogateescape")).hexdigest()
    return f"{name}-{digest[:10]}"


def _place(row: DocumentRow, path: str | None = None) -> Place:
    return Place(row.digest, row.key, path or row.path, row.url, row.publisher, row.published)
