from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import press
import pytest
import read_aloud
from fastapi.testclient import TestClient
from hostile import HOSTILE
from lxml import html
from lxml.html import HtmlElement
from read_aloud import ASKED, DENIED, LAUGHED, ORDER, QUIET, TEXT, TOLD
from selecting import find, one, words
from sites import Site

from reportedly import pipeline
from reportedly.record import Record
from reportedly.web import Settings, create_app
from reportedly.web.pages import documents, why

ARTICLE = {
    "text": TEXT,
    "title": read_aloud.TITLE,
    "publisher": "Northline",
    "published": "2031-05-08",
    "url": "https://north.example/gates",
    "authors": ["Ines Falk"],
}


def _added(tmp_path: Path, *articles: Any) -> str:
    where = str(tmp_path / "read.db")
    with Record.open(where) as record:
        record.add([press.newspaper(tmp_path / "read.jsonl", articles)])
    return where


def _keys(client: TestClient) -> list[str]:
    return re.findall(r'<h2><a href="/documents/(d\w+)"', client.get("/documents").text)


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A record that holds the article of `read_aloud`."""
    with pytest.MonkeyPatch.context() as patch:
        press.employ(patch)
        patch.setattr(pipeline, "load_engine", read_aloud.Aloud)
        return _added(tmp_path_factory.mktemp("aloud"), ARTICLE)


@pytest.fixture
def aloud(read: str, site: Site, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    """A site over that record."""
    monkeypatch.setattr(pipeline, "load_engine", read_aloud.Aloud)
    return site(Settings(read))


@pytest.fixture(scope="module")
def shown(read: str) -> str:
    """The article's page."""
    with TestClient(create_app(Settings(read)), base_url="http://localhost") as client:
        return client.get(f"/documents/{_keys(client)[0]}").text


@pytest.fixture
def page(shown: str) -> HtmlElement:
    """The same, read."""
    return html.fromstring(shown)


def _note(page: HtmlElement, name: str) -> HtmlElement:
    """A statement's note, without those nested in it."""
    note = page.get_element_by_id(f"m-{name}")
    for inner in find(note, "ol.nested"):
        inner.getparent().remove(inner)
    return note


def test_all_words_of_the_text_are_on_the_page_in_their_order(page: HtmlElement) -> None:
    for number in find(page, ".text .ref"):
        number.drop_tree()
    shown = " ".join(words(paragraph) for paragraph in find(page, ".reading .text"))
    assert shown == " ".join(TEXT.split())


def test_source_cue_and_content_are_marked(page: HtmlElement) -> None:
    def marked(role: str, name: str) -> list[str]:
        found = find(page, f".text mark.{role}")
        return [m.text_content() for m in found if name in (m.get("data-a") or "").split()]

    assert marked("source", TOLD.id) == ["Ada Morn"]
    assert marked("cue", TOLD.id) == ["told"]
    assert marked("content", TOLD.id) == ["“The gates,”", "“were shut on purpose.”"]
    assert "".join(marked("content", ASKED.id)) == read_aloud.at(
        "the mayor had asked her to keep quiet <link> about it"
    ).read(TEXT)
    assert "to keep quiet" in marked("deep", QUIET.id)


def test_what_stands_in_a_paragraph_and_is_no_text_of_it_is_told_apart(page: HtmlElement) -> None:
    assert words(one(page, ".text.body mark.in-dateline")) == "PORT TOWN (Wire) —"
    assert words(one(page, ".text.body mark.in-artefact")) == "<link>"


def test_blocks_are_told_apart_by_words(page: HtmlElement) -> None:
    assert words(one(page, "h1")).removeprefix("1") == read_aloud.TITLE
    labels = {words(p): p.get("data-label") for p in find(page, ".text[data-label]")}
    assert labels == {
        read_aloud.TITLE: "Headline, again",
        "The gates by night. (Photo: Cy Lund)": "Caption",
        "READ MORE: Who keeps the gates?": "Link to another story",
        "Reporting by Wire.": "Credit",
    }


def test_comments_stand_by_themselves_with_their_authors(page: HtmlElement) -> None:
    comments = one(page, "section.comments")
    assert words(one(comments, "h2")) == "Readers’ comments, not the article"
    assert [words(p) for p in find(comments, ".by-line")] == ["• Anna Dole", "Cem Ost"]
    assert "They say the mayor laughed." in words(comments).replace("6They", "They")
    assert LAUGHED.id in comments.xpath(".//@id")


def test_numbers_lead_to_notes_and_back(page: HtmlElement) -> None:
    for name in (TOLD.id, ASKED.id, QUIET.id, ORDER.id, DENIED.id, LAUGHED.id):
        number, note = page.get_element_by_id(name), page.get_element_by_id(f"m-{name}")
        assert number.get("href") == f"#m-{name}"
        assert find(note, ".back")[0].get("href") == f"#{name}"
        assert number.text_content() == find(note, ".back")[0].text_content()
    numbers = [int(n.text_content()) for n in find(page, ".text .ref")]
    assert numbers == [1, 2, 3, 4, 5, 6]


def test_every_link_within_the_page_leads_somewhere(page: HtmlElement) -> None:
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    leading = {href[1:] for href in page.xpath("//a/@href") if href.startswith("#")}
    assert leading
    assert leading <= set(ids)


def test_a_number_lights_all_words_of_its_statement_without_a_script(page: HtmlElement) -> None:
    number = page.get_element_by_id(TOLD.id)
    (place,) = (c for c in number.get("class").split() if re.fullmatch(r"h\d+", c))
    assert place in page.get_element_by_id(f"m-{TOLD.id}").get("class").split()
    lit = "".join(m.text_content() for m in find(page, f"mark.n{place[1:]}"))
    assert lit == "“The gates,”Ada Morntold“were shut on purpose.”"


def test_a_note_tells_what_is_known(page: HtmlElement) -> None:
    said = words(_note(page, TOLD.id))
    assert "Ada Morn, engineer of the port" in said
    assert "Northline ← from Harbour Wire (state-owned) ← from Ada Morn" in said
    assert "said on 2031-05-06, “Tuesday”" in said
    assert "where: “at a rally”" in said
    assert "to: “Harbour Wire”" in said
    assert "accuse · direct · 75% sure" in said
    assert "Evidence none offered, by the publisher: see the note" in said
    assert "Denied by No. 5 (Bo Rask): “denied what Ms. Morn had said”" in said
    assert "of a hundred that are as sure, a careful reader marks about 75" in said


def test_words_that_prove_something_are_linked(page: HtmlElement) -> None:
    for told in ("“Tuesday”", "“at a rally”", "“Harbour Wire”"):
        (link,) = {a.get("href") for a in find(page, ".note a.told") if words(a) == told}
        assert page.get_element_by_id(link[1:]).text_content() == told.strip("“”")


def test_what_was_told_before_is_not_told_again(page: HtmlElement) -> None:
    said = words(_note(page, ASKED.id)).partition("why")[0]
    assert "engineer" not in said
    assert "Harbour Wire ← from Ada Morn" in said
    assert "same occasion as No. 1" in said
    assert "doubting" in said
    assert "Evidence claimed, by the speaker: “about it”" in said


def test_a_statement_said_in_another_is_nested_in_its_note(page: HtmlElement) -> None:
    outer = page.get_element_by_id(f"m-{ASKED.id}")
    (inner,) = find(outer, "ol.nested li.note")
    assert inner.get("id") == f"m-{QUIET.id}"
    assert "order · indirect · 50% sure" in words(inner)


def test_what_stays_open_says_why(page: HtmlElement) -> None:
    assert "Open: two candidates: Anna Dole, the mayor" in words(_note(page, LAUGHED.id))
    assert "day open (no publication date): “had said”" in words(_note(page, DENIED.id))
    assert "Not named" in words(_note(page, ORDER.id))


def test_the_publishers_note_stands_beside_its_words(page: HtmlElement) -> None:
    remark = one(page, ".remark")
    assert words(remark) == ("Publisher’s note, none offered: “No proof was shown” on No. 1, No. 2")
    passage = remark.getparent().getparent()
    assert "No proof was shown so far." in words(passage)


def test_the_head_says_whose_it_is(page: HtmlElement) -> None:
    head = one(page, ".document-head")
    assert "Northline 2031-05-08 by Ines Falk 6 statements" in words(head)
    link = one(head, "a.address")
    assert link.get("href") == ARTICLE["url"]
    assert set(link.get("rel").split()) == {"noreferrer", "noopener"}
    assert one(page, ".marks mark.source").text_content() == "who speaks"


@pytest.mark.parametrize("path", ["/documents/dffffffffffff", "/documents/dffffffffffff/versions",
                                  "/documents/dffffffffffff/why/a0123456789"])  # fmt: skip
def test_a_document_that_is_not_held_is_not_found(aloud: TestClient, path: str) -> None:
    assert aloud.get(path).status_code == 404


def test_another_name_of_a_document_leads_to_its_page(aloud: TestClient, read: str) -> None:
    key = _keys(aloud)[0]
    with Record.open(read, readonly=True) as record:
        digest = record.document(key).id
    found = aloud.get(f"/documents/{digest}")
    assert (found.status_code, found.headers["location"]) == (307, f"/documents/{key}")


def test_the_page_says_what_decided(aloud: TestClient) -> None:
    told = aloud.get(f"/documents/{_keys(aloud)[0]}/why/{TOLD.id}")
    decided = words(one(html.fromstring(told.text), ".decisions"))
    assert decided == "Speaker a name not met before: “Ada Morn”"
    assert aloud.get(f"/documents/{_keys(aloud)[0]}/why/a0123456789").status_code == 404


def test_what_is_read_otherwise_today_is_not_explained(
    aloud: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "load_engine", press.Press)
    told = aloud.get(f"/documents/{_keys(aloud)[0]}/why/{TOLD.id}").text
    assert "reads the document otherwise today" in told


def test_a_document_too_long_to_be_read_again_is_not(
    aloud: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(why, "LONGEST", 10)
    assert "too long" in aloud.get(f"/documents/{_keys(aloud)[0]}/why/{TOLD.id}").text


def test_what_the_margin_links_to_explains(aloud: TestClient, page: HtmlElement) -> None:
    (link,) = find(page.get_element_by_id(f"m-{TOLD.id}"), ".decided a")
    assert link.get("hx-get") == link.get("href")
    assert "a name not met before" in aloud.get(link.get("href")).text


def test_the_list_tells_each_document_and_goes_on(
    tmp_path: Path, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(documents, "PAGE", 2)
    client = site(
        Settings(
            _added(
                tmp_path,
                *({"text": f"Ada Morn said that gate {n} was shut.", "publisher": "Northline",
                   "published": f"2031-05-0{n}", "title": f"Gate {n}"} for n in (1, 2, 3)),
            )
        )
    )  # fmt: skip
    first = html.fromstring(client.get("/documents").text)
    assert [words(h) for h in find(first, ".documents h2")] == ["Gate 3", "Gate 2"]
    assert words(find(first, ".documents .meta")[0]) == "Northline 2031-05-03 1 statement"
    rest = html.fromstring(client.get(one(first, "a[rel=next]").get("href")).text)
    assert [words(h) for h in find(rest, ".documents h2")] == ["Gate 1"]
    assert not find(rest, "a[rel=next]")


def test_an_empty_list_says_so(tmp_path: Path, site: Site) -> None:
    assert (
        "holds no documents yet" in site(Settings(str(tmp_path / "no.db"))).get("/documents").text
    )


SHARED = " ".join(f"The keeper wrote line {n} of the log of the northern gates." for n in range(30))


def test_what_shares_words_is_listed_with_the_way(tmp_path: Path, site: Site) -> None:
    client = site(
        Settings(
            _added(
                tmp_path,
                {"text": SHARED, "publisher": "Northline", "published": "2031-05-01",
                 "title": "Log"},
                {"text": f"{SHARED} It was raining.", "publisher": "Courier",
                 "published": "2031-05-03", "title": "Log again"},
            )
        )
    )  # fmt: skip
    later, first = _keys(client)
    shared = one(html.fromstring(client.get(f"/documents/{first}").text), "table.shared tbody tr")
    assert "Log again Courier, 2031-05-03" in words(shared)
    assert "100%" in words(shared)
    assert f"/compare/{first}/{later}" in shared.xpath(".//@href")
    assert "shares words with 1 document" in client.get("/documents").text


def test_more_documents_that_share_words_than_fit_have_a_page(
    tmp_path: Path, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(documents, "SHARED", 1)
    monkeypatch.setattr(documents, "PAGE", 2)
    client = site(
        Settings(_added(tmp_path, *({"text": SHARED, "publisher": f"Paper {n}"} for n in range(4))))
    )
    first = _keys(client)[0]
    page = html.fromstring(client.get(f"/documents/{first}").text)
    assert len(find(page, "table.shared tbody tr")) == 1
    assert f"/documents/{first}/shared" in page.xpath("//@href")
    met: list[str] = []
    address = f"/documents/{first}/shared"
    while address:
        page = html.fromstring(client.get(address).text)
        met += [words(s) for s in find(page, "table.shared tbody .meta") if "Paper" in words(s)]
        following = find(page, "a[rel=next]")
        address = following[0].get("href") if following else ""
    assert sorted(met) == ["Paper 0", "Paper 1", "Paper 2"]


def test_versions_are_no_copies(tmp_path: Path, site: Site) -> None:
    url = "https://north.example/log"
    texts = (SHARED, f"{SHARED} It was raining.")
    client = site(Settings(_added(tmp_path, *({"text": t, "url": url} for t in texts))))
    assert "shares words" not in client.get("/documents").text
    assert "<table" not in client.get(f"/documents/{_keys(client)[0]}").text


def test_a_hostile_article_is_words(tmp_path: Path, site: Site) -> None:
    client = site(Settings(_added(tmp_path, HOSTILE)))
    answer = client.get(f"/documents/{_keys(client)[0]}")
    page = html.fromstring(answer.text)
    assert [script.get("src") for script in find(page, "script")] == ["/static/app.js"]
    assert not [a for a in page.xpath("//@*") if a.attrname.startswith("on")]
    assert not [href for href in page.xpath("//@href") if href.startswith("javascript:")]
    assert HOSTILE["title"] in words(one(page, "h1"))
    assert "javascript:alert(1)" in words(one(page, ".document-head"))
    assert "/srv/secret" not in answer.text


def _long(paragraphs: int) -> str:
    filled = "Nobody was told of it at the time. " * 20
    return "\n\n".join(f"Ada Morn said that gate {n} was shut. {filled}" for n in range(paragraphs))


def test_a_long_document_is_read_in_parts(tmp_path: Path, site: Site) -> None:
    client = site(Settings(_added(tmp_path, {"text": _long(120), "title": "Long"})))
    (key,) = _keys(client)
    first = html.fromstring(client.get(f"/documents/{key}").text)
    assert "part 1 of 3" in words(one(first, ".document-head .turning"))
    second = html.fromstring(client.get(find(first, "a[rel=next]")[0].get("href")).text)
    names = [n.get("id") for n in find(second, ".text .ref")]
    assert names
    assert not {n.get("id") for n in find(first, ".text .ref")} & set(names)
    for name in names:
        there = find(first.get_element_by_id(name), "a")[0].get("href")
        assert there == f"/documents/{key}?part=2#{name}"
    led = client.get(f"/statements/{key}/{names[0]}").headers["location"]
    assert led == f"/documents/{key}?at={names[0]}#{names[0]}"
    there = html.fromstring(client.get(led).text)
    assert [n.get("id") for n in find(there, ".text .ref")] == names
    last = client.get(f"/documents/{key}?part=99").text
    assert "part 3 of 3" in last
    assert "gate 119 was shut" in last


OLD = "Ada Morn said that the gates were shut.\n\nBo Rask said that nobody was hurt.\n\nIt rained."
NEW = "Ada Morn said that the gates were open.\n\nIt rained.\n\nCem Ost said that it was late."


def test_versions_show_what_changed(tmp_path: Path, site: Site) -> None:
    url = "https://north.example/gates"
    client = site(Settings(_added(tmp_path, {"text": OLD, "url": url}, {"text": NEW, "url": url})))
    new, old = _keys(client)
    assert f"/documents/{new}/versions" in client.get(f"/documents/{new}").text
    page = html.fromstring(client.get(f"/documents/{new}/versions").text)
    added = [words(li) for li in find(page, ".told-added li")]
    assert added == ["Ada Morn: that the gates were open", "Cem Ost: that it was late"]
    gone = [words(li) for li in find(page, ".told-gone li")]
    assert gone == ["Ada Morn: that the gates were shut", "Bo Rask: that nobody was hurt"]
    changed = {tag: [e.text_content().strip() for e in find(page, f".diff {tag}")]
             for tag in ("del", "ins")}  # fmt: skip
    assert changed == {
        "del": ["shut", "Bo Rask said that nobody was hurt."],
        "ins": ["open", "Cem Ost said that it was late."],
    }
    assert "version 1" in words(page)
    assert client.get(f"/documents/{old}/versions").status_code == 200


def test_one_version_is_no_change(aloud: TestClient) -> None:
    assert "holds one version" in aloud.get(f"/documents/{_keys(aloud)[0]}/versions").text
