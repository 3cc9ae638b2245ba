"""The site: what answers which address, and what stands at its door."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.staticfiles import StaticFiles
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from reportedly import __version__
from reportedly.record import Record
from reportedly.web import api, pages
from reportedly.web.failing import CAUGHT, told, told_to_programs
from reportedly.web.jobs import Jobs
from reportedly.web.readers import Readers, Writer
from reportedly.web.rendering import page
from reportedly.web.security.guard import Guard
from reportedly.web.settings import Settings

STATIC = Path(__file__).parent / "static"


class Site(FastAPI):
    """An application with a guard at its door: even what fails within goes out past it."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(
            title="Reportedly",
            version=__version__,
            docs_url=None,
            redoc_url=None,
            openapi_url=None,
            lifespan=_lifespan,
        )
        self._guard = Guard(super().__call__, settings)
        self.state.settings = settings
        self.state.readers = Readers(settings.record, settings.readers)
        self.state.writer = Writer(settings.record, readonly=settings.readonly)
        self.state.jobs = Jobs(settings.record, settings.known)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""
        await self._guard(scope, receive, send)


def create_app(settings: Settings) -> Site:
    """The site over a record, as an ASGI application.

    Raises:
        StoreError: if the record cannot be opened; a new one is made where there is none, unless
            the site is for reading alone.
    """
    Record.open(settings.record, create=not settings.readonly, readonly=settings.readonly).close()
    app = Site(settings)
    app.mount("/static", StaticFiles(directory=STATIC), "static")
    app.mount("/api/v1", api.create(app.state))
    pages.register(app)
    for kind in CAUGHT:
        app.add_exception_handler(kind, _failed)
    app.add_middleware(GZipMiddleware, minimum_size=1_000, compresslevel=4)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    yield
    app.state.jobs.close()
    app.state.extractor.close()
    app.state.writer.close()
    app.state.readers.close()


async def _failed(request: Request, error: Exception) -> Response:
    """What goes wrong, told without this program's insides: as a page, or to programs as JSON."""
    if request.url.path.startswith(("/api/", "/static/")):
        return await told_to_programs(request, error)
    status, said = told(error)
    return page(request, "problem.html", status, status=status, said=said)
