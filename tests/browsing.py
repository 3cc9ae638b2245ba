"""A real browser on a real site: Debian's Chromium, and a server on loopback."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, sync_playwright

from reportedly.web import Settings, create_app
from reportedly.web.serving import listen

CHROMIUM = Path("/usr/bin/chromium")

_ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
"""It is to ask the site and nobody else."""


@contextmanager
def served(settings: Settings) -> Iterator[str]:
    """A site on a free port of this machine; its address."""
    listening = listen("127.0.0.1", 0)
    config = uvicorn.Config(create_app(settings), log_level="warning", access_log=False)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    try:
        yield f"http://localhost:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(30)


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser; a test that needs it is left out where there is none, but for CI."""
    if not CHROMIUM.exists():
        why = f"{CHROMIUM} is not installed"
        if os.environ.get("CI") == "true":
            pytest.fail(why)
        pytest.skip(why)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=_ARGUMENTS)
        yield browser
        browser.close()
