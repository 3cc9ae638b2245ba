"""The description is true: a client that is made from it alone finds nothing that it does not say.

Schemathesis is that client. All of its checks are on; a status that one of them would not expect
is named below, with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from asked import PREFIX, Api
from quay import CLOSED
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import events, from_schema
from schemathesis.engine.recorder import ScenarioRecorder
from schemathesis.python.asgi import shutdown_lifespans

from reportedly.web import Settings, create_app
from reportedly.web.jobs import Jobs
from reportedly.web.security.tokens import Tokens, new_token

EXAMPLES = 2
"""Random requests for an operation and phase, beside those that cover each rule of its schema."""

USUAL = ["2xx", "3xx", "401", "403", "404", "409", "429", "5xx"]
"""What schemathesis takes for an answer to a request that is as described."""

NOT_EVERY_TEXT = {
    "include-name": "POST /extract",
    "checks": {"positive_data_acceptance": {"expected-statuses": [*USUAL, "422"]}},
}
"""Whether bytes are an article, and in which language, no schema can say."""


@pytest.fixture(autouse=True)
def _idle(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is given to be added is put aside."""
    monkeypatch.setattr(Jobs, "_worked", lambda self, job: None)


@pytest.fixture
def client(papers: str, tmp_path: Path) -> Iterator[Any]:
    """A client that knows the description of a site which asks for a token, and shows one."""
    shown = {"Authorization": f"Bearer {new_token(tmp_path / 'tokens.txt')}"}
    app = create_app(Settings(papers, tokens=Tokens.load(tmp_path / "tokens.txt")))
    config = SchemathesisConfig.from_dict(
        {
            "seed": 1,
            "headers": shown,
            "generation": {
                "max-examples": EXAMPLES,
                "deterministic": True,
                "no-shrink": True,
                "database": "none",
            },
            "operations": [NOT_EVERY_TEXT],
        }
    )
    address = f"{PREFIX}/openapi.json"
    yield schemathesis.openapi.from_asgi(address, app, config=config, headers=shown)
    shutdown_lifespans()


def test_a_client_made_from_the_description_finds_nothing_else(client: Any) -> None:
    wrong: list[str] = []
    seen: set[str] = set()
    for event in from_schema(client).execute():
        if isinstance(event, events.ScenarioFinished):
            wrong += _failures(event.recorder)
            seen |= {case.value.operation.label for case in event.recorder.cases.values()}
        elif isinstance(event, events.NonFatalError | events.FatalError):
            wrong.append(str(event))
    assert not wrong, "\n".join(wrong)
    assert seen == operations(client.raw_schema)


def _failures(recorder: ScenarioRecorder) -> Iterator[str]:
    for name, checks in recorder.checks.items():
        for check in checks:
            if check.failure_info is not None:
                failure = check.failure_info.failure
                asked = recorder.cases[name].value.as_curl_command()
                yield f"{check.name}: {failure.title}: {failure.message}\n{asked}"


def operations(described: Mapping[str, Any]) -> set[str]:
    """Method and path of every operation that is described."""
    return {f"{method.upper()} {path}" for path, ms in described["paths"].items() for method in ms}


def examples(api: Api) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """A request of every operation that is answered with something: method, path, what is given."""
    documents = [one["key"] for one in api.items("/documents")]
    said = api.items("/statements")[0]["id"].split("/")
    claim = {"claim": api.get("/trace", q=CLOSED)["claims"][0]["id"]}
    speaker = {"speaker": api.items("/speakers", q="Morn")[0]["id"]}
    story = {"narrative": api.items("/narratives")[0]["id"]}
    question = api.items("/questions")[0]["id"]
    decision = {"question": question, "verdict": "same", "who": "Cyd", "note": "one office"}
    made = api.ask("POST", "/judgements", json=decision).json()["id"]
    api.ask("POST", f"/judgements/{made}/undo")
    begun = api.ask("POST", "/documents", json={"text": "Nothing was said."}).json()["id"]
    for path in ("/record", "/reuse", "/narratives", "/network", "/judgements", "/jobs"):
        yield "GET", path, {}
    for path in ("/documents", "/statements", "/claims", "/speakers", "/questions"):
        yield "GET", path, {"query": {"limit": 2}}
    for path in ("/documents/{document}", "/documents/{document}/versions"):
        yield "GET", path, {"path_parameters": {"document": documents[0]}}
    yield "GET", "/documents/{document}/reuse", {"path_parameters": {"document": documents[0]}}
    pair = {"first": documents[0], "second": documents[1]}
    yield "GET", "/compare/{first}/{second}", {"path_parameters": pair}
    place = {"document": said[0], "attribution": said[1]}
    yield "GET", "/statements/{document}/{attribution}", {"path_parameters": place}
    filters = {"q": "gates", "act": ["deny", "say"], "since": "2031-01-01"}
    yield "GET", "/search", {"query": filters}
    yield "GET", "/alike", {"query": {"q": CLOSED}}
    yield "GET", "/trace", {"query": {"q": CLOSED}}
    for path in ("/claims/{claim}", "/claims/{claim}/drift"):
        yield "GET", path, {"path_parameters": claim}
    yield "GET", "/narratives/{narrative}", {"path_parameters": story}
    for path in ("", "/statements", "/claims", "/carriers"):
        yield "GET", f"/speakers/{{speaker}}{path}", {"path_parameters": speaker}
    yield "GET", "/judgements/{judgement}", {"path_parameters": {"judgement": made}}
    yield "POST", "/judgements/{judgement}/undo", {"path_parameters": {"judgement": made}}
    yield "POST", "/judgements", {"body": decision}
    yield "GET", "/jobs/{job}", {"path_parameters": {"job": begun}}
    yield "POST", "/documents", {"body": {"text": "Ada Morn said that it rains."}}
    yield "POST", "/extract", {"body": {"text": "Ada Morn said that it rains."}}
    yield "GET", "/export/{form}", {"path_parameters": {"form": "csv"}, "query": {"q": "gates"}}


def test_every_operation_answers_as_described(api: Api) -> None:
    """With what the record holds, so that each has something to answer."""
    here = {"Host": "localhost"}
    schema = schemathesis.openapi.from_asgi(f"{PREFIX}/openapi.json", api.client.app, headers=here)
    asked = set()
    for method, path, given in examples(api):
        media = {"media_type": "application/json"} if "body" in given else {}
        case = schema[path][method].Case(**given, **media)
        answer = case.call(headers=here)
        asked.add(case.operation.label)
        assert answer.status_code in (200, 201, 202), (case.operation.label, answer.text)
        case.validate_response(answer)
        assert b'"items":[]' not in answer.content, case.operation.label
    assert asked == operations(schema.raw_schema)
