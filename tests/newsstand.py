"""An invented newspaper on a real HTTP server on loopback: each path answers what it is told to."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

RSS = "application/rss+xml; charset=utf-8"


@dataclass(frozen=True)
class Answer:
    """What a path answers, whoever asks."""

    body: bytes = b""
    kind: str = "text/html; charset=utf-8"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Newsstand:
    """The server's address, its answers by path, and what it was asked.

    An answer with an `ETag` or a `Last-Modified` is given once to whoever names it: then 304.
    """

    address: str = ""
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[tuple[str, Mapping[str, str]]] = field(default_factory=list)

    def put(self, path: str, body: str | bytes, kind: str | None = None, **headers: str) -> str:
        """Let a path answer; gives its address. Names of headers have `_` for `-`."""
        data = body.encode() if isinstance(body, str) else body
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers[path] = Answer(data, kind or "text/html; charset=utf-8", headers=named)
        return self.address + path

    def fail(self, path: str, status: int, **headers: str) -> str:
        """Let a path answer with a status and nothing else."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers[path] = Answer(status=status, headers=named)
        return self.address + path

    def paths(self) -> list[str]:
        """The paths that were asked for, since this was last called."""
        found = [path for path, _ in self.asked]
        self.asked.clear()
        return found

    def answer(self, path: str, headers: Mapping[str, str]) -> Answer:
        """What a request gets."""
        self.asked.append((path, headers))
        found = self.answers.get(path, Answer(status=404))
        for known, given in (("ETag", "If-None-Match"), ("Last-Modified", "If-Modified-Since")):
            if known in found.headers and headers.get(given) == found.headers[known]:
                return Answer(status=304)
        return found


@contextmanager
def newsstand() -> Iterator[Newsstand]:
    """Run one."""
    stand = Newsstand()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            answer = stand.answer(self.path, dict(self.headers))
            self.send_response(answer.status)
            if answer.body:
                self.send_header("Content-Type", answer.kind)
            if answer.status != 304:
                self.send_header("Content-Length", str(len(answer.body)))
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.end_headers()
            with suppress(OSError):
                self.wfile.write(answer.body)

        def log_message(self, *_: object) -> None:
            """Say nothing on standard error."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    stand.address = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield stand
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
