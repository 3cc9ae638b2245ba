"""Bad inputs one by one, through the real command: one clear line each, the rest still done."""

from __future__ import annotations

import gzip
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

GOOD = "The well is dry, said Ida Orro, the keeper of the harbour. Officials denied that.\n"
ONE_LINE = (GOOD.strip() + " ").encode() * 62_500

Made = Callable[[Path], None]


def run(*arguments: str | Path, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """`reportedly extract --format jsonl`, in a process of its own."""
    command = [sys.executable, "-m", "reportedly", "extract", "--format", "jsonl"]
    command += map(str, arguments)
    return subprocess.run(command, input=given, capture_output=True, timeout=600, check=False)


def said(done: subprocess.CompletedProcess[bytes]) -> list[str]:
    lines = done.stderr.decode("utf-8").splitlines()
    assert not any("Traceback" in line for line in lines), done.stderr.decode("utf-8")
    return lines


def written(done: subprocess.CompletedProcess[bytes]) -> list[dict[str, object]]:
    """Standard output, which is data alone: each line an object."""
    return [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]


def texts(data: bytes) -> Made:
    return lambda path: path.write_bytes(data) and None


def nothing(path: Path) -> None:
    pass


def no_articles(path: Path) -> None:
    path.mkdir()
    (path / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (path / ".hidden.txt").write_text(GOOD)


PACKED = gzip.compress(os.urandom(40_000) + GOOD.encode() * 400)

NO_PAGE = b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 4\r\n\r\nnone\r\n\r\n"

BAD: dict[str, tuple[str, Made, str]] = {
    "empty file": ("empty.txt", lambda path: path.touch(), "empty"),
    "white space alone": ("blank.txt", texts(b" \n\t\r\n " * 50), "empty"),
    "picture under a text's name": ("photo.txt", texts(b"\x89PNG\r\n\x1a\n" + bytes(400)), "PNG"),
    "binary": ("noise.txt", texts(bytes(range(256)) * 40), "binary"),
    "50 MB of text": ("big.txt", texts(GOOD.encode() * (50_000_000 // len(GOOD))), "larger"),
    "one line of 5 MB": ("line.txt", texts(ONE_LINE), "over the limit"),
    "missing file": ("missing.txt", nothing, "no such file"),
    "folder without articles": ("folder", no_articles, "no articles"),
    "gzip cut off": ("cut.txt.gz", texts(PACKED[: len(PACKED) // 2]), "cut off"),
    "page without words": ("page.html", texts(b"<html><body><div></div>"), ""),
    "JSON cut off": ("cut.json", texts(b'{"text": "The well'), "JSON"),
    "feed that is a page": ("news.rss", texts(b"<html><p>No feed.</p></html>"), "not a feed"),
    "feed without an end": (
        "cut.atom",
        texts(b"<feed xmlns='http://www.w3.org/2005/Atom'>"),
        "cut",
    ),
    "broken feed": ("bad.rss", texts(b"<rss"), "a feed that cannot be read"),
    "web archive cut off": ("cut.warc", texts(b"WARC/1.0\r\nWARC-Type: resp"), "cut off"),
    "web archive without pages": ("no.warc", texts(NO_PAGE), "no pages"),
    "JSON without a text": ("other.json", texts(b'{"name": "Ida"}'), "text"),
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_input_gives_one_clear_line(case: str, tmp_path: Path) -> None:
    name, make, reason = BAD[case]
    make(tmp_path / name)
    done = run(tmp_path / name)
    assert done.returncode == 1
    assert done.stdout == b""
    (line,) = said(done)
    assert re.match(rf"reportedly: {re.escape(str(tmp_path / name))}(#\d+)?: ", line)
    assert reason.lower() in line.removeprefix(f"reportedly: {tmp_path / name}").lower()


def test_the_rest_is_still_done_in_order(tmp_path: Path) -> None:
    inputs = []
    for number, (name, make, _) in enumerate(BAD.values()):
        make(tmp_path / name)
        good = tmp_path / f"good{number:02}.txt"
        good.write_text(GOOD + str(number))
        inputs += [tmp_path / name, good]
    done = run("--quiet", *inputs)
    assert done.returncode == 1
    assert [row["path"] for row in written(done)] == [str(path) for path in inputs[1::2]]
    assert len(said(done)) == len(BAD)
    for line, path in zip(said(done), inputs[::2], strict=True):
        assert re.match(rf"reportedly: {re.escape(str(path))}(#\d+)?: ", line)


def test_a_broken_line_among_json_lines(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    rows = [json.dumps({"text": f"{GOOD} {n}"}) for n in range(3)]
    path.write_text("\n".join((rows[0], '{"text": "The well', rows[1], rows[2])))
    done = run("--quiet", path)
    assert done.returncode == 1
    assert [row["path"] for row in written(done)] == [f"{path}:{n}" for n in (1, 3, 4)]
    (line,) = said(done)
    assert line.startswith(f"reportedly: {path}:2: ")


ODD: dict[str, bytes] = {
    "CRLF": GOOD.replace("\n", "\r\n").encode() * 3,
    "combining, right to left": "Ida\u0301 said: “\u202bשלום\u202c e\u0301t\u00e9.”".encode(),
    "emoji": "Ida 👩‍👩‍👧‍👦 Orro said “no 🏳️‍🌈 lights 🇫🇮” on Sunday.".encode(),
    "unbalanced quotes": '“ Ida said ”no“ ‘to\' "that «and” left.\n\n”Bo said "no.'.encode(),
    "one huge word": b"Ida said " + b"x" * 300_000 + b" and left.",
    "tabs and form feeds": b"Ida\tsaid\x0cthat\x0bit rained.\x0cBo denied it.",
}


@pytest.mark.parametrize("case", ODD)
def test_odd_texts_are_read_and_their_offsets_are_right(case: str, tmp_path: Path) -> None:
    path = tmp_path / "odd.txt"
    path.write_bytes(ODD[case])
    done = run("--language", "any", path)
    assert done.returncode == 0, done.stderr.decode("utf-8")
    (row,) = written(done)
    assert row["text"] == ODD[case].decode("utf-8")
    assert row["attributions"], "nothing was found in what plainly reports speech"


PAGES: dict[str, bytes] = {
    "without end": b"<html><body><article><p>" + GOOD.encode() * 6 + b"<p>" + GOOD.encode() * 6,
    "nested": b"<html><body>" + b"<div>" * 20_000 + b"<p>" + GOOD.encode() * 12 + b"</p></body>",
}


@pytest.mark.parametrize("case", PAGES)
def test_broken_pages_end_in_an_article_or_in_one_line(case: str, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(PAGES[case])
    done = run("--quiet", path)
    if done.returncode == 0:
        (row,) = written(done)
        assert "the keeper of the harbour" in str(row["text"])
        assert said(done) == []
    else:
        assert done.returncode == 1
        (line,) = said(done)
        assert line.startswith(f"reportedly: {path}: ")


def test_lone_surrogates_and_nuls_in_json(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text('{"text": "Ida Orro said \\ud83d that the well \\u0000 is dry on Sunday."}\n')
    done = run("--language", "any", "--quiet", path)
    if done.returncode:
        (line,) = said(done)
        assert line.startswith(f"reportedly: {path}:1: ")
    else:
        (row,) = written(done)
        str(row["text"]).encode("utf-8")


def test_standard_input(tmp_path: Path) -> None:
    done = run("-", given=GOOD.encode())
    assert done.returncode == 0
    assert [row["path"] for row in written(done)] == ["-"]


def test_a_wrong_call_is_told_from_a_bad_input(tmp_path: Path) -> None:
    done = run("--published", "yesterday", tmp_path)
    assert done.returncode == 2
    assert done.stdout == b""
    assert "yesterday" in said(done)[-1]
