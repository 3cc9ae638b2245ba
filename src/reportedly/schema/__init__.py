"""The nouns of the program: frozen data types, their ids, and their form as JSON."""

from reportedly.schema.attribution import Attribution, Extraction, Kind, attribution_id
from reportedly.schema.document import Block, BlockKind, Document, text_id
from reportedly.schema.errors import DocumentError, ReportedlyError, RunError
from reportedly.schema.spans import Span, Spans, merge

__all__ = [
    "Attribution",
    "Block",
    "BlockKind",
    "Document",
    "DocumentError",
    "Extraction",
    "Kind",
    "ReportedlyError",
    "RunError",
    "Span",
    "Spans",
    "attribution_id",
    "merge",
    "text_id",
]
