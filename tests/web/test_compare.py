from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import press
import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from lxml.html import HtmlElement
from quay import CLOSED, GATES, WIRE
from selecting import find, one, words
from sites import Site

from reportedly.connect.drift import Wording, compare_words
from reportedly.record import Record
from reportedly.record.answers import Rewording, Statement
from reportedly.schema import Document, Kind, Passage, Span, text_id
from reportedly.web import Settings
from reportedly.web.aligning import Shared, rows
from reportedly.web.drifting import worded
from reportedly.web.marking import Stretch, stretches

LOG = [
    f"The keeper of gate {n} wrote line {n} of the log in the night of the flood." for n in "abcdef"
]
FIRST = "\n\n".join(["Log of the gates", "A word before.", *LOG[:3], "Only here.", *LOG[3:]])
SECOND = "\n\n".join(
    ["What the log says", *LOG[:2], LOG[2].replace("wrote", "never wrote"), *LOG[3:], "The end."]
)


def _added(tmp_path: Path, *articles: Any) -> str:
    where = str(tmp_path / "two.db")
    with Record.open(where) as record:
        record.add([press.newspaper(tmp_path / "two.jsonl", articles)])
    return where


def _keys(client: TestClient) -> list[str]:
    """Of the documents, in the order of adding."""
    return re.findall(r'<h2><a href="/documents/(d\w+)"', client.get("/documents").text)[::-1]


@pytest.fixture
def two(tmp_path: Path, site: Site) -> TestClient:
    """A site over two documents that share words."""
    return site(
        Settings(
            _added(
                tmp_path,
                {"text": FIRST, "publisher": "Northline", "published": "2031-05-01"},
                {"text": SECOND, "publisher": "Courier", "published": "2031-05-03"},
            )
        )
    )


def _page(client: TestClient, turned: bool = False) -> HtmlElement:
    keys = _keys(client)[::-1] if turned else _keys(client)
    return html.fromstring(client.get("/compare/" + "/".join(keys)).text)


def _sides(page: HtmlElement) -> list[tuple[str, str]]:
    """What stands side by side, row by row, without numbers."""
    for number in find(page, "a.ref"):
        number.drop_tree()
    found = []
    for row in find(page, ".sides.beside"):
        first, second = row.getchildren()
        found.append((words(first), words(second)))
    return found


def test_what_is_shared_stands_side_by_side(two: TestClient) -> None:
    sides = _sides(_page(two))
    for line in LOG[:2] + LOG[3:]:
        assert any(line in a and line in b for a, b in sides)
    (changed,) = ((a, b) for a, b in sides if "gate c" in a)
    assert changed == (LOG[2], LOG[2].replace("wrote", "never wrote"))
    assert ("Only here.", "") in sides


def test_no_word_of_either_text_is_lost(two: TestClient) -> None:
    sides = _sides(_page(two))
    assert " ".join(a for a, _ in sides if a) == " ".join(FIRST.split())
    assert " ".join(b for _, b in sides if b) == " ".join(SECOND.split())


def test_a_passage_has_one_number_on_both_sides(two: TestClient) -> None:
    page = _page(two)
    first = [n.get("id") for n in find(page, "a.ref") if n.get("id").startswith("f")]
    assert first
    for name in first:
        here, there = page.get_element_by_id(name), page.get_element_by_id(f"s{name[1:]}")
        assert (here.get("href"), there.get("href")) == (f"#s{name[1:]}", f"#{name}")
        assert here.text_content() == there.text_content() == name[1:]


def test_a_word_of_one_side_alone_is_told_apart_within_a_passage(two: TestClient) -> None:
    shared = one(_page(two), "section[aria-labelledby=texts]")
    own = [words(m) for m in find(shared, ".beside mark.own")]
    marked = " ".join(words(m) for m in find(shared, ".beside mark.same"))
    assert own == ["never", "Only here"]
    assert "never" in marked


def test_the_page_says_how_much_and_which_way(two: TestClient) -> None:
    said = words(_page(two))
    assert re.search(r"(Edited copy|Copy|Quotation) in \d passages?: \d\d% of the first", said)
    assert "Northline" in said
    turned = words(_page(two, turned=True))
    shares = [re.findall(r"(\d\d%) of the (first|second)", text)[:2] for text in (said, turned)]
    assert [share for share, _ in shares[0]] == [share for share, _ in shares[1]][::-1]


def test_one_document_is_no_two(two: TestClient) -> None:
    key = _keys(two)[0]
    assert two.get(f"/compare/{key}/{key}").status_code == 400
    assert two.get(f"/compare/{key}/dffffffffffff").status_code == 404


def test_an_utterance_in_both_has_its_drift_marked(tmp_path: Path, site: Site) -> None:
    quoted = {**WIRE, "text": f"Ada Morn said on 2031-05-04 “{CLOSED} on purpose”."}
    page = _page(site(Settings(_added(tmp_path, GATES, quoted))))
    first, second = find(page, ".wording blockquote")
    assert words(second).startswith("“")
    assert [words(m) for m in find(second, "ins")] == ["on purpose"]
    assert [words(m)[:-1] for m in find(first, "mark.quoted")] == [CLOSED]
    told = words(one(page, "article.worded"))
    assert "1 × added" in told
    assert "1 × put in quotation marks" in told


def test_documents_without_shared_words_say_so(tmp_path: Path, site: Site) -> None:
    client = site(Settings(_added(tmp_path, {"text": "It rained."}, {"text": "It was late."})))
    assert "share no passage" in words(_page(client))


def _places(text: str) -> list[Stretch]:
    return stretches(Document(text_id(text), text))


def test_a_passage_is_cut_at_paragraphs_of_either_side() -> None:
    first = "One two three. Four five six.\nSeven eight."
    second = "One two three.\nFour five six. Seven eight."
    whole = Passage(Span(0, len(first)), Span(0, len(second)))
    pieces = list(Shared((first, second), whole).pieces(_places(first), _places(second)))
    read = [(p.first.read(first).strip(), p.second.read(second).strip()) for p in pieces]
    assert read == [
        ("One two three", "One two three"),
        ("Four five six", "Four five six"),
        ("Seven eight", "Seven eight"),
    ]


def test_a_paragraph_of_one_side_alone_is_in_no_piece() -> None:
    first = "One two three.\nOnly here.\nFour five six."
    second = "One two three.\nFour five six."
    whole = Passage(Span(0, len(first)), Span(0, len(second)))
    pieces = list(Shared((first, second), whole).pieces(_places(first), _places(second)))
    read = [(p.first.read(first), p.second.read(second)) for p in pieces]
    assert read == [("One two three", "One two three"), ("Four five six", "Four five six")]


def test_words_that_one_side_alone_has_are_found() -> None:
    first, second = "The gates were shut at night.", "The old gates were open at night."
    found = Shared((first, second), Passage(Span(0, len(first)), Span(0, len(second)))).own()
    assert [s.read(first) for s in found[0]] == ["shut"]
    assert [s.read(second) for s in found[1]] == ["old", "open"]


LINES = st.lists(st.sampled_from("abcdefg"), max_size=8).map(
    lambda found: list(dict.fromkeys(found))
)


@given(LINES, LINES)
def test_each_paragraph_stands_in_one_row_in_its_order(first: list[str], second: list[str]) -> None:
    one_, other = "\n".join(first), "\n".join(second)
    passages = [
        Passage(Span(2 * at, 2 * at + 1), Span(2 * second.index(line), 2 * second.index(line) + 1))
        for at, line in enumerate(first)
        if line in second
    ]
    found = rows(_places(one_), _places(other), passages)
    assert [n for row in found for n in row.first] == list(range(len(first)))
    assert [n for row in found for n in row.second] == list(range(len(second)))
    for row in found:
        if row.shared:
            assert {first[n] for n in row.first} & {second[n] for n in row.second}


def test_what_changed_places_stands_beside_what_did_not() -> None:
    first, second = "a\nbbbbbb\nc", "c\na\nbbbbbb"
    passages = [
        Passage(Span(0, 1), Span(2, 3)),
        Passage(Span(2, 8), Span(4, 10)),
        Passage(Span(9, 10), Span(0, 1)),
    ]
    found = rows(_places(first), _places(second), passages)
    assert [(r.first, r.second) for r in found if r.shared] == [
        (range(1), range(1, 2)),
        (range(1, 2), range(2, 3)),
    ]


def _statement(text: str, words: str, kind: Kind) -> Statement:
    start = text.index(words)
    fields: dict[str, Any] = dict.fromkeys(Statement.__slots__, None)
    fields |= {"content": (Span(start, start + len(words)),), "kind": kind, "words": words}
    return Statement(**fields)


def test_drift_is_marked_in_the_words_of_both() -> None:
    texts = (
        "She said that the gates were shut by her own people that night.",
        "She said “the gates were closed by her own people”.",
    )
    parts = (
        "that the gates were shut by her own people that night",
        ("“the gates were closed by her own people”"),
    )
    sides = (
        _statement(texts[0], parts[0], Kind.INDIRECT),
        _statement(texts[1], parts[1], Kind.DIRECT),
    )
    drift = compare_words(
        *(Wording(t, s.content, s.kind) for t, s in zip(texts, sides, strict=True))
    )
    found = worded(texts, Rewording(*sides, drift))
    for bits, part in ((found.first_bits, parts[0]), (found.second_bits, parts[1])):
        assert "".join(bit.text for bit in bits if bit) == part
    changed = {bit.number: bit.text for bit in found.first_bits if bit and bit.change == "reworded"}
    twins = {bit.number: bit.text for bit in found.second_bits if bit and bit.change == "reworded"}
    assert (set(changed.values()), set(twins.values())) == ({"shut"}, {"closed"})
    assert changed.keys() == twins.keys()
    assert ("put in other words", 1) in found.changes
    assert any(words == "put in quotation marks" for words, _ in found.changes)
