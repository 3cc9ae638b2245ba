"""What of a record may be shown to whoever looks at it: nothing of the machine that it is on."""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath
from typing import Any


def place(path: str | None) -> str | None:
    """A path as answers show it: of one that leads through the machine, the last part alone."""
    if path is None:
        return None
    for kind in (PurePosixPath, PureWindowsPath):
        if kind(path).is_absolute() or ".." in kind(path).parts:
            return kind(path).name or "/"
    return path


def shown(value: Any) -> Any:
    """An answer's JSON with every path in it as `place` gives it."""
    if isinstance(value, dict):
        return {key: _shown(key, inner) for key, inner in value.items()}
    return [shown(inner) for inner in value] if isinstance(value, list) else value


def _shown(key: str, value: Any) -> Any:
    if key == "path" and (value is None or isinstance(value, str)):
        return place(value)
    if key in ("paths", "places") and isinstance(value, list):
        return list(dict.fromkeys(place(path) for path in value))
    return shown(value)
