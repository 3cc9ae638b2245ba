"""The guide's examples are run against a site, with the weights, as readers run them."""

from __future__ import annotations

import doctest
import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from asked import Api
from served import served

from reportedly.record import Record

PAGE = Path(__file__).parents[3] / "docs" / "guide" / "api.md"
WRITTEN_AT = "http://localhost:8765"


@pytest.fixture(autouse=True)
def _employed() -> None:
    """The engine is the one that ships."""


@pytest.fixture
def page(tmp_path: Path) -> Iterator[str]:
    """The guide, with the address of a site over an empty record."""
    with served(tmp_path / "news.db", tmp_path) as address:
        yield PAGE.read_text(encoding="utf-8").replace(WRITTEN_AT, address)


def test_the_examples_run(page: str, tmp_path: Path) -> None:
    """Those for the shell first; what they add is there for those in Python."""
    if shutil.which("curl") is None:
        pytest.skip("there is no curl")
    examples = re.findall(r"^```sh\n(.*?)^```\n```json\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    assert len(examples) == 3
    for number, (command, told) in enumerate(examples):
        if number == len(examples) - 1:
            _wait_for(tmp_path / "news.db", 1)
        done = subprocess.run(["bash", "-c", command], capture_output=True, check=True)
        _holds(json.loads(done.stdout), json.loads(told))
    told_wrong: list[str] = []
    test = doctest.DocTestParser().get_doctest(page, {}, PAGE.name, str(PAGE), 0)
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE)
    done = runner.run(test, out=told_wrong.append)
    assert done.attempted > 15
    assert not done.failed, "".join(told_wrong)


def _wait_for(record: Path, documents: int) -> None:
    for _ in range(600):
        with Record.open(record, readonly=True) as held:
            if held.searched().documents >= documents:
                return
        subprocess.run(["sleep", "0.1"], check=True)
    raise TimeoutError(record)


def _holds(found: Any, told: Any) -> None:
    """What is told must be in what is found; more may be there."""
    if isinstance(told, dict):
        for key, value in told.items():
            _holds(found[key], value)
    elif isinstance(told, list):
        for one, value in zip(found, told, strict=True):
            _holds(one, value)
    else:
        assert found == told


def test_the_table_has_every_operation(api: Api) -> None:
    rows = set(re.findall(r"^\| `(\w+ /\S*)` \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE))
    paths = api.get("/openapi.json")["paths"]
    assert rows == {f"{method.upper()} {path}" for path, found in paths.items() for method in found}


def test_the_page_for_people_has_every_operation(api: Api) -> None:
    shown = api.client.get("/api/v1")
    assert shown.headers["content-type"].startswith("text/html")
    for path in api.get("/openapi.json")["paths"]:
        assert re.search(rf"(>| ){re.escape(path)}<", shown.text), path
