"""A site as tests have it: opened over a record, and asked as this machine asks."""

from __future__ import annotations

from collections.abc import Callable

from fastapi.testclient import TestClient

Site = Callable[..., TestClient]
"""Opens a site for `Settings`, and gives a client; a second argument is its address."""
