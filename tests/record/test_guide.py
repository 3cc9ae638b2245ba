"""The examples of the guide and of the docstring are run, with the weights, as readers run them."""

from __future__ import annotations

import doctest
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from reportedly.connect.drift import Drift
from reportedly.connect.entities import RoleHeld
from reportedly.record import Record, answers
from reportedly.schema.origins import Receipt
from reportedly.store import Judgement

PAGE = Path(__file__).parents[2] / "docs" / "guide" / "record.md"
ARTICLES = {
    "one.txt": "Lena Orro said that the river gates were closed on the night of the flood.\n",
    "two.txt": "Piet Hallam said that nobody had warned the villages on the river.\n",
    "three.txt": "The Water Board denied that the river gates were closed on that night.\n",
}
ANSWERS = (
    *(answers.Statement, answers.Claim, answers.Counted, answers.Independent, answers.Trace),
    *(answers.Searched, answers.Narrative, answers.Headline, answers.SpeakerAnswer, RoleHeld),
    *(answers.DocumentAnswer, answers.ReuseAnswer, answers.Place, answers.Version, Drift),
    *(answers.Rewording, answers.Question, answers.Carried, Judgement, Receipt),
)


@pytest.fixture(autouse=True)
def _employed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a folder of its own; the engine is the one that ships."""
    monkeypatch.chdir(tmp_path)


def run(test: doctest.DocTest) -> None:
    told: list[str] = []
    done = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(
        test, out=told.append
    )
    assert done.attempted
    assert not done.failed, "".join(told)


def test_the_examples_of_the_page(tmp_path: Path) -> None:
    page = PAGE.read_text(encoding="utf-8")
    news = page.partition("<!-- news -->\n```json\n")[2].partition("```")[0]
    (tmp_path / "news.jsonl").write_text(news, encoding="utf-8")
    run(doctest.DocTestParser().get_doctest(page, {}, PAGE.name, str(PAGE), 0))


def test_the_example_of_the_docstring(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    (found,) = doctest.DocTestFinder(recurse=False).find(
        Record, "Record", globs={"folder": tmp_path, "articles": folder}
    )
    run(found)


def named() -> Iterator[str]:
    for kind in ANSWERS:
        yield from (field.name for field in fields(kind))


def test_every_field_is_described() -> None:
    words = set(re.findall(r"`(\w+)`", PAGE.read_text(encoding="utf-8")))
    missing = set(named()) - words
    assert not missing, sorted(missing)
