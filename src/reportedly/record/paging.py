"""Pages: how many rows are read at a time, where it is not known how many will be taken."""

from __future__ import annotations

from collections.abc import Iterator

FIRST = 25
"""Items of the first page where no limit is given: about what a screen shows."""


def sizes(limit: int | None, most: int) -> Iterator[int]:
    """How many items to read, page by page: what is wanted, or else more with each page.

    Args:
        limit: how many are wanted; None if that is not known.
        most: how many to read at a time at most.
    """
    size = min(FIRST if limit is None else max(limit, 1), most)
    while True:
        yield size
        size = min(2 * size, most)
