"""Pages from the web: one address → its bytes, within limits, and never from inside.

A fetch goes straight to the address. Proxies that the environment names are not used: behind
one, neither the look-up of a name nor the address it gives could be checked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import httpcore
import httpx

from reportedly.read.connect import CheckedTransport, Deadline
from reportedly.read.gunzip import MAGIC, gunzip, inflate
from reportedly.read.options import ReadOptions
from reportedly.read.raw import Raw
from reportedly.read.sniff import HEAD, kind, media_of
from reportedly.read.unreadable import Unreadable

_HEADERS = {
    "User-Agent": "reportedly (reads one page at a time, on a person's order)",
    "Accept": "text/html,application/xhtml+xml,text/plain,application/json;q=0.9,*/*;q=0.1",
    "Accept-Encoding": "gzip, deflate",
}
_REDIRECTS = (301, 302, 303, 307, 308)
_KINDS = (
    (re.compile(r"html"), "html"),
    (re.compile(r"ndjson|json-?lines|jsonl"), "lines"),
    (re.compile(r"json"), "json"),
)


def fetch(address: str, options: ReadOptions) -> Raw:
    """Fetch one http(s) address.

    Args:
        address: as typed; it becomes the `name` of the result.
        options: time, size and redirect limits, and whether private addresses are allowed.

    Returns:
        The body, decompressed; `url` is the address that it came from in the end.

    Raises:
        Unreadable: if there is no body to be had within the limits, with the reason.
    """
    deadline = Deadline(options.timeout, options.read_timeout)
    transport = CheckedTransport(deadline, options.allow_private)
    with httpx.Client(transport=transport, trust_env=False, follow_redirects=False) as client:
        try:
            return _follow(client, address, options, deadline)
        except (httpcore.TimeoutException, httpx.TimeoutException):
            raise deadline.passed() from None
        except (httpcore.RemoteProtocolError, httpx.RemoteProtocolError) as error:
            raise Unreadable(f"the server broke off or broke the protocol ({error})") from None
        except (httpx.InvalidURL, httpx.HTTPError) as error:
            raise Unreadable(f"cannot be fetched ({error})") from None
        except (httpcore.NetworkError, httpcore.ProtocolError, OSError) as error:
            raise Unreadable(f"no connection ({error or type(error).__name__})") from None


def _follow(client: httpx.Client, address: str, options: ReadOptions, deadline: Deadline) -> Raw:
    url = _checked(httpx.URL(address))
    for _ in range(options.max_redirects + 1):
        with client.stream("GET", url, headers=_HEADERS) as answer:
            target = answer.headers.get("location")
            if answer.status_code in _REDIRECTS and target:
                url = _checked(url.join(target))
                continue
            if answer.status_code != 200:
                raise Unreadable(f"status {answer.status_code} {answer.reason_phrase}".rstrip())
            return _raw(address, url, answer, options, deadline)
    raise Unreadable(f"more than {options.max_redirects} redirects")


def _checked(url: httpx.URL) -> httpx.URL:
    if url.scheme not in ("http", "https"):
        raise Unreadable(f"only http and https addresses are fetched, not {url.scheme or 'this'}")
    if not url.host:
        raise Unreadable("the address names no host")
    if url.userinfo:
        raise Unreadable("an address with a user name or password in it is not fetched")
    return url


def _raw(
    address: str, url: httpx.URL, answer: httpx.Response, options: ReadOptions, deadline: Deadline
) -> Raw:
    size = answer.headers.get("content-length", "")
    if size.isdecimal() and len(size) < 20 and int(size) > options.max_bytes:
        raise _too_large(options.max_bytes)
    body = _bounded(answer.iter_raw(), options.max_bytes, deadline)
    body = _decompress(body, answer.headers.get("content-encoding", ""), options.max_bytes)
    if not body:
        raise Unreadable("the answer is empty")
    named = _named(answer.headers.get("content-type", ""), body)
    return Raw(address, body, media_of(named), str(url), answer.charset_encoding)


def _too_large(limit: int) -> Unreadable:
    return Unreadable(f"larger than the limit of {limit:,} bytes")


def _bounded(chunks: Iterable[bytes], limit: int, deadline: Deadline) -> bytes:
    body = bytearray()
    for chunk in chunks:
        body += chunk
        if len(body) > limit:
            raise _too_large(limit)
        deadline.wait()
    return bytes(body)


def _decompress(body: bytes, encodings: str, limit: int) -> bytes:
    for encoding in reversed([e.strip().lower() for e in encodings.split(",") if e.strip()]):
        if encoding in ("gzip", "x-gzip"):
            body = gunzip(body, limit)
        elif encoding == "deflate":
            body = inflate(body, limit)
        elif encoding != "identity":
            raise Unreadable(f"sent in the encoding {encoding}, which was not asked for")
    return gunzip(body, limit) if body.startswith(MAGIC) else body


def _named(content_type: str, body: bytes) -> str:
    """The kind that the server names; `text/plain` is given for so much that it is looked at."""
    for pattern, named in _KINDS:
        if pattern.search(content_type.lower()):
            return kind(body[:HEAD], named)
    return kind(body[:HEAD])
