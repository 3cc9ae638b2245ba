"""Every page has a permanent address: all links lead somewhere, to the place that they name."""

from __future__ import annotations

from collections import Counter
from urllib.parse import unquote

import pytest
from crawled import Answer, Crawl, kind

MOST = 20
"""Pages of each kind that are asked for."""


@pytest.fixture(scope="module")
def crawl(site: str) -> tuple[Crawl, dict[str, Answer]]:
    made = Crawl(site, MOST)
    return made, {answer.path: answer for answer in made}


def test_every_link_answers(crawl: tuple[Crawl, dict[str, Answer]]) -> None:
    made, answers = crawl
    failed = {path: one.status for path, one in answers.items() if one.status != 200}
    assert {path: (status, made.wanted.get(path)) for path, status in failed.items()} == {}
    kinds = Counter(kind(path).partition("?")[0] for path in answers)
    for one in ("", "/versions"):
        assert kinds[f"/documents/*{one}"] >= 10, kinds
    for one in ("claims", "speakers", "narratives"):
        assert kinds[f"/{one}/*"] >= 10, kinds
    assert kinds["/compare/*/*"] == MOST
    assert kinds["/claims/*/report"] == MOST
    assert len(answers) > 200


def test_every_fragment_is_there(crawl: tuple[Crawl, dict[str, Answer]]) -> None:
    made, answers = crawl
    named = [lead.partition("#") for lead in made.wanted if "#" in lead]
    looked = [(path, unquote(name)) for path, _, name in named if path in answers]
    missing = [
        (path, name, made.wanted[f"{path}#{name}"])
        for path, name in looked
        if answers[path].kind == "text/html" and name not in answers[path].ids
    ]
    assert missing == []
    assert len(looked) > 1_000


def test_a_name_means_one_place(crawl: tuple[Crawl, dict[str, Answer]]) -> None:
    _, answers = crawl
    assert {path: one.twice for path, one in answers.items() if one.twice} == {}


def test_links_elsewhere_are_those_of_articles(crawl: tuple[Crawl, dict[str, Answer]]) -> None:
    made, _ = crawl
    assert made.foreign
    assert {lead for lead in made.foreign if ".invalid/" not in lead} == set()


def test_page_says_nothing_of_the_machine(crawl: tuple[Crawl, dict[str, Answer]]) -> None:
    _, answers = crawl
    for path, one in answers.items():
        assert "/tmp/" not in one.text, path  # noqa: S108
        assert "Traceback" not in one.text, path
