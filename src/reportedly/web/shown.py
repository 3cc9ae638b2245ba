"""What of a record may be shown to whoever looks at it: nothing of the machine that it is on."""

from __future__ import annotations

from typing import Any

from reportedly.export.wording.places import place


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
