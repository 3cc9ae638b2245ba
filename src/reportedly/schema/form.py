"""The JSON form of an extraction: one flat object a document, as `reportedly extract` writes it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from reportedly.schema.attribution import Attribution, Extraction
from reportedly.schema.codec import decode, decode_dataclass, encode, encode_fields
from reportedly.schema.describe import Rules, Schemas
from reportedly.schema.document import Document, text_id
from reportedly.schema.errors import JsonError
from reportedly.schema.spans import Span

FORMAT = "reportedly/1"
"""Name and number of the form; anything removed from it raises the number."""

ORDER = (
    "schema",
    "id",
    "path",
    "url",
    "title",
    "publisher",
    "authors",
    "published",
    "language",
    "text",
    "blocks",
    "attributions",
    "warnings",
)
"""The order in which the keys are written: first what the document is, then what was found."""

_DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"

_RULES: Rules = {
    (Document, "id"): {"pattern": "^sha256:[0-9a-f]{64}$"},
    (Document, "published"): {"pattern": _DAY},
    (Attribution, "cue"): {"minItems": 1},
    (Attribution, "content"): {"minItems": 1},
    (Attribution, "confidence"): {"minimum": 0, "maximum": 1},
}


def to_json(extraction: Extraction) -> dict[str, Any]:
    """The JSON object of an extraction, ready for `json.dumps`.

    Every key is always there, null or empty where nothing is known, except a block's `author`.
    Spans are pairs `[start, end]` in code points of `text`.
    """
    found = encode_fields(extraction.document)
    found["schema"] = FORMAT
    found["attributions"] = encode(extraction.attributions)
    return {key: found[key] for key in ORDER}


def from_json(value: Any) -> Extraction:
    """Read what `to_json` wrote.

    Keys that this version does not know are passed over, so that a later version of
    `reportedly/1` can be read; keys that have a default may be missing.

    Args:
        value: what `json.loads` gave.

    Raises:
        JsonError: if it is of another format, a field is missing or of a wrong type, a span lies
            beyond the text or its role's spans are out of order, an id is given twice or leads
            nowhere, or `id` is not the digest of `text`.
    """
    name = value.get("schema") if isinstance(value, dict) else None
    if isinstance(value, dict) and name != FORMAT:
        raise JsonError(f"schema: {FORMAT!r} is expected, not {name!r:.40}")
    document: Document = decode_dataclass(Document, value, "")
    raw = value.get("attributions", [])
    attributions = decode(tuple[Attribution, ...], raw, "attributions")
    extraction = Extraction(document, attributions)
    for problem in _problems(extraction):
        raise JsonError(problem)
    return extraction


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of `to_json`'s objects, made from the types and their docstrings.

    The same is shipped with the package as `reportedly/schema/reportedly-1.schema.json`.
    """
    schemas = Schemas(_RULES)
    document = schemas.properties(Document)
    attributions = schemas.of(tuple[Attribution, ...])
    document["attributions"] = {
        "description": "The attributions found, in text order.",
        **attributions,
    }
    document["schema"] = {"description": "Name and number of this format.", "const": FORMAT}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": FORMAT,
        "description": "One document, and who said what in it. Every span is a half-open pair "
        "[start, end] in Unicode code points of `text`. Keys may be added; a reader passes over "
        "those that it does not know.",
        "type": "object",
        "properties": {key: document[key] for key in ORDER},
        "required": list(ORDER),
        "$defs": schemas.definitions,
    }


def _problems(extraction: Extraction) -> Iterator[str]:
    """What the types by themselves cannot refuse, said with the place where it is."""
    document = extraction.document
    try:
        expected = text_id(document.text)
    except UnicodeEncodeError:
        yield "text: it holds a lone surrogate, which is no character"
        return
    if document.id != expected:
        yield "id: it is not the digest of the text; was the text changed?"
    if document.published is not None and not re.fullmatch(_DAY, document.published):
        yield f"published: YYYY-MM-DD is expected, not {document.published!r:.40}"
    known: set[str] = set()
    for number, attribution in enumerate(extraction.attributions):
        where = f"attributions[{number}]"
        if attribution.id in known:
            yield f"{where}.id: {attribution.id!r:.40} is given twice"
        known.add(attribution.id)
        for role in ("source", "cue", "content"):
            if reason := _misplaced(getattr(attribution, role), len(document.text)):
                yield f"{where}.{role}: {reason}"
    for number, attribution in enumerate(extraction.attributions):
        if attribution.source_from is not None and attribution.source_from not in known:
            yield f"attributions[{number}].source_from: there is no {attribution.source_from!r:.40}"


def _misplaced(spans: tuple[Span, ...], length: int) -> str | None:
    end = 0
    for span in spans:
        if span.start < end:
            return f"spans overlap or are out of order at {span.start}"
        end = span.end
    return f"a span ends at {end}, beyond the text's end at {length}" if end > length else None
