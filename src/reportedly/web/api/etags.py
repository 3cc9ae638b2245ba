"""Entity tags (RFC 9110, 8.8.3): whoever has an answer already is told so, and sent nothing."""

from __future__ import annotations

import hashlib

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Tags:
    """Tags what is answered to GET, and answers HEAD as GET without the body.

    A tag is a digest of the body. What is sent in parts, as exports of the whole record are, has
    none: it would have to be held as a whole.

    Args:
        app: what is behind it.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            await self._app(scope, receive, send)
            return
        tagged = _Tagged(Headers(scope=scope), send, bodyless=scope["method"] == "HEAD")
        await self._app({**scope, "method": "GET"}, receive, tagged)


class _Tagged:
    """Sends one answer with its tag."""

    def __init__(self, asked: Headers, send: Send, *, bodyless: bool) -> None:
        self._asked = asked
        self._send = send
        self._bodyless = bodyless
        self._start: Message | None = None

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._start = message
            return
        if self._start is not None:
            start, self._start = self._start, None
            if start["status"] == 200 and not message.get("more_body", False):
                message = self._tag(start, message)
            await self._send(start)
        await self._send({**message, "body": b""} if self._bodyless else message)

    def _tag(self, start: Message, message: Message) -> Message:
        """Put the tag into the headers; what is left of the body."""
        tag = self._tag_of(message.get("body", b""))
        headers = MutableHeaders(raw=start["headers"])
        headers["ETag"] = tag
        if not _has(self._asked.get("if-none-match", ""), tag):
            return message
        start["status"] = 304
        for name in ("content-length", "content-type"):
            del headers[name]
        return {**message, "body": b""}

    def _tag_of(self, body: bytes) -> str:
        """The body's digest; another one where it goes out compressed, which is another body."""
        coded = b"gzip" if "gzip" in self._asked.get("accept-encoding", "") else b""
        return f'"{hashlib.sha256(body + coded).hexdigest()[:32]}"'


def _has(asked: str, tag: str) -> bool:
    """Whether `If-None-Match` names a tag, or any."""
    names = {name.strip().removeprefix("W/") for name in asked.split(",")}
    return tag in names or "*" in names
