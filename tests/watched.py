"""A tab of a real browser that is watched: it asks no other host, and nothing goes wrong in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Page, Request

Tab = Callable[..., AbstractContextManager[Page]]
"""Opens a tab that is watched."""

DRAWN = """() => document.readyState === "complete"
  && !document.querySelector("table[data-picture]:not([data-drawn])")"""


@dataclass
class Watch:
    """What was seen that must not be.

    Args:
        host: the site's name and port; every other one is foreign.
        expected: parts of messages that a test means to cause.
    """

    host: str
    expected: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    def over(self, context: BrowserContext) -> None:
        context.on("request", self._asked)
        context.on("console", self._console)
        context.on("weberror", lambda error: self._note(f"error: {error.error}"))
        context.on("dialog", self._dialog)

    def _asked(self, request: Request) -> None:
        address = urlsplit(request.url)
        own = address.netloc == self.host or address.scheme in {"data", "blob"}
        if not own:
            self._note(f"another host was asked: {request.url}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self._note(f"{message.type} on {message.page and message.page.url}: {message.text}")

    def _dialog(self, dialog: Dialog) -> None:
        self._note(f"a dialog: {dialog.message}")
        dialog.dismiss()

    def _note(self, problem: str) -> None:
        if not any(part in problem for part in self.expected):
            self.problems.append(problem)


@contextmanager
def watched(
    browser: Browser,
    site: str,
    *,
    width: int = 1280,
    height: int = 900,
    expected: tuple[str, ...] = (),
    **more: Any,
) -> Iterator[Page]:
    """A tab of its own, at the site; when the block ends, nothing may have been seen.

    Args:
        browser: the browser.
        site: address of the site; paths are asked of it.
        width: of the window, CSS pixels.
        height: of the window, CSS pixels.
        expected: parts of messages of the console that the test means to cause.
        more: options of Playwright's contexts.
    """
    watch = Watch(urlsplit(site).netloc, list(expected))
    context = browser.new_context(
        base_url=site,
        viewport={"width": width, "height": height},
        service_workers="block",
        locale="en-GB",
        reduced_motion="reduce",
        **more,
    )
    context.set_default_timeout(15_000)
    watch.over(context)
    try:
        yield context.new_page()
    finally:
        context.close()
    assert not watch.problems, "\n".join(watch.problems)


def opened(page: Page, path: str) -> None:
    """Go to a page, and wait until its pictures are drawn."""
    page.goto(path)
    page.wait_for_function(DRAWN)
