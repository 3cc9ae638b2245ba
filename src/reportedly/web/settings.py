"""What a site is told when it is opened."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reportedly.web.security.tokens import Tokens

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
"""Hosts that nobody but this machine reaches."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a site is told when it is opened.

    Args:
        record: the record: a file, or `postgresql://…`.
        readonly: nothing can be added or judged.
        tokens: who is let in; None lets everybody in who reaches the site. See `check`.
        allow_private: fetch from private and local addresses too.
        known: the user's file of names.
        max_bytes: largest request body, bytes: what may be uploaded at once.
        max_files: most files that may be uploaded at once.
        readers: threads that read the record; each holds it open by itself. More than the
            machine has cores help little: most of a page's time is spent in Python.
    """

    record: str
    readonly: bool = False
    tokens: Tokens | None = None
    allow_private: bool = False
    known: Path | None = None
    max_bytes: int = 50_000_000
    max_files: int = 200
    readers: int = 4
