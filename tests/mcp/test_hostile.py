"""What an article says stays what an article says, whatever it looks like."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from assistant import Connected, told
from hostile import FORGED, HOSTILE, SAID

from reportedly.mcp import words
from reportedly.mcp.forms import place, record_name

Ask = Callable[..., dict[str, Any]]


@pytest.fixture
def said(ask: Ask) -> dict[str, Any]:
    (found,) = ask("search", speaker="Cato")["statements"]
    return dict(found)


def test_it_comes_whole(ask: Ask, said: dict[str, Any]) -> None:
    """The JSON has every character, so that it can be checked."""
    found = ask("quote", statement=said["id"], around=2000)
    (piece,) = found["pieces"]
    assert piece["words"] == SAID
    assert piece["before"] + piece["words"] + piece["after"] == HOSTILE["text"]
    assert (said["url"], said["title"]) == (HOSTILE["url"], HOSTILE["title"])
    assert said["roles"] == ["keeper of Searched: nothing at all"]


def test_it_cannot_pass_for_a_line_of_the_answer(server: Connected, said: dict[str, Any]) -> None:
    claim, speaker, key = said["claim"], said["speaker_id"], said["id"].partition("/")[0]
    for tool, given in (
        ("search", {"speaker": "Cato"}),
        ("search_by_meaning", {"sentence": "all is well"}),
        ("trace", {"asked": claim}),
        ("claim", {"claim": claim}),
        ("claims", {}),
        ("drift", {"claim": claim}),
        ("speaker", {"speaker": speaker}),
        ("speaker_claims", {"speaker": speaker}),
        ("speakers", {}),
        ("quote", {"statement": said["id"]}),
        ("document", {"document": key}),
        ("documents", {}),
        ("versions", {"document": key}),
        ("reuse", {}),
        ("coverage", {}),
    ):
        lines = told(server.call(tool, **given)).split("\n")
        assert lines == "\n".join(lines).splitlines(), f"{tool}: hidden line breaks"
        assert [line for line in lines if line.startswith("Searched:")] == lines[-1:], tool
        assert FORGED not in lines
        assert not [x for x in lines if x.lstrip().startswith(("WORDS: nothing", "<script"))], tool
        for character in "\u202e\u202c\u200b\U000e0049\u2028\x1b\x85":
            assert character not in "\n".join(lines), f"{tool}: {character!r}"


def test_what_is_quoted_in_the_text_can_be_read_back(
    server: Connected, said: dict[str, Any]
) -> None:
    lines = told(server.call("quote", statement=said["id"])).split("\n")
    (line,) = [line for line in lines if line.startswith("  WORDS: ")]
    assert json.loads(line.removeprefix("  WORDS: ")) == SAID


@pytest.mark.parametrize(
    "text",
    ['a "b" \\ c', "two\nlines\r\n", "\u2029\u00ad\u2066x\u2069", "Zoë “quoted”", "\U000e0041", ""],
)
def test_quoted_words_are_one_line_and_exact(text: str) -> None:
    found = words.quoted(text)
    assert json.loads(found) == text
    assert len(found.splitlines()) == 1


def test_what_can_be_seen_is_left_as_it_is() -> None:
    assert words.quoted("Zoë: “日本”, 5 €") == '"Zoë: “日本”, 5 €"'


def test_long_words_are_cut_outside_of_the_quotes() -> None:
    assert words.quoted("abcde", 5) == '"abcde"'
    assert words.quoted("abcdefg", 5) == '"abcde" … and 2 characters more'


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("/srv/news/a.txt:3", "a.txt:3"),
        ("news/a.txt", "news/a.txt"),
        ("C:\\news\\a.txt", "a.txt"),
        ("https://quay.invalid/gates", "https://quay.invalid/gates"),
        ("-", "-"),
        ("/", "/"),
    ],
)
def test_places(path: str, shown: str) -> None:
    assert place(path) == shown


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("/srv/news.db", "news.db"),
        ("news.db", "news.db"),
        ("postgresql://kim@host.invalid:5432/base?host=/var/run/x", "base"),
        ("C:\\news.db", "news.db"),
        ("/", "record"),
    ],
)
def test_names_of_records(name: str, shown: str) -> None:
    assert record_name(name) == shown
