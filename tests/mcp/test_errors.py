"""What goes wrong is one line that helps, without places or insides of the program."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import press
import pytest
import quay
from assistant import Connected, connected, told

from reportedly.mcp.server import Held
from reportedly.record import Record
from reportedly.schema import StoreError, Verdict

Ask = Callable[..., dict[str, Any]]

WRONG: tuple[tuple[str, Mapping[str, Any], str], ...] = (
    ("search", {"query": "gates"}, "search takes no argument 'query'; those it takes: words,"),
    ("search", {"words": 3}, "search.words: a string is expected, not 3"),
    ("search", {"acts": ["sing"]}, "search.acts[0]: 'sing' is none of say, accuse"),
    ("search", {"acts": "deny"}, "search.acts: a list is expected, not a string"),
    ("search", {"evidence": ["much"]}, "none of claimed"),
    ("search", {"since": "soon"}, "not a day"),
    ("search", {"limit": 0}, "search.limit: 1 to 100 is meant, not 0"),
    ("search", {"limit": 101}, "search.limit: 1 to 100 is meant, not 101"),
    ("search", {"limit": 2.5}, "search.limit: a whole number is expected"),
    ("search", {"limit": True}, "search.limit: a whole number is expected"),
    ("search", {"after": "x"}, "'x' is not the `after` of an answer to this"),
    ("search", {"after": "1001"}, "no more than the first 1,000 are listed"),
    ("search", {"words": "a" * 2001}, "search.words: at most 2,000 characters"),
    ("search_by_meaning", {}, "search_by_meaning.sentence: missing"),
    ("trace", {"asked": "c0123456789ab-0123456789"}, "the record holds no"),
    ("trace", {"asked": "x", "claims": 11}, "trace.claims: 1 to 10 is meant"),
    ("quote", {}, "a statement is meant, or a document with start and end"),
    ("quote", {"document": "mole/wire.txt"}, "a statement is meant, or a document with"),
    ("quote", {"statement": "x", "start": 1}, "a statement is meant, or a document with"),
    ("quote", {"document": "mole/wire.txt", "start": 5, "end": 5}, "end is to be beyond start"),
    ("quote", {"document": "mole/wire.txt", "start": 0, "end": 20_001}, "by 20,000 characters"),
    ("quote", {"document": "mole/wire.txt", "start": -1, "end": 5}, "quote.start: 0 or more"),
    ("quote", {"document": "mole/wire.txt", "start": 90, "end": 900}, "900 is beyond"),
    ("quote", {"statement": "d0123456789ab/a0123456789"}, "the record holds no"),
    ("claim", {}, "claim.claim: missing"),
    ("claim", {"claim": "d0123456789ab"}, "the record holds no"),
    ("claims", {"after": "c0123456789ab-0123456789"}, "the record holds no"),
    ("narrative", {"narrative": "n0123456789ab-0123456789"}, "the record holds no"),
    ("speaker", {"speaker": "s0123456789ab-0123456789"}, "the record holds no"),
    ("speaker_claims", {"speaker": "mole/wire.txt"}, ""),
    ("document", {"document": "nothing like it"}, "the record holds no 'nothing like it'"),
    ("document", {"document": "mole/wire.txt", "after": "x"}, "not the `after` of an answer"),
    ("documents", {"newest": "yes"}, "documents.newest: true or false is expected"),
    ("versions", {"document": "https://quay.invalid/none"}, "the record holds no"),
    ("reuse", {"document": "nothing like it"}, "the record holds no"),
    ("drift", {"claim": "nothing like it"}, "the record holds no"),
    ("coverage", {"deep": 1}, "coverage takes no argument 'deep'; those it takes: none"),
)


def one_line(found: Any, words: str) -> str:
    assert found.is_error
    assert found.structured_content is None
    said = told(found)
    assert words in said
    assert len(said.splitlines()) == 1
    assert "Traceback" not in said
    return said


@pytest.mark.parametrize(("tool", "given", "words"), WRONG, ids=lambda value: str(value)[:40])
def test_a_wrong_call(
    server: Connected, tool: str, given: Mapping[str, Any], words: str, paper: Path
) -> None:
    said = one_line(server.call(tool, **given), words)
    assert str(paper.parent) not in said


def test_null_stands_for_what_is_left_out(ask: Ask) -> None:
    whole = ask("search", words="market")
    assert ask("search", words="market", speaker=None, limit=None, acts=None) == whole


def test_a_wrong_id_offers_the_nearest(server: Connected, ask: Ask) -> None:
    right = ask("claims")["claims"][0]["claim"]["id"]
    wrong = right[:11] + ("0" if right[11] != "0" else "1") + right[12:]
    said = one_line(server.call("claim", claim=wrong), f"the record holds no '{wrong}'")
    assert right[:9] in said


def test_after_an_error_it_goes_on(server: Connected, ask: Ask) -> None:
    one_line(server.call("document", document="x"), "the record holds no 'x'")
    assert ask("coverage")["searched"]["documents"] == 8


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A record of two articles that a test may harm."""
    press.employ(monkeypatch)
    (tmp_path / "held").mkdir()
    file = tmp_path / "held" / "news.db"
    with Record.open(file) as record:
        record.add([press.newspaper(tmp_path / "news.jsonl", [quay.GATES, quay.WIRE])])
    return file


def test_nothing_writes_to_the_record(own: Path, tmp_path: Path) -> None:
    own.chmod(0o400)
    before = own.read_bytes()
    with Record.open(own, readonly=True) as record:
        exported = list(record.export())
        statement = next(record.statements())
    with connected(own, tmp_path) as made:
        found = made.ask("trace", asked=quay.CLOSED)["claims"][0]["claim"]
        for tool, given in (
            ("search_by_meaning", {"sentence": quay.CLOSED}),
            ("search", {"words": "gates"}),
            ("quote", {"statement": statement.id}),
            ("claim", {"claim": found["id"]}),
            ("drift", {"claim": found["id"]}),
            ("speaker", {"speaker": statement.speaker_id}),
            ("document", {"document": "mole/wire.txt"}),
            *((tool, {}) for tool in ("claims", "narratives", "speakers", "documents", "reuse")),
        ):
            made.ask(tool, **given)
    assert own.read_bytes() == before
    with Record.open(own, readonly=True) as record:
        assert list(record.export()) == exported


def test_it_is_open_for_reading_alone(own: Path) -> None:
    """Even a tool that would write could not."""
    with Held(str(own)) as held:
        pair = asyncio.run(held.ask(lambda record: [s.id for s in record.speakers(limit=2)]))
        with pytest.raises(StoreError, match="read only"):
            asyncio.run(held.ask(lambda record: record.judge(pair[0], pair[1], Verdict.SAME)))


def test_what_is_added_meanwhile_is_found(own: Path, tmp_path: Path) -> None:
    with connected(own, tmp_path) as made:
        assert made.ask("coverage")["searched"]["documents"] == 2
        with Record.open(own) as record:
            record.add([press.newspaper(tmp_path / "more.jsonl", [quay.SECOND])])
        assert made.ask("coverage")["searched"]["documents"] == 3
        (found,) = made.ask("search", words="market")["statements"]
        assert found["speaker"] == "Odo Brandt"


def test_a_record_that_is_damaged_is_told_without_its_place(own: Path, tmp_path: Path) -> None:
    with sqlite3.connect(own) as base:
        base.execute("UPDATE extractions SET body = x'00'")
    with connected(own, tmp_path) as made:
        said = one_line(made.call("search", words="gates"), "news.db: document 1 is damaged")
        assert str(tmp_path) not in said
        assert made.ask("coverage")["searched"]["documents"] == 2


def test_a_fault_of_the_program_shows_nothing_of_it(own: Path, tmp_path: Path) -> None:
    """A table that is gone is a StoreError; a value of another kind is what nobody foresaw."""
    with sqlite3.connect(own) as base:
        base.execute("UPDATE documents SET published = 3, publisher = x'ff'")
    with connected(own, tmp_path) as made:
        found = made.call("coverage")
        said = one_line(found, "coverage: a fault of this program")
        assert "Error" not in said
    written = (tmp_path / "errors.txt").read_text(encoding="utf-8")
    assert "coverage: " in written
    assert "Traceback" not in written
