"""Exports over the API: what is exported, as what, and that sending ends however it ends."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from asked import Api
from quay import CLOSED

from reportedly.export import FORMATS, OfClaim, export
from reportedly.record import Record
from reportedly.web.exporting import AT_ONCE, PIECE, Exports
from reportedly.web.failing import BusyError


def test_a_claim_goes_out_in_every_form(api: Api, papers: str) -> None:
    claim = api.get("/trace", q=CLOSED)["claims"][0]["id"]
    for form in FORMATS.values():
        found = api.ask("GET", f"/export/{form.name}", params={"of": claim})
        assert found.status_code == 200, found.text
        assert found.headers["content-type"].startswith(form.media.partition(";")[0])
        saved = f'attachment; filename="{claim}.{form.extension}"'
        assert found.headers["content-disposition"] == saved
        assert "default-src 'none'" in found.headers["content-security-policy"]
    with Record.open(papers, readonly=True) as record:
        table = b"".join(export(record, OfClaim(claim), "csv"))
    assert api.ask("GET", "/export/csv", params={"of": claim}).content == table


def test_what_is_exported_is_what_is_asked_for(api: Api) -> None:
    said = api.items("/statements")[0]["id"]
    document = said.partition("/")[0]

    def rows(**asked: str) -> set[str]:
        lines = api.ask("GET", "/export/annotations", params=asked).text
        return {one["id"] for one in api.items("/statements") if one["id"] in lines}

    assert {name.partition("/")[0] for name in rows(of=document)} == {document}
    assert rows(q="Ostia", act="deny") == {
        s["id"] for s in api.items("/search", q="Ostia", act="deny")
    }
    assert rows() == {one["id"] for one in api.items("/statements")}
    assert said in rows(of=said)


def test_names_begin_with_what_is_asked_for(api: Api) -> None:
    found = api.ask("GET", "/export/prov", params={"base": "https://news.invalid/room"})
    assert "https://news.invalid/room/statements/d" in found.text


def test_a_form_holds_what_it_holds(api: Api) -> None:
    assert "of a claim" in api.problem(409, "GET", "/export/report")
    key = api.items("/documents")[0]["key"]
    both = {"of": key, "q": "gates"}
    assert "not both" in api.problem(409, "GET", "/export/csv", params=both)


def pieces(record: Record) -> Iterator[bytes]:
    for _ in range(5):
        yield b"x" * PIECE


async def taken(exports: Exports) -> list[bytes]:
    sent: list[bytes] = []

    async def send(message: object) -> None:
        assert isinstance(message, dict)
        sent.append(message.get("body", b""))

    async def receive() -> dict[str, str]:
        await asyncio.sleep(30)
        return {"type": "http.disconnect"}

    answer = await exports.begin(pieces, "text/plain", "x.txt")
    await answer({"type": "http", "asgi": {}}, receive, send)  # type: ignore[arg-type]
    return sent


def test_a_large_export_goes_out_in_pieces(papers: str) -> None:
    exports = Exports(papers)
    sent = asyncio.run(taken(exports))
    assert [len(part) for part in sent if part] == [PIECE] * 5
    assert exports.running == 0


def test_few_go_out_at_once_and_whoever_leaves_makes_room(papers: str) -> None:
    exports = Exports(papers)

    async def many() -> None:
        begun = [await exports.begin(pieces, "text/plain", "x.txt") for _ in range(AT_ONCE)]
        with pytest.raises(BusyError):
            await exports.begin(pieces, "text/plain", "x.txt")

        async def send(message: object) -> None:
            raise OSError("nobody is there")

        async def receive() -> dict[str, str]:
            await asyncio.sleep(30)
            return {}

        for answer in begun:
            with pytest.raises(BaseException, match=r"."):
                await answer({"type": "http", "asgi": {}}, receive, send)  # type: ignore[arg-type]
        assert exports.running == 0
        assert await taken(exports)

    asyncio.run(many())


def test_what_fails_at_first_makes_room_too(papers: str, tmp_path: Path) -> None:
    exports = Exports(str(tmp_path / "none.db"))
    for _ in range(AT_ONCE + 1):
        with pytest.raises(Exception, match=r"none\.db"):
            asyncio.run(taken(exports))
    assert exports.running == 0
