"""What the tests of the site share: a record with articles, and a client that asks the site."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import press
import pytest
from fastapi.testclient import TestClient
from sites import Site

from reportedly.record import Record
from reportedly.web import Settings, create_app

SAID = [
    (
        "Northline",
        "2031-05-04",
        "Ada Morn, minister of ports, said that the northern gates were closed.",
    ),
    ("The Courier", "2031-05-06", "Ada Morn denied that the northern gates were closed."),
    (
        "The Dispatch",
        "2031-05-07",
        "Harbour Wire quoted Ben Orro as saying “the northern gates were closed”.",
    ),
]
"""Publisher, day and text of the articles that are in the record."""


@pytest.fixture(autouse=True)
def _employed(monkeypatch: pytest.MonkeyPatch) -> None:
    press.employ(monkeypatch)


@pytest.fixture
def held(tmp_path: Path) -> str:
    """A record that holds `SAID`."""
    where = str(tmp_path / "news.db")
    articles = [
        {"publisher": who, "published": day, "text": text, "title": f"News of {day}"}
        for who, day, text in SAID
    ]
    with Record.open(where) as record:
        record.add([press.newspaper(tmp_path / "news.jsonl", articles)])
    return where


@pytest.fixture
def site() -> Iterator[Site]:
    """Opens a site, and asks it as this machine does; it is closed after the test."""
    opened: list[TestClient] = []

    def open_(settings: Settings, base: str = "http://localhost") -> TestClient:
        client = TestClient(
            create_app(settings),
            base_url=base,
            follow_redirects=False,
            raise_server_exceptions=False,
        )
        client.__enter__()
        opened.append(client)
        return client

    yield open_
    for client in opened:
        client.__exit__(None, None, None)


@pytest.fixture
def client(held: str, site: Site) -> TestClient:
    """The site over that record."""
    return site(Settings(held))
