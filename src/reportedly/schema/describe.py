"""JSON Schema made from the types: their hints give the form, their docstrings the descriptions."""

from __future__ import annotations

import inspect
import re
import types
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, get_args, get_origin

from reportedly.schema.codec import hints, is_union, json_name, omitted
from reportedly.schema.spans import Span

Rules = Mapping[tuple[type, str], Mapping[str, Any]]
"""What hints cannot say of a field (a pattern, a minimum), by dataclass and field name."""

_PLAIN = {str: "string", bool: "boolean", int: "integer", float: "number", types.NoneType: "null"}

_SPAN: dict[str, Any] = {
    "description": "A half-open stretch [start, end) of the text, in Unicode code points.",
    "type": "array",
    "prefixItems": [
        {"type": "integer", "minimum": 0},
        {"type": "integer", "minimum": 1},
    ],
    "minItems": 2,
    "maxItems": 2,
}


class Schemas:
    """Makes schemas of types; enums and dataclasses gather in `definitions` and are referred to.

    Args:
        rules: what to add to single fields.
    """

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self.definitions: dict[str, Any] = {}

    def of(self, kind: Any) -> dict[str, Any]:
        """The schema of a type or type hint, of those that `codec` knows."""
        if is_union(kind):
            return self._either(get_args(kind))
        if kind in _PLAIN:
            return {"type": _PLAIN[kind]}
        if get_origin(kind) is tuple:
            return {"type": "array", "items": self.of(get_args(kind)[0])}
        return self._defined(kind)

    def properties(self, kind: type) -> dict[str, Any]:
        """The schemas of a dataclass's fields, by name, described in the words of its docstring."""
        about = _arguments(kind)
        return {
            json_name(field): _described(about.get(name), self._field(kind, name, hint))
            for name, (field, hint) in hints(kind).items()
        }

    def _field(self, kind: type, name: str, hint: Any) -> dict[str, Any]:
        return {**self.of(hint), **self._rules.get((kind, name), {})}

    def _either(self, options: tuple[Any, ...]) -> dict[str, Any]:
        if all(option in _PLAIN for option in options):
            return {"type": [_PLAIN[option] for option in options]}
        return {"anyOf": [self.of(option) for option in options]}

    def _defined(self, kind: Any) -> dict[str, Any]:
        name = kind.__name__
        if name not in self.definitions:
            self.definitions[name] = {}  # its place, in the order of first use
            self.definitions[name] = self._definition(kind)
        return {"$ref": f"#/$defs/{name}"}

    def _definition(self, kind: type) -> dict[str, Any]:
        if kind is Span:
            return _SPAN
        if issubclass(kind, StrEnum):
            return _described(_summary(kind), {"enum": [member.value for member in kind]})
        return _described(_summary(kind), self._object(kind))

    def _object(self, kind: type) -> dict[str, Any]:
        fields = hints(kind)
        return {
            "type": "object",
            "properties": self.properties(kind),
            "required": [json_name(field) for field, _ in fields.values() if not omitted(field)],
        }


def _described(description: str | None, schema: dict[str, Any]) -> dict[str, Any]:
    if not description:
        return schema
    return {"description": description[0].upper() + description[1:], **schema}


def _summary(kind: type) -> str:
    """The first paragraph of a docstring, on one line."""
    return " ".join(inspect.cleandoc(kind.__doc__ or "").split("\n\n", 1)[0].split())


def _arguments(kind: type) -> dict[str, str]:
    """What the `Args:` part of a docstring says of each argument."""
    text = inspect.cleandoc(kind.__doc__ or "")
    part = re.search(r"^Args:\n(.*?)(?=^\S|\Z)", text, re.MULTILINE | re.DOTALL)
    found = re.finditer(
        r"^ {4}(\w+): (.*?)(?=^ {4}\w|\Z)", part[1] if part else "", re.MULTILINE | re.DOTALL
    )
    return {match[1]: " ".join(match[2].split()) for match in found}
