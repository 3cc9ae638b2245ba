"""What the tests of the API share: a record with all that can be asked for, and a client."""

from __future__ import annotations

import shutil
from pathlib import Path

import press
import pytest
from asked import Api
from hostile import HOSTILE
from quay import LATER, PAPERS
from sites import Site

from reportedly.record import Record
from reportedly.web import Settings


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record with copies, versions, a denial, a wire, a question, and one who means harm."""
    folder = tmp_path_factory.mktemp("printed")
    with pytest.MonkeyPatch.context() as patch:
        press.employ(patch)
        with Record.open(folder / "news.db") as record:
            for number, articles in enumerate(([*PAPERS, HOSTILE], [LATER])):
                record.add([press.newspaper(folder / f"news{number}.jsonl", articles)])
    return folder / "news.db"


@pytest.fixture
def papers(printed: Path, tmp_path: Path) -> str:
    """The record's address; a test may change it."""
    return str(shutil.copy(printed, tmp_path / "news.db"))


@pytest.fixture
def api(papers: str, site: Site) -> Api:
    """The API over that record."""
    return Api(site(Settings(papers)))
