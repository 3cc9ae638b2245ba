"""Adding through the site: by a process of its own, with the real engine, told as it goes."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from sites import Site

from reportedly import samples
from reportedly.record import Record
from reportedly.web import Settings
from reportedly.web.uploads import safe

LONG = 60.0


@pytest.fixture
def empty(tmp_path: Path, site: Site) -> TestClient:
    """A site over a record that is not there yet."""
    return site(Settings(str(tmp_path / "new.db")))


def _ended(client: TestClient, job: str) -> str:
    """The page of a job when it has ended."""
    end = time.monotonic() + LONG
    while time.monotonic() < end:
        shown = client.get(job).text
        if "every 1s" not in shown:
            return shown
        time.sleep(0.1)
    raise TimeoutError(job)


def test_an_empty_record_explains_itself_and_offers_the_invented_articles(
    empty: TestClient, tmp_path: Path
) -> None:
    assert "This record is empty" in empty.get("/").text
    began = empty.post("/add/samples")
    assert began.status_code == 303
    shown = _ended(empty, began.headers["location"])
    assert "done, 3 added" in shown
    with Record.open(tmp_path / "new.db", readonly=True) as record:
        found = list(record.documents())
        assert [d.publisher for d in found] == [who for who, _ in samples.PUBLISHED.values()]
        assert [d.paths for d in found] == [(name,) for name in samples.PUBLISHED]
        assert all(d.attributions for d in found)
    assert "This record is empty" not in empty.get("/").text


def test_files_are_added_under_their_own_names_and_bad_ones_are_named(
    empty: TestClient, tmp_path: Path
) -> None:
    good = (
        b'The harbour is closed, the minister Ada Morn said on Tuesday. "We will wait," she added.'
    )
    files = [
        ("files", ("../../etc/harbour.txt", good)),
        ("files", ("harbour.txt", good + b" Nobody answered, said Ben Orro, a captain.")),
        ("files", ("broken.html", b"\x00\x01")),
    ]
    shown = _ended(empty, empty.post("/add/files", files=files).headers["location"])
    assert "2 added" in shown
    assert "1 left out" in shown
    assert "broken.html" in shown
    with Record.open(tmp_path / "new.db", readonly=True) as record:
        assert [d.paths for d in record.documents()] == [("harbour.txt",), ("2 harbour.txt",)]


def test_pasted_text_has_the_publisher_and_day_that_were_given(
    empty: TestClient, tmp_path: Path
) -> None:
    text = "Ada Morn, minister of ports, said the gates were closed.\r\nShe denied any fault."
    given = {"text": text, "publisher": "Northline", "published": "2031-05-04"}
    _ended(empty, empty.post("/add/text", data=given).headers["location"])
    with Record.open(tmp_path / "new.db", readonly=True) as record:
        (found,) = record.documents()
        assert (found.publisher, found.published) == ("Northline", "2031-05-04")
        assert record.reading(found.key).extraction.document.text == text.replace("\r\n", "\n")


@pytest.mark.parametrize("address", ["file:///etc/passwd", "/etc/passwd", "ftp://a.example/", "-"])
def test_nothing_but_the_web_is_fetched(client: TestClient, address: str) -> None:
    assert client.post("/add/address", data={"address": address}).status_code == 400


def test_addresses_of_this_machine_are_refused(client: TestClient) -> None:
    began = client.post("/add/address", data={"address": "http://127.0.0.1:9/news"})
    shown = _ended(client, began.headers["location"])
    assert "1 left out" in shown
    assert "loopback" in shown or "private" in shown


def test_what_cannot_be_meant_is_said(client: TestClient) -> None:
    answer = client.post("/add/text", data={"text": "words", "published": "someday"})
    assert answer.status_code == 400
    assert "someday" in answer.text
    assert client.get("/jobs/nothing").status_code == 404


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("news.txt", "news.txt"),
        ("C:\\Users\\ada\\news.txt", "news.txt"),
        ("../../etc/passwd", "passwd"),
        ("-", "file"),
        ("--help", "help"),
        (".hidden", "hidden"),
        ("a:b?.txt", "ab.txt"),
        ("line\nbreak\x1b[1m.txt", "linebreak[1m.txt"),
        ("n" * 300 + ".html", "n" * 120 + ".html"),
    ],
)
def test_names_of_files_are_made_safe(given: str, kept: str) -> None:
    assert safe(given) == kept
