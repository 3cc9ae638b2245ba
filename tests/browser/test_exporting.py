"""Exports in a real browser: what a button gives is a file that says the same."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import Download, Page, expect

from reportedly.record import Query, Record


def saved(page: Page, form: str) -> Download:
    """Open the list of exports and take one."""
    page.locator("details.exports summary").click()
    with page.expect_download() as awaited:
        page.locator("details.exports").get_by_role("link", name=form, exact=True).click()
    return awaited.value


def test_claim(page: Page, pages: dict[str, str], record: Path) -> None:
    page.goto(pages["claim"])
    text = Path(saved(page, "annotations").path()).read_text(encoding="utf-8")
    with Record.open(record, create=False, readonly=True) as held:
        claim = held.claim(pages["claim"].rsplit("/", 1)[1])
    found = json.loads(text)
    for said in claim.attributions[:5]:
        exact = said.words.split(" … ", maxsplit=1)[0]
        assert json.dumps(exact, ensure_ascii=False)[1:-1] in text
    assert found


def test_document(page: Page, pages: dict[str, str]) -> None:
    page.goto(pages["document"])
    download = saved(page, "csv")
    assert download.suggested_filename.endswith(".csv")
    lines = Path(download.path()).read_text(encoding="utf-8").splitlines()
    assert len(lines) > 8


def test_search(page: Page, record: Path) -> None:
    page.goto("/search?q=ferry&act=deny")
    lines = Path(saved(page, "jsonl").path()).read_text(encoding="utf-8").splitlines()
    with Record.open(record, create=False, readonly=True) as held:
        from reportedly.schema import Act

        found = held.search(Query("ferry", acts=frozenset({Act.DENY})), limit=500)
    assert {json.loads(line)["id"] for line in lines} == {one.id for one in found}


def test_whole_record_names_no_folder(page: Page, record: Path) -> None:
    page.goto("/")
    text = Path(saved(page, "jsonl").path()).read_text(encoding="utf-8")
    assert len(text.splitlines()) > 200
    assert str(record.parent) not in text


def test_report(page: Page, pages: dict[str, str]) -> None:
    page.goto(pages["claim"])
    page.get_by_role("link", name="Report to print").click()
    page.wait_for_load_state()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.pdf()[:5] == b"%PDF-"
