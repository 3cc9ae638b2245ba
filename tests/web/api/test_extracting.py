"""Extraction without a record: text, pages and articles in; the form of `extract` out."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import press
import pytest
from asked import Api
from jsonschema import Draft202012Validator

from reportedly import pipeline
from reportedly.schema import Document, Extraction, from_json, json_schema
from reportedly.web.api.extractor import WAITING

SAID = "Ada Morn, minister of ports, said that the northern gates were closed."
PLAIN, HTML = ({"Content-Type": media} for media in ("text/plain", "text/html"))
PAGE = (
    f"<html><head><title>Gates</title></head><body><article><h1>Gates</h1><p>{SAID}</p>"
    "<p>Nobody else said a word about it all through the day.</p></article></body></html>"
)


def extracted(api: Api, **given: Any) -> dict[str, Any]:
    found = api.ask("POST", "/extract", **given)
    assert found.status_code == 200, found.text
    answer: dict[str, Any] = found.json()
    Draft202012Validator(json_schema()).validate(answer)
    from_json(answer)
    return answer


def test_plain_text(api: Api, papers: str) -> None:
    before, documents = Path(papers).read_bytes(), api.get("/record")["documents"]
    known = {"publisher": "Northline", "published": "2031-05-04", "url": "https://n.invalid/1"}
    text = f"\ufeff{SAID}\r\n\r\nCafé."
    found = extracted(api, content=text.encode(), headers=PLAIN, params=known)
    assert found["text"] == text
    assert {name: found[name] for name in known} == known
    assert found["path"] is None
    assert [one["speaker"]["name"] for one in found["attributions"]] == ["Ada Morn"]
    assert Path(papers).read_bytes() == before
    assert api.get("/record")["documents"] == documents


def test_text_in_another_encoding(api: Api) -> None:
    text = f"{SAID} “Café”"
    headers = {"Content-Type": "text/plain; charset=windows-1252"}
    found = extracted(api, content=text.encode("cp1252"), headers=headers)
    assert found["text"] == text


def test_a_page(api: Api) -> None:
    headers = {"Content-Type": "text/html; charset=utf-8"}
    found = extracted(api, content=PAGE.encode(), headers=headers)
    assert SAID in found["text"]
    assert found["title"] == "Gates"
    assert found["attributions"]


def test_an_article_as_json(api: Api) -> None:
    article = {
        "text": SAID,
        "title": "<script>",
        "url": "javascript:alert(1)",
        "publisher": "Northline",
        "published": "2031-05-04",
        "authors": ["Cyd Vale"],
    }
    found = extracted(api, json=article)
    assert {name: found[name] for name in article} == article
    assert extracted(api, json={"text": SAID, "title": None})["title"] is None


@pytest.mark.parametrize(
    ("given", "status", "said"),
    [
        ({"json": {"address": "http://127.0.0.1/"}}, 422, "text: "),
        ({"json": {"text": "   "}}, 422, "empty"),
        ({"json": {"text": "x" * 1_000_001}}, 422, "text: "),
        ({"content": b"%PDF-1.7", "headers": PLAIN}, 422, "PDF"),
        ({"content": b"<p></p>", "headers": HTML}, 422, "text in this page"),
        ({"content": b"x" * 4_000_001, "headers": PLAIN}, 413, "4,000,000"),
        ({"json": {"text": SAID}, "params": {"published": "2031-13-01"}}, 422, "published: "),
        ({"json": {"text": SAID}, "params": {"language": "english"}}, 422, "language: "),
        ({"json": {"text": "Der Minister sagte am Montag, dass die Tore geschlossen seien. " * 5}},
         422, "de"),
    ],
)  # fmt: skip
def test_what_is_no_article_is_told(api: Api, given: Any, status: int, said: str) -> None:
    assert said in api.problem(status, "POST", "/extract", **given)


def test_any_language_may_be_asked_for(api: Api) -> None:
    text = "Der Minister sagte am Montag, dass die Tore geschlossen seien. " * 5
    assert extracted(api, json={"text": text}, params={"language": "any"})["language"] == "de"


class Stuck:
    """An engine that waits until it is let go."""

    def __init__(self) -> None:
        self.loaded = 0
        self.go = threading.Event()

    def load(self, known: Path | None) -> Stuck:
        self.loaded += 1
        return self

    def attribute(self, documents: Iterable[Document]) -> Iterator[Extraction]:
        for document in documents:
            self.go.wait(30)
            yield press.extraction(document)


def test_the_engine_is_loaded_once_and_few_may_wait(
    api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = Stuck()
    monkeypatch.setattr(pipeline, "load_engine", engine.load)
    many = WAITING + 6
    with ThreadPoolExecutor(many) as pool:
        asked = [pool.submit(api.ask, "POST", "/extract", json={"text": SAID}) for _ in range(many)]
        while sum(one.done() for one in asked) < many - WAITING - 1:
            threading.Event().wait(0.01)
        engine.go.set()
        answers = [one.result() for one in asked]
    told = sorted(answer.status_code for answer in answers)
    assert told == [200] * (WAITING + 1) + [503] * (many - WAITING - 1)
    refused = next(answer for answer in answers if answer.status_code == 503)
    assert refused.headers["retry-after"]
    assert "try again" in refused.json()["detail"]
    assert engine.loaded == 1


def test_a_fault_of_the_engine_is_not_told(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken:
        def attribute(self, documents: Iterable[Document]) -> Iterator[Extraction]:
            for _ in documents:
                raise ValueError("/srv/secret/model.onnx")
            yield from ()

    monkeypatch.setattr(pipeline, "load_engine", lambda known: Broken())
    said = api.problem(500, "POST", "/extract", json={"text": SAID})
    assert said == "a fault of this program"
    assert json.dumps(said)
