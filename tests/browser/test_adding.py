"""Adding in a real browser: from an empty record to articles that can be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import newsroom
import pytest
from newsroom.forms import page as as_page
from newsroom.forms import text as as_text
from newsroom.houses import Form
from newsstand import newsstand
from playwright.sync_api import Page, expect
from served import served
from watched import watched

from reportedly.record import Record

SLOWEST = 90_000
"""Milliseconds in which a few articles are read on a machine under load."""

Empty = Callable[..., tuple[Page, Path]]


@pytest.fixture
def empty(chromium: object, tmp_path: Path) -> Iterator[tuple[Page, Path]]:
    """A tab of a site over a record that holds nothing."""
    where = tmp_path / "new.db"
    with (
        served(where, tmp_path, "--allow-private") as address,
        watched(chromium, address) as page,  # type: ignore[arg-type]
    ):
        yield page, where


def done(page: Page, documents: int) -> None:
    """Wait on a job's page until all its documents are added; it says so by itself."""
    page.wait_for_url("**/jobs/*")
    told = page.get_by_role("status")
    expect(told).to_contain_text(f"done, {documents} added", timeout=SLOWEST)


def test_first_run(empty: tuple[Page, Path]) -> None:
    """An empty record explains itself; the samples, files, a text and an address are added."""
    page, where = empty
    page.goto("/")
    expect(page.get_by_role("heading", name="This record is empty")).to_be_visible()
    page.get_by_role("button", name="Add the invented articles").click()
    done(page, 3)
    page.get_by_role("link", name="To the beginning").click()
    expect(page.get_by_role("heading", name="Added lately")).to_be_visible()
    expect(page.locator("[aria-labelledby=lately] li")).to_have_count(3)
    page.get_by_label("Words, or a sentence").fill("gates")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?**")
    assert page.locator("article.statement").count() > 2

    articles = newsroom.articles()
    printed = next(a for a in articles if a.house.form is Form.HTML)
    copied = next(a for a in articles if a.house.form is Form.JSON and a.comments)
    page.goto("/")
    page.get_by_label("Files").set_input_files(
        [
            {"name": "a page.html", "mimeType": "text/html", "buffer": as_page(printed).encode()},
            {"name": "b.txt", "mimeType": "text/plain", "buffer": as_text(copied).encode()},
        ]
    )
    page.get_by_role("button", name="Add files").click()
    done(page, 2)
    expect(page.get_by_role("cell", name="a page.html")).to_be_visible()

    page.goto("/")
    page.get_by_text("Paste text").click()
    page.get_by_label("The article").fill(
        "Ferry stays in port\n\nHarbour master Anna Kell said on Monday that the ferry would stay "
        "in port. “Nobody sails in this,” Kell told reporters."
    )
    page.get_by_label("Publisher", exact=True).last.fill("The Pier")
    page.get_by_label("Published on").fill("2031-12-24")
    page.get_by_role("button", name="Add text").click()
    done(page, 1)

    with newsstand() as stand:
        address = stand.put("/news", as_page(articles[-1]))
        page.goto("/")
        page.get_by_label("Address").fill(address)
        page.get_by_role("button", name="Fetch and add").click()
        done(page, 1)

    with Record.open(where, create=False, readonly=True) as record:
        held = list(record.documents())
        assert len(held) == 7
        pier = next(d for d in held if d.publisher == "The Pier")
        assert pier.published == "2031-12-24"
        assert [s.speaker for s in record.reading(pier.key).statements][:1] == ["Anna Kell"]


def test_files_are_dropped(empty: tuple[Page, Path]) -> None:
    """What cannot be read is told, with its name; the rest is added."""
    page, _ = empty
    page.goto("/")
    article = newsroom.articles()[0]
    page.locator("form[data-drop]").evaluate(
        """(form, text) => {
          const held = new DataTransfer();
          held.items.add(new File([text], "dropped.txt", {type: "text/plain"}));
          held.items.add(new File([new Uint8Array(64)], "noise.bin"));
          const drop = {dataTransfer: held, bubbles: true, cancelable: true};
          form.dispatchEvent(new DragEvent("drop", drop));
        }""",
        as_text(article),
    )
    page.wait_for_url("**/jobs/*")
    told = page.get_by_role("status")
    expect(told).to_contain_text("1 added", timeout=SLOWEST)
    expect(told).to_contain_text("done", timeout=SLOWEST)
    row = page.get_by_role("row", name="noise.bin")
    expect(row).to_be_visible()
    assert len(row.inner_text()) > len("noise.bin 0")
