"""Takes the pictures of the site in `docs/pictures/`.

    python -m benchmarks.screenshots [NAME ...]

The real site is opened over the invented newsroom's record, and a real browser takes a screen of
every page. The same program, weights and fonts give the same pictures: moments are set to one.
"""

from __future__ import annotations

import base64
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
from playwright.sync_api import Browser, Page

from benchmarks.pngs import png
from reportedly.record import Record

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
NARROW = 360
"""Pixels across the narrowest telephones."""


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture that is taken.

    Args:
        name: of the file.
        place: which page; see `places` of the tests.
        at: what is scrolled to, as a selector; the top if left out.
        dark: in the dark.
        width: of the window, pixels.
        height: of the window, pixels.
        unfold: what is opened first, as a selector.
    """

    name: str
    place: str
    at: str = ""
    dark: bool = False
    width: int = 1280
    height: int = 860
    unfold: str = ""


SHOTS = (
    Shot("home", "home"),
    Shot("search", "filters"),
    Shot("trace", "trace"),
    Shot("documents", "documents"),
    Shot("document", "document", at=".marks", height=960),
    Shot("document-comments", "document", at="section.comments"),
    Shot("versions", "versions"),
    Shot("compare", "compare", height=960),
    Shot("why", "why"),
    Shot("speakers", "speakers"),
    Shot("speaker", "speaker"),
    Shot("claims", "claims"),
    Shot("claim", "claim", height=960),
    Shot("claim-chains", "claim", at="#chains"),
    Shot("claim-origins", "claim", at="#origins"),
    Shot("claim-denials", "claim", at="#denials"),
    Shot("report", "report"),
    Shot("narratives", "narratives"),
    Shot("narrative", "narrative"),
    Shot("network", "network"),
    Shot("network-graph", "network", at="figure:nth-of-type(2)"),
    Shot("judgements", "judgements"),
    Shot("exports", "claim", unfold=".exports"),
    Shot("sign-in", "sign-in", height=480),
    Shot("problem", "problem", height=480),
    Shot("document-dark", "document", at=".marks", dark=True, height=960),
    Shot("claim-dark", "claim", dark=True, height=960),
    Shot("network-dark", "network", dark=True),
    Shot("home-narrow", "home", width=NARROW, height=780),
    Shot("document-narrow", "document", at=".marks", width=NARROW, height=780),
    Shot("claim-narrow", "claim", width=NARROW, height=780),
    Shot("judgements-narrow", "judgements", at="section.question", width=NARROW, height=780),
)

STILL = """() => {
  for (const one of document.querySelectorAll("time"))
    if (/T/.test(one.dateTime)) one.textContent = "2014-12-24 12:00 UTC";
}"""
"""Moments of adding and judging are those of the day on which pictures are taken."""

PIXELS = """async (data) => {
  const blob = await (await fetch("data:image/png;base64," + data)).blob();
  const image = await createImageBitmap(blob);
  const canvas = new OffscreenCanvas(image.width, image.height);
  canvas.getContext("2d").drawImage(image, 0, 0);
  const found = canvas.getContext("2d").getImageData(0, 0, image.width, image.height).data;
  let text = "";
  for (let at = 0; at < found.length; at += 32768)
    text += String.fromCharCode(...found.subarray(at, at + 32768));
  return btoa(text);
}"""


def main() -> None:
    """Take all pictures, or those that are named."""
    wanted = set(sys.argv[1:])
    PICTURES.mkdir(exist_ok=True)
    with _site() as (browser, site, pages):
        for shot in SHOTS + _MADE:
            if wanted and shot.name not in wanted:
                continue
            file = PICTURES / f"{shot.name}.png"
            with _tab(browser, site, shot) as tab:
                _MAKERS.get(shot.place, _opened)(tab, pages.get(shot.place, "/"))
                file.write_bytes(_small(browser, _taken(tab, shot)))
            print(f"{file.relative_to(ROOT)}: {file.stat().st_size / 1000:.0f} kB")


def _tests(name: str) -> Any:
    """A helper of the tests: what they look at is what is shown."""
    folder = str(ROOT / "tests")
    if folder not in sys.path:
        sys.path.insert(0, folder)
    return import_module(name)


@contextmanager
def _site() -> Iterator[tuple[Browser, str, dict[str, str]]]:
    """A browser, the site over the newsroom's record, and addresses of its pages."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        record = _record(folder)
        pages: dict[str, str] = _tests("places").places(record)
        with (
            _tests("chromium").launched() as browser,
            _tests("served").served(record, folder) as site,
        ):
            yield browser, site, pages


def _record(folder: Path) -> Path:
    """The newsroom's record; one that was made before can be named in REPORTEDLY_NEWSROOM."""
    record = folder / "newsroom.db"
    if made := os.environ.get("REPORTEDLY_NEWSROOM"):
        shutil.copy(made, record)
        return record
    newsroom = _tests("newsroom")
    inputs = newsroom.write(newsroom.articles(), folder / "news")
    with Record.open(record) as held:
        held.add(inputs, jobs=os.cpu_count() or 1)
    return record


def _tab(browser: Browser, site: str, shot: Shot) -> AbstractContextManager[Page]:
    tab: AbstractContextManager[Page] = _tests("watched").watched(
        browser,
        site,
        width=shot.width,
        height=shot.height,
        color_scheme="dark" if shot.dark else "light",
        expected=("404",),
    )
    return tab


def _opened(tab: Page, path: str) -> None:
    _tests("watched").opened(tab, path)


def _added(tab: Page, path: str) -> None:
    """The invented samples are added, so that there is something to see of it."""
    tab.goto(path)
    texts = sorted((ROOT / "src" / "reportedly" / "samples").glob("*.txt"))
    tab.get_by_label("Files").set_input_files(texts)
    tab.get_by_role("button", name="Add files").click()
    tab.get_by_text("3 added").wait_for(timeout=120_000)
    tab.get_by_text("done").wait_for()


_MADE = (Shot("adding", "adding", height=480),)
"""Taken last: it changes the record."""

_MAKERS: dict[str, Callable[[Page, str], None]] = {"adding": _added}


def _taken(tab: Page, shot: Shot) -> bytes:
    """The screen, as the browser gives it."""
    tab.evaluate(STILL)
    if shot.unfold:
        tab.locator(f"{shot.unfold} > summary").click()
    if shot.at:
        tab.locator(shot.at).first.evaluate(
            "one => window.scrollTo(0, one.getBoundingClientRect().top + scrollY - 16)"
        )
    tab.mouse.move(0, 0)
    return tab.screenshot(animations="disabled", caret="hide")


def _small(browser: Browser, taken: bytes) -> bytes:
    """The same in fewer bytes; the browser is what reads the picture's pixels."""
    tab = browser.new_page()
    try:
        data = tab.evaluate(PIXELS, base64.b64encode(taken).decode())
    finally:
        tab.close()
    width, height = (int.from_bytes(taken[at : at + 4], "big") for at in (16, 20))
    pixels = np.frombuffer(base64.b64decode(data), np.uint8).reshape(height, width, 4)
    return png(pixels[:, :, :3])


if __name__ == "__main__":
    main()
