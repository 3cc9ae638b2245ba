"""The door: who is let in, and what comes out with every answer."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from sites import Site

from reportedly.schema import RunError
from reportedly.web import Settings
from reportedly.web.security.tokens import STAYS, Tokens, digest, new_token


@pytest.fixture
def token(tmp_path: Path) -> str:
    return new_token(tmp_path / "tokens.txt")


@pytest.fixture
def guarded(held: str, site: Site, tmp_path: Path, token: str) -> TestClient:
    assert token
    return site(Settings(held, tokens=Tokens.load(tmp_path / "tokens.txt")), "http://news.example")


PAGES = ["/", "/search?q=gates", "/documents", "/claims", "/no-such-page", "/static/app.css"]


@pytest.mark.parametrize("path", PAGES)
def test_every_answer_tells_the_browser_what_it_may_do(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "frame-ancestors 'none'" in policy


OWN = ["localhost", "localhost:8765", "127.0.0.1:8765", "[::1]:8765"]
OTHERS = ["evil.example", "localhost.evil.example", "[::1", "", "192.168.0.9"]


@pytest.mark.parametrize("host", OWN)
def test_the_names_of_this_machine_lead_in(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "[::1", "", "192.168.0.9"]
)
def test_no_other_name_does(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site", "origin": "http://localhost"},
    ],
)
@pytest.mark.parametrize("path", ["/add/text", "/add/samples", "/judgements", "/sign-out"])
def test_other_sites_change_nothing(client: TestClient, path: str, headers: dict[str, str]) -> None:
    answer = client.post(path, data={"text": "x"}, headers=headers)
    assert answer.status_code == 403
    assert "another site" in answer.json()["detail"]


def test_what_changes_the_record_is_refused_where_it_is_for_reading_alone(
    held: str, site: Site
) -> None:
    client = site(Settings(held, readonly=True))
    assert client.post("/add/samples").status_code == 403
    assert client.delete("/api/v1/judgements/j1").status_code == 403
    assert "Add articles" not in client.get("/").text


def test_a_site_for_reading_alone_makes_no_record(tmp_path: Path) -> None:
    from reportedly.web import create_app

    with pytest.raises(RunError):
        create_app(Settings(str(tmp_path / "none.db"), readonly=True))
    assert not (tmp_path / "none.db").exists()


def test_too_much_is_refused_by_its_length_and_without_one(held: str, site: Site) -> None:
    client = site(Settings(held, max_bytes=1_000))
    assert client.post("/add/text", data={"text": "x" * 2_000}).status_code == 413
    chunks = (b"text=" + b"x" * 600 for _ in range(3))
    headers = {"content-type": "application/x-www-form-urlencoded"}
    assert client.post("/add/text", content=chunks, headers=headers).status_code == 413
    assert client.get("/", headers={"content-length": "-5"}).status_code == 413


def test_too_many_files_are_refused(held: str, site: Site) -> None:
    client = site(Settings(held, max_files=2))
    files = [("files", (f"{n}.txt", b"words")) for n in range(3)]
    assert client.post("/add/files", files=files).status_code == 413


# Tokens


def test_without_a_token_nothing_is_shown(guarded: TestClient) -> None:
    asked = guarded.get("/claims")
    assert (asked.status_code, asked.headers["location"]) == (303, "/sign-in?to=/claims")
    program = guarded.get("/api/v1/claims")
    assert (program.status_code, program.headers["www-authenticate"]) == (401, "Bearer")
    assert guarded.post("/add/samples").status_code == 401
    assert guarded.get("/sign-in").status_code == 200


def test_a_program_shows_it_as_a_bearer(guarded: TestClient, token: str) -> None:
    assert guarded.get("/", headers={"authorization": f"Bearer {token}"}).status_code == 200
    assert guarded.get("/", headers={"authorization": f"bearer {token}"}).status_code == 200
    assert guarded.get("/", headers={"authorization": f"Bearer {token}x"}).status_code == 303
    assert guarded.get("/", headers={"authorization": f"Basic {token}"}).status_code == 303


def test_a_person_signs_in_and_out(guarded: TestClient, token: str) -> None:
    assert guarded.post("/sign-in", data={"token": "guess"}).status_code == 401
    come = guarded.post("/sign-in", data={"token": token, "to": "/claims"})
    assert (come.status_code, come.headers["location"]) == (303, "/claims")
    cookie = come.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert token.lower() not in cookie
    assert guarded.get("/").status_code == 200
    guarded.post("/sign-out")
    assert guarded.get("/").status_code == 303


@pytest.mark.parametrize("to", ["//evil.example", "https://evil.example", "/\\evil.example", ""])
def test_signing_in_leads_nowhere_else(guarded: TestClient, token: str, to: str) -> None:
    come = guarded.post("/sign-in", data={"token": token, "to": to})
    assert come.headers["location"] == "/"


def test_a_cookie_ends_and_cannot_be_made(tmp_path: Path, token: str) -> None:
    tokens = Tokens.load(tmp_path / "tokens.txt")
    cookie = tokens.session(now=1_000)
    assert tokens.remembers(cookie, now=1_000 + STAYS - 1)
    assert not tokens.remembers(cookie, now=1_000 + STAYS)
    later = f"{10**10}.{cookie.partition('.')[2]}"
    for made in (later, "", ".", cookie + "0", "é.ü", token):
        assert not tokens.remembers(made, now=1_000)
    again = Tokens.load(tmp_path / "tokens.txt")
    assert not again.remembers(cookie, now=1_000)


def test_only_the_hash_of_a_token_is_kept(tmp_path: Path, token: str) -> None:
    file = tmp_path / "tokens.txt"
    assert file.read_text() == digest(token) + "\n"
    assert file.stat().st_mode & 0o077 == 0
    second = new_token(file)
    tokens = Tokens.load(file)
    assert tokens.admits(token)
    assert tokens.admits(second)
    assert not tokens.admits(digest(token))


@pytest.mark.parametrize("text", ["", "# nobody\n", "secret\n", "sha256:12\n"])
def test_a_file_of_something_else_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "tokens.txt").write_text(text)
    with pytest.raises(RunError, match="tokens"):
        Tokens.load(tmp_path / "tokens.txt")
