"""Adding over the API: an article, files, an address; and the job that tells what became of it.

The work is done in this process here; the guide's test has the site do it as it does.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
from asked import PREFIX, Api
from httpx import Response
from newsstand import newsstand
from sites import Site

from reportedly.record import Record
from reportedly.web import Settings
from reportedly.web.jobs import Jobs, _work

LONG = 60.0
SAID = "Ada Morn, minister of ports, said that the gates were closed. Nobody asked her why."


class Told:
    """Takes what a job's process would tell."""

    def __init__(self) -> None:
        self.sent: list[Any] = []

    def send(self, one: object) -> None:
        self.sent.append(one)


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def worked(self: Jobs, job: Any) -> str | None:
        told: Any = Told()
        _work(self._record, str(job.folder), job.parts, self._known, told)
        for fate in told.sent[:-1]:
            job.take(fate)
        error: str | None = told.sent[-1].error
        return error

    monkeypatch.setattr(Jobs, "_worked", worked)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def empty(tmp_path: Path, site: Site) -> Api:
    """Over a record that is not there yet, and may fetch from this machine."""
    return Api(site(Settings(str(tmp_path / "new.db"), allow_private=True, max_files=2)))


def ended(api: Api, begun: Response) -> dict[str, Any]:
    """A job when it has ended."""
    assert begun.status_code == 202
    where = begun.headers["location"]
    assert where == f"{PREFIX}/jobs/{begun.json()['id']}"
    end = time.monotonic() + LONG
    while time.monotonic() < end:
        told: dict[str, Any] = api.client.get(where).json()
        if told["state"] in ("done", "failed"):
            return told
        time.sleep(0.05)
    raise TimeoutError(where)


def test_what_is_sent_is_added(empty: Api, tmp_path: Path) -> None:
    """An article, two files and what stands at an address, one after the other."""
    article = {"text": SAID, "title": "Gates", "publisher": "Northline", "published": "2031-05-04"}
    files = [
        ("files", ("../../rain.txt", b"It rained. Nobody knew why, said Ben Orro, a captain.")),
        ("files", ("broken.html", b"\x00\x01")),
    ]
    with newsstand() as stand:
        page = f"<article><h1>Gates</h1><p>{SAID} She went home late.</p></article>"
        address = {"address": stand.put("/gates", page)}
        begun = [
            empty.ask("POST", "/documents", json=article),
            empty.ask("POST", "/documents", files=files),
            empty.ask("POST", "/documents", json=address),
        ]
        jobs = [ended(empty, one) for one in begun]
    assert [job["counts"] for job in jobs] == [
        {"added": 1},
        {"added": 1, "left out": 1},
        {"added": 1},
    ]
    assert [one["name"] for one in jobs[1]["last"]] == ["rain.txt", "broken.html"]
    assert [job["id"] for job in empty.items("/jobs")] == [job["id"] for job in jobs[::-1]]
    with Record.open(tmp_path / "new.db", readonly=True) as record:
        first = next(record.documents())
        assert (first.title, first.publisher, first.published) == (
            "Gates",
            "Northline",
            "2031-05-04",
        )
        assert record.reading(first.key).extraction.document.text == SAID
        assert [d.url for d in record.documents()] == [None, None, address["address"]]
    assert empty.get("/record")["documents"] == 3


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({"json": {"address": "file:///etc/passwd"}}, 422),
        ({"json": {"address": "-"}}, 422),
        ({"json": {"address": "http://a.invalid/", "text": "x"}}, 422),
        ({"json": {"text": "x", "published": "yesterday"}}, 422),
        ({"json": {"text": "x", "published": "2031-02-30"}}, 422),
        ({"files": [("file", ("a.txt", b"x"))]}, 422),
        ({"files": [("files", ("a.txt", b"x"))], "data": {"publisher": "x"}}, 422),
        ({"files": [("files", (f"{n}.txt", b"x")) for n in range(3)]}, 400),
        ({"content": b"x", "headers": {"Content-Type": "multipart/form-data"}}, 400),
    ],
)
def test_nothing_else_is_taken(empty: Api, given: Any, status: int) -> None:
    empty.problem(status, "POST", "/documents", **given)
    assert empty.items("/jobs") == []
