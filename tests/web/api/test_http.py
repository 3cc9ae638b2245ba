"""What HTTP asks of an API: tags, methods, media types, and one form for all that goes wrong."""

from __future__ import annotations

import pytest
from asked import PREFIX, Api
from sites import Site
from starlette.testclient import TestClient

from reportedly.record import Record
from reportedly.schema import Verdict
from reportedly.web import Settings


def test_who_has_an_answer_is_told_so(api: Api) -> None:
    first = api.ask("GET", "/statements")
    tag = first.headers["etag"]
    assert tag.startswith('"')
    for asked in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        again = api.ask("GET", "/statements", headers={"If-None-Match": asked})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == tag
        assert "content-security-policy" in again.headers
    assert api.ask("GET", "/statements", headers={"If-None-Match": '"other"'}).content


def test_another_answer_has_another_tag(api: Api, papers: str) -> None:
    before = api.ask("GET", "/judgements").headers["etag"]
    question = api.items("/questions")[0]["id"]
    with Record.open(papers) as record:
        record.answer(question, Verdict.DIFFERENT, who="Cyd")
    after = api.ask("GET", "/judgements", headers={"If-None-Match": before})
    assert after.status_code == 200
    assert after.headers["etag"] != before


def test_what_goes_out_compressed_is_another_body(api: Api) -> None:
    plain = api.ask("GET", "/statements", headers={"Accept-Encoding": "identity"})
    packed = api.ask("GET", "/statements", headers={"Accept-Encoding": "gzip"})
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.json() == plain.json()
    assert packed.headers["etag"] != plain.headers["etag"]


@pytest.mark.parametrize("path", ["/record", "/openapi.json", "/export/csv?q=gates"])
def test_head_is_get_without_the_body(api: Api, path: str) -> None:
    plain = {"Accept-Encoding": "identity"}
    got, head = (api.ask(method, path, headers=plain) for method in ("GET", "HEAD"))
    assert (head.status_code, head.content) == (200, b"")
    for name in ("etag", "content-type", "content-length"):
        assert head.headers[name] == got.headers[name]


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("DELETE", "/documents", "HEAD, GET, POST"),
        ("PUT", "/record", "HEAD, GET"),
        ("GET", "/extract", "POST"),
        ("DELETE", "/judgements/j0000000000", "HEAD, GET"),
    ],
)
def test_wrong_methods_are_told_the_right_ones(
    api: Api, method: str, path: str, allowed: str
) -> None:
    api.problem(405, method, path)
    assert api.ask(method, path).headers["allow"] == allowed


@pytest.mark.parametrize("path", ["/documents", "/judgements", "/extract"])
@pytest.mark.parametrize("media", ["application/xml", "application/x-www-form-urlencoded", ""])
def test_other_media_are_refused(api: Api, path: str, media: str) -> None:
    headers = {"Content-Type": media}
    assert "taken" in api.problem(415, "POST", path, content=b"<a/>", headers=headers)


@pytest.mark.parametrize(
    "sent",
    [
        *(b"", b"{", b"[]", b"3", b"null", b"[" * 100_000),
        *(b'{"text": 3}', b'{"text": "\xff"}', b'{"text": "\\ud800"}', b'{"text": "x", "more": 1}'),
    ],
)
@pytest.mark.parametrize("path", ["/documents", "/judgements", "/extract"])
def test_what_is_no_such_json_is_refused(api: Api, path: str, sent: bytes) -> None:
    headers = {"Content-Type": "application/json"}
    api.problem(422, "POST", path, content=sent, headers=headers)


def test_problems_have_one_form_before_the_api_is_reached(client: TestClient) -> None:
    """The door's refusals, and addresses beside the API."""
    other = client.get(f"{PREFIX}/record", headers={"Host": "evil.example"})
    beside = client.get("/api/v2/record")
    large = client.post(f"{PREFIX}/extract", headers={"Content-Length": "999999999999"})
    assert [other.status_code, beside.status_code, large.status_code] == [421, 404, 413]
    for answer in (other, beside, large):
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["status"] == answer.status_code


def test_a_body_that_turns_out_too_large_is_refused(papers: str, site: Site) -> None:
    """Whoever does not say how much comes is stopped on the way."""
    api = Api(site(Settings(papers, max_bytes=1_000)))
    for path, media in (
        ("/extract", "application/json"),
        ("/extract", "text/plain"),
        ("/documents", "application/json"),
        ("/documents", "multipart/form-data; boundary=x"),
    ):
        headers, body = {"Content-Type": media}, iter([b"x" * 900] * 3)
        assert "more was sent" in api.problem(413, "POST", path, content=body, headers=headers)
