"""Where a document was read from, as whoever is sent a file may know it."""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath


def place(path: str | None) -> str | None:
    """A path as answers show it: of one that leads through the machine, the last part alone."""
    if path is None:
        return None
    for kind in (PurePosixPath, PureWindowsPath):
        if kind(path).is_absolute() or ".." in kind(path).parts:
            return kind(path).name or "/"
    return path
