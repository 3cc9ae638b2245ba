"""Forms of what is asked and answered: JSON Schemas of dataclasses, and their values as JSON."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import MISSING, Field
from typing import Any, TypeVar

from reportedly.export.wording.places import place
from reportedly.schema import JsonError
from reportedly.schema.codec import decode_dataclass, encode, hints, json_name, required
from reportedly.schema.describe import Rules, Schemas

Asked = TypeVar("Asked")

LONGEST = 2_000
"""Characters of a text that is asked with: a sentence and an address are shorter."""

_BOUNDS = ("minimum", "maximum")
_UNSENDABLE = re.compile("[\ud800-\udfff]")


def asked_schema(kind: type[Any]) -> dict[str, Any]:
    """The JSON Schema of a tool's arguments, made from the dataclass that they are read as."""
    schemas = Schemas(_rules(kind))
    properties = schemas.properties(kind)
    needed = [json_name(field) for field, _ in _fields(kind).values() if required(field)]
    return {
        "type": "object",
        "properties": properties,
        "required": needed,
        "additionalProperties": False,
    } | ({"$defs": schemas.definitions} if schemas.definitions else {})


def answer_schema(kind: type[Any]) -> dict[str, Any]:
    """The JSON Schema of a tool's answer; an object at its root, as the protocol has it."""
    schemas = Schemas({})
    schemas.of(kind)
    root: dict[str, Any] = schemas.definitions.pop(kind.__name__)
    return root | {"$defs": schemas.definitions}


def _fields(kind: type[Any]) -> dict[str, tuple[Field[Any], Any]]:
    return hints(kind)  # type: ignore[arg-type]


def _rules(kind: type[Any]) -> Rules:
    return {(kind, name): _rule(field, hint) for name, (field, hint) in _fields(kind).items()}


def _rule(field: Field[Any], hint: Any) -> dict[str, Any]:
    rule = {bound: field.metadata[bound] for bound in _BOUNDS if bound in field.metadata}
    if hint is str or hint == (str | None):
        rule["maxLength"] = LONGEST
    if field.default is not MISSING and field.default not in (None, "", ()):
        rule["default"] = encode(field.default)
    return rule


def read(kind: type[Asked], given: Mapping[str, Any], tool: str) -> Asked:
    """A tool's arguments as the dataclass that it takes; null stands for one that is left out.

    Raises:
        JsonError: if one is missing, unknown, of another type, or out of bounds.
    """
    named = {name: value for name, value in given.items() if value is not None}
    known = [json_name(field) for field, _ in _fields(kind).values()]
    for name in named:
        if name not in known:
            takes = ", ".join(known) or "none"
            raise JsonError(f"{tool} takes no argument {name!r:.60}; those it takes: {takes}")
    found = decode_dataclass(kind, named, tool)
    for name, (field, _) in _fields(kind).items():
        _check(f"{tool}.{json_name(field)}", getattr(found, name), field.metadata)
    return found


def _check(where: str, value: Any, rules: Mapping[str, Any]) -> None:
    if isinstance(value, str) and len(value) > LONGEST:
        raise JsonError(f"{where}: at most {LONGEST:,} characters are meant")
    if isinstance(value, int) and not isinstance(value, bool):
        low, high = rules.get("minimum"), rules.get("maximum")
        if low is not None and high is not None and not low <= value <= high:
            raise JsonError(f"{where}: {low:,} to {high:,} is meant, not {value}")
        if low is not None and value < low:
            raise JsonError(f"{where}: {low:,} or more is meant, not {value}")


def written(answer: Any) -> dict[str, Any]:
    """An answer as JSON that can be sent, without places of the machine that the record is on."""
    found: dict[str, Any] = _sent(encode(answer))
    return found


def _sent(value: Any, key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: _sent(inner, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [_sent(inner, key) for inner in value]
    if isinstance(value, str):
        shown = place(value) if key in ("path", "paths") else value
        return _UNSENDABLE.sub("\ufffd", shown or "")
    return value


def record_name(name: str) -> str:
    """What a record is called in an answer: neither its folder nor its server."""
    parts = re.split(r"[\\/]", name.partition("?")[0] if "://" in name else name)
    return parts[-1] or "record"
