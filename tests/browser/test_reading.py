"""Searching and reading in a real browser: every row leads to the exact words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from reportedly.record import Query, Record
from reportedly.record.answers import Statement
from reportedly.schema import Act, Span

FOLLOWED = 8
"""Statements of a claim that are followed to their words."""

ASKED = "frigate"


def covered(text: str, spans: Iterable[Span]) -> str:
    """The characters of spans that may overlap, in the order of the text."""
    places = sorted({place for span in spans for place in range(span.start, span.end)})
    return "".join(text[place] for place in places)


def marked(page: Page, name: str, more: str = "") -> str:
    """The characters that a page marks as a statement's, as they stand in its text."""
    return "".join(page.locator(f"mark[data-a~='{name}']{more}").all_text_contents())


def spans(statement: Statement) -> list[Span]:
    return [*statement.source_spans, *statement.cue_spans, *statement.content]


@pytest.fixture(scope="module")
def held(record: Path) -> Iterable[Record]:
    with Record.open(record, create=False, readonly=True) as opened:
        yield opened


def test_search_by_words(page: Page, held: Record) -> None:
    page.goto("/")
    page.get_by_label("Words, or a sentence").fill(ASKED)
    page.get_by_role("button", name="Search", exact=True).click()
    found = held.search(Query(ASKED), limit=20)
    assert len(found) > 10
    rows = page.locator("article.statement .said")
    assert [row.strip() for row in rows.all_inner_texts()] == [one.words for one in found]
    expect(page.locator(".searched")).to_contain_text(f"{held.searched().documents} documents")


def test_search_by_filters(page: Page, held: Record) -> None:
    page.goto("/search?q=ferry")
    page.get_by_text("Filters").click()
    page.get_by_label("Act", exact=True).select_option("deny")
    page.get_by_label("Publisher", exact=True).fill("Ravelin")
    page.get_by_label("Since", exact=True).fill("2014-03-01")
    page.get_by_role("search").get_by_role("button", name="Search").click()
    asked = Query("ferry", publisher="Ravelin", acts=frozenset({Act.DENY}), since="2014-03-01")
    found = held.search(asked, limit=20)
    assert found
    assert {one.publisher for one in found} <= {"Ravelin Gazette", "Ravelin Tribune"}
    rows = page.locator("article.statement .said a")
    leads = [row.get_attribute("href") for row in rows.all()]
    assert leads == [f"/documents/{one.id.replace('/', '#')}" for one in found]
    expect(page.get_by_label("Act", exact=True)).to_have_value("deny")
    expect(page.get_by_label("Since", exact=True)).to_be_visible()


def test_nothing_found(page: Page) -> None:
    page.goto("/search?q=zeppelin")
    expect(page.get_by_role("status")).to_contain_text("No statement found in")
    expect(page.locator("article.statement")).to_have_count(0)


def test_more_rows_come_without_a_reload(page: Page) -> None:
    page.goto("/speakers")
    rows = page.locator(".list article")
    before = rows.count()
    page.evaluate("window.sameWindow = true")
    page.get_by_role("link", name="More").click()
    expect(rows.nth(before)).to_be_visible()
    assert page.evaluate("window.sameWindow")
    names = [row.strip() for row in page.locator(".list article h2 a").all_inner_texts()]
    leads = [one.get_attribute("href") for one in page.locator(".list article h2 a").all()]
    assert len(set(leads)) == len(leads) == len(names)


def test_claim_leads_to_its_words(page: Page, pages: dict[str, str], held: Record) -> None:
    claim = held.claim(pages["claim"].rsplit("/", 1)[1])
    for said in islice(claim.attributions, FOLLOWED):
        page.goto(pages["claim"])
        lead = f"/documents/{said.id.replace('/', '#')}"
        page.locator(f"article.statement a.words[href='{lead}']").first.click()
        page.wait_for_url(f"**{lead}")
        text = held.reading(said.id.partition("/")[0]).extraction.document.text
        name = said.attribution
        assert marked(page, name) == covered(text, spans(said))
        assert marked(page, name, ".lit") == covered(text, spans(said))
        expect(page.locator(f"#{name}")).to_be_in_viewport()


def test_each_statement_of_a_document_is_marked(
    page: Page, pages: dict[str, str], held: Record
) -> None:
    """Source, cue and content of all of them, the nested ones too, to the character."""
    page.goto(pages["document"])
    reading = held.reading(pages["document"].rsplit("/", 1)[1])
    text = reading.extraction.document.text
    assert len(reading.statements) > 8
    nested = {one.id for one in reading.extraction.attributions if one.parent}
    assert nested
    for said in reading.statements:
        name = said.attribution
        assert marked(page, name) == covered(text, spans(said)), said.words
        entry = page.locator(f"#m-{name}")
        expect(entry).to_have_count(1)
        if name not in nested and not nested & set(_within(reading.statements, said)):
            assert marked(page, name, ".content") == covered(text, said.content)
            assert marked(page, name, ".cue") == covered(text, said.cue_spans)
    depth = page.locator("ol.nested li.note").count()
    assert depth >= len(nested) // 2


def _within(statements: Iterable[Statement], outer: Statement) -> Iterable[str]:
    for one in statements:
        inside = any(s.within(o) for s in one.cue_spans for o in outer.content)
        if inside and one.attribution != outer.attribution:
            yield one.attribution


def test_what_is_not_the_article_says_so(page: Page, pages: dict[str, str]) -> None:
    page.goto(pages["document"])
    heading = page.get_by_role("heading", name="Readers’ comments, not the article")
    expect(heading).to_be_visible()
    assert page.locator("section.comments .text.comment").count() >= 1
    labels = page.locator(".text[data-label]").evaluate_all(
        "found => found.map(one => [one.dataset.label, getComputedStyle(one, '::before').content])"
    )
    shown = {label for label, content in labels if label in content}
    assert "Caption" in shown or "Link to another story" in shown


def test_number_in_the_text_and_number_in_the_margin(page: Page, pages: dict[str, str]) -> None:
    page.goto(pages["document"])
    first = page.locator("a.ref").nth(1)
    name = first.get_attribute("data-a")
    first.click()
    assert page.evaluate("location.hash") == f"#m-{name}"
    page.locator(f"#m-{name} a.back").first.click()
    assert page.evaluate("location.hash") == f"#{name}"


def test_why_comes_into_the_margin(page: Page, pages: dict[str, str]) -> None:
    page.goto(pages["document"])
    note = page.locator("li.note", has=page.locator("details.why")).first
    note.locator("summary").first.click()
    note.get_by_role("link", name="What decided this").first.click()
    expect(note.locator(".reasons, .decisions").first).to_be_visible()
    assert "/why/" not in page.url


def test_versions(page: Page, pages: dict[str, str]) -> None:
    page.goto(pages["versions"])
    expect(page.get_by_role("heading", name=re.compile("Version 2"))).to_be_visible()
    added = " ".join(page.locator(".diff ins").all_inner_texts())
    gone = " ".join(page.locator(".diff del").all_inner_texts())
    assert "Correction" in added
    assert len(gone.split()) > 3


def test_compare(page: Page, pages: dict[str, str]) -> None:
    """Both sides of a passage say the same, and its number leads across."""
    page.goto(pages["compare"])
    shared = "mark[data-a='p1']:not(.own)"
    columns = [page.locator(f".beside > .side:nth-child({at}) {shared}") for at in (1, 2)]
    first, second = (re.sub(r"\W+", "", "".join(c.all_text_contents())).lower() for c in columns)
    assert first == second != ""
    page.locator("a.ref#f1").click()
    assert page.evaluate("location.hash") == "#s1"
    expect(page.locator("#s1")).to_be_in_viewport()


def test_pictures_are_drawn_of_their_tables(page: Page, pages: dict[str, str]) -> None:
    for name, least in (("claim", 2), ("network", 2), ("speaker", 1), ("narrative", 1)):
        page.goto(pages[name])
        tables = page.locator("table[data-picture]")
        expect(page.locator("main svg").nth(least - 1)).to_be_visible()
        assert page.locator("summary", has_text="The same as a table").count() == tables.count()


def test_picture_leads_to_the_words(page: Page, pages: dict[str, str]) -> None:
    page.goto(pages["claim"])
    dot = page.locator("main svg a[*|href*='/documents/']").first
    dot.scroll_into_view_if_needed()
    dot.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/documents/**#a*")
    expect(page.locator("mark.lit").first).to_be_visible()
