"""JSON as bytes, whole or piece by piece."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

Json = Mapping[str, Any]

LIST = "\x00list"
"""Stands where a list is to be written; no text of a record holds this character."""


def dumped(value: Any) -> str:
    """A value on one line."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    # Allowed in JSON, but some programs take them for the end of a line.
    for character in "\u0085\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def lines(values: Iterable[Any]) -> Iterator[bytes]:
    """JSON lines (https://jsonlines.org)."""
    return (encoded(dumped(value) + "\n") for value in values)


def within(outside: Json, values: Iterable[Json]) -> Iterator[bytes]:
    """A JSON object with one long list in it, an item a line: no program has to hold it to write.

    Args:
        outside: the object; where the list is to stand, it has `LIST`.
        values: the items.
    """
    start, _, end = dumped(outside).partition(dumped(LIST))
    yield encoded(start + "[")
    between = "\n"
    for value in values:
        yield encoded(between + dumped(value))
        between = ",\n"
    yield encoded(f"\n]{end}\n")


def known(value: Any) -> Any:
    """A value without what is None, at any depth; an object or list that is left empty goes too.

    >>> known({"name": "Orro", "title": None, "roles": []})
    {'name': 'Orro'}
    """
    if isinstance(value, Mapping):
        kept = {key: known(inner) for key, inner in value.items()}
        return {key: inner for key, inner in kept.items() if inner not in (None, [], {})}
    return [known(inner) for inner in value] if isinstance(value, list | tuple) else value


def encoded(text: str) -> bytes:
    """A text as UTF-8; lone surrogates, which a file's name can hold, become question marks."""
    return text.encode("utf-8", "replace")
