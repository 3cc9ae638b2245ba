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
from reportedly.read.gunzip import decompress
from reportedly.read.options import ReadOptions
from reportedly.read.raw import Loaded
from reportedly.read.sniff import HEAD, kind
from reportedly.read.unreadable import Unreachable, Unreadable
from reportedly.schema import FeedState

_HEADERS = {
    "User-Agent": "reportedly (reads one page at a time, on a person's order)",
    "Accept": "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,"
    "application/feed+json,text/plain,application/json;q=0.9,*/*;q=0.1",
    "Accept-Encoding": "gzip, deflate",
}
_REDIRECTS = (301, 302, 303, 307, 308)
_NOT_MODIFIED = 304
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Statuses that say nothing of the page itself: another time it may be had (RFC 9110)."""

_KINDS = (
    (re.compile(r"html"), "html"),
    (re.compile(r"ndjson|json-?lines|jsonl"), "lines"),
    (re.compile(r"json"), "json"),
)
_FEED_TYPE = re.compile(r"(?:rss|atom|rdf|feed)\+|\b(?:application|text)/(?:rss|atom|xml|rdf)\b")
_FEED_NAME = re.compile(
    r"(?:^|[/._-])(?:feeds?|rss\d?|atom|rdf|xml)/?$|(?:^|[?&])(?:feed|rss|atom|format|alt)="
    r"(?:rss|atom|feed|xml)",
    re.IGNORECASE,
)
"""How the addresses of feeds usually end: `/feed`, `/news.rss`, `/index.xml`, `?feed=rss2`."""


def fetch(address: str, options: ReadOptions) -> Loaded:
    """Fetch one http(s) address.

    Args:
        address: as typed; it becomes the `name` of the result.
        options: time, size and redirect limits, and whether private addresses are allowed.

    Returns:
        The body, decompressed; `url` is the address that it came from in the end.

    Raises:
        Unreadable: if there is no body to be had within the limits, with the reason.
        Unreachable: if there may be one at another time.
    """
    loaded = fetch_if_new(address, options, FeedState(address))
    if loaded is None:
        raise Unreadable(f"status {_NOT_MODIFIED}, which was not asked for")
    return loaded


def fetch_if_new(address: str, options: ReadOptions, state: FeedState) -> Loaded | None:
    """Fetch one http(s) address, if it does not hold what it held before; None if it does.

    Args:
        address: as for `fetch`.
        options: as for `fetch`.
        state: what the server called its last answer; what is not known of that is not sent.

    Raises:
        Unreadable: as `fetch` does.
    """
    deadline = Deadline(options.timeout, options.read_timeout)
    transport = CheckedTransport(deadline, options.allow_private)
    with httpx.Client(transport=transport, trust_env=False, follow_redirects=False) as client:
        try:
            return _follow(client, _headers(state), address, options, deadline)
        except (httpcore.TimeoutException, httpx.TimeoutException):
            raise deadline.passed() from None
        except (httpcore.RemoteProtocolError, httpx.RemoteProtocolError) as error:
            said = f"the server broke off or broke the protocol ({error})"
            raise Unreachable(said) from None
        except (httpx.InvalidURL, httpx.HTTPError) as error:
            raise Unreadable(f"cannot be fetched ({error})") from None
        except (httpcore.NetworkError, httpcore.ProtocolError, OSError) as error:
            raise Unreachable(f"no connection ({error or type(error).__name__})") from None


def _headers(state: FeedState) -> dict[str, str]:
    asked = {"If-None-Match": state.etag, "If-Modified-Since": state.modified}
    return _HEADERS | {name: value for name, value in asked.items() if value}


def _follow(
    client: httpx.Client,
    headers: dict[str, str],
    address: str,
    options: ReadOptions,
    deadline: Deadline,
) -> Loaded | None:
    url = _checked(httpx.URL(address))
    for _ in range(options.max_redirects + 1):
        with client.stream("GET", url, headers=headers) as answer:
            target = answer.headers.get("location")
            if answer.status_code in _REDIRECTS and target:
                url = _checked(url.join(target))
                continue
            if answer.status_code == _NOT_MODIFIED and len(headers) > len(_HEADERS):
                return None
            if answer.status_code != 200:
                raise _refused(answer)
            return _loaded(address, url, answer, options, deadline)
    raise Unreadable(f"more than {options.max_redirects} redirects")


def _refused(answer: httpx.Response) -> Unreadable:
    sort = Unreachable if answer.status_code in _PASSING else Unreadable
    return sort(f"status {answer.status_code} {answer.reason_phrase}".rstrip())


def _checked(url: httpx.URL) -> httpx.URL:
    if url.scheme not in ("http", "https"):
        raise Unreadable(f"only http and https addresses are fetched, not {url.scheme or 'this'}")
    if not url.host:
        raise Unreadable("the address names no host")
    if url.userinfo:
        raise Unreadable("an address with a user name or password in it is not fetched")
    return url


def _loaded(
    address: str, url: httpx.URL, answer: httpx.Response, options: ReadOptions, deadline: Deadline
) -> Loaded:
    headers = answer.headers
    size = headers.get("content-length", "")
    if size.isdecimal() and len(size) < 20 and int(size) > options.max_bytes:
        raise _too_large(options.max_bytes)
    body = _bounded(answer.iter_raw(), options.max_bytes, deadline)
    body = decompress(body, headers.get("content-encoding", ""), options.max_bytes)
    if not body:
        raise Unreadable("the answer is empty")
    sort = headers.get("content-type", "").lower()
    return Loaded(
        name=address,
        data=body,
        kind=_kind(sort, body),
        url=str(url),
        charset=answer.charset_encoding,
        etag=headers.get("etag"),
        modified=headers.get("last-modified"),
        called_feed=bool(_FEED_TYPE.search(sort) or _FEED_NAME.search(address)),
    )


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


def _kind(content_type: str, body: bytes) -> str:
    """The kind that the server names; `text/plain` is given for so much that it is looked at."""
    for pattern, named in _KINDS:
        if pattern.search(content_type):
            return kind(body[:HEAD], named)
    return kind(body[:HEAD])
