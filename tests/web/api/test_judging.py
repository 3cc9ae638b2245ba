"""Deciding and taking back over the API, as the prompt does it."""

from __future__ import annotations

import pytest
from asked import PREFIX, Api

from reportedly.record import Record


def test_a_question_is_decided_and_taken_back(api: Api, papers: str) -> None:
    asked = next(q for q in api.items("/questions") if q["matter"] == "the same one?")
    speakers = len(api.items("/speakers"))
    given = {"question": asked["id"], "verdict": "same", "who": "Cyd", "note": "one office"}
    made = api.ask("POST", "/judgements", json=given)
    assert made.status_code == 201
    decided = made.json()
    assert (decided["verdict"], decided["who"], decided["note"]) == ("same", "Cyd", "one office")
    assert made.headers["location"] == f"{PREFIX}/judgements/{decided['id']}"
    assert api.client.get(made.headers["location"]).json() == decided
    assert asked["id"] not in {q["id"] for q in api.items("/questions")}
    assert len(api.items("/speakers")) == speakers - 1
    with Record.open(papers, readonly=True) as record:
        assert [one.id for one in record.judgements()] == [decided["id"]]

    undone = api.ask("POST", f"/judgements/{decided['id']}/undo")
    assert undone.json()["retracted_at"]
    assert api.ask("POST", f"/judgements/{decided['id']}/undo").json() == undone.json()
    assert api.items("/judgements") == [undone.json()]
    assert len(api.items("/speakers")) == speakers


def test_a_pair_is_decided(api: Api) -> None:
    first, second = (one["id"] for one in api.items("/speakers")[:2])
    given = {"first": first, "second": second, "verdict": "different"}
    decided = api.ask("POST", "/judgements", json=given).json()
    assert decided["verdict"] == "different"
    assert decided["who"]
    assert {decided["a"]["document"][1:], decided["b"]["document"][1:]} == {
        name[1:13] for name in (first, second)
    }


def test_what_cannot_be_decided_is_told(api: Api) -> None:
    speaker, claim = (api.items(path)[0]["id"] for path in ("/speakers", "/claims"))
    for pair in ((speaker, speaker), (speaker, claim)):
        given = {"first": pair[0], "second": pair[1], "verdict": "same"}
        assert "no two things of one kind" in api.problem(409, "POST", "/judgements", json=given)
    missing = {"question": "qe999999-999999", "verdict": "same"}
    assert "qe999999" in api.problem(404, "POST", "/judgements", json=missing)
    api.problem(404, "POST", "/judgements/j0000000000/undo")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"verdict": "same"}, "first: "),
        ({"question": "qe1-2"}, "verdict: "),
        ({"question": "qe1-2", "verdict": "alike"}, "verdict: "),
        ({"question": "qe1-2", "verdict": "same", "first": "x"}, "first: "),
        ({"question": f"qe{'9' * 20}-1", "verdict": "same"}, "question: "),
        ({"first": "d000000000000", "second": "x", "verdict": "same"}, "first: "),
        ({"question": "qe1-2", "verdict": "same", "note": "x" * 2001}, "note: "),
    ],
)
def test_a_decision_has_its_form(api: Api, given: dict[str, str], said: str) -> None:
    assert said in api.problem(422, "POST", "/judgements", json=given)
