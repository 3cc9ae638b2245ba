"""Answers of the record as JSON text, with nothing in it of the machine that they come from."""

from __future__ import annotations

import json
from functools import cache, lru_cache
from typing import Any

from reportedly.export.wording.places import place
from reportedly.schema import Extraction, Span, to_json
from reportedly.schema.codec import members
from reportedly.web.shown import shown


def written(value: Any) -> bytes:
    """The JSON of answers, alone or in lists and dicts: what `shown(encode(value))` is.

    The standard library's encoder walks over them by itself and asks only about what it does not
    know. 1,000 statements take it 12 ms; `encode`, `shown` and `dumps` one after the other, 60 ms.
    """
    return json.dumps(value, default=_plain, ensure_ascii=False, separators=(",", ":")).encode()


def _plain(value: Any) -> Any:
    """What the encoder is to write in the place of a value that it does not know."""
    if isinstance(value, Span):
        return value.start, value.end
    if isinstance(value, Extraction):
        return shown(to_json(value))
    kind: Any = type(value)
    found = {
        key: inner
        for name, key, optional in members(kind)
        if (inner := getattr(value, name)) is not None or not optional
    }
    for key, placed in _placed(kind):
        found[key] = placed(found[key])
    return found


@cache
def _placed(kind: Any) -> tuple[tuple[str, Any], ...]:
    """Those fields of a type that are paths, and what is shown of them."""
    held = {key for _, key, _ in members(kind)}
    return tuple((key, placed) for key, placed in _PATHS.items() if key in held)


def _places(paths: tuple[str, ...]) -> list[str | None]:
    return list(dict.fromkeys(place(path) for path in paths))


# Statements of one document come one after the other, and a path is long to take apart.
_PATHS = {"path": lru_cache(1_000)(place), "paths": _places}
