"""Frozen dataclasses to JSON values and back, by their own type hints.

It knows the few types that this package's nouns are made of: strings, numbers, None, enums of
strings, tuples of one type, spans (as `[start, end]`), and frozen dataclasses of these. A type
outside them is a mistake in the program and raises TypeError.
"""

from __future__ import annotations

import types
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from reportedly.schema.errors import JsonError
from reportedly.schema.spans import Span

T = TypeVar("T")

OMIT_NONE = {"omit_none": True}
"""Metadata of a field that is left out of the JSON, instead of written as null, when it is None."""


def encode(value: Any) -> Any:
    """The JSON value of `value`; a dataclass becomes an object with its fields in order."""
    if value is None or isinstance(value, str | int | float):  # a bool is an int
        return value.value if isinstance(value, StrEnum) else value
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, tuple):
        return [encode(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        return encode_fields(value)
    raise TypeError(f"no JSON form for {type(value).__name__}")


def encode_fields(value: Any) -> dict[str, Any]:
    """The fields of a dataclass instance, by name, as JSON values."""
    found: dict[str, Any] = {}
    for name, key, optional in members(type(value)):  # type: ignore[arg-type]
        inner = getattr(value, name)
        if inner is not None or not optional:
            found[key] = encode(inner)
    return found


@cache
def members(kind: type[Any]) -> tuple[tuple[str, str, bool], ...]:
    """Each field's name, its key in JSON, and whether it is left out when it is None.

    Raises:
        TypeError: if it is no dataclass.
    """
    return tuple((field.name, json_name(field), omitted(field)) for field in fields(kind))


def json_name(field: Field[Any]) -> str:
    """A field's key in JSON: its name, without the underscore that keeps off a word of Python."""
    return field.name.rstrip("_")


def decode(kind: Any, value: Any, where: str) -> Any:
    """Read a JSON value as the type `kind`.

    Args:
        kind: a type or a type hint, of those that the module knows.
        value: what `json.loads` gave.
        where: the value's place in the whole, as `attributions[3].cue`; errors name it.

    Raises:
        JsonError: if the value is not of that type, or the type itself refuses it.
    """
    if is_union(kind):
        options = get_args(kind)
        if value is None and types.NoneType in options:
            return None
        return decode(next(o for o in options if o is not types.NoneType), value, where)
    if kind is Span:
        return _decode_span(value, where)
    if get_origin(kind) is tuple:
        items = _expect(list, value, where, "a list")
        return tuple(decode(get_args(kind)[0], v, f"{where}[{i}]") for i, v in enumerate(items))
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return _decode_enum(kind, value, where)
    if isinstance(kind, type) and is_dataclass(kind):
        return decode_dataclass(kind, value, where)
    return _decode_plain(kind, value, where)


def decode_dataclass(kind: type[T], value: Any, where: str, **given: Any) -> T:
    """Read a JSON object as the dataclass `kind`.

    Keys that it has no field for are passed over: a later version of the same format may add some.

    Args:
        kind: the dataclass.
        value: the JSON value.
        where: its place in the whole.
        given: fields that are not read from the object but set to these values.

    Raises:
        JsonError: if a field is missing or not of its type, or the dataclass refuses the values.
    """
    found = dict(given)
    obj = _expect(dict, value, where, "an object")
    for name, (field, hint) in hints(kind).items():  # type: ignore[arg-type]
        if name in given:
            continue
        key = json_name(field)
        place = f"{where}.{key}" if where else key
        if key in obj:
            found[name] = decode(hint, obj[key], place)
        elif required(field):
            raise JsonError(f"{place}: missing")
    try:
        return kind(**found)
    except JsonError:
        raise
    except ValueError as error:
        raise JsonError(f"{where or 'document'}: {error}") from None


@cache
def hints(kind: type[Any]) -> dict[str, tuple[Field[Any], Any]]:
    """Each field of a dataclass by name, with its resolved type hint.

    Raises:
        TypeError: if it is no dataclass.
    """
    resolved = get_type_hints(kind)
    return {field.name: (field, resolved[field.name]) for field in fields(kind)}


def required(field: Field[Any]) -> bool:
    """Whether a field has no default."""
    return field.default is MISSING and field.default_factory is MISSING


def omitted(field: Field[Any]) -> bool:
    """Whether a field is left out of the JSON when it is None."""
    return bool(field.metadata.get("omit_none"))


def is_union(kind: Any) -> bool:
    """Whether a type hint is `X | None` in either spelling."""
    return get_origin(kind) in (types.UnionType, Union)


def _expect(kind: type[T], value: Any, where: str, name: str) -> T:
    if not isinstance(value, kind):
        raise JsonError(f"{where or 'document'}: {name} is expected, not {_name(value)}")
    return value


def _decode_span(value: Any, where: str) -> Span:
    pair = _expect(list, value, where, "a pair [start, end]")
    if len(pair) != 2 or not all(type(edge) is int for edge in pair):
        raise JsonError(f"{where}: a pair of whole numbers [start, end] is expected")
    try:
        return Span(*pair)
    except ValueError as error:
        raise JsonError(f"{where}: {error}") from None


def _decode_enum(kind: type[StrEnum], value: Any, where: str) -> StrEnum:
    try:
        return kind(_expect(str, value, where, "a string"))
    except JsonError:
        raise
    except ValueError:
        known = ", ".join(kind)
        raise JsonError(f"{where}: {value!r} is none of {known}") from None


_PLAIN = {str: "a string", bool: "true or false", int: "a whole number", float: "a number"}


def _decode_plain(kind: Any, value: Any, where: str) -> Any:
    if kind not in _PLAIN:
        raise TypeError(f"no JSON form for {kind}")
    # JSON has one kind of number; and in Python, a bool is an int.
    if kind is float and type(value) is int:
        return float(value)
    if type(value) is not kind:
        raise JsonError(f"{where}: {_PLAIN[kind]} is expected, not {_name(value)}")
    return value


def _name(value: Any) -> str:
    names = {"dict": "an object", "list": "a list", "str": "a string", "NoneType": "null"}
    return names.get(type(value).__name__, f"{value!r:.40}")
