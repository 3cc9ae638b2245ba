"""What goes wrong, told in one shape: RFC 9457's `application/problem+json`."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from starlette.responses import JSONResponse

MEDIA = "application/problem+json"


def problem(
    status: int, detail: str, headers: Mapping[str, str] | None = None, **more: Any
) -> JSONResponse:
    """An answer that says what is wrong.

    Args:
        status: of HTTP.
        detail: what is wrong with this request, in one line for a reader.
        headers: to go with it.
        more: members beside RFC 9457's own.
    """
    body = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status}
    return JSONResponse(
        {**body, "detail": detail, **more}, status, dict(headers or {}), media_type=MEDIA
    )
