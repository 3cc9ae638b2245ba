"""Lists are gone through to their end, each item once; what is asked wrongly is refused."""

from __future__ import annotations

import pytest
from asked import Api
from quay import CLOSED

from reportedly.record import Record

LISTS = [
    "/documents",
    "/statements",
    "/claims",
    "/narratives",
    "/speakers",
    "/reuse",
    "/questions",
    "/search?q=ostia",
    f"/alike?q={CLOSED}",
]


@pytest.mark.parametrize("path", LISTS)
def test_a_list_in_parts_is_the_list(api: Api, path: str) -> None:
    path, _, asked = path.partition("?")
    given = dict([asked.split("=")]) if asked else {}
    whole = api.items(path, limit=1000, **given)
    assert whole
    assert api.all(path, 1, **given) == whole
    assert api.all(path, 2, **given) == whole


def test_lists_of_one_are_gone_through_too(api: Api) -> None:
    (speaker,) = [one for one in api.items("/speakers") if one["name"] == "Ada Morn"]
    path = f"/speakers/{speaker['id']}"
    said = api.all(f"{path}/statements", 1)
    assert len(said) == speaker["statements"] > 2
    assert {one["speaker_id"] for one in said} == {speaker["id"]}
    assert [one["day"] for one in said] == sorted(one["day"] for one in said)
    assert [part["stands"] for part in api.all(f"{path}/claims", 1)] == [["states"]]
    assert [one["name"] for one in api.all(f"{path}/carriers", 1)] == ["Harbour Wire"]
    claim = api.get("/trace", q=CLOSED)["claims"][0]["id"]
    drift = api.items(f"/claims/{claim}/drift")
    assert drift
    assert api.all(f"/claims/{claim}/drift", 1) == drift


def test_a_link_keeps_what_else_was_asked_for(api: Api) -> None:
    found = api.ask("GET", "/search", params={"q": "Ostia", "act": ["say", "deny"], "limit": 1})
    following = found.links["next"]["url"]
    assert following.startswith("/api/v1/search?q=Ostia&act=say&act=deny&limit=1&after=d")


def test_the_newest_come_first_if_asked_for(api: Api) -> None:
    added = [one["key"] for one in api.items("/documents")]
    assert [one["key"] for one in api.all("/documents", 2, newest=True)] == added[::-1]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/documents?limit=0", "limit: "),
        ("/documents?limit=1001", "limit: "),
        ("/documents?limit=many", "limit: "),
        (
            "/documents?pages=2",
            "there is no parameter 'pages' here; there are: after, ",
        ),
        ("/record?q=x", "there is no parameter 'q' here; there are: none"),
        ("/search?act=shout", "act."),
        ("/search?since=2031-02-30", "since: "),
        ("/search?since=1930000000", "since: "),
        (f"/search?q={'a' * 2001}", "q: "),
        ("/alike", "q: "),
        ("/documents/nothing", "document: "),
        ("/documents/..%5C..%5Cetc", "document: "),
        ("/export/docx", "form: "),
    ],
)
def test_what_is_not_described_is_refused(api: Api, path: str, said: str) -> None:
    assert api.problem(422, "GET", path).startswith(said)


@pytest.mark.parametrize(
    "path",
    [
        "/documents?after=d000000000000",
        "/statements?after=nothing",
        "/search?q=gates&after=d000000000000/a0000000000",
        "/questions?after=qe1-2",
        "/judgements?after=j0000000000",
        "/jobs?after=0",
        "/documents/d000000000000",
        "/documents/d000000000000/versions",
        "/documents/d000000000000/reuse",
        "/compare/d000000000000/d000000000001",
        "/statements/d000000000000/a0000000000",
        "/claims/c000000000000-0000000000",
        "/narratives/n000000000000-0000000000",
        "/speakers/s000000000000-0000000000",
        "/speakers/s000000000000-0000000000/claims",
        "/judgements/j0000000000",
        "/jobs/0000000000000000",
        "/export/csv?of=d000000000000",
        "/nothing",
        "/documents/",
        "/",
    ],
)
def test_what_is_not_there_is_told_so(api: Api, path: str) -> None:
    api.problem(404, "GET", path)


def test_the_nearest_ids_are_offered(api: Api) -> None:
    key = api.items("/documents")[0]["key"]
    wrong = key[:-1] + ("0" if key[-1] != "0" else "1")
    assert f"the nearest: {key}" in api.problem(404, "GET", f"/documents/{wrong}")


def test_an_answer_is_the_records_own(api: Api, papers: str) -> None:
    """By its words and places, checked against the text that the same API gives."""
    with Record.open(papers, readonly=True) as record:
        held = [one.id for one in record.statements()]
    found = api.items("/statements")
    assert [one["id"] for one in found] == held
    for said in found:
        text = api.get(f"/documents/{said['id'].partition('/')[0]}")["extraction"]["text"]
        content = "".join(text[a:b] for a, b in said["content"])
        assert content.split() == said["words"].split()
        assert "".join(text[a:b] for a, b in said["cue_spans"]) == said["cue"]
        assert api.get(f"/statements/{said['id']}") == {k: said[k] for k in said if k != "score"}


def test_two_documents_are_compared_and_one_is_not(api: Api) -> None:
    (pair,) = api.items("/reuse", limit=1)
    first, second = pair["first"]["key"], pair["second"]["key"]
    found = api.get(f"/compare/{first}/{second}")
    assert found["reuse"]["id"] == pair["id"]
    assert found["rewordings"]
    assert "not one twice" in api.problem(409, "GET", f"/compare/{first}/{first}")


def test_versions_say_what_is_new(api: Api) -> None:
    (key,) = {one["key"] for one in api.items("/documents") if one["version"] == 2}
    before, after = api.items(f"/documents/{key}/versions")
    assert before["added"] == []
    assert [one["words"] for one in after["added"]] == ["that nobody had asked him"]
    assert [one["act"] for one in after["gone"]] == ["deny"]
