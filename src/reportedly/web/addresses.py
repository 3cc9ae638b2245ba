"""Addresses from documents: only those of the web may become links."""

from __future__ import annotations

from urllib.parse import urlsplit


def linkable(address: str | None) -> str | None:
    """An address that a link may lead to: of http or https, with a host; else None.

    What an article has in the place of its address may be anything (`javascript:…`, `data:…`).
    """
    try:
        parts = urlsplit(address or "")
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and parts.netloc else None
