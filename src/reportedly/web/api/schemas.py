"""What answers look like, made from their own types: it cannot say anything else than they do."""

from __future__ import annotations

import json
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from reportedly.record.answers import Statement
from reportedly.schema import Extraction, json_schema
from reportedly.schema.describe import Rules, Schemas

_RULES: Rules = {
    (Statement, "id"): {"pattern": "^d[0-9a-f]{12}/a[0-9a-f]{10}$"},
    (Statement, "document"): {"pattern": "^sha256:[0-9a-f]{64}$"},
}

_EXTRACTION = "Extraction"


class Answers(Schemas):
    """Gathers the schemas of all answers, for the components of an OpenAPI description."""

    def __init__(self) -> None:
        super().__init__(_RULES)
        self._kinds: dict[str, Any] = {}

    def of(self, kind: Any) -> dict[str, Any]:
        """The schema of a type of answers.

        Raises:
            ValueError: if another type of the same name has one.
        """
        if get_origin(kind) is dict:
            return {"type": "object", "additionalProperties": self.of(get_args(kind)[1])}
        name = getattr(kind, "__name__", "")
        if self._kinds.setdefault(name, kind) is not kind and isinstance(kind, type):
            raise ValueError(f"two types of answers are called {name}")
        return self._extraction() if kind is Extraction else super().of(kind)

    def list_of(self, kind: type) -> dict[str, Any]:
        """The schema of a part of a list."""
        name = f"{kind.__name__}List"
        self.definitions[name] = {
            "description": "A part of a list.",
            "type": "object",
            "properties": {
                "items": {"type": "array", "items": self.of(kind)},
                "next": {
                    "description": "Where the list goes on: `after` of the next part. Null at the "
                    "end.",
                    "type": ["string", "null"],
                },
            },
            "required": ["items", "next"],
        }
        return {"$ref": f"#/$defs/{name}"}

    def form(self, kind: type[BaseModel]) -> dict[str, Any]:
        """The schema of what may be sent."""
        whole = kind.model_json_schema()
        self.definitions |= whole.pop("$defs", {})
        self.definitions[kind.__name__] = whole
        return {"$ref": f"#/$defs/{kind.__name__}"}

    def components(self) -> dict[str, Any]:
        """All that was gathered, by name."""
        return dict(sorted(self.definitions.items()))

    def _extraction(self) -> dict[str, Any]:
        """The form that `extract` writes, which has a schema of its own."""
        if _EXTRACTION not in self.definitions:
            whole = json_schema()
            del whole["$schema"]
            self.definitions |= whole.pop("$defs")
            self.definitions[_EXTRACTION] = whole
        return {"$ref": f"#/$defs/{_EXTRACTION}"}


def rooted(schema: Any) -> Any:
    """A JSON value whose references lead to an OpenAPI description's components."""
    return json.loads(json.dumps(schema).replace('"#/$defs/', '"#/components/schemas/'))


ANSWERS = Answers()
"""Those of this API: each module adds its own as it is imported."""
