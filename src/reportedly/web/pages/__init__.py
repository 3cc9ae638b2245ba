"""The pages: a module each, with its templates beside it in `templates/`."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from fastapi import FastAPI


def register(app: FastAPI) -> None:
    """Add all pages to a site."""
    for module in sorted(iter_modules(__path__), key=lambda found: found.name):
        app.include_router(import_module(f"{__name__}.{module.name}").router)
