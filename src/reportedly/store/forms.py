"""Forms that values take in a row: JSON as text, text as both engines can hold it, blobs."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, TypeVar

T = TypeVar("T")

_UNHOLDABLE = re.compile("[\\x00\\ud800-\\udfff]")

LEVEL = 6
"""zlib's level for extractions: 6 takes 0.13 ms for 9 kB; 1 takes 0.07 and makes 7 % more."""


def clean(text: str) -> str:
    """Text for a column: U+FFFD stands for what PostgreSQL (NUL) or UTF-8 (lone surrogates) lack.

    Columns are what is searched and shown; the document's own text is in its extraction, whole.
    """
    return _UNHOLDABLE.sub("\ufffd", text)


def clean_or_none(text: str | None) -> str | None:
    """The same for a column that may be empty."""
    return None if text is None else clean(text)


# To make one takes longer than to write what a column holds.
_ENCODER = json.JSONEncoder(separators=(",", ":"))


def dumps(value: object) -> str:
    """JSON on one line, in ASCII: it holds any string, NUL and lone surrogates too."""
    return _ENCODER.encode(value)


def dumps_or_none(value: Mapping[str, object]) -> str | None:
    """The same; nothing for an empty object."""
    return dumps(value) if value else None


def loads_or_empty(text: str | None) -> dict[str, object]:
    """What `dumps_or_none` wrote."""
    found: dict[str, object] = json.loads(text) if text else {}
    return found


def pack(value: object) -> bytes:
    """JSON, compressed."""
    return zlib.compress(dumps(value).encode("ascii"), LEVEL)


def unpack(blob: bytes) -> Any:
    """What `pack` wrote."""
    return json.loads(zlib.decompress(blob))


def names(values: Iterable[str]) -> str | None:
    """Names in one column, apart by line breaks; they hold none themselves."""
    return "\n".join(clean(" ".join(v.split())) for v in values) or None


def split_names(text: str | None) -> tuple[str, ...]:
    """What `names` wrote."""
    return tuple(text.split("\n")) if text else ()


def chunks(values: Iterable[T], size: int = 5_000) -> Iterator[Sequence[T]]:
    """Values in lists that fit into one statement: SQLite takes 32,766 values in one."""
    found = iter(values)
    while chunk := list(islice(found, size)):
        yield chunk
