"""Finding ClaimReviews: in JSON of any shape, in JSON lines, and in the JSON-LD of pages."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from reportedly.read.fields import Json
from reportedly.read.unreadable import Unreadable

DEPTH = 50
"""Objects within objects that are looked into: a feed has some six."""

NEITHER = "neither an export of a record nor ClaimReviews: it is no JSON, and no page"

_KIND = re.compile(r"(?:https?://schema\.org/|schema:)?ClaimReview")


def find_reviews(text: str) -> Iterator[Json]:
    """The ClaimReviews in a text, in its order; names that stand for other objects are followed.

    Args:
        text: JSON (one, a list, a graph, a `DataFeed`), JSON lines, or HTML with JSON-LD in it.

    Raises:
        Unreadable: if it is none of these.
    """
    for value in _values(text):
        known = {name: one for one in _objects(value, DEPTH) if (name := _name(one))}
        for one in _objects(value, DEPTH):
            if _is_review(one):
                yield _followed(one, known)


def _values(text: str) -> Iterator[object]:
    """The JSON values in a text."""
    start = text.lstrip("\ufeff \t\r\n")
    if start.startswith("<"):
        yield from _embedded(start)
        return
    try:
        yield json.loads(start, strict=False)
    except RecursionError:
        raise Unreadable("JSON nested too deeply") from None
    except ValueError as error:
        rows = [row for row in start.split("\n") if row.strip()]
        if len(rows) < 2 or not rows[0].startswith("{"):
            raise Unreadable(f"{NEITHER} ({error})") from None
        yield from _rows(rows)


def _rows(rows: list[str]) -> Iterator[object]:
    for number, row in enumerate(rows, 1):
        try:
            yield json.loads(row, strict=False)
        except (ValueError, RecursionError) as error:
            raise Unreadable(f"line {number}: not JSON: {error}") from None


def _embedded(page: str) -> Iterator[object]:
    """The JSON-LD of a page; one that is broken is passed over, as browsers do."""
    from lxml import etree, html

    try:
        tree = html.document_fromstring(page.encode("utf-8", "replace"))
    except (etree.ParserError, ValueError):
        raise Unreadable(NEITHER) from None
    for script in tree.iter("script"):
        if (script.get("type") or "").partition(";")[0].strip().lower() == "application/ld+json":
            try:
                yield json.loads(script.text or "", strict=False)
            except (ValueError, RecursionError):
                continue


def _objects(value: object, depth: int) -> Iterator[Json]:
    """All objects in a JSON value, the outer before the inner."""
    if depth == 0:
        return
    if isinstance(value, Mapping):
        yield value
        for inner in value.values():
            yield from _objects(inner, depth - 1)
    elif isinstance(value, list):
        for inner in value:
            yield from _objects(inner, depth - 1)


def _is_review(one: Json) -> bool:
    kinds = one.get("@type")
    listed = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and _KIND.fullmatch(kind) for kind in listed)


def _name(one: Json) -> str | None:
    """The name of an object that says something beside its name."""
    name = one.get("@id")
    return name if isinstance(name, str) and len(one) > 1 else None


def _followed(one: Json, known: Mapping[str, Json]) -> Json:
    """An object with the objects that its values stand for in their place."""
    return {key: _meant(value, known) for key, value in one.items()}


def _meant(value: object, known: Mapping[str, Json]) -> object:
    if isinstance(value, list):
        return [_meant(inner, known) for inner in value]
    if isinstance(value, Mapping) and set(value) == {"@id"}:
        return known.get(str(value["@id"]), value)
    return value
