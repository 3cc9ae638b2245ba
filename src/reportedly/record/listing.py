"""Claims in lists: those of several statements first, then what was said once."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.store import Matter, Store, Summary

PAGE = 100
"""Claims that are read at a time."""


def claim_roots(store: Store, after: int | None = None) -> Iterator[int]:
    """Roots of all claims: those of several statements, the widest first; then the others.

    Args:
        store: the record.
        after: the root to begin behind.
    """
    last = None if after is None else store.groups.summaries(Matter.CLAIM, [after]).get(after)
    if after is None or last is not None:
        yield from (summary.root for summary in several(store, last))
        after = 0
    yield from _alone(store, after)


def several(store: Store, last: Summary | None = None) -> Iterator[Summary]:
    """Claims of several statements, the widest first, from behind one on."""
    while page := store.groups.widest(Matter.CLAIM, PAGE, last):
        yield from page
        last = page[-1]


def _alone(store: Store, after: int) -> Iterator[int]:
    """Statements that are claims of their own, in the order of adding."""
    while page := store.attributions.page(after, PAGE):
        spoken = store.vectors.cells(row.n for row in page)
        yield from sorted(store.groups.alone(Matter.CLAIM, spoken))
        after = page[-1].n
