"""The quick way to JSON gives what the plain one gives: every answer of a record, both ways."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

import pytest
from quay import CLOSED

from reportedly.record import Record
from reportedly.schema import Extraction, Span, to_json
from reportedly.schema.codec import encode
from reportedly.web.api.schemas import Answers
from reportedly.web.api.written import written
from reportedly.web.shown import shown


def answers(record: Record) -> Iterator[Any]:
    """What a record answers, of every type."""
    documents = list(record.documents())
    yield from (*documents, *record.statements(), *record.claims(), *record.narratives())
    yield from (*record.speakers(), *record.reuse(), *record.questions(), record.network())
    yield from record.versions(documents[-1].key)
    yield from (record.trace(CLOSED), record.searched())
    for speaker in record.speakers():
        yield from (*record.parts(speaker.id), *record.carriers_of(speaker.id))


def test_every_answer_is_written_as_it_is_encoded(papers: str) -> None:
    kinds = set()
    with Record.open(papers, readonly=True) as record:
        for answer in answers(record):
            kinds.add(type(answer).__name__)
            assert json.loads(written(answer)) == shown(encode(answer))
    assert len(kinds) > 10


def test_an_extraction_is_written_in_its_own_form(papers: str) -> None:
    with Record.open(papers, readonly=True) as record:
        key = next(record.documents()).key
        reading = record.reading(key)
    found: Extraction = replace(
        reading.extraction, document=replace(reading.extraction.document, path="/srv/a.txt")
    )
    assert json.loads(written(found)) == {**to_json(found), "path": "a.txt"}
    assert written([Span(1, 2)]) == b"[[1,2]]"


def test_paths_are_shown_by_their_last_part_and_once() -> None:
    @dataclass(frozen=True)
    class Met:
        paths: tuple[str, ...]
        path: str | None = None

    met = Met(("/a/x.txt", "/b/x.txt", "c/x.txt"))
    assert json.loads(written({"met": [met]})) == {
        "met": [{"paths": ["x.txt", "c/x.txt"], "path": None}]
    }


def test_two_types_of_one_name_are_not_described_as_one() -> None:
    def made() -> type:
        @dataclass(frozen=True)
        class Twin:
            name: str

        return Twin

    class Size(StrEnum):
        """How large."""

        LARGE = "large"

    answers, twin = Answers(), made()
    assert answers.of(twin) == answers.of(twin) == {"$ref": "#/$defs/Twin"}
    assert answers.of(dict[str, Size])["additionalProperties"] == {"$ref": "#/$defs/Size"}
    with pytest.raises(ValueError, match="two types of answers are called Twin"):
        answers.of(made())
