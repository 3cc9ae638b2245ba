"""The nouns of the program: frozen data types, their ids, and their form as JSON."""

from reportedly.schema.attribution import Attribution, Extraction, Kind, attribution_id
from reportedly.schema.document import Block, BlockKind, Document, text_id
from reportedly.schema.errors import DocumentError, JsonError, ReportedlyError, RunError
from reportedly.schema.form import FORMAT, from_json, json_schema, to_json
from reportedly.schema.spans import Span, Spans, merge

__all__ = [
    "FORMAT",
    "Attribution",
    "Block",
    "BlockKind",
    "Document",
    "DocumentError",
    "Extraction",
    "JsonError",
    "Kind",
    "ReportedlyError",
    "RunError",
    "Span",
    "Spans",
    "attribution_id",
    "from_json",
    "json_schema",
    "merge",
    "text_id",
    "to_json",
]
