"""Where a token is asked for: signing in and out through the page, and what is kept closed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect
from served import served
from watched import Tab

from reportedly.web.security.tokens import new_token


@pytest.fixture
def guarded(record: Path, tmp_path: Path) -> Iterator[tuple[str, str]]:
    """A site that asks for a token, and the token."""
    token = new_token(tmp_path / "tokens.txt")
    copy = shutil.copy(record, tmp_path / "newsroom.db")
    with served(copy, tmp_path, "--tokens", str(tmp_path / "tokens.txt")) as address:
        yield address, token


def test_sign_in_and_out(guarded: tuple[str, str], tab: Tab) -> None:
    site, token = guarded
    with tab(site, expected=("401",)) as page:
        page.goto("/claims")
        page.wait_for_url("**/sign-in?to=/claims")
        assert page.locator("article").count() == 0
        page.get_by_label("Token").fill("not the token")
        page.keyboard.press("Enter")
        expect(page.get_by_role("alert")).to_contain_text("not known")

        page.get_by_label("Token").fill(token)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url("**/claims")
        expect(page.get_by_role("heading", name="Claims", exact=True)).to_be_visible()
        (cookie,) = page.context.cookies()
        assert (cookie["httpOnly"], cookie["sameSite"]) == (True, "Strict")
        assert token not in cookie["value"]
        assert page.evaluate("document.cookie") == ""

        page.goto("/judgements")
        page.get_by_role("button", name="Leave open").click()
        assert "Decided last" not in page.locator("main").inner_text(), "nobody said who decides"
        page.get_by_label("Who decides").fill("Kim Vale")
        page.get_by_role("button", name="Leave open").click()
        expect(page.get_by_text("Decided last, by Kim Vale")).to_be_visible()

        page.get_by_role("button", name="Sign out").click()
        page.wait_for_url("**/sign-in")
        page.goto("/documents")
        page.wait_for_url("**/sign-in?to=/documents")


def test_api_wants_a_token(guarded: tuple[str, str], tab: Tab) -> None:
    site, token = guarded
    with tab(site) as page:
        ask = page.context.request
        assert ask.get("/api/v1/documents").status == 401
        bearer = {"Authorization": f"Bearer {token}"}
        assert ask.get("/api/v1/documents", headers=bearer).status == 200
        assert ask.get("/static/app.css").status == 200


def test_other_site_changes_nothing(own: str, tab: Tab) -> None:
    """A form of another page, in the same browser, is refused."""
    with tab(own, expected=("403", "another host", "data:")) as page:
        page.set_content(
            f'<form action="{own}/add/samples" method="post"><button>Press me</button></form>'
        )
        with page.expect_response("**/add/samples") as got:
            page.get_by_role("button").click()
        assert got.value.status == 403


def test_reading_alone(record: Path, tmp_path: Path, tab: Tab) -> None:
    copy = shutil.copy(record, tmp_path / "newsroom.db")
    with served(copy, tmp_path, "--read-only") as site, tab(site) as page:
        page.goto("/")
        assert page.get_by_role("button", name="Add files").count() == 0
        page.goto("/judgements")
        expect(page.get_by_text("open for reading alone")).to_be_visible()
        assert page.get_by_role("button", name="Same").count() == 0
        assert page.context.request.post("/add/samples").status == 403
