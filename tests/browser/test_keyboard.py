"""By keyboard alone: everything is reached, focus is seen, and nothing holds it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from watched import opened

SEEN = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const style = getComputedStyle(one);
  const drawn = () => [...one.querySelectorAll("*")].map((part) => {
    const { stroke, strokeWidth, textDecorationLine } = getComputedStyle(part);
    return [stroke, strokeWidth, textDecorationLine].join();
  }).join(";");
  const outlined = () => {
    if (!one.closest("svg"))
      return parseFloat(style.outlineWidth) >= 1.5 && style.outlineStyle !== "none";
    const lit = drawn();
    one.blur();
    const unlit = drawn();
    one.focus({ preventScroll: true, focusVisible: true });
    return lit !== unlit;
  };
  const box = one.getBoundingClientRect();
  return {
    name: (one.getAttribute("aria-label") || one.innerText || one.name || one.tagName).trim(),
    place: [...document.querySelectorAll("*")].indexOf(one),
    outlined: outlined(),
    shown: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
  };
}"""

MOST = 700
"""Steps in which the whole of a page is gone through."""


def tour(page: Page) -> list[dict[str, object]]:
    """Every element that Tab leads to, from the top until the page is left."""
    found: list[dict[str, object]] = []
    for _ in range(MOST):
        page.keyboard.press("Tab")
        seen = page.evaluate(SEEN)
        if seen is None or (found and seen["place"] == found[0]["place"]):
            return found
        found.append(seen)
    raise AssertionError(f"{MOST} steps, and no end: {found[-3:]}")


@pytest.mark.parametrize(
    "name", ["home", "search", "document", "compare", "judgements", "network", "narrative"]
)
def test_focus_is_seen_and_goes_on(page: Page, pages: dict[str, str], name: str) -> None:
    opened(page, pages[name])
    found = tour(page)
    places = [one["place"] for one in found]
    assert len(set(places)) == len(places)
    assert [one["name"] for one in found if not one["outlined"]] == []
    assert [one["name"] for one in found if not one["shown"]] == []
    reachable = page.locator(
        "a[href]:visible, button:visible, input:visible:not([type=hidden]), select:visible,"
        " textarea:visible, summary:visible"
    ).count()
    assert len(found) >= 0.9 * reachable


def test_skip_link(page: Page) -> None:
    page.goto("/claims")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('#main').contains(document.activeElement)")


def test_whole_way(page: Page) -> None:
    """From the first page to a statement's words and its speaker, without a mouse."""
    page.goto("/claims")
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox").first).to_be_focused()
    page.keyboard.type("frigate")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=frigate")
    page.keyboard.press("Escape")
    page.locator("body").press("j")
    first = page.locator(".statement .words").first
    expect(first).to_be_focused()
    page.keyboard.press("j")
    expect(page.locator(".statement .words").nth(1)).to_be_focused()
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    page.wait_for_url("**/documents/*#a*")
    name = page.evaluate("location.hash.slice(1)")
    page.keyboard.press("Tab")
    assert page.evaluate("Boolean(document.activeElement.closest('article.reading'))")
    page.keyboard.press("Shift+Tab")
    expect(page.locator(f"[id='{name}']")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == f"#m-{name}"
    page.keyboard.press("Tab")
    for _ in range(8):
        lead = page.evaluate("document.activeElement.getAttribute('href') || ''")
        if lead.startswith("/speakers/"):
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/speakers/*")


def test_filters_open_by_key(page: Page) -> None:
    page.goto("/")
    summary = page.locator("summary", has_text="Filters")
    summary.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Carrier", exact=True)).to_be_visible()
