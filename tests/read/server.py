"""A real HTTP server on loopback that answers as good, slow and hostile servers do."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Ferry resumes | The Tarrow Post</title></head>
<body><article><h1>Ferry resumes</h1>
<p>The ferry to Old Tarrow will run again from Monday, the harbour master said. She thanked those
who had repaired the landing stage by hand, and said that they would all be paid – at last.</p>
<p>“We have waited for this since the storm,” Renske Pell told reporters who had come to the quay.
According to the mayor, the crossing will be free until the end of the month.</p></article>
</body></html>"""
TEXT = "The ferry runs again, the harbour master said. “It was the storm,” she told the paper."


class Handler(BaseHTTPRequestHandler):
    """One path for each way of answering."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer by the path's first part; what is left of it is an argument."""
        _, name, *rest = self.path.split("/", 2)
        with suppress(OSError):  # the client had enough, as it should
            getattr(self, f"answer_{name}", self.answer_missing)(*rest)

    def log_message(self, *_: object) -> None:
        """Say nothing on standard error."""

    def answer(self, body: bytes, kind: str = "text/html; charset=utf-8", **headers: str) -> None:
        """A whole answer."""
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for key, value in headers.items():
            self.send_header(key.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def answer_page(self) -> None:
        self.answer(PAGE.encode())

    def answer_host(self) -> None:
        self.answer(f"The host is called {self.headers['Host']} by the client.".encode(),
                    "text/plain")  # fmt: skip

    def answer_legacy(self) -> None:
        self.answer(TEXT.encode("cp1252"), "text/plain; charset=windows-1252")

    def answer_gzip(self) -> None:
        self.answer(gzip.compress(PAGE.encode()), Content_Encoding="gzip")

    def answer_bomb(self) -> None:
        self.answer(gzip.compress(b"a" * 30_000_000), Content_Encoding="gzip")

    def answer_deflate(self) -> None:
        self.answer(b"\xff\xff no such data", Content_Encoding="deflate")

    def answer_brotli(self) -> None:
        self.answer(b"\x0b\x02\x80abc\x03", Content_Encoding="br")

    def answer_rows(self) -> None:
        self.answer(f'{{"text": "{TEXT}"}}\n{{"text": \n{{"text": "{TEXT}"}}\n'.encode(),
                    "application/x-ndjson")  # fmt: skip

    def answer_pdf(self) -> None:
        self.answer(b"%PDF-1.7\n\xe2\xe3\xcf\xd3 0 obj", "application/pdf")

    def answer_empty(self) -> None:
        self.answer(b"")

    def answer_missing(self, *_: str) -> None:
        self.send_error(404)

    def answer_to(self, target: str) -> None:
        """Redirect to whatever the path says."""
        self.send_response(302)
        self.send_header("Location", target)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def answer_loop(self) -> None:
        self.answer_to("/loop")

    def answer_huge(self) -> None:
        """A body without end and without a length."""
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Connection", "close")
        self.end_headers()
        while True:
            self.wfile.write(b"word " * 20_000)

    def answer_long(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "99999999999")
        self.end_headers()
        self.wfile.write(b"word")
        time.sleep(0.2)
        self.close_connection = True

    def answer_short(self) -> None:
        """Less than was promised."""
        self.send_response(200)
        self.send_header("Content-Length", "5000")
        self.end_headers()
        self.wfile.write(b"word " * 10)
        self.close_connection = True

    def answer_drip(self) -> None:
        """A byte at a time, for ever."""
        self.send_response(200)
        self.send_header("Connection", "close")
        self.end_headers()
        self._drip(b"w")

    def answer_dripping(self) -> None:
        """Headers at a time, for ever."""
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        self._drip(b"X")

    def _drip(self, byte: bytes) -> None:
        while True:
            self.wfile.write(byte)
            self.wfile.flush()
            time.sleep(0.05)

    def answer_never(self) -> None:
        time.sleep(5)

    def answer_nonsense(self) -> None:
        self.wfile.write(b"SSH-2.0-something\r\n\r\n")
        self.close_connection = True


@contextmanager
def serving() -> Iterator[str]:
    """Run the server; gives the address that it listens on."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
