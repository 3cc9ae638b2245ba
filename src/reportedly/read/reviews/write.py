"""A review's words as a text: a line for each field, so that every word has its place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from reportedly.schema import BlockKind, Document, EntityType, Span


class Field(StrEnum):
    """What a line says; it begins with this."""

    CLAIM = "Claim"
    SPEAKER = "Claimed by"
    ROLE = "Role"
    DAY = "Claimed on"
    MEDIUM = "Appeared in"
    RATING = "Rated"
    REASON = "Explained"
    REVIEWER = "Reviewed by"


@dataclass(frozen=True, slots=True)
class Line:
    """Where a line's first words stand, and where what they are about."""

    label: Span
    words: Span

    @property
    def whole(self) -> Span:
        """The line."""
        return Span(self.label.start, self.words.end)


def kind_of(field: Field) -> BlockKind:
    """What a field's line is: a rating is a label that is put on something, and no reporting.

    Otherwise "lacks context", said of a thousand things, were a claim made in a thousand documents.
    """
    return BlockKind.CAPTION if field is Field.RATING else BlockKind.BODY


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A review as a document.

    Args:
        document: what it says, as a text; published by whoever reviews.
        lines: where the fields stand in it; `CLAIM` and `REVIEWER` are always there.
        day: the day of the claim, `YYYY-MM-DD`, where the review tells it.
        speaker: what it says that the speaker is.
    """

    document: Document
    lines: Mapping[Field, Line]
    day: str | None = None
    speaker: EntityType = EntityType.UNKNOWN


def written(fields: Iterable[tuple[Field, str]]) -> tuple[str, dict[Field, Line]]:
    """The text of some fields, a paragraph each, and where they stand in it."""
    text, lines = "", dict[Field, Line]()
    for field, words in fields:
        start = len(text)
        label = Span(start, start + len(field))
        text += f"{field}: {words}"
        lines[field] = Line(label, Span(len(text) - len(words), len(text)))
        text += "\n\n"
    return text.rstrip("\n"), lines
