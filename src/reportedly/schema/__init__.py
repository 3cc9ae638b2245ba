"""The nouns of the program: frozen data types, their ids, and their form as JSON."""

from reportedly.schema.attribution import (
    Act,
    Attribution,
    Extraction,
    Kind,
    Reason,
    Stance,
    attribution_id,
)
from reportedly.schema.day import Precision, SaidOn
from reportedly.schema.document import Block, BlockKind, Document, text_id
from reportedly.schema.entity import (
    Antecedent,
    Carrier,
    Entity,
    EntityType,
    Form,
    Mention,
    Phrase,
    Refers,
    Speaker,
    entity_id,
    phrase,
)
from reportedly.schema.errors import DocumentError, JsonError, ReportedlyError, RunError
from reportedly.schema.evidence import Evidence, Link, LinkKind, Note, NoteKind, Status, Voice
from reportedly.schema.form import FORMAT, from_json, json_schema, to_json
from reportedly.schema.spans import Span, Spans, merge

__all__ = [
    "FORMAT",
    "Act",
    "Antecedent",
    "Attribution",
    "Block",
    "BlockKind",
    "Carrier",
    "Document",
    "DocumentError",
    "Entity",
    "EntityType",
    "Evidence",
    "Extraction",
    "Form",
    "JsonError",
    "Kind",
    "Link",
    "LinkKind",
    "Mention",
    "Note",
    "NoteKind",
    "Phrase",
    "Precision",
    "Reason",
    "Refers",
    "ReportedlyError",
    "RunError",
    "SaidOn",
    "Span",
    "Spans",
    "Speaker",
    "Stance",
    "Status",
    "Voice",
    "attribution_id",
    "entity_id",
    "from_json",
    "json_schema",
    "merge",
    "phrase",
    "text_id",
    "to_json",
]
