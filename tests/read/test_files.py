"""Files, folders, gzip and standard input."""

from __future__ import annotations

import gzip
import io
import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from reportedly.read import Media, Raw, ReadOptions, read, sources
from reportedly.schema import Document, DocumentError

STORY = (
    "Ferry to Old Tarrow resumes\n\n"
    "The ferry to Old Tarrow will run again from Monday, the harbour master said. "
    "“We have waited for this since the storm,” Renske Pell told reporters who had come to the "
    "quay, and she thanked the people who had repaired the landing stage by hand.\n"
)


def only(inputs: list[str], options: ReadOptions | None = None) -> Document | DocumentError:
    (found,) = read(inputs, options)
    return found


def reason(inputs: list[str], options: ReadOptions | None = None) -> str:
    found = only(inputs, options)
    assert isinstance(found, DocumentError), found
    assert found.name == inputs[0]
    return found.reason


def test_a_text_file_is_its_text_unchanged(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    text = STORY.replace("\n", "\r\n") + "\tEnd. \u202bעברית\u202c e\u0301 \U0001f600\r\n"
    path.write_bytes(text.encode())
    document = only([str(path)])
    assert isinstance(document, Document)
    assert document.text == text
    assert document.path == str(path)
    assert document.language == "en"
    assert document.title == "Ferry to Old Tarrow resumes"
    assert document.warnings == ()


def test_a_folder_is_read_by_name_and_what_cannot_be_a_document_is_left_out(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "a/z.html",
        "a/c.md",
        ".hidden.txt",
        ".git/x.txt",
        "pic.png",
        "c.text.gz",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        data = STORY.encode()
        path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    found = [raw for raw in sources([str(tmp_path)]) if isinstance(raw, Raw)]
    assert [Path(raw.name).relative_to(tmp_path).as_posix() for raw in found] == [
        "a/c.md", "a/z.html", "b.txt", "c.text.gz"
    ]  # fmt: skip
    assert [raw.media for raw in found] == [Media.TEXT, Media.HTML, Media.TEXT, Media.TEXT]
    assert {raw.data for raw in found} == {STORY.encode()}


def test_a_folder_that_leads_back_to_itself_ends(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(STORY)
    (tmp_path / "loop").symlink_to(tmp_path)
    assert len(list(sources([str(tmp_path)]))) == 1


def test_what_cannot_be_read_is_an_error_in_its_place(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text(STORY)
    empty = tmp_path / "folder"
    empty.mkdir()
    missing = str(tmp_path / "missing.txt")
    found = list(read([missing, str(good), str(empty), "", str(good)]))
    assert [type(each) for each in found] == [
        DocumentError, Document, DocumentError, DocumentError, Document
    ]  # fmt: skip
    reasons = [each.reason for each in found if isinstance(each, DocumentError)]
    assert reasons[0] == "no such file or directory"
    assert reasons[1].startswith("no articles in this folder")
    assert reasons[2] == "an empty name"


def test_pipes_sockets_and_devices_are_refused_at_once(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    assert reason([str(pipe)]) == "not a regular file but a pipe"
    assert reason(["/dev/zero"]) == "not a regular file but a device"
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "s"))
        assert reason([str(tmp_path / "s")]) == "not a regular file but a socket"
    found = list(sources([str(tmp_path)]))
    assert [each.reason for each in found if isinstance(each, DocumentError)] == [
        "not a regular file but a pipe"
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "closed.txt"
    path.write_text(STORY)
    path.chmod(0)
    assert reason([str(path)]) == "permission denied"


def test_names_that_are_no_utf8_can_be_printed(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(path, "w") as stream:  # noqa: PTH123 (a name of bytes)
        stream.write(STORY)
    (document,) = read([os.fsdecode(path)])
    assert isinstance(document, Document)
    assert document.path is not None
    assert document.path.endswith("caf\ufffd.txt")
    document.path.encode()


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n ", b"\xef\xbb\xbf", "\ufeff\n".encode()])
def test_empty_and_blank_files_are_errors(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "blank.txt"
    path.write_bytes(data)
    assert reason([str(path)]) == "empty"


def test_too_long_a_text_is_refused_with_its_size_and_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("word " * 30)
    assert reason([str(path)], ReadOptions(max_characters=100)) == (
        "150 characters, over the limit of 100"
    )
    assert reason([str(path)], ReadOptions(max_bytes=100)) == (
        "larger than the limit of 100 bytes (it has 150)"
    )


def test_one_line_of_five_million_characters_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "line.txt"
    path.write_text("word " * 1_000_000)
    assert reason([str(path)]) == "5,000,000 characters, over the limit of 2,000,000"


def test_gzip_is_unpacked_whatever_the_name(tmp_path: Path) -> None:
    for name in ("story.txt.gz", "story"):
        path = tmp_path / name
        path.write_bytes(gzip.compress(STORY[:50].encode()) + gzip.compress(STORY[50:].encode()))
        document = only([str(path)])
        assert isinstance(document, Document)
        assert document.text == STORY


def test_gzip_that_is_cut_off_or_damaged_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "cut.txt.gz"
    packed = gzip.compress(os.urandom(3000).hex().encode())
    path.write_bytes(packed[: len(packed) // 2])
    assert reason([str(path)]).startswith("compressed data are cut off after ")
    path.write_bytes(packed[:1000] + b"\0\xff" * 50 + packed[1100:])
    assert reason([str(path)]).startswith("damaged gzip data")


def test_a_decompression_bomb_is_stopped_at_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "bomb.txt.gz"
    path.write_bytes(gzip.compress(b"a" * 50_000_000))
    assert path.stat().st_size < 100_000
    assert reason([str(path)]) == "more than the limit of 20,000,000 bytes when decompressed"


def row(number: int) -> str:
    return json.dumps({"title": f"Story {number}", "text": STORY})


def test_json_lines_stream_and_a_broken_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    rows = [row(1), "", '{"text": "cut', row(4), "[1, 2]", row(6)]
    path.write_text("\n".join(rows))
    found = list(read([str(path)]))
    assert [getattr(each, "path", None) for each in found] == [
        f"{path}:1", None, f"{path}:4", None, f"{path}:6"
    ]  # fmt: skip
    errors = [each for each in found if isinstance(each, DocumentError)]
    assert errors[0].name == f"{path}:3"
    assert errors[0].reason == "not JSON: Unterminated string starting at column 10"
    assert (errors[1].name, errors[1].reason) == (f"{path}:5", "not a JSON object but a list")


def test_a_json_lines_file_larger_than_the_limit_streams(tmp_path: Path) -> None:
    path = tmp_path / "rows.ndjson"
    path.write_text("\n".join([row(1), json.dumps({"text": "x" * 5000}), row(3)]))
    found = list(sources([str(path)], ReadOptions(max_bytes=2000)))
    assert [each.name for each in found] == [f"{path}:1", f"{path}:2", f"{path}:3"]
    assert isinstance(found[1], DocumentError)
    assert found[1].reason == "a line longer than the limit of 2,000 bytes"


def test_json_lines_in_gzip_that_is_cut_off_give_what_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl.gz"
    noise = [json.dumps({"text": STORY + os.urandom(400).hex()}) for _ in range(200)]
    packed = gzip.compress("\n".join(noise).encode())
    path.write_bytes(packed[: len(packed) // 2])
    *rows, last = sources([str(path)])
    assert len(rows) > 20
    assert all(isinstance(each, Raw) for each in rows)
    assert isinstance(last, DocumentError)
    assert last.name == f"{path}:{len(rows) + 1}"


def test_json_and_json_lines_go_by_each_others_name(tmp_path: Path) -> None:
    lines = tmp_path / "rows.json"
    lines.write_text(f"{row(1)}\n{row(2)}\n")
    whole = tmp_path / "list.jsonl"
    whole.write_text(json.dumps([json.loads(row(1)), json.loads(row(2))], indent=1))
    titles = [each.title for each in read([str(lines), str(whole)]) if isinstance(each, Document)]
    assert titles == ["Story 1", "Story 2"] * 2


def test_json_lines_in_utf16_are_told_so(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_bytes(f"{row(1)}\n{row(2)}".encode("utf-16"))
    assert reason([str(path)]) == "JSON lines in UTF-16: save them as UTF-8"


@pytest.mark.parametrize(
    ("data", "media"),
    [
        (STORY, Media.TEXT),
        ("[Updated 10:30] The ferry runs again.", Media.TEXT),
        ("{text in braces} is no JSON", Media.TEXT),
        ("<!DOCTYPE html><html><body><p>The ferry runs.</p></body></html>", Media.HTML),
        ('<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"></html>', Media.HTML),
        (json.dumps({"text": STORY}), Media.JSON),
        (json.dumps([{"text": STORY}], indent=2), Media.JSON),
    ],
)
def test_standard_input_and_files_without_a_known_name_are_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: str, media: Media
) -> None:
    path = tmp_path / "data.xyz"
    path.write_text(data)
    (from_file,) = sources([str(path)])
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data.encode())))
    (from_input,) = sources(["-"])
    assert isinstance(from_file, Raw)
    assert isinstance(from_input, Raw)
    assert from_file.media is from_input.media is media
    assert from_input.name == "-"
    assert from_input.data == data.encode()


def test_json_lines_on_standard_input_are_named_by_line(monkeypatch: pytest.MonkeyPatch) -> None:
    data = "\n".join(row(n) for n in range(1, 200)).encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    found = list(sources(["-"], ReadOptions(max_bytes=10_000)))
    assert [each.name for each in found] == [f"-:{n}" for n in range(1, 200)]


def test_reading_plain_text_loads_no_heavy_library(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text(STORY)
    code = (
        "import sys; from reportedly.read import read; list(read(sys.argv[1:])); "
        "print([m for m in ('trafilatura', 'lxml', 'httpx', 'py3langid', 'numpy',"
        " 'charset_normalizer') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
