"""Claims in lists: those of several statements first, then what was said once."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.record.paging import sizes
from reportedly.store import Matter, Store, Summary

PAGE = 50
"""Claims that are read at a time: an answer has them with all their statements."""


def claim_roots(
    store: Store, after: int | None = None, limit: int | None = None
) -> Iterator[tuple[int, ...]]:
    """Roots of all claims, page by page: the widest of several statements first, then the others.

    Args:
        store: the record.
        after: the root to begin behind.
        limit: how many are wanted, if that is known.
    """
    last = None if after is None else store.groups.summaries(Matter.CLAIM, [after]).get(after)
    if after is None or last is not None:
        for page in several(store, last, limit):
            yield tuple(summary.root for summary in page)
        after = 0
    for size in sizes(limit, PAGE):
        alone = store.vectors.alone(after, size)
        yield alone
        if len(alone) < size:
            return
        after = alone[-1]


def several(
    store: Store, last: Summary | None = None, limit: int | None = None
) -> Iterator[tuple[Summary, ...]]:
    """Claims of several statements, page by page, the widest first, from behind one on."""
    for size in sizes(limit, PAGE):
        page = store.groups.widest(Matter.CLAIM, size, last)
        yield page
        if len(page) < size:
            return
        last = page[-1]
