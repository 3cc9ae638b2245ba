"""Nobody comes in who may not, nothing of the machine goes out, and words stay words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from asked import PREFIX, Api
from hostile import HOSTILE
from sites import Site

from reportedly.record import Record
from reportedly.record.asking import Asking
from reportedly.schema import RunError
from reportedly.web import Settings
from reportedly.web.security.tokens import Tokens, new_token

CHANGES = ["/documents", "/judgements", "/judgements/j0000000000/undo", "/extract"]
CROSS = [
    {"Sec-Fetch-Site": "cross-site"},
    {"Origin": "http://evil.example"},
    {"Origin": "null"},
]


@pytest.mark.parametrize("path", CHANGES)
@pytest.mark.parametrize("headers", CROSS)
def test_other_sites_change_nothing(api: Api, path: str, headers: dict[str, str]) -> None:
    said = api.problem(403, "POST", path, json={"text": "Ada Morn said so."}, headers=headers)
    assert "another site" in said
    assert api.items("/jobs") == api.items("/judgements") == []


def test_a_site_for_reading_alone_is_read_and_not_changed(papers: str, site: Site) -> None:
    api = Api(site(Settings(papers, readonly=True)))
    before = Path(papers).read_bytes()
    assert api.items("/statements")
    for path in CHANGES[:-1]:
        assert "reading alone" in api.problem(403, "POST", path, json={"text": "x"})
    given = {"text": "Ada Morn said that it rains."}
    assert api.ask("POST", "/extract", json=given).json()["attributions"]
    assert Path(papers).read_bytes() == before


def test_a_token_lets_in(papers: str, site: Site, tmp_path: Path) -> None:
    token = new_token(tmp_path / "tokens.txt")
    client = site(
        Settings(papers, tokens=Tokens.load(tmp_path / "tokens.txt")), "http://news.example"
    )
    api = Api(client)
    for path in ("/record", "/openapi.json", "/nothing"):
        assert api.problem(401, "GET", path) == "a token is needed"
    wrong = {"Authorization": "Bearer wrong"}
    assert api.ask("GET", "/record", headers=wrong).headers["www-authenticate"] == "Bearer"
    client.headers["Authorization"] = f"Bearer {token}"
    assert api.get("/record")["documents"] > 1
    described = api.get("/openapi.json")
    assert set(described["components"]["securitySchemes"]) == {"token", "session"}
    assert described["security"] == [{"token": []}, {"session": []}]


def test_where_no_token_is_asked_for_none_is_described(api: Api) -> None:
    assert "security" not in api.get("/openapi.json")


def test_words_that_would_be_more_come_back_as_words(api: Api) -> None:
    """As they were, in JSON, which no browser takes for a page."""
    (found,) = [one for one in api.items("/documents") if one["publisher"] == HOSTILE["publisher"]]
    answer = api.ask("GET", f"/documents/{found['key']}")
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    reading = answer.json()
    assert reading["extraction"]["text"] == HOSTILE["text"]
    assert reading["document"]["title"] == HOSTILE["title"]
    assert reading["document"]["url"] == HOSTILE["url"]


def everything(api: Api) -> list[Any]:
    """All that can be read without an id, and each document."""
    paths = [p for p in api.get("/openapi.json")["paths"] if "{" not in p]
    asked = [api.ask("GET", path, params={"q": "x"} if path in WORDS else {}) for path in paths]
    documents = [f"/documents/{one['key']}" for one in api.items("/documents")]
    exports = [f"/export/{form}" for form in ("jsonl", "csv", "annotations", "prov", "ftm")]
    return asked + [api.ask("GET", path) for path in (*documents, *exports)]


WORDS = ("/alike", "/trace", "/search")


def test_no_folder_of_the_machine_is_told(api: Api, papers: str, tmp_path: Path) -> None:
    """Of where an article was met, the file's own name is."""
    news = tmp_path / "secret folder"
    news.mkdir()
    (news / "rain.jsonl").write_text(json.dumps({"text": "Ada Morn said that it rains."}))
    with Record.open(papers) as record:
        record.add([str(news / "rain.jsonl")])
        assert "secret folder" in list(record.documents(newest=True))[0].paths[0]  # noqa: RUF015
    told = everything(api)
    assert any("rain.jsonl" in answer.text for answer in told)
    for answer in told:
        assert "secret" not in answer.text, answer.url
        assert str(tmp_path) not in answer.text, answer.url


@pytest.mark.parametrize("error", [ValueError, RunError, OSError])
def test_faults_are_not_told_about(
    api: Api, monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    """What a `RunError` says is for whoever asks; nothing else that is raised is."""

    def fail(self: Asking, *_: Any, **__: Any) -> None:
        raise error("/srv/secret/news.db: line 7")

    monkeypatch.setattr(Asking, "network", fail)
    answer = api.ask("GET", "/network")
    assert "Traceback" not in answer.text
    if error is not RunError:
        assert api.problem(500, "GET", "/network") == "a fault of this program"
        assert "secret" not in answer.text


def test_a_record_that_is_gone_is_told_without_its_place(papers: str, site: Site) -> None:
    api = Api(site(Settings(papers)))
    Path(papers).write_bytes(b"no record any more")
    said = api.problem(503, "GET", "/record")
    assert said == "the record cannot be read or written just now"


def test_an_engine_that_is_broken_is_a_fault(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(known: Path | None) -> None:
        raise RunError("/srv/secret/model.onnx: no such file")

    monkeypatch.setattr("reportedly.pipeline.load_engine", fail)
    sent = {"text": "Ada Morn said that it rains."}
    assert api.problem(500, "POST", "/extract", json=sent) == "a fault of this program"
    assert PREFIX == "/api/v1"
