"""The JSON form of an extraction: one flat object a document, as `reportedly extract` writes it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from reportedly.schema.attribution import Attribution, Extraction
from reportedly.schema.codec import decode, decode_dataclass, encode, encode_fields
from reportedly.schema.describe import Rules, Schemas
from reportedly.schema.document import Document, text_id
from reportedly.schema.entity import Entity
from reportedly.schema.errors import JsonError
from reportedly.schema.evidence import Link, Note
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
    "entities",
    "named",
    "notes",
    "links",
    "warnings",
)
"""The order in which the keys are written: first what the document is, then what was found."""

_DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"

_PARTS: dict[str, tuple[Any, str]] = {
    "attributions": (tuple[Attribution, ...], "The attributions found, in text order."),
    "entities": (tuple[Entity, ...], "Those who speak or carry, by their first mention."),
    "named": (tuple[Entity, ...], "The others that the text has a name for."),
    "notes": (tuple[Note, ...], "The publisher's own words on what is attributed."),
    "links": (tuple[Link, ...], "Which attribution bears on which."),
}
"""What is found in a document: its type and its description."""

_ADDED = ("named",)
"""Keys that came after the first release of the format: always written, not always there."""

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
    found |= {part: encode(getattr(extraction, part)) for part in _PARTS}
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
    found = {part: decode(kind, value.get(part, []), part) for part, (kind, _) in _PARTS.items()}
    extraction = Extraction(document, **found)
    for problem in _problems(extraction):
        raise JsonError(problem)
    return extraction


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of `to_json`'s objects, made from the types and their docstrings.

    The same is shipped with the package as `reportedly/schema/reportedly-1.schema.json`.
    """
    schemas = Schemas(_RULES)
    document = schemas.properties(Document)
    for part, (kind, about) in _PARTS.items():
        document[part] = {"description": about, **schemas.of(kind)}
    document["schema"] = {"description": "Name and number of this format.", "const": FORMAT}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": FORMAT,
        "description": "One document, and who said what in it. Every span is a half-open pair "
        "[start, end] in Unicode code points of `text`. Keys may be added; a reader passes over "
        "those that it does not know.",
        "type": "object",
        "properties": {key: document[key] for key in ORDER},
        "required": [key for key in ORDER if key not in _ADDED],
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
    yield from _twice(extraction)
    yield from _beyond(encode(extraction.document), "", len(document.text))
    for part in _PARTS:
        yield from _beyond(encode(getattr(extraction, part)), part, len(document.text))
    yield from _astray(extraction)


def _twice(extraction: Extraction) -> Iterator[str]:
    """Ids that are given twice, and spans of one role that are out of order."""
    for parts in (("attributions",), ("entities", "named")):
        known: set[str] = set()
        for part in parts:
            for number, item in enumerate(getattr(extraction, part)):
                if item.id in known:
                    yield f"{part}[{number}].id: {item.id!r:.40} is given twice"
                known.add(item.id)
    for number, attribution in enumerate(extraction.attributions):
        for role in ("source", "cue", "content"):
            if reason := _misplaced(getattr(attribution, role)):
                yield f"attributions[{number}].{role}: {reason}"


def _beyond(value: Any, where: str, length: int) -> Iterator[str]:
    """Spans that lie beyond the text, wherever they stand in a JSON value."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _beyond(inner, f"{where}.{key}" if where else key, length)
    elif isinstance(value, list):
        if len(value) == 2 and all(type(edge) is int for edge in value):
            if value[1] > length:
                yield (f"{where}: a span ends at {value[1]}, beyond the text's end at {length}")
            return
        for number, inner in enumerate(value):
            yield from _beyond(inner, f"{where}[{number}]", length)


def _astray(extraction: Extraction) -> Iterator[str]:
    """References that lead nowhere."""
    attributions = {a.id for a in extraction.attributions}
    entities = {e.id for e in extraction.entities}
    for place, name, known in _references(extraction):
        if name is not None and name not in (entities if known == "entity" else attributions):
            yield f"{place}: there is no {name!r:.40}"


def _references(extraction: Extraction) -> Iterator[tuple[str, str | None, str]]:
    """Every reference by id: where it stands, the id, and whether to an entity."""
    for number, a in enumerate(extraction.attributions):
        where = f"attributions[{number}]"
        yield f"{where}.source_from", a.source_from, "attribution"
        yield f"{where}.parent", a.parent, "attribution"
        yield f"{where}.speaker.entity", a.speaker.entity if a.speaker else None, "entity"
        for place, carrier in enumerate(a.carriers):
            yield f"{where}.carriers[{place}].entity", carrier.entity, "entity"
    for number, note in enumerate(extraction.notes):
        for place, name in enumerate(note.about):
            yield f"notes[{number}].about[{place}]", name, "attribution"
    for number, link in enumerate(extraction.links):
        yield f"links[{number}].from", link.from_, "attribution"
        yield f"links[{number}].to", link.to, "attribution"


def _misplaced(spans: tuple[Span, ...]) -> str | None:
    end = 0
    for span in spans:
        if span.start < end:
            return f"spans overlap or are out of order at {span.start}"
        end = span.end
    return None
