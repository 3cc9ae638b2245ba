"""Whatever it is given, `extract` answers: spans that read what they say, or one clear line.

Two thousand generated and damaged documents go through the shipped engine (see `mutations`), a
quarter of them a second time through two workers; some more go through the same code with an
encoder that answers at random, so that decoding and assembly meet what no trained network would
give them. `ROBUST_SEED` draws other documents.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from mutations import inputs

from reportedly.attribute import Attributor
from reportedly.attribute.encoder import Encoded, Floats, Numbers
from reportedly.attribute.link import LABELS, LINK_SIZE, TAGS
from reportedly.attribute.refer import MENTION_TAGS, REFER_OUT, Marks
from reportedly.pipeline import Engine, ReadOptions, extract
from reportedly.read import read
from reportedly.resolve import Known
from reportedly.schema import (
    Attribution,
    DocumentError,
    Extraction,
    Kind,
    from_json,
    to_json,
)

ANY = ReadOptions(language=None)
COUNT = 2_000
NOISY = 120
AGAIN = 500
SEED = int(os.environ.get("ROBUST_SEED", "1"))

Item = Extraction | DocumentError


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The documents, as files."""
    made = tmp_path_factory.mktemp("documents")
    for name, data in inputs(COUNT, SEED):
        (made / name).write_bytes(data)
    return made


@pytest.fixture(scope="module")
def items(folder: Path) -> list[Item]:
    """What the program makes of them."""
    return list(extract([str(folder)], ANY))


def test_each_document_gives_an_extraction_or_one_line(folder: Path, items: list[Item]) -> None:
    # A line of a file is named FILE:LINE, an element of a list FILE[NUMBER].
    given = [re.split(r"[:\[]", Path(name_of(item)).name)[0] for item in items]
    assert given == sorted(given)
    assert set(given) == {path.name for path in folder.iterdir()}
    for item in items:
        if isinstance(item, DocumentError):
            assert item.reason.strip()
            assert len(str(item).splitlines()) == 1, str(item)
            assert "fault of this program" not in item.reason, str(item)


def name_of(item: Item) -> str:
    return item.name if isinstance(item, DocumentError) else item.document.path or ""


def test_enough_of_them_are_read_for_this_to_say_something(items: list[Item]) -> None:
    found = [item for item in items if isinstance(item, Extraction)]
    assert len(found) > COUNT // 2
    assert sum(len(e.attributions) for e in found) > COUNT // 2
    assert {a.kind for e in found for a in e.attributions} == set(Kind)
    assert any(a.source_from for e in found for a in e.attributions)


def test_every_extraction_reads_what_it_says(items: list[Item]) -> None:
    for item in items:
        if isinstance(item, Extraction):
            check(item)


def test_the_text_of_a_text_file_is_the_file(folder: Path, items: list[Item]) -> None:
    same = 0
    for item in items:
        if not isinstance(item, Extraction) or not (item.document.path or "").endswith(".txt"):
            continue
        data = Path(item.document.path or "").read_bytes()
        try:
            expected = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            continue
        if not data.startswith((b"\xff\xfe", b"\xfe\xff")) and b"\x00" not in data:
            assert item.document.text.removeprefix("\ufeff") == expected, item.document.path
            same += 1
    assert same > COUNT // 4


def test_two_workers_and_a_second_run_give_the_same(folder: Path, items: list[Item]) -> None:
    names = [str(path) for path in sorted(folder.iterdir())[:AGAIN]]
    again = list(extract(names, ANY, jobs=2))
    assert len(again) >= AGAIN
    for first, second in zip(items, again, strict=False):
        assert comparable(first) == comparable(second), name_of(first)


def comparable(item: Item) -> object:
    return str(item) if isinstance(item, DocumentError) else item


def check(extraction: Extraction) -> None:
    """Everything that is true of every extraction."""
    document = extraction.document
    written = json.dumps(to_json(extraction), ensure_ascii=False).encode("utf-8")
    again = json.loads(written)
    assert from_json(again) == replace(extraction, mentions=(), reasons=())
    end = 0
    for block in document.blocks:
        assert end <= block.span.start < block.span.end <= len(document.text)
        end = block.span.end
    by_id = {a.id: a for a in extraction.attributions}
    assert len(by_id) == len(extraction.attributions)
    for attribution, row in zip(extraction.attributions, again["attributions"], strict=True):
        check_roles(document.text, attribution, again["text"], row)
        check_lean(attribution, by_id)
        start = attribution.cue[0].start
        where = [b.kind for b in document.blocks if b.span.start <= start < b.span.end]
        assert where in ([attribution.block], [])
        assert 0.0 <= attribution.confidence <= 1.0


def check_roles(
    text: str, attribution: Attribution, again: str, row: dict[str, list[list[int]]]
) -> None:
    for role in ("source", "cue", "content"):
        spans, pairs = getattr(attribution, role), row[role]
        end = 0
        for span, (left, right) in zip(spans, pairs, strict=True):
            assert end <= span.start < span.end <= len(text)
            assert span.read(text) == again[left:right] != ""
            end = span.end


def check_lean(attribution: Attribution, by_id: dict[str, Attribution]) -> None:
    if attribution.source_from is not None:
        assert attribution.source == ()
        assert by_id[attribution.source_from].source


class Noise:
    """An encoder that answers at random, but to the same pieces always the same."""

    def __init__(self, seed: int) -> None:
        self.seed = seed

    def encode(self, ids: Numbers, forms: Numbers) -> Encoded:
        split = self._chance(ids).normal(size=(len(ids), 3, TAGS // 3)) * 3
        split -= np.logaddexp.reduce(split, axis=2, keepdims=True)
        unused = np.zeros((len(ids), LINK_SIZE), dtype=np.float32)
        mentions = self._chance(ids).normal(size=(len(ids), MENTION_TAGS)) * 3
        mentions -= np.logaddexp.reduce(mentions, axis=1, keepdims=True)
        refers = np.zeros((len(ids), REFER_OUT), dtype=np.float32)
        tags = split.reshape(len(ids), TAGS).astype(np.float32)
        return Encoded(tags, unused, unused, mentions.astype(np.float32), refers)

    def link(self, encoded: Encoded, anchors: Floats, distances: Numbers) -> Floats:
        chance = self._chance(distances)
        shape = (len(anchors), LABELS, len(encoded.words))
        # Smoothed along the text, so that there are runs as well as single pieces.
        scores = np.cumsum(chance.normal(size=shape), axis=2) + chance.normal(size=shape) * 4
        return (scores - np.logaddexp.reduce(scores, axis=1, keepdims=True)).astype(np.float32)

    def refer(self, vectors: Floats, others: Floats, marks: Marks, before: Marks) -> Floats:
        chance = self._chance(marks.firsts)
        return chance.normal(size=(len(marks), len(before) + 1)).astype(np.float32) * 3

    def _chance(self, numbers: Numbers) -> np.random.Generator:
        return np.random.default_rng([self.seed, len(numbers), int(np.sum(numbers))])


@cache
def noisy(seed: int) -> Engine:
    finder = Attributor(threads=1)
    finder.encoder = Noise(seed)
    return Engine(finder, Known.load())


def noisy_extractions(folder: Path) -> Iterator[Extraction]:
    names = sorted(map(str, folder.glob("*.txt")))[:NOISY]
    documents = [d for d in read(names, ANY) if not isinstance(d, DocumentError)]
    return noisy(SEED).attribute(documents)


def test_whatever_the_encoder_says_the_output_holds_together(folder: Path) -> None:
    found = 0
    for extraction in noisy_extractions(folder):
        check(extraction)
        found += len(extraction.attributions)
    assert found > NOISY
