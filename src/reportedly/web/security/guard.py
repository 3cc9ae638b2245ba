"""The guard at the door: every request passes it, before anything of the site sees it."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote, urlsplit

from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from reportedly.web.problems import problem
from reportedly.web.security.headers import HEADERS
from reportedly.web.settings import LOOPBACK, Settings

COOKIE = "reportedly"
"""The cookie of those who signed in."""

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
"""Methods that change nothing."""

OPEN = ("/static/", "/sign-in")
"""Where no token is asked for: what the page to sign in needs."""

STORES_NOTHING = frozenset({"/api/v1/extract", "/sign-in", "/sign-out"})
"""Paths that may be posted to on a site for reading alone: they change nothing in the record."""

Refusal = Callable[[HTTPConnection], "Response | None"]


class Guard:
    """Lets in what may come in; what comes out carries the headers that browsers obey.

    Refused are, in this order: bodies that are too large (413), hosts that this machine does not
    go by (421: a page elsewhere whose name was made to lead here), whoever shows no token where
    one is needed (401), requests of other sites that would change something (403), and changes
    where the site is for reading alone (403).

    Args:
        app: what is behind it.
        settings: of the site.
    """

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings
        self._refusals: tuple[Refusal, ...] = (
            self._too_large,
            self._misdirected,
            self._unknown,
            self._cross_site,
            self._readonly,
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        asked = HTTPConnection(scope)
        refused = next((r for rule in self._refusals if (r := rule(asked))), None)
        behind = refused or self._app
        limited = receive if refused else _limited(receive, self._settings.max_bytes)
        await behind(scope, limited, _with_headers(send))

    def _too_large(self, asked: HTTPConnection) -> Response | None:
        length = asked.headers.get("content-length", "0")
        if length.isascii() and length.isdigit() and int(length) <= self._settings.max_bytes:
            return None
        return problem(413, f"at most {self._settings.max_bytes:,} bytes are taken at once")

    def _misdirected(self, asked: HTTPConnection) -> Response | None:
        """Where no token is asked for, only a name of this machine leads here."""
        host = _host(asked.headers.get("host", ""))
        if self._settings.tokens is not None or host in LOOPBACK:
            return None
        return problem(421, "this site answers to localhost alone")

    def _unknown(self, asked: HTTPConnection) -> Response | None:
        tokens, path = self._settings.tokens, asked.scope["path"]
        if tokens is None or path.startswith(OPEN):
            return None
        scheme, _, token = asked.headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer" and tokens.admits(token.strip()):
            return None
        if tokens.remembers(asked.cookies.get(COOKIE, "")):
            return None
        if path.startswith("/api/") or asked.scope["method"] not in SAFE:
            return problem(401, "a token is needed", {"WWW-Authenticate": "Bearer"})
        return RedirectResponse(f"/sign-in?to={quote(path)}", 303)

    def _cross_site(self, asked: HTTPConnection) -> Response | None:
        """Browsers say from where a request comes; programs that are none say nothing."""
        if asked.scope["method"] in SAFE:
            return None
        site, origin = asked.headers.get("sec-fetch-site"), asked.headers.get("origin")
        if site is not None:
            own = site in {"same-origin", "none"}
        else:
            own = origin is None or urlsplit(origin).netloc == asked.headers.get("host", "")
        return None if own else problem(403, "a request of another site is refused")

    def _readonly(self, asked: HTTPConnection) -> Response | None:
        if not self._settings.readonly or asked.scope["method"] in SAFE:
            return None
        if asked.scope["path"] in STORES_NOTHING:
            return None
        return problem(403, "this site is open for reading alone")


def _host(header: str) -> str:
    try:
        return urlsplit(f"//{header}").hostname or ""
    except ValueError:
        return ""


class TooLargeError(HTTPException):
    """A body without a length turns out to be longer than is taken."""

    def __init__(self) -> None:
        super().__init__(413, "more was sent than is taken at once")


def _limited(receive: Receive, most: int) -> Receive:
    taken = 0

    async def limited() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > most:
            raise TooLargeError
        return message

    return limited


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            given = {name for name, _ in message["headers"]}
            message["headers"] = [
                *message["headers"],
                *((name, value) for name, value in HEADERS if name not in given),
            ]
        await send(message)

    return sending
