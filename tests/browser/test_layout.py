"""Narrow windows, print and the dark: nothing is cut off, nothing is in the way."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect
from watched import Tab, opened

NARROW = 360
"""CSS pixels across the narrowest telephones."""

CUT = """() => {
  const wide = document.documentElement.clientWidth;
  const found = [];
  const scrolls = (one) => {
    for (let at = one; at; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (/auto|scroll/.test(style.overflowX)) return true;
      if (style.clip !== "auto" || style.clipPath !== "none") return true;
    }
    return false;
  };
  for (const one of document.querySelectorAll("body *")) {
    const box = one.getBoundingClientRect();
    if (!box.width || !box.height || scrolls(one)) continue;
    const style = getComputedStyle(one);
    const own = [...one.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
    const hides = /hidden|clip/.test(style.overflowX) && one.scrollWidth > one.clientWidth + 1;
    if (box.right > wide + 1 || box.left < -1 || (own && hides))
      found.push(`${one.tagName}.${one.getAttribute("class") || ""}: ${Math.round(box.left)} to ` +
        `${Math.round(box.right)}: ${(one.textContent || "").trim().slice(0, 60)}`);
  }
  return found;
}"""


def test_narrow(tab: Tab, pages: dict[str, str]) -> None:
    with tab(width=NARROW, expected=("404",)) as page:
        wrong = {}
        for name, path in pages.items():
            opened(page, path)
            page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
            across = page.evaluate("document.scrollingElement.scrollWidth")
            cut = page.evaluate(CUT)
            if across > NARROW or cut:
                wrong[name] = (across, cut[:6])
        assert not wrong


OVER = """() => {
  const all = "main :is(input, select, textarea, button, .button)";
  const fields = [...document.querySelectorAll(all)]
    .filter((one) => one.type !== "hidden" && one.checkVisibility())
    .map((one) => [one.name || one.innerText, one.getBoundingClientRect()]);
  return fields.flatMap(([name, a], at) => fields.slice(at + 1)
    .filter(([, b]) => a.left < b.right - 1 && b.left < a.right - 1
      && a.top < b.bottom - 1 && b.top < a.bottom - 1)
    .map(([other]) => `${name} over ${other}`));
}"""


@pytest.mark.parametrize("width", [1280, 800, NARROW])
def test_fields_lie_side_by_side(tab: Tab, pages: dict[str, str], width: int) -> None:
    with tab(width=width) as page:
        for name in ("home", "filters", "claims", "speakers", "judgements", "sign-in"):
            opened(page, pages[name])
            page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
            assert page.evaluate(OVER) == [], name


def luminance(colour: str) -> float:
    red, green, blue = (int(part) for part in re.findall(r"\d+", colour)[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ground(page: Page) -> tuple[float, float]:
    """Luminance of the ground and of the letters on it."""
    found = page.evaluate(
        "[getComputedStyle(document.body)].flatMap((s) => [s.backgroundColor, s.color])"
    )
    return luminance(found[0]), luminance(found[1])


def test_dark(tab: Tab, pages: dict[str, str]) -> None:
    with tab(color_scheme="light") as page:
        page.goto(pages["document"])
        paper, ink = ground(page)
        assert (paper > 200, ink < 60) == (True, True)
    with tab(color_scheme="dark") as page:
        for name in ("document", "claim", "report"):
            page.goto(pages[name])
            paper, ink = ground(page)
            assert (paper < 60, ink > 200) == (True, True), name


def test_print(tab: Tab, pages: dict[str, str]) -> None:
    """The words are printed, on white; what is there to be pressed is not."""
    with tab(color_scheme="dark") as page:
        page.emulate_media(media="print", color_scheme="dark")
        for name in ("document", "claim", "report", "compare", "speaker"):
            opened(page, pages[name])
            for nav in page.locator("nav, .skip-link, .screen-only, form, button").all():
                expect(nav).to_be_hidden()
            expect(page.get_by_role("heading").first).to_be_visible()
            paper, ink = ground(page)
            assert paper > 240, name
            assert ink < 60, name
            assert page.pdf(format="A4", print_background=True).startswith(b"%PDF-")


def test_source_cue_and_content_differ_by_more_than_colour(
    page: Page, pages: dict[str, str]
) -> None:
    page.goto(pages["document"])
    looks = page.evaluate(
        """() => Object.fromEntries(["source", "cue", "content"].map((role) => {
          const style = getComputedStyle(document.querySelector(`.passage mark.${role}`));
          return [role, [style.fontWeight, style.fontStyle, style.textDecorationLine,
            style.textDecorationStyle, style.borderBottomStyle, style.borderBottomWidth,
            style.fontVariant].join("|")];
        }))"""
    )
    assert len(set(looks.values())) == 3, looks
