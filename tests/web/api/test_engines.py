"""What no database likes is no fault of the program, on either."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import press
import pytest
from asked import Api
from quay import GATES, PEARS
from sites import Site

from reportedly.record import Record
from reportedly.web import Settings

ODD = ["\x00", "gates\x00", "\ufffe", "\u202e", '"', "' OR 1=1 --", "-", "*", "(", "a" * 200]


@pytest.fixture
def either(where: Callable[[], str], site: Site, tmp_path: Path) -> Api:
    """The API over a record on each engine."""
    record = where()
    with Record.open(record) as held:
        held.add([press.newspaper(tmp_path / "news.jsonl", [GATES, PEARS])])
    return Api(site(Settings(record)))


@pytest.mark.parametrize("odd", ODD)
def test_odd_words_are_looked_for_in_vain(either: Api, odd: str) -> None:
    for name in ("q", "speaker", "publisher", "carrier"):
        assert either.get("/search", **{name: odd})["next"] is None
    for path in ("/alike", "/trace", "/speakers"):
        either.get(path, q=odd)
    for path in ("/documents", "/claims", "/judgements", "/reuse"):
        either.problem(404, "GET", path, params={"after": odd})


def test_odd_words_are_written_down(either: Api) -> None:
    question = either.items("/questions")[0]["id"]
    given = {"question": question, "verdict": "same", "who": "Cyd\x00", "note": "".join(ODD)}
    made = either.ask("POST", "/judgements", json=given)
    assert made.status_code == 201
    assert either.items("/judgements")[0]["id"] == made.json()["id"]
    assert either.get("/record")["documents"] == 2
