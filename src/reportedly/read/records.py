"""JSON → documents: an article in an object, or several in a list."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from reportedly.read.assemble import assemble
from reportedly.read.encoding import decode
from reportedly.read.fields import Json, find, string, strings
from reportedly.read.metadata import Metadata
from reportedly.read.options import ReadOptions
from reportedly.read.raw import Raw
from reportedly.read.surrogates import mend
from reportedly.read.unreadable import Unreadable, Unwanted
from reportedly.schema import Block, BlockKind, Document, DocumentError, Span

_MARKUP = re.compile(r"</?(?:p|div|br|a|h[1-6]|ul|li|blockquote)\b[^>]*>", re.IGNORECASE)
_LISTS = ("articles", "documents", "items", "results", "data", "docs", "@graph")


def read_records(raw: Raw, options: ReadOptions) -> Iterator[Document | DocumentError]:
    """The documents in JSON bytes, each with its text unchanged.

    Args:
        raw: one JSON object, or a list of them. JSON lines are taken too, as they often go by
            the name of JSON; items of a list are named `NAME[INDEX]`, counting from 0.
        options: names of fields, and what the caller says of publisher and day.

    Raises:
        Unreadable: if the whole is not JSON.
    """
    decoded = decode(raw.data)
    text = decoded.text.removeprefix("\ufeff")
    try:
        found = loads(text)
    except Unreadable:
        rows = text.strip().split("\n")
        if len(rows) < 2 or not all(row.lstrip()[:1] in ("{", "") for row in rows):
            raise
        yield from _rows(raw.name, rows, decoded.warnings, options)
        return
    items = _items(found)
    for index, item in enumerate(items):
        name = raw.name if item is found else f"{raw.name}[{index}]"
        yield from _one(name, raw.url, item, decoded.warnings, options)
    if not items:
        yield DocumentError(raw.name, "no articles in this JSON")


def _rows(
    name: str, rows: list[str], warnings: tuple[str, ...], options: ReadOptions
) -> Iterator[Document | DocumentError]:
    for number, row in enumerate(rows, start=1):
        if row.strip():
            try:
                item = loads(row)
            except Unreadable as error:
                yield error.named(f"{name}:{number}")
            else:
                yield from _one(f"{name}:{number}", None, item, warnings, options)


def loads(text: str) -> object:
    """The value in JSON.

    Raises:
        Unreadable: if it is not JSON, with the place where it breaks.
    """
    try:
        return json.loads(text)
    except RecursionError:
        raise Unreadable("JSON nested too deeply") from None
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, " if "\n" in text.strip() else ""
        said = error.msg.removesuffix(" at")
        raise Unreadable(f"not JSON: {said} at {where}column {error.colno}") from None
    except ValueError as error:
        raise Unreadable(f"not JSON that can be read: {error}") from None


def _items(found: object) -> list[object]:
    """The articles in a JSON value: a list's items, an object, or the list that it wraps."""
    if isinstance(found, list):
        articles = not found or any(isinstance(item, Mapping) for item in found)
        return found if articles else [found]
    if isinstance(found, Mapping):
        for name in _LISTS:
            inner = found.get(name)
            if isinstance(inner, list) and all(isinstance(item, Mapping) for item in inner):
                return inner
    return [found]


def _one(
    name: str, url: str | None, item: object, warnings: tuple[str, ...], options: ReadOptions
) -> Iterator[Document | DocumentError]:
    try:
        if not isinstance(item, Mapping):
            raise Unreadable(f"not a JSON object but {_sort(item)}")
        yield _document(name, url, item, warnings, options)
    except Unreadable as error:
        yield error.named(name)
    except Unwanted:
        return


def _sort(item: object) -> str:
    if isinstance(item, list):
        return "a list"
    if isinstance(item, str):
        return "a string"
    return "nothing" if item is None else "a number or a truth value"


def _document(
    name: str, url: str | None, item: Json, warnings: tuple[str, ...], options: ReadOptions
) -> Document:
    text, mended = mend(_text(item, options))
    if mended:
        warnings = (*warnings, f"{mended} lone surrogates were replaced by U+FFFD")
    if len(_MARKUP.findall(text[:5000])) > 2:
        warnings = (*warnings, "the text field holds HTML tags: they are read as text")
    metadata = _metadata(item, options)
    blocks = None
    if str(item.get("schema", "")).startswith("reportedly/"):
        blocks = _own_blocks(item.get("blocks"), text)
        metadata = replace(metadata, path=string(item.get("path")))
    metadata = replace(metadata, url=metadata.url or url)
    return assemble(name, text, metadata, options, blocks=blocks, warnings=warnings)


def _text(item: Json, options: ReadOptions) -> str:
    for value in find(item, "text", options.fields):
        if isinstance(value, str):
            return value
        if isinstance(value, list) and all(isinstance(part, str) for part in value):
            return "\n\n".join(value)
    if named := options.fields.get("text"):
        raise Unreadable(f"no text in the field {named!r}")
    keys = ", ".join(str(key)[:40] for key in list(item)[:8]) or "none"
    raise Unreadable(f"no field with the text (fields: {mend(keys)[0]}); say which with --field")


def _metadata(item: Json, options: ReadOptions) -> Metadata:
    def first(part: str) -> str | None:
        found = (string(value) for value in find(item, part, options.fields))
        name = next((value for value in found if value), None)
        return mend(name)[0] if name else None

    names = next((n for v in find(item, "authors", options.fields) if (n := strings(v))), ())
    return Metadata(
        title=first("title"),
        url=first("url"),
        publisher=first("publisher"),
        authors=tuple(mend(name)[0] for name in names),
        dates=tuple(find(item, "date", options.fields)),
        language=string(item.get("language")) or string(item.get("lang")),
    )


def _own_blocks(value: object, text: str) -> tuple[Block, ...] | None:
    """The blocks that a record in our own output form brings along; None if they do not fit."""
    if not isinstance(value, list) or not value:
        return None
    try:
        blocks = tuple(_own_block(entry, len(text)) for entry in value)
    except (KeyError, TypeError, ValueError):
        return None
    apart = all(a.span.end <= b.span.start for a, b in pairwise(blocks))
    return blocks if apart else None


def _own_block(entry: object, size: int) -> Block:
    if not isinstance(entry, Mapping):
        raise TypeError
    start, end = entry["span"]
    if type(start) is not int or type(end) is not int or end > size:
        raise ValueError
    return Block(BlockKind(entry["kind"]), Span(start, end), string(entry.get("author")))
