"""Without a script: reading, searching, paging and judging all work."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect
from watched import Tab

from reportedly.record import Record


def test_search_and_read(tab: Tab, pages: dict[str, str]) -> None:
    with tab(java_script_enabled=False) as page:
        page.goto("/")
        page.get_by_label("Words, or a sentence").fill("frigate")
        page.get_by_role("button", name="Search", exact=True).click()
        first = page.locator(".statement .words").first
        words = first.inner_text()
        first.click()
        expect(page.locator("article.reading")).to_contain_text(words.split(" … ")[0][:40])
        expect(page.locator(":target")).to_be_in_viewport()
        page.goto("/")
        page.get_by_label("Words, or a sentence").fill("the frigate rammed the ferry")
        page.get_by_role("button", name="Trace the claim").click()
        expect(page.locator(".claim-card").first).to_be_visible()


def test_pictures_are_tables(tab: Tab, pages: dict[str, str]) -> None:
    with tab(java_script_enabled=False) as page:
        for name in ("claim", "network", "narrative", "speaker"):
            page.goto(pages[name])
            table = page.locator("table[data-picture]").first
            expect(table).to_be_visible()
            assert table.locator("tbody tr").count() > 1


def test_pagers_lead_through_everything(tab: Tab, record: Path) -> None:
    with Record.open(record, create=False, readonly=True) as held:
        there = {d.key for d in held.documents()}
    seen: list[str] = []
    with tab(java_script_enabled=False) as page:
        page.goto("/documents")
        for _ in range(50):
            seen += keys(page)
            more = page.locator("a[rel=next]")
            if not more.count():
                break
            more.first.click()
    assert len(seen) == len(set(seen))
    assert set(seen) == there


def keys(page: Page) -> list[str]:
    leads = [one.get_attribute("href") or "" for one in page.locator(".list h2 a").all()]
    return [lead.rsplit("/", 1)[1] for lead in leads]


def test_judge_and_undo(own: str, tab: Tab, tmp_path: Path) -> None:
    with tab(own, java_script_enabled=False) as page:
        page.goto("/judgements")
        page.get_by_role("button", name="Leave open").click()
        expect(page.get_by_text("Decided last")).to_be_visible()
        page.get_by_role("button", name="Undo").first.click()
        expect(page.get_by_text("taken back")).to_be_visible()
    with Record.open(tmp_path / "newsroom.db", create=False, readonly=True) as held:
        assert [bool(one.retracted_at) for one in held.judgements()] == [True]
