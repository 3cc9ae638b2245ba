"""RDF in Turtle, written line by line.

Source of the syntax: https://www.w3.org/TR/turtle/
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_ESCAPED = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_IN_LITERALS = re.compile(r'[\\"\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\ufffe\uffff]')
_NOT_IN_IRIS = re.compile(r"[\x00-\x20<>\"{}|\\^`\ud800-\udfff]")


class Term(str):
    """A term as it stands in Turtle: an IRI, a literal, a prefixed name."""

    __slots__ = ()


Pairs = Iterable[tuple[str, Term | None]]
"""Predicates, as prefixed names, with their objects; what has no object is left out."""


def iri(address: str) -> Term:
    """An IRI.

    Raises:
        ValueError: if a character is in it that no IRI can have.
    """
    if _NOT_IN_IRIS.search(address):
        raise ValueError(f"not an IRI: {address!r:.80}")
    return Term(f"<{address}>")


def literal(text: str | None, datatype: str | None = None) -> Term | None:
    """A literal, with a datatype as a prefixed name; None of what is None."""
    if text is None:
        return None
    escaped = _IN_LITERALS.sub(_escape, text)
    return Term(f'"{escaped}"^^{datatype}' if datatype else f'"{escaped}"')


def number(value: float) -> Term:
    """A whole number, or one with decimals."""
    return Term(str(value) if isinstance(value, int) else f"{value:.4f}")


def described(subject: Term, pairs: Pairs) -> str:
    """All that is said of a subject, a predicate a line; nothing if that is nothing."""
    said = [f"    {predicate} {term}" for predicate, term in pairs if term is not None]
    return f"{subject}\n" + " ;\n".join(said) + " .\n" if said else ""


def blank(pairs: Pairs) -> Term:
    """Something without a name of its own."""
    said = (f"{predicate} {term}" for predicate, term in pairs if term is not None)
    return Term(f"[ {' ; '.join(said)} ]")


def _escape(found: re.Match[str]) -> str:
    character = found[0]
    if "\ud800" <= character <= "\udfff" or character in "\x00\ufffe\uffff":
        return "\ufffd"  # no character of Unicode, or none that a reader of RDF may keep
    return _ESCAPED.get(character, f"\\u{ord(character):04X}")
