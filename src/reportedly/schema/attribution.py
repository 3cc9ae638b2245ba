"""Attributions: who said what, as spans of the document's text."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from reportedly.schema.document import BlockKind, Document
from reportedly.schema.spans import Spans


class Kind(StrEnum):
    """How much of a content stands in quotation marks: all, none, or part of it."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


def attribution_id(source: Spans, cue: Spans, content: Spans) -> str:
    """An id for an attribution within its document: `a` and ten digits of its spans' digest."""
    key = ";".join(",".join(f"{s.start}-{s.end}" for s in role) for role in (source, cue, content))
    return "a" + hashlib.sha256(key.encode("ascii")).hexdigest()[:10]


@dataclass(frozen=True, slots=True)
class Attribution:
    """One relation of source, cue and content, in the terms of PARC and PolNeAR.

    Args:
        id: what `attribution_id` gives for the three roles; unique in its document.
        source: the words that name whose speech or thought it is; empty if the text names nobody
            ("was accused of"), or if the cue leans on another attribution's source.
        cue: the words that link source and content; never empty.
        content: what is attributed, in one or several spans; never empty.
        kind: how much of the content stands in quotation marks.
        block: the kind of block that the cue lies in.
        confidence: calibrated estimate, 0 to 1, that a careful reader would mark the same
            attribution (same source, and content overlapping by half or more).
        source_from: id of the attribution whose source this one leans on ("accused X …,
            claiming that Y"); then `source` is empty.

    Raises:
        ValueError: if cue or content is empty, `confidence` is not within 0 and 1, or the
            attribution has a source of its own and leans on another as well.
    """

    id: str
    source: Spans
    cue: Spans
    content: Spans
    kind: Kind
    block: BlockKind
    confidence: float
    source_from: str | None = None

    def __post_init__(self) -> None:
        if not self.cue or not self.content:
            raise ValueError("an attribution needs a cue and a content")
        if not 0.0 <= self.confidence <= 1.0:
            raise ValueError(f"not a confidence: {self.confidence}")
        if self.source and self.source_from:
            raise ValueError("an attribution that leans on another has no source of its own")


@dataclass(frozen=True, slots=True)
class Extraction:
    """A document and the attributions found in it, in text order."""

    document: Document
    attributions: tuple[Attribution, ...]
