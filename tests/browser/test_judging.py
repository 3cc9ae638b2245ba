"""Judging in a real browser: one key decides, one key takes it back."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect
from watched import Tab

from reportedly.record import Record
from reportedly.store import Judgement


def judgements(folder: Path) -> list[Judgement]:
    with Record.open(folder / "newsroom.db", create=False, readonly=True) as record:
        return list(record.judgements())


def question(page: Page) -> str:
    """The id of the question that is shown."""
    return page.locator("form.decide input[name=question]").input_value()


def test_by_keys(own: str, tab: Tab, tmp_path: Path) -> None:
    with tab(own) as page:
        page.goto("/judgements")
        asked = question(page)
        assert page.locator(".candidate").count() == 2
        expect(page.get_by_text("Speaks for it")).to_be_visible()

        page.keyboard.press("d")
        expect(page.get_by_role("status").first).to_contain_text("different")
        assert question(page) != asked
        made = judgements(tmp_path)
        assert [(one.verdict, one.retracted_at) for one in made] == [("different", None)]

        page.keyboard.press("z")
        expect(page.get_by_text("taken back")).to_be_visible()
        assert question(page) == asked
        assert all(one.retracted_at for one in judgements(tmp_path))

        page.keyboard.press("j")
        expect(page.get_by_text("Question 2 of")).to_be_visible()
        second = question(page)
        page.keyboard.press("k")
        expect(page.get_by_text("Question 1 of")).to_be_visible()

        page.get_by_label("Why").fill("father and son")
        page.keyboard.press("Escape")
        page.get_by_role("button", name="Same").click()
        expect(page.get_by_text("“father and son”")).to_be_visible()
        assert question(page) == second
        last = judgements(tmp_path)[-1]
        assert (last.verdict, last.note) == ("same", "father and son")


def test_letters_that_are_typed_decide_nothing(own: str, tab: Tab, tmp_path: Path) -> None:
    with tab(own) as page:
        page.goto("/judgements")
        page.get_by_label("Why").press_sequentially("sudden zeal")
        expect(page.get_by_label("Why")).to_have_value("sudden zeal")
        page.goto("/judgements")
        page.get_by_role("button", name="Turn keys off").click()
        page.keyboard.press("s")
        page.wait_for_timeout(200)
        assert judgements(tmp_path) == []
