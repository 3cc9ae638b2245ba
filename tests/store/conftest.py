"""What the tests of the store share: an open record on either engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from reportedly.store import Addition, Store

Add = Callable[..., list[int]]


@pytest.fixture
def store(where: Callable[[], str]) -> Iterator[Store]:
    with Store.open(where()) as opened:
        yield opened


@pytest.fixture
def add(store: Store) -> Add:
    """Adds documents, and gives their numbers."""

    def add(*additions: Addition) -> list[int]:
        with store.write():
            return [store.documents.add(addition).n for addition in additions]

    return add
