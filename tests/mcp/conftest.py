"""What the tests of the tools share: a record, and a server over it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import press
import pytest
import quay
from assistant import Connected, connected
from hostile import HOSTILE
from mcp.types import CallToolResult

from reportedly.record import Record

Call = Callable[..., CallToolResult]
Ask = Callable[..., dict[str, Any]]

QUOTED: Mapping[str, Any] = {
    "publisher": "The Lamp",
    "published": "2031-05-09",
    "text": f"Ada Morn said on 2031-05-04 “{quay.CLOSED}\n   on purpose”.",
}
"""The minister's words once more, over two lines; without a path of its own it has its file's."""


@pytest.fixture(scope="session")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of the five articles, a later version, and a hostile one; nobody writes to it."""
    folder = tmp_path_factory.mktemp("paper")
    articles = [*quay.PAPERS, quay.LATER, QUOTED, HOSTILE]
    with pytest.MonkeyPatch.context() as patch:
        press.employ(patch)
        with Record.open(folder / "news.db") as record:
            taken = record.add([press.newspaper(folder / "news.jsonl", articles)])
    assert [one.error for one in taken] == [None] * len(articles)
    return folder / "news.db"


@pytest.fixture(scope="session")
def server(paper: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connected]:
    """The server of that record, started in another folder."""
    with connected(paper, tmp_path_factory.mktemp("elsewhere")) as made:
        yield made


@pytest.fixture
def call(server: Connected) -> Call:
    """Calls a tool; gives the result as the client has it."""
    return server.call


@pytest.fixture
def ask(server: Connected) -> Ask:
    """Calls a tool that must answer; gives the answer's JSON."""
    return server.ask
