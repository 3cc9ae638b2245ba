"""Signing in, where a token is needed: it is shown once, and a signed cookie stands for it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from reportedly.web.asking import Told
from reportedly.web.rendering import page
from reportedly.web.security.guard import COOKIE
from reportedly.web.security.tokens import STAYS

router = APIRouter()


@router.get("/sign-in")
async def asked(request: Request, to: str = "/") -> Response:
    """Ask for the token."""
    return page(request, "sign_in.html", to=to, wrong=False)


@router.post("/sign-in")
async def shown(
    request: Request,
    settings: Told,
    token: Annotated[str, Form()],
    to: Annotated[str, Form()] = "/",
) -> Response:
    """Let in whoever shows one."""
    if settings.tokens is None or not settings.tokens.admits(token):
        return page(request, "sign_in.html", 401, to=to, wrong=True)
    answer = RedirectResponse(_inside(to), 303)
    answer.set_cookie(
        COOKIE,
        settings.tokens.session(),
        max_age=STAYS,
        httponly=True,
        samesite="strict",
        secure=request.url.scheme == "https",
    )
    return answer


@router.post("/sign-out")
async def left() -> Response:
    """Forget who signed in."""
    answer = RedirectResponse("/sign-in", 303)
    answer.delete_cookie(COOKIE, httponly=True, samesite="strict")
    return answer


def _inside(to: str) -> str:
    """Where to go: a place of this site, whatever was asked for."""
    return to if to.startswith("/") and not to.startswith(("//", "/\\")) else "/"
