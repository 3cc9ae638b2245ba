"""Where a document was read from, as whoever is sent a file may know it."""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath


def place(path: str | None) -> str | None:
    """A path without the folders of the machine: of an absolute one, the last part alone."""
    if path is None:
        return None
    for kind in (PurePosixPath, PureWindowsPath):
        if kind(path).is_absolute():
            return kind(path).name or "/"
    return path
