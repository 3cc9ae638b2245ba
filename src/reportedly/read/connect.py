"""Connections that go only to checked addresses, and end by a deadline."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import httpcore
import httpx

from reportedly.read.addresses import refuse_private
from reportedly.read.unreadable import Unreachable


class Deadline:
    """A point in time that a fetch must end by, redirects included.

    Args:
        seconds: time from now.
        silence: longest wait for a server's next bytes, seconds.
    """

    def __init__(self, seconds: float, silence: float) -> None:
        self.seconds = seconds
        self._silence = silence
        self._end = time.monotonic() + seconds

    def wait(self) -> float:
        """How long the next wait may be, seconds.

        Raises:
            Unreachable: if the time is up.
        """
        left = self._end - time.monotonic()
        if left <= 0:
            raise self.passed()
        return min(left, self._silence)

    def passed(self) -> Unreachable:
        """The error that says that time is up."""
        if time.monotonic() < self._end:
            return Unreachable(f"no answer for {self._silence:g} s")
        return Unreachable(f"not finished after {self.seconds:g} s")


def resolve(host: str, port: int, deadline: Deadline) -> list[str]:
    """The addresses of a host, looked up in a thread, as the system's look-up has no time limit.

    Raises:
        Unreachable: if the host has no address, or time is up.
    """
    found: list[str] = []
    failed: list[str] = []

    def look_up() -> None:
        try:
            entries = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            found.extend(str(entry[4][0]) for entry in entries)
        except (OSError, UnicodeError) as error:
            failed.append(getattr(error, "strerror", None) or str(error))

    thread = threading.Thread(target=look_up, daemon=True)
    thread.start()
    thread.join(deadline.wait())
    if thread.is_alive():
        raise deadline.passed()
    if not found:
        raise Unreachable(f"no address found for {host} ({''.join(failed)})")
    return list(dict.fromkeys(found))


class _Stream(httpcore.NetworkStream):
    """A connection whose every wait is cut to what the deadline leaves."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._inner = inner
        self._deadline = deadline

    # What httpcore asks for as `timeout` is the deadline's to say.

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002
        return self._inner.read(max_bytes, self._deadline.wait())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002
        self._inner.write(buffer, self._deadline.wait())

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002
    ) -> httpcore.NetworkStream:
        wait = self._deadline.wait()
        return _Stream(self._inner.start_tls(ssl_context, server_hostname, wait), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class _Network(httpcore.NetworkBackend):
    """Resolves a name once, checks what it gives, and connects to exactly that.

    The host's name stays in the request and in the TLS handshake; only the connection is made
    by address, so that a second look-up cannot lead elsewhere.
    """

    def __init__(self, deadline: Deadline, allow_private: bool) -> None:
        self._inner = httpcore.SyncBackend()
        self._deadline = deadline
        self._allow_private = allow_private

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002
        local_address: str | None = None,  # noqa: ARG002
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        addresses = resolve(host, port, self._deadline)
        if not self._allow_private:
            for address in addresses:
                refuse_private(host, address)
        for address in addresses[:-1]:
            try:
                return self._connect(address, port, socket_options)
            except httpcore.ConnectError:
                continue
        return self._connect(addresses[-1], port, socket_options)

    def _connect(
        self, address: str, port: int, socket_options: Iterable[Any] | None
    ) -> httpcore.NetworkStream:
        wait = self._deadline.wait()
        stream = self._inner.connect_tcp(address, port, wait, socket_options=socket_options)
        return _Stream(stream, self._deadline)

    def sleep(self, seconds: float) -> None:
        self._inner.sleep(seconds)


@cache
def _certificates() -> ssl.SSLContext:
    """The certificates that servers are held against; `SSL_CERT_FILE` names others, if set."""
    return httpx.create_ssl_context(trust_env=True)


class _Body(httpx.SyncByteStream):
    def __init__(self, inner: Iterable[bytes]) -> None:
        self._inner = inner

    def __iter__(self) -> Iterator[bytes]:
        yield from self._inner

    def close(self) -> None:
        if close := getattr(self._inner, "close", None):
            close()


class CheckedTransport(httpx.BaseTransport):
    """httpx's way to the network for one fetch: checked addresses, one deadline, no proxy."""

    def __init__(self, deadline: Deadline, allow_private: bool) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=_certificates(),
            network_backend=_Network(deadline, allow_private),
            max_keepalive_connections=0,
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request; httpcore's errors come through as they are."""
        url = request.url
        answer = self._pool.handle_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(
                    scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
                ),
                headers=request.headers.raw,
                content=b"",
            )
        )
        body = answer.stream
        return httpx.Response(
            answer.status,
            headers=answer.headers,
            stream=_Body(body if isinstance(body, Iterable) else []),
        )

    def close(self) -> None:
        """Close whatever is still open."""
        self._pool.close()
