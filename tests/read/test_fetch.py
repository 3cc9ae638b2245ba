"""Addresses: limits, redirects, and what must not be connected to."""

from __future__ import annotations

import importlib.util
import socket
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from reportedly.read import ReadOptions, read
from reportedly.read.addresses import refuse_private
from reportedly.read.unreadable import Unreadable
from reportedly.schema import Document, DocumentError


def _beside(name: str) -> ModuleType:
    """A module beside this one: tests are no package."""
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


server = _beside("server")
OPEN = ReadOptions(allow_private=True, timeout=60, read_timeout=30)
QUICK = ReadOptions(allow_private=True, timeout=0.6, read_timeout=0.2)


@pytest.fixture(scope="module")
def web() -> Iterator[str]:
    with server.serving() as address:
        yield address


def got(address: str, options: ReadOptions = OPEN) -> Document:
    (found,) = read([address], options)
    assert isinstance(found, Document), found
    return found


def reason(address: str, options: ReadOptions = OPEN) -> str:
    (found,) = read([address], options)
    assert isinstance(found, DocumentError), found
    assert found.name == address
    return found.reason


def test_a_page_is_fetched_and_read(web: str) -> None:
    page = got(f"{web}/page")
    assert page.title == "Ferry resumes"
    assert page.publisher == "The Tarrow Post"
    assert page.path == page.url == f"{web}/page"
    assert "“We have waited for this since the storm,”" in page.text


def test_a_body_in_gzip_is_unpacked(web: str) -> None:
    assert got(f"{web}/gzip").text == got(f"{web}/page").text


def test_the_servers_encoding_counts(web: str) -> None:
    page = got(f"{web}/legacy")
    assert page.text == server.TEXT
    assert page.warnings[0] == "decoded as cp1252, as declared"


def test_json_lines_from_the_web_are_named_by_line(web: str) -> None:
    found = list(read([f"{web}/rows"], OPEN))
    assert [isinstance(each, Document) for each in found] == [True, False, True]
    assert isinstance(found[1], DocumentError)
    assert found[1].name == f"{web}/rows:2"


def test_redirects_are_followed_up_to_a_limit(web: str) -> None:
    page = got(f"{web}/to/{web}/to//page")
    assert page.path == f"{web}/to/{web}/to//page"
    assert page.url == f"{web}/page"
    assert reason(f"{web}/loop") == "more than 5 redirects"
    none = ReadOptions(allow_private=True, max_redirects=0)
    assert reason(f"{web}/to//page", none) == "more than 0 redirects"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("nothing", "status 404 Not Found"),
        ("empty", "the answer is empty"),
        ("pdf", "looks like a PDF: export its text first"),
        ("bomb", "more than the limit of 20,000,000 bytes when decompressed"),
        ("deflate", "damaged data in the encoding deflate"),
        ("brotli", "sent in the encoding br, which was not asked for"),
        ("huge", "larger than the limit of 20,000,000 bytes"),
        ("long", "larger than the limit of 20,000,000 bytes"),
        ("short", "the server broke off or broke the protocol"),
        ("nonsense", "the server broke off or broke the protocol"),
        ("to/file:///etc/passwd", "only http and https addresses are fetched, not file"),
        ("to/ftp://news.example/", "only http and https addresses are fetched, not ftp"),
        ("to/http://a:b@news.example/", "an address with a user name or password in it"),
    ],
)
def test_what_goes_wrong_is_said(web: str, path: str, said: str) -> None:
    assert reason(f"{web}/{path}").startswith(said)


@pytest.mark.parametrize("path", ["drip", "dripping", "never"])
def test_a_server_that_takes_for_ever_is_left(web: str, path: str) -> None:
    start = time.monotonic()
    said = reason(f"{web}/{path}", QUICK)
    assert time.monotonic() - start < 4
    assert said == ("no answer for 0.2 s" if path == "never" else "not finished after 0.6 s")


def test_a_port_where_nobody_listens() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        assert reason(f"http://127.0.0.1:{port}/").startswith("no connection")


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("ftp://news.example/a", "only http and https addresses are fetched, not ftp"),
        ("http://", "the address names no host"),
        ("http://[::1", "cannot be fetched"),
        ("https://user:secret@news.example/", "an address with a user name or password"),
    ],
)
def test_addresses_that_cannot_be_meant(address: str, said: str) -> None:
    assert reason(address).startswith(said)


@pytest.mark.parametrize(
    ("host", "said"),
    [
        ("127.0.0.1", "refused: loopback address 127.0.0.1"),
        ("[::1]", "refused: loopback address ::1"),
        ("localhost", "refused: loopback address"),
        ("2130706433", "refused: loopback address 127.0.0.1, which 2130706433 leads to"),
        ("0x7f.1", "refused: loopback address 127.0.0.1, which 0x7f.1 leads to"),
        ("0.0.0.0", "refused: reserved address 0.0.0.0"),  # noqa: S104 (refused)
        ("10.0.0.1", "refused: private address 10.0.0.1"),
        ("192.168.7.7", "refused: private address 192.168.7.7"),
        ("169.254.169.254", "refused: link-local address 169.254.169.254"),
        ("[::ffff:10.0.0.1]", "refused: private address ::ffff:"),
    ],
)
def test_addresses_from_inside_are_refused_before_a_connection(host: str, said: str) -> None:
    assert reason(f"http://{host}/", ReadOptions()).startswith(said)


def test_the_refusal_holds_for_a_server_that_would_answer(web: str) -> None:
    assert reason(f"{web}/page", ReadOptions()).startswith("refused: loopback address 127.0.0.1")


@pytest.mark.parametrize(
    "address",
    [
        "100.64.0.1", "172.16.0.1", "192.0.2.1", "198.18.0.1", "224.0.0.1", "240.0.0.1",
        "255.255.255.255", "::", "fe80::1%eth0", "fc00::1", "ff02::1", "2001:db8::1",
        "::ffff:127.0.0.1", "64:ff9b::a00:1", "2002:7f00:1::", "2002:0a00:0001::1",
    ],
)  # fmt: skip
def test_no_dress_hides_an_inner_address(address: str) -> None:
    with pytest.raises(Unreadable, match=r"refused: .* address .*, which a name leads to"):
        refuse_private("a name", address)


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f::1", "64:ff9b::808:808"])
def test_public_addresses_pass(address: str) -> None:
    refuse_private("a name", address)


def leads(monkeypatch: pytest.MonkeyPatch, names: dict[str, list[str]]) -> list[str]:
    """Let names lead to addresses, as a name server of the attacker's would; gives the log."""
    asked: list[str] = []

    def look_up(host: str, port: int, *_: object, **__: object) -> list[tuple[object, ...]]:
        if host in names:
            asked.append(host)
        found = names.get(host, [host])
        address = found.pop(0) if len(found) > 1 else found[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    monkeypatch.setattr("reportedly.read.connect.socket.getaddrinfo", look_up)
    return asked


def test_a_name_that_leads_inside_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    leads(monkeypatch, {"news.example": ["192.168.1.1"]})
    assert reason("http://news.example/a", ReadOptions()) == (
        "refused: private address 192.168.1.1, which news.example leads to"
    )


def test_a_name_is_looked_up_once_and_the_host_keeps_its_name(
    web: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = web.rsplit(":", 1)[1]
    asked = leads(monkeypatch, {"news.example": ["127.0.0.1", "10.9.9.9"]})
    page = got(f"http://news.example:{port}/host")
    assert page.text == f"The host is called news.example:{port} by the client."
    assert asked == ["news.example"]


def test_a_redirect_to_an_inner_address_is_refused(
    web: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A public address cannot be served in a test: this one name's address is let through.
    def refuse(host: str, address: str) -> None:
        if host != "public.example":
            refuse_private(host, address)

    port = web.rsplit(":", 1)[1]
    leads(monkeypatch, {"public.example": ["127.0.0.1"], "inside.example": ["10.0.0.8"]})
    monkeypatch.setattr("reportedly.read.connect.refuse_private", refuse)
    start = f"http://public.example:{port}/to"
    strict = ReadOptions()
    assert got(f"http://public.example:{port}/page", strict).title == "Ferry resumes"
    assert reason(f"{start}/{web}/page", strict) == "refused: loopback address 127.0.0.1"
    assert reason(f"{start}/http://inside.example/", strict) == (
        "refused: private address 10.0.0.8, which inside.example leads to"
    )


def test_a_name_server_that_never_answers_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    def look_up(*_: object, **__: object) -> list[object]:
        time.sleep(3)
        return []

    monkeypatch.setattr("reportedly.read.connect.socket.getaddrinfo", look_up)
    start = time.monotonic()
    assert reason("http://news.example/", QUICK) == "no answer for 0.2 s"
    assert time.monotonic() - start < 2.5


def test_a_name_without_an_address(monkeypatch: pytest.MonkeyPatch) -> None:
    def look_up(*_: object, **__: object) -> list[object]:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr("reportedly.read.connect.socket.getaddrinfo", look_up)
    assert reason("http://news.example/") == (
        "no address found for news.example (Name or service not known)"
    )


def test_proxies_of_the_environment_are_not_used(web: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    assert got(f"{web}/page").title == "Ferry resumes"
