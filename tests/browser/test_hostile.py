"""Articles that would like to be programs, on every page of a real browser: they are words."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
import sting
from crawled import kind
from playwright.sync_api import Page, expect
from served import served
from watched import Tab, opened

from reportedly.record import Record

MOST = 8
"""Pages of each kind that are opened."""

LONG = "x" * 240 + ".txt"

LOOK = """() => ({
  stung: window.stung || null,
  elements: [...document.querySelectorAll(
    "stung, [data-stung], img, iframe, object, embed, base, style, main script, meta[http-equiv]"
  )].map((one) => one.outerHTML.slice(0, 120)),
  handlers: [...document.querySelectorAll("*")].flatMap((one) => [...one.attributes]
    .filter((each) => /^on|^hx-on/.test(each.name)).map((each) => each.name)),
  leads: [...document.querySelectorAll("[href], [src], [hx-get], form:not([method])")]
    .flatMap((one) => ["href", "src", "action", "hx-get"].map((name) => one.getAttribute(name))
    .filter(Boolean)),
  sent: [...document.querySelectorAll("form[method], [formaction], [hx-post]")]
    .flatMap((one) => ["action", "formaction", "hx-post"].map((name) => one.getAttribute(name))
    .filter(Boolean)),
  turned: [...document.querySelectorAll("main :not(svg, svg *)")].filter((one) =>
      [...one.childNodes].some((n) => n.nodeType === 3 && /[\\u202a-\\u202e]/.test(n.data)))
    .filter((one) => getComputedStyle(one).display === "inline"
      && getComputedStyle(one).unicodeBidi === "normal")
    .map((one) => one.outerHTML.slice(0, 160)),
})"""


@pytest.fixture(scope="module")
def stung(chromium: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site over a record of such articles."""
    folder = tmp_path_factory.mktemp("sting")
    inputs = sting.write(folder / "news")
    with Record.open(folder / "sting.db") as record:
        taken = record.add(inputs)
        assert len(taken) == len(sting.articles()) + len(sting.FILES)
        added = [one for one in taken if one.error is None]
        assert len(added) >= len(sting.RUNS)
        assert sum(1 for _ in record.statements()) > 2 * len(added)
    with served(folder / "sting.db", folder) as address:
        yield address


def leads(page: Page, found: list[str]) -> list[str]:
    """Pages of this site that a page leads to."""
    own = f"http://{urlsplit(page.url).netloc}"
    whole = [urldefrag(urljoin(page.url, lead))[0] for lead in found]
    paths = [one.removeprefix(own) for one in whole if one.startswith(own + "/")]
    return [path for path in paths if not path.startswith(("/api/", "/static/"))]


def test_nothing_runs_and_nothing_is_markup(stung: str, tab: Tab) -> None:
    waiting, seen, kinds = deque(["/", "/trace?q=%3Cstung%3E{{7*7}}"]), {"/"}, Counter[str]()
    wrong: list[tuple[str, str, object]] = []
    with tab(stung) as page:
        page.add_init_script(
            "Object.defineProperty(window, 'stung', {set() { console.error('it ran'); }, get() {}})"
        )
        while waiting:
            path = waiting.popleft()
            opened(page, path)
            page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
            look = page.evaluate(LOOK)
            wrong += [(path, name, look[name]) for name in ("stung", "elements") if look[name]]
            wrong += [(path, name, look[name][:3]) for name in ("handlers", "turned") if look[name]]
            wrong += [
                (path, "lead", lead) for lead in look["leads"] + look["sent"] if not harmless(lead)
            ]
            for lead in leads(page, look["leads"]):
                if lead not in seen and kinds[kind(lead)] < MOST:
                    seen.add(lead)
                    kinds[kind(lead)] += 1
                    waiting.append(lead)
    assert wrong == [], wrong[:20]
    assert kinds["/documents/*?"] == kinds["/speakers/*?"] == kinds["/claims/*?"] == MOST
    assert kinds["/claims/*/report?"]
    assert kinds["/documents/*/versions?"]
    assert kinds["/compare/*/*?"]


def harmless(lead: str) -> bool:
    """Whether an address is of this site, or one of an article's that a browser may open."""
    return lead.startswith(("/", "#", "?", "http://", "https://")) and not lead.startswith("//")


def test_words_stay_as_they_are(stung: str, tab: Tab) -> None:
    """What stands in a title is what is read there and in the tab, template syntax and all."""
    with tab(stung) as page:
        listed = titles(page)
        for one in filter(str.isprintable, sting.RUNS):
            name = " ".join(f"{one} closed".split())
            page.goto(listed[name])
            assert name in " ".join(page.title().split())
            assert one in (page.locator("article.reading").text_content() or "")


def titles(page: Page) -> dict[str, str]:
    """Where each document is, by what the list calls it."""
    found: dict[str, str] = {}
    lead: str | None = "/documents"
    while lead:
        page.goto(lead)
        names = page.locator(".documents h2 a").all()
        found |= {" ".join(n.inner_text().split()): n.get_attribute("href") or "" for n in names}
        more = page.locator("a[rel=next]")
        lead = more.get_attribute("href") if more.count() else None
    return found


def test_file_that_is_uploaded(stung: str, tab: Tab) -> None:
    with tab(stung) as page:
        page.goto("/")
        text = b"Ada Morn said that the gates were closed on the night of the flood. " * 3
        names = [*(name.replace("\n", "") for name in sting.FILES), "../../etc/stung.txt", LONG]
        page.get_by_label("Files").set_input_files(
            [{"name": n, "mimeType": "text/plain", "buffer": text + n.encode()} for n in names]
        )
        page.get_by_role("button", name="Add files").click()
        page.wait_for_url("**/jobs/*")
        expect(page.get_by_role("status")).to_contain_text("done", timeout=60_000)
        page.reload()
        look = page.evaluate(LOOK)
        assert (look["elements"], look["handlers"]) == ([], [])
        rows = " ".join(page.locator("tbody tr").all_inner_texts())
        assert "img data-stung src=x onerror=window.stung=1.txt" in rows
        assert "{{77}} ' onclick='window.stung=1.txt" in rows
        assert "etc/" not in rows


def test_addresses_that_are_asked_for(stung: str, tab: Tab) -> None:
    """What stands in an address is shown as words, too."""
    asked = "/search?q=%22%3E%3Cstung%3E{{7*7}}&speaker=%27onfocus=stung=1&since=%3Cstung%3E"
    with tab(stung, expected=("400", "404", "422")) as page:
        for path in (
            asked,
            "/trace?q=<stung>",
            "/documents/<stung>",
            "/<script>stung=1</script>",
            "/speakers?words=<stung>{{7*7}}",
            "/sign-in?to=javascript:window.stung=1",
            "/jobs/<stung>",
            "/compare/<stung>/{{7*7}}",
            "/judgements?at=<stung>",
        ):
            page.goto(path)
            look = page.evaluate(LOOK)
            assert (look["elements"], look["handlers"], look["stung"]) == ([], [], None), path
            assert all(harmless(lead) for lead in look["leads"]), path
            assert "49" not in page.locator("main").inner_text(), path
