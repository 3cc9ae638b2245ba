"""What the tests of the record share: an engine and an encoder without weights, and a record."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count
from pathlib import Path
from typing import Any

import press
import pytest

from reportedly.record import Record, Taken

Article = Mapping[str, Any]
Print = Callable[..., "list[Taken]"]


@pytest.fixture(autouse=True)
def _employed(monkeypatch: pytest.MonkeyPatch) -> None:
    press.employ(monkeypatch)


@pytest.fixture
def record(where: Callable[[], str]) -> Iterator[Record]:
    """An empty record; a test that asks for it runs on both engines."""
    with Record.open(where()) as opened:
        yield opened


@pytest.fixture
def add(tmp_path: Path) -> Print:
    """Adds articles to a record in one run."""
    numbers = count(1)

    def add(record: Record, *articles: Article) -> list[Taken]:
        return record.add([news(tmp_path, next(numbers), articles)])

    return add


def news(folder: Path, number: int, articles: Sequence[Article]) -> str:
    return press.newspaper(folder / f"news{number}.jsonl", articles)
