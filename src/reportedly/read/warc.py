"""Web archives (WARC, ISO 28500) → raw inputs: the pages in them, one at a time, by fastwarc.

Read are the records of type `response` with the HTTP status 200, and those of type `resource`, if
what they hold is HTML. Left out are requests, redirects, errors, pictures and scripts; `revisit`
records, as the page that they repeat stands elsewhere; and `conversion` records (WET), as their
texts are of whole pages with menus and all, of which nothing tells the article any more.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import BinaryIO

from fastwarc.stream_io import BrotliReader, ChunkedReader
from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from reportedly.read.gunzip import decompress
from reportedly.read.options import ReadOptions
from reportedly.read.raw import Media, Raw
from reportedly.read.sniff import HEAD, kind
from reportedly.read.unreadable import Unreadable
from reportedly.schema import DocumentError

_PAGE = re.compile(r"\s*(?:text/html|application/xhtml\+xml)\b", re.IGNORECASE)
_CHUNK = re.compile(rb"[0-9a-fA-F]+[ \t]*\r\n")
_TOLD_BY_BYTES = frozenset({"", "identity", "gzip", "x-gzip"})
_READ = WarcRecordType.response | WarcRecordType.resource


class _Cut(Exception):  # noqa: N818 (it never leaves this module; a DocumentError does)
    """The archive ends within a record."""


class _Stream:
    """What fastwarc asks of a stream; it gets what there is before it gets an error."""

    def __init__(self, inner: BinaryIO) -> None:
        # `read` of a file in gzip that breaks off would lose what it had got before that.
        self._read: Callable[[int], bytes] = getattr(inner, "read1", inner.read)
        self._at = 0

    def read(self, size: int = HEAD) -> bytes:
        data = self._read(size)
        self._at += len(data)
        return data

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = 0) -> int:  # noqa: ARG002 (it is never moved)
        return self._at

    def close(self) -> None:
        """Leave it to its owner."""


def archived(name: str, stream: BinaryIO, options: ReadOptions) -> Iterator[Raw | DocumentError]:
    """The pages in a web archive, of any size, with one record in memory at a time.

    Args:
        name: what the archive is called; a record is named `NAME#NUMBER`, counting all from 1.
        stream: its bytes, decompressed as they are read.
        options: `where` picks records by the host of their address; `max_bytes` limits a record.

    Yields:
        Pages; for one that is too large or damaged a `DocumentError`; and one more at the end if
        the archive breaks off, or if there is no page in it.
    """
    number, found = 1, False
    try:
        for record in ArchiveIterator(_Stream(stream), parse_http=False, stream_detect=False):
            item = _item(f"{name}#{number}", record, options)
            found = found or item is not None
            if item is not None:
                yield item
            number += 1
    except (_Cut, EOFError):
        said = "the web archive is cut off in this record; what stands before it is read"
        yield DocumentError(f"{name}#{number}", said)
    except (OSError, ValueError, zlib.error) as error:
        said = f"the web archive cannot be read further ({error})"
        yield DocumentError(f"{name}#{number}", said)
    else:
        if not found:
            wanted = " from the wanted hosts" if options.where.has_hosts else ""
            yield DocumentError(name, f"no pages{wanted} in this web archive (HTML, status 200)")


def _item(name: str, record: WarcRecord, options: ReadOptions) -> Raw | DocumentError | None:
    """The page in a record, an error if there is one that cannot be read, None if there is none.

    Raises:
        _Cut: if the archive ends within the record.
    """
    if not (record.headers.get("Content-Length") or "").strip().isdecimal():
        raise _Cut
    wanted = record.record_type & _READ and options.where.takes_url(_url(record))
    page: Raw | DocumentError | None = None
    try:
        page = _page(name, record, options) if wanted else None
    except Unreadable as error:
        page = error.named(name)
    record.consume()
    if record.reader.tell() != record.content_length:
        raise _Cut
    return page


def _url(record: WarcRecord) -> str | None:
    """The address that was captured; some crawlers put it between angle brackets."""
    url = record.headers.get("WARC-Target-URI")
    return url.strip().removeprefix("<").removesuffix(">") if url else None


def _page(name: str, record: WarcRecord, options: ReadOptions) -> Raw | None:
    """The page in a record that may hold one, or None if it holds something else.

    Raises:
        Unreadable: if it holds a page that cannot be had from it.
    """
    sort, encodings, chunked, charset = record.headers.get("Content-Type"), "", False, None
    if record.record_type == WarcRecordType.response:
        _parse_http(record)
        if not record.is_http_parsed or record.http_headers.status_code != 200:
            return None
        headers = record.http_headers
        sort, charset = headers.get("Content-Type"), record.http_charset
        encodings = headers.get("Content-Encoding") or ""
        chunked = "chunked" in (headers.get("Transfer-Encoding") or "").lower()
    if sort and not _PAGE.match(sort):
        return None
    body = _body(record, options.max_bytes)
    if body is None:
        return None
    body = _decoded(body, chunked, encodings, options.max_bytes)
    if not sort and kind(body[:HEAD]) != "html":
        return None
    return Raw(name, body, Media.HTML, _url(record), charset, warnings=_warnings(record))


def _parse_http(record: WarcRecord) -> None:
    try:
        record.parse_http()
    except (OSError, ValueError) as error:
        raise Unreadable(f"its HTTP headers cannot be read ({error})") from None


def _body(record: WarcRecord, limit: int) -> bytes | None:
    """The bytes of a record's page as they were sent; None if the archive ends within them."""
    if record.content_length > limit:
        raise Unreadable(f"larger than the limit of {limit:,} bytes")
    body = record.reader.read(record.content_length)
    return body if len(body) == record.content_length else None


def _decoded(body: bytes, chunked: bool, encodings: str, limit: int) -> bytes:
    """A body without its encodings; many crawlers undo them, and leave the headers that say so."""
    if chunked and _CHUNK.match(body):
        body = _drained(ChunkedReader(BytesIO(body)), limit)
    for encoding in reversed([e.strip().lower() for e in encodings.split(",")]):
        if encoding in _TOLD_BY_BYTES or _reads_as_page(body):
            continue
        if encoding == "br":
            body = _drained(BrotliReader(BytesIO(body)), limit)
        else:
            body = decompress(body, encoding, limit)
    return decompress(body, "", limit)


def _reads_as_page(body: bytes) -> bool:
    return body[:64].removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"<"


def _drained(reader: ChunkedReader | BrotliReader, limit: int) -> bytes:
    try:
        body = reader.read(limit + 1)
    except OSError as error:
        raise Unreadable(f"damaged in its encoding ({error})") from None
    if len(body) > limit:
        raise Unreadable(f"more than the limit of {limit:,} bytes when decoded")
    return body


def _warnings(record: WarcRecord) -> tuple[str, ...]:
    reason = record.headers.get("WARC-Truncated")
    return (f"the crawler kept only part of this page ({reason})",) if reason else ()
