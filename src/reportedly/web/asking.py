"""What a page or an answer of the API is given to work with."""

from __future__ import annotations

from typing import Annotated, cast

from fastapi import Depends, Request

from reportedly.web.jobs import Jobs
from reportedly.web.readers import Readers, Writer
from reportedly.web.settings import Settings


def _settings(request: Request) -> Settings:
    return cast("Settings", request.app.state.settings)


def _readers(request: Request) -> Readers:
    return cast("Readers", request.app.state.readers)


def _writer(request: Request) -> Writer:
    return cast("Writer", request.app.state.writer)


def _jobs(request: Request) -> Jobs:
    return cast("Jobs", request.app.state.jobs)


Told = Annotated[Settings, Depends(_settings)]
Reading = Annotated[Readers, Depends(_readers)]
Writing = Annotated[Writer, Depends(_writer)]
Adding = Annotated[Jobs, Depends(_jobs)]
