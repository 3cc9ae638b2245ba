"""A real browser for tests: Debian's Chromium, driven by Playwright, without a window.

It is looked for. Where it is missing, CI installs it, and elsewhere the tests that need it are
skipped. Playwright's own builds are never downloaded.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, sync_playwright

ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--font-render-hinting=none",
]


def _found() -> str | None:
    names = ("chromium", "chromium-browser", "google-chrome")
    return next((path for name in names if (path := shutil.which(name))), None)


def _install() -> str:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (("update", "-qq"), ("install", "-y", "-qq", "chromium", "fonts-dejavu-core")):
        subprocess.run(["apt-get", *command], check=True, env=environment, capture_output=True)
    found = _found()
    if found is None:
        raise RuntimeError("Debian's chromium was installed, and cannot be found")
    return found


def program() -> str:
    """The browser's program; skips the test, or fails it in CI, where there is none."""
    found = _found()
    if found is None:
        if not os.environ.get("CI"):
            pytest.skip("there is no Chromium: `apt-get install chromium`")
        if os.getuid() != 0:
            pytest.fail("CI has no Chromium, and may not install it: `apt-get install chromium`")
        found = _install()
    return found


@contextmanager
def launched() -> Iterator[Browser]:
    """The browser, until the block ends. Its loop runs in this thread: no other can meanwhile."""
    path = program()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()
