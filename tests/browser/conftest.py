"""What the tests in a real browser share: the newsroom's record, sites over copies of it, tabs."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from typing import Any

import newsroom
import pytest
from chromium import launched
from places import places
from playwright.sync_api import Browser, Page
from served import served
from watched import Tab, watched

from reportedly.record import Outcome, Record

LEAST = 200
"""Documents that the newsroom's record has at least."""


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    """The browser that these tests share."""
    with launched() as browser:
        yield browser


@pytest.fixture(scope="package")
def record(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The newsroom's articles, read by the real engine; nobody writes to it: copy it.

    At a desk, one that was made before can be named in REPORTEDLY_NEWSROOM, to save the time.
    """
    made = os.environ.get("REPORTEDLY_NEWSROOM")
    if made and not os.environ.get("CI"):
        return Path(made)
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    with (shared / "newsroom.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # the first worker makes it, the others wait for it
        if not (shared / "newsroom").exists():
            _add_all(shared / "newsroom.draft").rename(shared / "newsroom")
    return shared / "newsroom" / "newsroom.db"


def _add_all(folder: Path) -> Path:
    folder.mkdir()
    inputs = newsroom.write(newsroom.articles(), folder / "news")
    with Record.open(folder / "newsroom.db") as held:
        taken = held.add(inputs, jobs=os.cpu_count() or 1)
    assert {one.outcome for one in taken} == {Outcome.ADDED, Outcome.VERSION}
    assert len(taken) >= LEAST
    return folder


@pytest.fixture(scope="package")
def site(record: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site over a copy of the newsroom's record; its tests read only."""
    folder = tmp_path_factory.mktemp("site")
    with served(shutil.copy(record, folder / "newsroom.db"), folder) as address:
        yield address


@pytest.fixture
def own(record: Path, tmp_path: Path) -> Iterator[str]:
    """A site over a copy of its own, for a test that changes it."""
    with served(shutil.copy(record, tmp_path / "newsroom.db"), tmp_path) as address:
        yield address


@pytest.fixture(scope="package")
def pages(record: Path) -> dict[str, str]:
    """An address for each kind of page."""
    return places(record)


@pytest.fixture
def tab(chromium: Browser, site: str) -> Tab:
    """Opens a watched tab; of the shared site, unless another one is named."""

    def opened(at: str = site, **more: Any) -> AbstractContextManager[Page]:
        return watched(chromium, at, **more)

    return opened


@pytest.fixture
def page(tab: Tab) -> Iterator[Page]:
    """A watched tab of the shared site."""
    with ExitStack() as stack:
        yield stack.enter_context(tab())
