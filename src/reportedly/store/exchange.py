"""A record as lines of JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from reportedly.store.rows import Imported

if TYPE_CHECKING:
    from reportedly.store.store import Store


def export(store: Store) -> Iterator[str]:
    """The whole record, a line each."""
    raise NotImplementedError


def import_(store: Store, lines: Iterable[str]) -> Imported:
    """Read what `export` wrote."""
    raise NotImplementedError
