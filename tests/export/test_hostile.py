"""Articles made to break what reads them: every export of them is read, and gives nothing away."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from typing import Any

import pytest
from contexts import expanded
from followthemoney import model
from lxml import etree, html
from rdflib import Graph

from reportedly.export import FORMATS, OfClaim, OfDocument, OfRecord, Scope
from reportedly.export.uris import web
from reportedly.record import Record


def read(name: str, data: bytes) -> object:
    """Read an export with a program that others wrote; it raises what it does not understand."""
    text = "" if FORMATS[name].binary else data.decode("utf-8")
    if name in ("annotations", "schema-org"):
        return expanded(json.loads(text))
    if name == "prov":
        return Graph().parse(data=text, format="turtle")
    if name in ("gexf", "graphml"):
        return etree.fromstring(data)
    if name == "ftm":
        return [model.get_proxy(json.loads(line)) for line in text.splitlines()]
    if name == "jsonl":
        return [json.loads(line) for line in text.splitlines()]
    if name == "csv":
        return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    if name == "report":
        return html.document_fromstring(text.encode())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return archive.namelist()


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("scope", Scope)
def test_every_export_is_read(hostile: Record, exported: Any, name: str, scope: Scope) -> None:
    selections = {
        Scope.RECORD: [OfRecord()],
        Scope.DOCUMENT: [OfDocument(d.key) for d in hostile.documents()],
        Scope.CLAIM: [OfClaim(c.id) for c in hostile.claims()],
    }
    for selection in selections.get(scope, []):
        if scope in FORMATS[name].of:
            assert read(name, exported(name, selection, of=hostile)) is not None


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"jsonl", "report"}))
def test_no_folder_of_the_machine_is_in_it(hostile: Record, exported: Any, name: str) -> None:
    assert b"/srv/somebody" not in exported(name, OfRecord(), of=hostile)


def test_no_folder_of_the_machine_is_in_statements(hostile: Record, exported: Any) -> None:
    for document in hostile.documents():
        said = exported("jsonl", OfDocument(document.key), of=hostile)
        assert b"/srv/somebody" not in said
        assert b"evil.txt" in said or b"calc" in said


@pytest.mark.parametrize("name", ["annotations", "schema-org", "prov", "ftm"])
def test_an_address_that_is_none_of_the_web_is_left_out(
    hostile: Record, exported: Any, name: str
) -> None:
    assert b"javascript:" not in exported(name, OfRecord(), of=hostile)


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "http://", "https:///x", "", "x.y"],
)
def test_no_address_of_the_web(address: str) -> None:
    assert web(address) is None


def test_an_address_is_made_fit_for_every_syntax() -> None:
    made = web('https://evil.invalid/a b"<>{}|^`\\?q=\u00e9\n\u2028') or ""
    assert re.fullmatch(r"https://[^\x00-\x20<>\"{}|\\^`]+", made)
    assert made.startswith("https://evil.invalid/a%20b%22%3C%3E")
    assert "\u00e9" in made
    assert web("HTTPS://Example.invalid/x") == "HTTPS://Example.invalid/x"
