"""Files in parts: read one after the other they give what the whole file gives."""

from __future__ import annotations

import json
import os
from itertools import pairwise
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.read import Raw, ReadOptions, sources
from reportedly.read.parts import Cut, Part, found, load, split
from reportedly.schema import DocumentError

OPTIONS = ReadOptions(max_bytes=3_000)


def parts(file: Path, documents: int = 5, most: int = 1_000) -> list[Part]:
    listed = list(split(file, documents, most))
    assert all(isinstance(one, Part) for one in listed)
    return [one for one in listed if isinstance(one, Part)]


def plain(items: object) -> list[object]:
    """Raw inputs and errors as they can be compared."""
    assert hasattr(items, "__iter__")
    return [(i.name, i.data, i.media) if isinstance(i, Raw) else (i.name, i.reason) for i in items]


def read(listed: list[Part], base: Path) -> list[object]:
    return [one for part in listed for one in plain(load(part, OPTIONS, base))]


@given(
    st.lists(st.one_of(st.just(b""), st.binary(max_size=60), st.just(b"x" * 4_000)), max_size=40),
    st.sampled_from([b"\n", b"\r\n"]),
    st.booleans(),
    st.integers(1, 9),
    st.integers(1, 500),
)
def test_lines_in_parts_are_those_of_the_whole(
    tmp_path_factory: pytest.TempPathFactory,
    content: list[bytes],
    feed: bytes,
    ends: bool,
    documents: int,
    most: int,
) -> None:
    file = tmp_path_factory.mktemp("lines") / "a.jsonl"
    rows = [b'{"text": 1}', *(line.replace(b"\n", b"").replace(b"\r", b"") for line in content)]
    file.write_bytes(feed.join(rows) + (feed if ends else b""))
    listed = parts(file, documents, most)
    assert read(listed, file.parent) == plain(sources([str(file)], OPTIONS))
    assert sum(part.bytes for part in listed) == file.stat().st_size
    assert all(part.documents <= documents for part in listed)
    if len(listed) > 1:
        assert all(a.end == b.first for a, b in pairwise(listed))


@given(
    st.lists(st.integers(1, 30), min_size=1, max_size=6), st.integers(1, 12), st.integers(1, 2_000)
)
def test_rows_in_parts_are_those_of_the_whole(
    tmp_path_factory: pytest.TempPathFactory, groups: list[int], documents: int, most: int
) -> None:
    file = tmp_path_factory.mktemp("rows") / "a.parquet"
    schema = pa.schema([("text", pa.string())])
    with pq.ParquetWriter(file, schema) as writer:
        for number, size in enumerate(groups):
            texts = [f"It rained in {number} and {n}." for n in range(size)]
            writer.write_table(pa.table({"text": texts}, schema=schema))
    listed = parts(file, documents, most)
    assert read(listed, file.parent) == plain(sources([str(file)], OPTIONS))
    assert sum(part.documents for part in listed) == sum(groups)
    assert all(part.documents <= documents for part in listed)


def test_a_large_group_of_rows_is_cut_into_so_many_parts(tmp_path: Path) -> None:
    """What stands before a part in its group is decoded for it; that must not be done too often."""
    file = tmp_path / "a.parquet"
    pq.write_table(pa.table({"text": [f"It rained {n} times." for n in range(1_000)]}), file)
    assert len(parts(file, documents=2, most=10_000)) == 64


def test_other_files_are_never_cut(tmp_path: Path) -> None:
    for name, data in (
        ("a.txt", b"It rained. " * 900),
        ("a.json", json.dumps([{"text": "It rained."}] * 900).encode()),
        ("a.warc", b"WARC/1.0\r\n" * 900),
        ("wide.jsonl", ('{"text": "It rained."}\n' * 900).encode("utf-16")),
    ):
        file = tmp_path / name
        file.write_bytes(data)
        (part,) = parts(file)
        assert part == Part(str(file), len(data), bytes=len(data))


def test_json_lines_under_another_name_are_cut(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text('{"text": "It rained."}\n' * 100, "utf-8")
    assert {part.cut for part in parts(file)} == {Cut.LINES}


def test_a_file_that_has_changed_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text('{"text": "It rained."}\n' * 20, "utf-8")
    listed = parts(file)
    with file.open("a", encoding="utf-8") as more:
        more.write('{"text": "It rained again."}\n')
    said = [one for part in listed for one in load(part, OPTIONS, tmp_path)]
    assert len(said) == len(listed)
    assert all(isinstance(one, DocumentError) for one in said)
    assert "it has 489 bytes, and had 460 when it was planned" in str(said[0])


def test_names_are_the_users_and_paths_lead_on_from_the_base(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("It rained.", "utf-8")
    (raw,) = load(Part("in/a.txt", 10), OPTIONS, tmp_path)
    assert isinstance(raw, Raw)
    assert raw.name == "in/a.txt"


def test_what_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("b.txt", "a.txt", "c.dat", "in/d.txt", "in/.e.txt", "odd[1].txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("It rained.", "utf-8")
    monkeypatch.chdir(tmp_path)

    def names(given: str) -> list[str]:
        return [str(one) for one in found(given)]

    assert names(".") == ["a.txt", "b.txt", "in/d.txt", "odd[1].txt"]
    assert names("*.txt") == ["a.txt", "b.txt", "odd[1].txt"]
    assert names("**/*.txt") == ["a.txt", "b.txt", "in/d.txt", "odd[1].txt"]
    assert names("odd[1].txt") == ["odd[1].txt"], "a file of that very name"
    assert names("c.dat") == ["c.dat"]
    assert names("*.pdf") == ["*.pdf: no file fits this pattern"]
    assert names("i*") == ["in/d.txt"]
    (tmp_path / "empty").mkdir()
    assert "no articles in this folder" in names("empty")[0]


def test_what_cannot_be_split(tmp_path: Path) -> None:
    (error,) = split(tmp_path / "none.txt", 5, 1_000)
    assert isinstance(error, DocumentError)
    assert error.reason == "no such file or directory"
    os.mkfifo(tmp_path / "pipe.txt")
    (error,) = split(tmp_path / "pipe.txt", 5, 1_000)
    assert isinstance(error, DocumentError)
    assert error.reason == "not a regular file but a pipe"
