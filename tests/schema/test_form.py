"""The JSON form: what goes out comes back, and what is wrong is refused with its place."""

from __future__ import annotations

import copy
import json
import pickle
from importlib.resources import files
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from strategies import extractions

from reportedly.schema import (
    FORMAT,
    Attribution,
    Block,
    BlockKind,
    Document,
    DocumentError,
    Extraction,
    JsonError,
    Kind,
    Span,
    attribution_id,
    from_json,
    json_schema,
    text_id,
    to_json,
)

TEXT = "Row over ferry\n\nMira Tolan said the ferry was late. Never again! by Odo"


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


VALIDATOR = jsonschema.Draft202012Validator(json_schema())
SOURCE, CUE, CONTENT = (at("Mira Tolan"),), (at("said"),), (at("the ferry"), at("was late"))
EXTRACTION = Extraction(
    Document(
        id=text_id(TEXT),
        text=TEXT,
        blocks=(
            Block(BlockKind.TITLE, at("Row over ferry")),
            Block(BlockKind.BODY, at("Mira Tolan said the ferry was late.")),
            Block(BlockKind.COMMENT, at("Never again!"), "Odo"),
        ),
        path="ferry.txt",
        authors=("Ilse Brandt",),
        published="2031-02-03",
    ),
    (
        Attribution(
            id=attribution_id(SOURCE, CUE, CONTENT),
            source=SOURCE,
            cue=CUE,
            content=CONTENT,
            kind=Kind.INDIRECT,
            block=BlockKind.BODY,
            confidence=0.5,
        ),
    ),
)


def changed(*path: str | int, value: Any) -> dict[str, Any]:
    """The extraction's JSON with one value replaced."""
    whole = copy.deepcopy(to_json(EXTRACTION))
    place: Any = whole
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return whole


NOBODY = {"entity": None, "name": None, "type": None, "roles": [], "unresolved": None}
STRANGER = NOBODY | {"entity": "e9"}
UNSAID = {"value": "2031", "precision": "day", "span": [1, 2], "unresolved": None}
NOTE = {"kind": "evidence", "status": "shown", "span": [1, 999], "about": []}
LINK = {"kind": "denies", "from": EXTRACTION.attributions[0].id, "to": "a0", "span": [1, 2]}


def test_layout_is_the_contract() -> None:
    found = to_json(EXTRACTION)
    assert " ".join(found) == (
        "schema id path url title publisher authors published language text "
        "blocks attributions entities named notes links warnings"
    )
    assert found["schema"] == FORMAT == "reportedly/1"
    assert found["blocks"][0] == {"kind": "title", "span": [0, 14]}
    assert found["blocks"][2]["author"] == "Odo"
    (attribution,) = found["attributions"]
    assert list(attribution) == (
        "id source cue content kind block confidence source_from parent speaker carriers addressee"
        " venue said_on act negated stance evidence".split()
    )
    assert attribution["source"] == [[16, 26]]
    assert attribution["content"] == [[32, 41], [42, 50]]
    assert (attribution["kind"], attribution["block"]) == ("indirect", "body")
    assert attribution["source_from"] is None


def test_what_came_later_may_be_missing() -> None:
    older = {key: value for key, value in to_json(EXTRACTION).items() if key != "named"}
    assert from_json(older).named == ()
    jsonschema.validate(older, json_schema())


@given(extractions())
@settings(max_examples=300)
def test_round_trip(extraction: Extraction) -> None:
    text = json.dumps(to_json(extraction), ensure_ascii=False)
    read = json.loads(text)
    VALIDATOR.validate(read)
    assert from_json(read) == extraction


def test_shipped_schema_is_current() -> None:
    shipped = (files("reportedly") / "schema/reportedly-1.schema.json").read_text("utf-8")
    assert json.loads(shipped) == json_schema(), "stale: run `make reference`"
    jsonschema.Draft202012Validator.check_schema(json_schema())


def test_schema_says_what_each_key_means() -> None:
    schema = json_schema()
    assert "digest" not in schema["properties"]["text"]["description"]
    assert "alibrated" in schema["$defs"]["Attribution"]["properties"]["confidence"]["description"]
    assert schema["$defs"]["BlockKind"]["enum"] == [kind.value for kind in BlockKind]
    assert schema["$defs"]["Block"]["required"] == ["kind", "span"]


def test_unknown_keys_are_passed_over_and_defaults_may_miss() -> None:
    later = changed("attributions", 0, "mood", value="glad") | {"weather": []}
    assert from_json(later) == EXTRACTION
    short = changed("url", value=None)
    for key in ("url", "title", "publisher", "warnings"):
        del short[key]
    del short["attributions"][0]["source_from"]
    assert from_json(short) == EXTRACTION


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ([], "document: an object is expected, not a list"),
        ({}, "schema: 'reportedly/1' is expected, not None"),
        (changed("schema", value="reportedly/2"), "schema: 'reportedly/1' is expected"),
        (changed("text", value=7), "text: a string is expected, not 7"),
        (changed("text", value=TEXT + "."), "id: it is not the digest of the text"),
        (changed("text", value="\ud800") | {"blocks": []}, "lone surrogate"),
        (changed("authors", value="Ilse"), "authors: a list is expected, not a string"),
        (changed("published", value="2031"), "published: YYYY-MM-DD is expected"),
        (changed("blocks", 0, "span", value=[0]), r"blocks\[0\].span: a pair of whole numbers"),
        (changed("blocks", 0, "span", value=[0, True]), r"blocks\[0\].span: a pair of whole"),
        (changed("blocks", 0, "span", value=[3, 3]), r"blocks\[0\].span: not a span"),
        (changed("blocks", 0, "kind", value="footer"), r"blocks\[0\].kind: 'footer' is none of"),
        (changed("blocks", 1, "span", value=[2, 9]), "document: blocks overlap"),
        (changed("blocks", 2, "span", value=[70, 999]), "beyond the text's end"),
        (changed("attributions", value={}), "attributions: a list is expected, not an object"),
        (changed("attributions", 0, "cue", value=[]), r"attributions\[0\]: an attribution needs"),
        (changed("attributions", 0, "confidence", value=1.5), r"attributions\[0\]: not a conf"),
        (changed("attributions", 0, "confidence", value=float("nan")), "not a confidence"),
        (changed("attributions", 0, "confidence", value=True), "a number is expected, not True"),
        (
            changed("attributions", 0, "cue", value=[[5, 999]]),
            r"\[0\].cue\[0\]: a span ends at 999",
        ),
        (changed("attributions", 0, "parent", value="a0"), r"\[0\].parent: there is no 'a0'"),
        (changed("attributions", 0, "negated", value=1), r"negated: true or false is expected"),
        (changed("attributions", 0, "speaker", value=NOBODY), r"speaker: a speaker is an entity"),
        (
            changed("attributions", 0, "speaker", value=STRANGER),
            r"speaker.entity: there is no 'e9'",
        ),
        (changed("attributions", 0, "said_on", value=UNSAID), r"said_on: not a day: '2031'"),
        (changed("notes", value=[NOTE]), r"notes\[0\].span: a span ends at 999"),
        (changed("links", value=[LINK]), r"links\[0\].to: there is no 'a0'"),
        (changed("attributions", 0, "cue", value=[[5, 8], [1, 3]]), r"\[0\].cue: spans overlap"),
        (changed("attributions", 0, "source_from", value="a0"), "has no source of its own"),
    ],
)
def test_invalid_is_refused_with_its_place(value: Any, said: str) -> None:
    with pytest.raises(JsonError, match=said) as caught:
        from_json(value)
    assert isinstance(caught.value, ValueError)


def test_missing_keys_are_named() -> None:
    for path in (("text",), ("attributions", 0, "cue"), ("blocks", 0, "span")):
        whole: Any = changed("url", value=None)
        place = whole
        for step in path[:-1]:
            place = place[step]
        del place[path[-1]]
        with pytest.raises(JsonError, match=rf"{path[-1]}: missing"):
            from_json(whole)


def test_ids_are_unique_and_lead_somewhere() -> None:
    twice = to_json(EXTRACTION)
    twice["attributions"] *= 2
    with pytest.raises(JsonError, match=r"attributions\[1\].id: .* is given twice"):
        from_json(twice)
    astray = changed("attributions", 0, "source", value=[])
    astray["attributions"][0]["source_from"] = "a0"
    with pytest.raises(JsonError, match=r"\[0\].source_from: there is no 'a0'"):
        from_json(astray)


def test_document_errors_travel_between_processes() -> None:
    error = pickle.loads(pickle.dumps(DocumentError("a.txt", "it is empty")))  # noqa: S301
    assert (error.name, error.reason, str(error)) == ("a.txt", "it is empty", "a.txt: it is empty")
