"""Extractions from invented sentences with mentions planted in them, as the engine yields them.

The roles are marked as in `marked`; the mentions are listed in text order, each by its words and
by the numbers of the earlier ones that it may refer to.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from marked import marked

from reportedly.schema import Antecedent, Extraction, Form, Mention, Refers, Span


@dataclass(frozen=True, slots=True)
class Planted:
    """One mention: its words, and probabilities of the earlier ones by their numbers."""

    words: str
    form: Form
    refers: Refers | None
    before: Mapping[int, float] = field(default_factory=dict)


def person(words: str, before: Mapping[int, float] | None = None) -> Planted:
    return Planted(words, Form.NAME, Refers.PERSON, before or {})


def body(words: str, before: Mapping[int, float] | None = None) -> Planted:
    return Planted(words, Form.NAME, Refers.BODY, before or {})


def place(words: str, before: Mapping[int, float] | None = None) -> Planted:
    return Planted(words, Form.NAME, Refers.PLACE, before or {})


def noun(
    words: str, before: Mapping[int, float] | None = None, refers: Refers = Refers.PERSON
) -> Planted:
    return Planted(words, Form.NOUN, refers, before or {})


def pronoun(words: str, before: Mapping[int, float] | None = None) -> Planted:
    return Planted(words, Form.PRONOUN, None, before or {})


def planted(words: str, *mentions: Planted, **more: Any) -> Extraction:
    """The extraction of a marked text, with mentions; `more` is for `marked`."""
    extraction = marked(words, **more)
    return replace(extraction, mentions=located(extraction.document.text, *mentions))


def located(text: str, *mentions: Planted) -> tuple[Mention, ...]:
    """Each mention where its words stand first behind the one before it."""
    found, at = [], 0
    for one in mentions:
        start = text.index(one.words, at)
        at = start + len(one.words)
        antecedents = tuple(Antecedent(n, p) for n, p in one.before.items())
        found.append(Mention(Span(start, at), one.form, one.refers, antecedents))
    return tuple(found)
