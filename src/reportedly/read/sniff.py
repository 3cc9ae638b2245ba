"""What bytes hold, told from their first few thousand, and what a file's name says of it."""

from __future__ import annotations

import json
import re
from pathlib import PurePath

HEAD = 65_536
"""How many of an input's first bytes are looked at."""

_SUFFIXES = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".json": "json",
    ".jsonl": "lines",
    ".ndjson": "lines",
    ".xml": "xml",
    ".rss": "feed",
    ".atom": "feed",
    ".rdf": "feed",
    ".warc": "warc",
    ".parquet": "parquet",
}

SEVERAL = frozenset({"json", "lines", "xml", "feed", "warc", "parquet"})
"""What, by its name, may hold several documents, or none; only reading can tell."""

# Signatures as the formats' own specifications give them; the first that fits is taken.
_SIGNATURES: tuple[tuple[bytes, int, str], ...] = (
    (b"%PDF-", 0, "a PDF: export its text first"),
    (b"{\\rtf", 0, "an RTF document: export its text first"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0, "an old Office document: export its text first"),
    (b"WARC/", 0, "a WARC web archive"),
    (b"\x89PNG\r\n", 0, "a PNG image"),
    (b"\xff\xd8\xff", 0, "a JPEG image"),
    (b"GIF8", 0, "a GIF image"),
    (b"WEBP", 8, "a WebP image"),
    (b"II*\x00", 0, "a TIFF image"),
    (b"MM\x00*", 0, "a TIFF image"),
    (b"ftyp", 4, "a video or audio file"),
    (b"WAVE", 8, "an audio file"),
    (b"ID3", 0, "an audio file"),
    (b"OggS", 0, "an audio file"),
    (b"\x1aE\xdf\xa3", 0, "a video file"),
    (b"BZh", 0, "a bzip2 archive: unpack it first"),
    (b"\xfd7zXZ\x00", 0, "an xz archive: unpack it first"),
    (b"\x28\xb5\x2f\xfd", 0, "a zstd archive: unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", 0, "a 7z archive: unpack it first"),
    (b"Rar!\x1a\x07", 0, "a RAR archive: unpack it first"),
    (b"\x1f\x8b", 0, "a gzip archive"),
    (b"ustar", 257, "a tar archive: unpack it first"),
    (b"SQLite format 3\x00", 0, "an SQLite database"),
    (b"\x7fELF", 0, "a program"),
    (b"\x00asm", 0, "a program"),
    (b"PAR1", 0, "a Parquet file"),
)

_FEED_ROOTS = (b"rss", b"feed", b"rdf:RDF")
_ROOT = re.compile(rb"<([A-Za-z_][\w.:-]*)")
_PROLOGUE = ((b"<?", b"?>"), (b"<!--", b"-->"), (b"<!", b">"))

_TAG = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|meta|div|p|h1)[\s>]", re.IGNORECASE)


def signature(head: bytes) -> str | None:
    """What a known binary format's signature says the bytes are ("a PDF: …"), or None."""
    if head.startswith(b"PK\x03\x04"):
        return _zip_kind(head)
    for mark, offset, kind in _SIGNATURES:
        if head.startswith(mark, offset):
            return kind
    return None


def _zip_kind(head: bytes) -> str:
    for mark, kind in (
        (b"word/", "a Word document: export its text first"),
        (b"xl/", "an Excel workbook: export its text first"),
        (b"ppt/", "a PowerPoint file: export its text first"),
        (b"opendocument", "an OpenDocument file: export its text first"),
        (b"application/epub", "an EPUB: export its text first"),
    ):
        if mark in head[:4096]:
            return kind
    return "a zip archive: unpack it first"


def suffix_kind(path: str) -> str | None:
    """What a file holds by its name, a `.gz` set aside, or None for a name that says nothing.

    Beside what `kind` can say, it may be `xml`: a feed, a page, or neither.
    """
    name = PurePath(path.lower())
    if name.suffix == ".gz":
        name = name.with_suffix("")
    return _SUFFIXES.get(name.suffix)


def kind(head: bytes, named: str | None = None) -> str:
    """What an input holds, by its first bytes.

    It is `text`, `html`, `json`, `lines` (JSON lines), `feed` (RSS or Atom), `warc` or `parquet`. A
    JSON Feed is `json` here, as only the whole of it can tell.

    Args:
        head: the first `HEAD` bytes, decompressed.
        named: what the file's name or the server says, as `suffix_kind` gives it. Text and HTML
            are believed to be that, but for web archives, and for feeds that pass for pages. JSON
            and JSON lines are told apart by their form, as each often goes by the other's name.
    """
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith(b"WARC/"):
        return "warc"
    if named == "parquet" or (head.startswith(b"PAR1") and named not in ("text", "html")):
        return "parquet"
    if named in ("json", "lines"):
        return _json_form(start, named)
    if named != "text" and is_feed(start):
        return "feed"
    if named in ("text", "html"):
        return named
    if start[:1] in (b"{", b"[") and _looks_like_json(start):
        return _json_form(start, "json")
    if start.startswith(b"<") and _TAG.search(start[:4096]):
        return "html"
    return "text"


def is_feed(start: bytes) -> bool:
    """Whether the first element of XML is that of RSS (0.9 to 2.0) or Atom."""
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        start = start.decode("utf-16", errors="ignore").encode()
    while True:
        start = start.lstrip()
        end = next((end for begin, end in _PROLOGUE if start.startswith(begin)), None)
        if end is None:
            break
        if end == b">" and (inner := start.find(b"[")) != -1 and inner < start.find(b">"):
            end = b"]>"  # a document type with declarations of its own
        _, found, start = start.partition(end)
        if not found:
            return False
    root = _ROOT.match(start)
    return root is not None and root[1].removeprefix(b"atom:") in _FEED_ROOTS


def _looks_like_json(start: bytes) -> bool:
    """Whether a brace or bracket opens JSON, and not a bracketed remark ("[Updated 10:30] …")."""
    return re.match(rb'\{\s*["}]|\[\s*[{\]]', start) is not None


def _json_form(start: bytes, named: str) -> str:
    first, newline, rest = start.partition(b"\n")
    if not newline or not rest.strip():
        return "lines" if named == "lines" and not start.startswith(b"[") else "json"
    if named == "lines":
        # A list, or an object spread over lines, was saved under a JSON-lines name.
        return "json" if first.strip() in (b"{", b"[") else "lines"
    if not rest.lstrip().startswith(b"{"):
        return "json"
    try:
        json.loads(first)
    except (ValueError, RecursionError):
        return "json"
    return "lines"
