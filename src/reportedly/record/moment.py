"""The moment, as records write it."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> str:
    """The moment, as `YYYY-MM-DDThh:mm:ssZ`."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
