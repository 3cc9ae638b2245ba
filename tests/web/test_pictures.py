"""Pictures in a real browser: drawn from the tables of the page, for eyes, hands and ears."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import gates
import press
import pytest
from axe_playwright_python.sync_playwright import Axe
from chromium import launched
from playwright.sync_api import Browser, Page, expect
from served import served
from watched import watched

from reportedly.record import Record

Open = Callable[..., Page]

NARROW = 360
"""Pixels across the narrowest telephones."""


@pytest.fixture(scope="module")
def where(tmp_path_factory: pytest.TempPathFactory) -> str:
    with pytest.MonkeyPatch.context() as patch:
        press.employ(patch)
        return gates.held(tmp_path_factory.mktemp("gates"))


@pytest.fixture(scope="module")
def site(where: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(where, tmp_path_factory.mktemp("site"), "--read-only") as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with launched() as opened:
        yield opened


@pytest.fixture(scope="module")
def paths(where: str) -> dict[str, str]:
    """The pages with pictures."""
    with Record.open(where, readonly=True) as record:
        claim = next(iter(record.claims()))
        ada = next(one.speaker_id for one in claim.attributions if one.speaker == "Ada Morn")
    return {
        "claim": f"/claims/{claim.id}",
        "report": f"/claims/{claim.id}/report",
        "speaker": f"/speakers/{ada}",
        "network": "/network",
        "claims": "/claims",
        "speakers": "/speakers",
        "narratives": "/narratives",
    }


@pytest.fixture
def open_(site: str, browser: Browser) -> Iterator[Open]:
    """Opens a page in a watched tab, and waits for its pictures."""
    with ExitStack() as tabs:

        def opened(
            path: str, width: int = 1100, *, scripts: bool = True, dark: bool = False
        ) -> Page:
            scheme = "dark" if dark else "light"
            tab = watched(
                browser, site, width=width, java_script_enabled=scripts, color_scheme=scheme
            )
            page = tabs.enter_context(tab)
            page.goto(path)
            if scripts:
                _drawn(page)
            return page

        yield opened


def _drawn(page: Page) -> None:
    for table in page.locator("table[data-picture]").all():
        expect(table).to_have_attribute("data-drawn", "yes")
    for figure in page.locator("figure.picture").all():
        figure.locator("> .scroller > svg").wait_for()


def _violations(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {json.dumps(one['nodes'][0]['html'])[:200]}" for one in found]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(
    "name", ["claim", "report", "speaker", "network", "claims", "speakers", "narratives"]
)
def test_axe_finds_nothing(open_: Open, paths: dict[str, str], name: str, *, dark: bool) -> None:
    page = open_(paths[name], dark=dark)
    for details in page.locator("details").all():
        details.evaluate("each => { each.open = true; }")
    assert _violations(page) == []


@pytest.mark.parametrize(
    "name", ["claim", "report", "speaker", "network", "claims", "speakers", "narratives"]
)
def test_a_telephone_shows_all_of_a_page_across(
    open_: Open, paths: dict[str, str], name: str
) -> None:
    page = open_(paths[name], NARROW)
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW
    assert _violations(page) == []


def test_a_time_line_has_a_link_to_the_words_for_each_row(
    open_: Open, paths: dict[str, str]
) -> None:
    page = open_(paths["claim"])
    rows = page.locator("table[data-picture=timeline] tbody tr")
    expected = sorted(row.get_attribute("data-href") or "" for row in rows.all())
    marks = page.locator("figure.picture").first.locator("svg a[href^='/documents/']")
    assert sorted(mark.get_attribute("href") or "" for mark in marks.all()) == expected
    assert len(expected) == 5


def test_kinds_of_statements_differ_in_shape_and_in_word(
    open_: Open, paths: dict[str, str]
) -> None:
    page = open_(paths["claim"])
    picture = page.locator("figure.picture").first
    states = picture.locator(".scroller .stand-states-mark a")
    denies = picture.locator(".scroller .stand-denies-mark a")
    assert (states.count(), denies.count()) == (4, 1)
    shapes = [
        marks.first.locator("path, circle").first.evaluate("e => e.getAttribute('d')")
        for marks in (states, denies)
    ]
    assert shapes[0] != shapes[1]
    assert "denial: Ben Orro" in (denies.get_attribute("aria-label") or "")
    assert picture.locator(".legend li").all_inner_texts() == ["statement", "denial"]


def test_a_mark_is_reached_and_followed_by_keys_alone(open_: Open, paths: dict[str, str]) -> None:
    page = open_(paths["claim"])
    page.locator("#timeline").evaluate("e => { e.tabIndex = -1; e.focus(); }")
    href = ""
    for _ in range(12):
        page.keyboard.press("Tab")
        href = page.evaluate("document.activeElement.getAttribute('href') ?? ''")
        if href.startswith("/documents/"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/documents/**")
    assert page.url.endswith(href)


def test_without_scripts_the_table_stands_open(open_: Open, paths: dict[str, str]) -> None:
    page = open_(paths["claim"], scripts=False)
    assert page.locator("figure.picture").count() == 0
    table = page.locator("table[data-picture=timeline]")
    assert table.is_visible()
    assert table.locator("tbody tr").count() == 5


def test_the_graph_is_the_same_each_time(open_: Open, paths: dict[str, str]) -> None:
    drawn = [
        open_(paths["network"]).locator("svg.graph").evaluate("e => e.outerHTML") for _ in range(2)
    ]
    assert drawn[0] == drawn[1]
    assert "Harbour Wire" in drawn[0]


def test_layers_lead_from_who_speaks_to_publishers(open_: Open, paths: dict[str, str]) -> None:
    svg = open_(paths["claim"]).locator("svg.layers")
    names = svg.locator("text.name").all_text_contents()
    assert {"Ada Morn", "Harbour Wire", "The Courier"} <= set(names)


def test_pictures_are_drawn_anew_when_the_width_changes(open_: Open, paths: dict[str, str]) -> None:
    page = open_(paths["claim"])
    picture = page.locator("figure.picture").first.locator("svg[aria-label]")
    before = picture.get_attribute("width")
    page.set_viewport_size({"width": 500, "height": 900})
    expect(picture).not_to_have_attribute("width", before or "")
    assert float(picture.get_attribute("width") or 0) <= 500


def test_what_a_row_says_becomes_no_markup_and_no_foreign_link(
    open_: Open, paths: dict[str, str]
) -> None:
    page = open_(paths["claims"])
    evil = '<img src=x onerror="window.hit = 1">'
    page.evaluate(
        """async (evil) => {
            const table = document.createElement("table");
            table.dataset.picture = "timeline graph layers";
            const body = table.createTBody();
            for (const href of ["javascript:window.hit=1", "//far.example/", "/documents/d"]) {
                Object.assign(body.insertRow().dataset, {
                    day: "2031-05-04", lane: evil + href, stand: evil, href, title: evil,
                    laneHref: href, publisher: evil, carrier: evil + href, carrierHref: href,
                    statements: "1", speaker: evil, speakerHref: href, known: "no",
                    carriers: JSON.stringify([{ name: evil, href }]),
                });
            }
            document.querySelector("main").append(table);
            (await import("/static/pictures.js")).draw(table);
            await new Promise((done) => setTimeout(done, 300));
        }""",
        evil,
    )
    hrefs = page.evaluate(
        """[...document.querySelectorAll("figure.picture svg a")].flatMap(
            (a) => [...a.attributes].filter((each) => each.localName === "href")
        ).map((each) => each.value)"""
    )
    assert set(hrefs) == {"/documents/d"}
    assert page.locator("svg.layers .bar.unknown").count() == 1
    assert page.locator("figure.picture svg").count() >= 3
    assert page.locator("figure.picture img").count() == 0
    assert page.evaluate("window.hit") is None


def test_other_pages_load_no_pictures(open_: Open) -> None:
    page = open_("/")
    loaded = page.evaluate("performance.getEntriesByType('resource').map(each => each.name)")
    assert not [name for name in loaded if "pictures" in name]
    assert [name for name in loaded if name.endswith("/static/app.js")]


def test_months_are_bars_and_a_year_is_left_to_the_table(open_: Open) -> None:
    page = open_("/claims")
    page.evaluate(
        """async () => {
            const table = document.createElement("table");
            table.dataset.picture = "counts";
            const body = table.createTBody();
            for (const [month, n] of [["2031-04", 3], ["2031-05", 6], ["2031", 2]]) {
                Object.assign(body.insertRow().dataset, { month, n });
            }
            document.querySelector("main").append(table);
            (await import("/static/pictures.js")).draw(table);
        }"""
    )
    bars = page.locator("figure.picture .count rect")
    expect(bars).to_have_count(2)
    low, high = (float(bar.get_attribute("height") or 0) for bar in bars.all())
    assert high == pytest.approx(2 * low)
    expect(page.locator("figcaption")).to_contain_text("2 of which the year alone is known")


def test_what_lasts_is_a_bar_from_the_first_day_to_the_last(
    open_: Open, paths: dict[str, str]
) -> None:
    page = open_(paths["speaker"])
    roles = page.locator("figure.picture").first
    assert roles.locator(".lane-name text title").all_text_contents() == [
        "minister of ports",
        "former minister",
    ]
    assert roles.locator(".stand-states-mark circle").count() == 2
