"""Conditions on host and language: what they say, and what they leave out."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import pytest

from reportedly.read import Media, Raw, ReadOptions, Where, parse, read
from reportedly.schema import Document, DocumentError, RunError

ENGLISH = "The ferry will run again, the harbour master said, and they have thanked those who came."
GERMAN = (
    "Die Fähre wird wieder fahren, sagte der Hafenmeister, und er dankte allen, die mit ihren "
    "Händen geholfen hatten, die Anlegestelle zu reparieren, bevor der nächste Sturm kam."
)


@pytest.mark.parametrize(
    ("conditions", "taken", "left"),
    [
        ("host=post.example", ["post.example", "www.post.example"], ["mypost.example", "example"]),
        ("host=post.example,host=b.example", ["b.example", "post.example"], ["c.example"]),
        ("host!=ads.post.example", ["post.example"], ["ads.post.example", "x.ads.post.example"]),
        (
            "host=post.example, host!=old.post.example",
            ["post.example", "new.post.example"],
            ["old.post.example", "b.example"],
        ),
        ("host=*.post.example", ["post.example", "a.post.example"], ["b.example"]),
        ("host=POST.example.", ["Post.Example"], ["b.example"]),
        (
            "host=zürich.example",
            ["xn--zrich-kva.example", "www.zürich.example"],
            ["zurich.example"],
        ),
    ],
)
def test_hosts(conditions: str, taken: list[str], left: list[str]) -> None:
    where = Where.parse([conditions])
    assert all(where.takes_url(f"https://{host}:81/a?b=c#d") for host in taken)
    assert not any(where.takes_url(f"https://{host}/post.example") for host in left)


def test_what_has_no_address_meets_no_host_and_misses_none() -> None:
    for none in (None, "", "a.html", "http://[::1"):
        assert not Where.parse(["host=post.example"]).takes_url(none)
        assert Where.parse(["host!=post.example"]).takes_url(none)
        assert Where().takes_url(none)


@pytest.mark.parametrize(
    ("conditions", "taken", "left"),
    [
        (["language=en,language=de"], ["en", "de"], ["fr"]),
        (["language=en", "language=de"], ["en", "de"], ["fr"]),
        (["language!=de"], ["en", "fr"], ["de"]),
        (["host=x.example"], ["en", "de"], []),
    ],
)
def test_languages(conditions: list[str], taken: list[str], left: list[str]) -> None:
    where = Where.parse(conditions)
    assert all(map(where.takes_language, taken))
    assert not any(map(where.takes_language, left))
    assert where.takes_language(None)


@pytest.mark.parametrize(
    "wrong",
    ["", "host", "host=", "site=a.example", "host=a b", "language=English", "host=http://a.example/",
     "host=a.example,", "host==a", "language=e"],
)  # fmt: skip
def test_what_cannot_be_meant_is_refused(wrong: str) -> None:
    with pytest.raises(RunError):
        Where.parse([wrong])


def test_it_can_be_sent_to_workers() -> None:
    where = Where.parse(["host=a.example,language=en"])
    assert pickle.loads(pickle.dumps(where)) == where  # noqa: S301 (our own bytes)


def rows(tmp_path: Path) -> str:
    path = tmp_path / "rows.jsonl"
    made = [
        {"text": ENGLISH, "url": "https://www.post.example/a"},
        {"text": GERMAN, "url": "https://www.post.example/b"},
        {"text": ENGLISH, "url": "https://other.example/c"},
        {"text": ENGLISH},
    ]
    path.write_text("\n".join(map(json.dumps, made)))
    return str(path)


def numbers(path: str, *conditions: str) -> list[str]:
    found = list(read([path], ReadOptions(where=Where.parse(conditions))))
    assert all(isinstance(each, Document) for each in found), found
    return [str(each.path).removeprefix(path) for each in found if isinstance(each, Document)]


def test_documents_that_meet_no_condition_are_left_out_without_a_word(tmp_path: Path) -> None:
    path = rows(tmp_path)
    assert numbers(path, "host=post.example,language=en") == [":1"]
    assert numbers(path, "host=post.example,language=de,language=en") == [":1", ":2"]
    assert numbers(path, "host!=post.example") == [":3", ":4"]  # and no word of the German one
    assert numbers(path, "language!=en,language=de") == [":2"]


def test_a_language_named_there_stands_for_the_one_that_is_asked_for_anyway(tmp_path: Path) -> None:
    path = rows(tmp_path)
    plain = list(read([path], ReadOptions()))
    assert isinstance(plain[1], DocumentError)
    assert "German" in plain[1].reason
    assert numbers(path, "language=de") == [":2"]


def test_a_saved_page_is_judged_by_the_address_that_it_names(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(
        "<html><head><link rel='canonical' href='https://post.example/a'></head><body><article>"
        f"<h1>Ferry resumes</h1><p>{ENGLISH}</p></article></body></html>"
    )
    assert numbers(str(path), "host=post.example") == [""]
    assert numbers(str(path), "host=other.example") == []


def test_a_page_is_judged_by_the_address_it_was_captured_at() -> None:
    page = (
        "<html><head><link rel='canonical' href='https://copies.example/a'></head><body><article>"
        f"<h1>Ferry resumes</h1><p>{ENGLISH}</p></article></body></html>"
    )
    raw = Raw("x#1", page.encode(), Media.HTML, "https://post.example/a")
    for host, count in (("post.example", 1), ("copies.example", 0)):
        assert len(list(parse(raw, ReadOptions(where=Where.parse([f"host={host}"]))))) == count


def test_a_list_of_articles_is_judged_one_by_one() -> None:
    item = {"text": ENGLISH, "url": "https://post.example/a"}
    raw = Raw("x", json.dumps([item]).encode(), Media.JSON, "https://api.example/news")
    for host, count in (("post.example", 1), ("api.example", 0)):
        assert len(list(parse(raw, ReadOptions(where=Where.parse([f"host={host}"]))))) == count
