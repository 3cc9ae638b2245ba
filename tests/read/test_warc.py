"""Web archives: which records are pages, what damage leaves of them, and how little is held."""

from __future__ import annotations

import gzip
import io
import os
import re
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from fastwarc.stream_io import BrotliWriter
from hypothesis import given, settings
from hypothesis import strategies as st
from newsstand import newsstand

from reportedly.pipeline import count
from reportedly.read import Media, Raw, ReadOptions, Where, read, sources
from reportedly.read.warc import archived
from reportedly.schema import Document, DocumentError


def page(number: int) -> bytes:
    return (
        f"<!DOCTYPE html><html lang='en'><head><title>Story {number}</title></head><body><article>"
        f"<h1>Story {number}</h1><p>The ferry to Old Tarrow will run {number} times a day, the "
        "harbour master said. She thanked those who had repaired the landing stage by hand.</p>"
        "<p>“We have waited for this since the storm,” Renske Pell told reporters.</p></article>"
        "</body></html>"
    ).encode()


def http(body: bytes, status: str = "200 OK", kind: str | None = "text/html", **more: str) -> bytes:
    headers = {"Content-Type": kind} if kind else {}
    headers |= {name.replace("_", "-"): value for name, value in more.items()}
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/1.1 {status}\r\n{lines}\r\n".encode() + body


def record(block: bytes, url: str = "http://post.example/a", sort: str = "response",
           kind: str = "application/http; msgtype=response", **more: str) -> bytes:  # fmt: skip
    headers = {
        "WARC-Type": sort,
        "WARC-Record-ID": "<urn:uuid:00000000-0000-0000-0000-000000000001>",
        "WARC-Date": "2031-01-01T00:00:00Z",
        "WARC-Target-URI": url,
        "Content-Type": kind,
        "Content-Length": str(len(block)),
    }
    headers |= {name.replace("_", "-"): value for name, value in more.items()}
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"WARC/1.0\r\n{lines}\r\n".encode() + block + b"\r\n\r\n"


def found_in(data: bytes, options: ReadOptions | None = None) -> list[Raw | DocumentError]:
    return list(archived("a.warc", io.BytesIO(data), options or ReadOptions()))


def only(data: bytes, options: ReadOptions | None = None) -> Raw:
    (raw,) = found_in(data, options)
    assert isinstance(raw, Raw), raw
    return raw


INFO = record(b"software: none\r\n", sort="warcinfo", kind="application/warc-fields")
MIXED = (
    INFO,
    record(b"GET /a HTTP/1.1\r\n\r\n", sort="request", kind="application/http; msgtype=request"),
    record(http(page(1)), "http://post.example/1"),
    record(http(b"", "301 Moved", Location="/1"), "http://post.example/old"),
    record(http(page(404), "404 Not Found"), "http://post.example/gone"),
    record(http(b"\x89PNG\r\n", kind="image/png"), "http://post.example/p.png"),
    record(http(page(5), kind="application/xhtml+xml; charset=utf-8"), "http://b.post.example/5"),
    record(http(b"x"), sort="revisit"),
    record(b"The ferry runs.", sort="conversion", kind="text/plain"),
    record(page(6), "http://other.example/6", sort="resource", kind="text/html"),
    record(b"{}", sort="metadata", kind="application/json"),
    record(http(page(7), kind=None), "<http://post.example/7>"),
)


def test_pages_are_read_and_nothing_else() -> None:
    found = found_in(b"".join(MIXED))
    assert all(isinstance(raw, Raw) and raw.media is Media.HTML for raw in found)
    assert [(raw.name, getattr(raw, "url", None)) for raw in found] == [
        ("a.warc#3", "http://post.example/1"),
        ("a.warc#7", "http://b.post.example/5"),
        ("a.warc#10", "http://other.example/6"),
        ("a.warc#12", "http://post.example/7"),
    ]
    assert [raw.data for raw in found if isinstance(raw, Raw)] == [*map(page, (1, 5, 6, 7))]


def by_record() -> bytes:
    return b"".join(map(gzip.compress, MIXED))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.warc", b"".join(MIXED)),
        ("a.warc.gz", by_record()),
        ("a.warc.gz", gzip.compress(b"".join(MIXED))),
        ("saved", by_record()),
        ("saved.txt", b"".join(MIXED)),
        ("saved.html.gz", by_record()),
    ],
)
def test_archives_are_told_by_what_they_hold(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    found = list(read([str(path)]))
    assert [each.title for each in found if isinstance(each, Document)] == [
        "Story 1", "Story 5", "Story 6", "Story 7"
    ]  # fmt: skip
    assert isinstance(found[0], Document)
    assert found[0].path == f"{path}#3"
    assert found[0].url == "http://post.example/1"
    assert found[0].published is None, "the day of the capture is no day of publication"


def test_an_archive_in_a_folder_on_standard_input_and_on_the_web(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.warc.gz").write_bytes(by_record())
    assert len(list(sources([str(tmp_path)]))) == 4
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(by_record())))
    assert [each.name for each in sources(["-"])] == ["-#3", "-#7", "-#10", "-#12"]
    with newsstand() as stand:
        address = stand.put("/a.warc.gz", by_record(), "application/warc")
        found = [each.name for each in sources([address], ReadOptions(allow_private=True))]
    assert found == [f"{address}#{number}" for number in (3, 7, 10, 12)]


def test_archives_are_not_opened_to_be_counted(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(by_record())
    (tmp_path / "b.txt").write_text("x")
    assert count([str(tmp_path / "b.txt")]) == 1
    assert count([str(tmp_path)]) is None
    assert count([str(tmp_path / "a.warc")]) is None


def test_where_picks_records_by_the_host_of_their_address() -> None:
    where = Where.parse(["host=post.example", "host!=b.post.example"])
    found = found_in(b"".join(MIXED), ReadOptions(where=where))
    assert [raw.name for raw in found] == ["a.warc#3", "a.warc#12"]
    (error,) = found_in(b"".join(MIXED), ReadOptions(where=Where.parse(["host=no.example"])))
    assert isinstance(error, DocumentError)
    assert error.reason == "no pages from the wanted hosts in this web archive (HTML, status 200)"


def test_an_archive_without_pages_says_so() -> None:
    (error,) = found_in(INFO + MIXED[8])
    assert isinstance(error, DocumentError)
    assert (error.name, error.reason) == (
        "a.warc", "no pages in this web archive (HTML, status 200)"
    )  # fmt: skip


def brotli(data: bytes) -> bytes:
    stream = io.BytesIO()
    writer = BrotliWriter(stream)
    writer.write(data)
    writer.close()
    return stream.getvalue()


def chunked(data: bytes) -> bytes:
    parts = (data[at : at + 100] for at in range(0, len(data), 100))
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


PAGE = page(1)


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (gzip.compress(PAGE), {"Content_Encoding": "gzip"}),
        (zlib.compress(PAGE), {"Content_Encoding": "deflate"}),
        (brotli(PAGE), {"Content_Encoding": "br"}),
        (chunked(PAGE), {"Transfer_Encoding": "chunked"}),
        (
            chunked(gzip.compress(PAGE)),
            {"Transfer_Encoding": "chunked", "Content_Encoding": "GZIP"},
        ),
        # Crawlers that undo the encodings often leave the headers as they were.
        (PAGE, {"Transfer_Encoding": "chunked", "Content_Encoding": "gzip"}),
        (PAGE, {"Content_Encoding": "br"}),
        (PAGE, {"Content_Encoding": "identity"}),
        (gzip.compress(PAGE), {}),
    ],
)
def test_encodings_are_undone_where_they_are_there(body: bytes, headers: dict[str, str]) -> None:
    assert only(record(http(body, **headers))).data == PAGE


@pytest.mark.parametrize(
    ("body", "headers", "said"),
    [
        (gzip.compress(PAGE)[:-20], {"Content_Encoding": "gzip"}, "compressed data are cut off"),
        (b"\x0b\x02\x80", {"Content_Encoding": "br"}, "damaged in its encoding"),
        (b"\x0b\x02\x80", {"Content_Encoding": "x-new"}, "sent in the encoding x-new"),
        (b"\xff\xff no", {"Content_Encoding": "deflate"}, "damaged data in the encoding deflate"),
        (b"5\r\nab", {"Transfer_Encoding": "chunked"}, "damaged in its encoding"),
        (gzip.compress(bytes(200_000)), {"Content_Encoding": "gzip"}, "more than the limit"),
        (brotli(bytes(200_000)), {"Content_Encoding": "br"}, "more than the limit"),
        (bytes(200_000), {}, "larger than the limit of 100,000 bytes"),
    ],
)
def test_a_page_that_cannot_be_had_is_left_out_with_a_line(
    body: bytes, headers: dict[str, str], said: str
) -> None:
    data = record(http(body, **headers)) + record(http(PAGE))
    error, raw = found_in(data, ReadOptions(max_bytes=100_000))
    assert isinstance(error, DocumentError)
    assert error.name == "a.warc#1"
    assert error.reason.startswith(said)
    assert isinstance(raw, Raw)
    assert raw.data == PAGE


def test_the_servers_charset_counts(tmp_path: Path) -> None:
    body = PAGE.decode().replace("times", "tim\u00e9s").encode("cp1250")
    path = tmp_path / "a.warc"
    path.write_bytes(record(http(body, kind="text/html; charset=windows-1250")))
    (document,) = read([str(path)])
    assert isinstance(document, Document)
    assert "tim\u00e9s a day" in document.text
    assert document.warnings == ("decoded as cp1250, as declared",)


def test_what_the_crawler_cut_off_is_said() -> None:
    raw = only(record(http(PAGE), WARC_Truncated="length"))
    assert raw.warnings == ("the crawler kept only part of this page (length)",)


@pytest.mark.parametrize(
    "block", [b"", b"no HTTP", b"HTTP/1.1 two\r\n\r\nx", b"\0" * 50, b"HTTP/1.1 200 OK\r\n"]
)
def test_what_is_no_answer_is_no_page(block: bytes) -> None:
    assert only(record(block) + record(http(PAGE))).name == "a.warc#2"


def test_endless_headers_are_one_line() -> None:
    data = record(http(PAGE, X="y" * 100_000)) + record(http(PAGE))
    error, raw = found_in(data)
    assert isinstance(error, DocumentError)
    assert error.reason.startswith("its HTTP headers cannot be read")
    assert isinstance(raw, Raw)


STORIES = [record(http(page(n)), f"http://post.example/{n}") for n in range(6)]
PLAIN = b"".join(STORIES)
PACKED = [gzip.compress(each) for each in STORIES]
ENDS = [sum(map(len, STORIES[:n])) for n in range(7)]
PACKED_ENDS = [sum(map(len, PACKED[:n])) for n in range(7)]


def held(found: list[Raw | DocumentError]) -> list[str | None]:
    return [raw.url for raw in found if isinstance(raw, Raw)]


def check_cut(data: bytes, ends: list[int]) -> None:
    """All records that are whole come out, in order and unchanged; then one line, if any."""
    found = found_in(data)
    *raws, last = found
    whole = sum(end <= len(data) for end in ends) - 1
    urls = held(found)
    assert urls == [f"http://post.example/{n}" for n in range(len(urls))]
    # A record is whole without the blank lines, or the check sum, that end it.
    assert whole <= len(urls) <= whole + 1
    assert all(isinstance(raw, Raw) and raw.data == page(n) for n, raw in enumerate(raws))
    if isinstance(last, DocumentError):
        assert "cut off" in last.reason or "cannot be read further" in last.reason
    elif len(data) - ends[whole] >= 8:
        assert len(urls) == whole + 1, "a cut that nobody speaks of"
        assert isinstance(last, Raw)
        assert last.data == page(whole)


@settings(max_examples=300, deadline=None)
@given(st.integers(12, len(PLAIN) - 1))
def test_a_plain_archive_cut_anywhere(at: int) -> None:
    check_cut(PLAIN[:at], ENDS)


@settings(max_examples=300, deadline=None)
@given(st.integers(12, sum(map(len, PACKED)) - 1))
def test_a_packed_archive_cut_anywhere(at: int) -> None:
    data = b"".join(PACKED)[:at]
    stream = gzip.GzipFile(fileobj=io.BytesIO(data))
    found = list(archived("a.warc", stream, ReadOptions()))
    urls = held(found)
    whole = sum(end <= at for end in PACKED_ENDS) - 1
    assert urls == [f"http://post.example/{n}" for n in range(len(urls))]
    assert whole <= len(urls) <= whole + 1
    assert all(raw.data == page(n) for n, raw in enumerate(found) if isinstance(raw, Raw))
    errors = [each for each in found if isinstance(each, DocumentError)]
    assert len(errors) == (at not in PACKED_ENDS)
    assert all(re.search("cut off|cannot be read further", each.reason) for each in errors)


@pytest.mark.parametrize("pack", [False, True])
def test_a_cut_file_is_read_to_the_cut(tmp_path: Path, pack: bool) -> None:
    data = b"".join(PACKED) if pack else PLAIN
    path = tmp_path / "a.warc"
    path.write_bytes(data[: len(data) * 3 // 4])
    *documents, error = read([str(path)])
    assert len(documents) == 4
    assert all(isinstance(each, Document) for each in documents)
    assert isinstance(error, DocumentError)
    assert error.name == f"{path}#5"
    assert "cut off" in error.reason


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_no_damage_raises(data: st.DataObject) -> None:
    whole = bytearray(PLAIN if data.draw(st.booleans()) else b"".join(PACKED))
    for _ in range(data.draw(st.integers(1, 10))):
        whole[data.draw(st.integers(12, len(whole) - 1))] = data.draw(st.integers(0, 255))
    stream = io.BytesIO(bytes(whole))
    packed = whole.startswith(b"\x1f\x8b")
    found = archived("x", gzip.GzipFile(fileobj=stream) if packed else stream, ReadOptions())
    assert all(isinstance(each, Raw | DocumentError) for each in found)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_no_noise_raises(noise: bytes) -> None:
    assert found_in(b"WARC/1.0\r\n" + noise)
    assert found_in(STORIES[0] + noise)


def test_junk_between_records_ends_the_reading_with_a_line() -> None:
    found = found_in(STORIES[0] + b"junk junk\r\n\r\n" + STORIES[1])
    assert held(found) == ["http://post.example/0"]
    assert isinstance(found[-1], DocumentError)
    assert found[-1].name == "a.warc#2"
    assert found[-1].reason.startswith("the web archive cannot be read further (")


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="no peak of memory to be read")
def test_memory_holds_a_record_and_not_the_archive(tmp_path: Path) -> None:
    picture = record(http(os.urandom(1 << 20) * 16, kind="image/png"))
    path = tmp_path / "big.warc.gz"
    one = gzip.compress(picture, 1) + PACKED[0]
    with path.open("wb") as stream:
        for _ in range(25):
            stream.write(one)
    assert path.stat().st_size > 400_000_000
    code = (
        "import sys, re; from pathlib import Path; from reportedly.read import sources\n"
        "assert sum(1 for _ in sources(sys.argv[1:])) == 25\n"
        "print(re.search(r'VmHWM:\\s+(\\d+)', Path('/proc/self/status').read_text())[1])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True
    )
    assert int(done.stdout) < 150_000, "kB"
