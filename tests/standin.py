"""A small engine with the engine's manners: one attribution for each "NAME said WORDS."

It stands in where the tests are about what lies around the engine. It reads `AHEAD` documents
ahead, as the engine does to fill its batches, and does what a text tells it to do ("CRASH").
"""

from __future__ import annotations

import os
import re
import time
from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path

from reportedly.schema import (
    Attribution,
    BlockKind,
    Document,
    Extraction,
    Kind,
    Span,
    attribution_id,
)

AHEAD = 3
_SAID = re.compile(r"(?P<source>[A-Z]\w+(?: [A-Z]\w+)*) (?P<cue>said) (?P<content>[^.\n]+)")


class StandIn:
    """Finds "NAME said WORDS." and nothing else."""

    def __init__(self, known: Path | None = None) -> None:
        self.known = known

    def attribute(self, documents: Iterable[Document]) -> Iterator[Extraction]:
        waiting: deque[Document] = deque()
        for document in documents:
            waiting.append(document)
            if len(waiting) > AHEAD:
                yield extraction(waiting.popleft())
        while waiting:
            yield extraction(waiting.popleft())


def broken() -> StandIn:
    """An engine that cannot be loaded."""
    from reportedly.schema import RunError

    raise RunError("the weights are broken")


def extraction(document: Document) -> Extraction:
    """What the stand-in finds in a document; some words in it make it misbehave instead."""
    if "CRASH" in document.text:
        raise IndexError("list index out of range")
    if "DIE" in document.text:
        os._exit(7)
    if "SLEEP" in document.text:
        time.sleep(0.3)
    if "HANG" in document.text:
        time.sleep(600)
    found = (attribution(document, match) for match in _SAID.finditer(document.text))
    return Extraction(document, tuple(found))


def attribution(document: Document, match: re.Match[str]) -> Attribution:
    source, cue, content = ((Span(*match.span(role)),) for role in ("source", "cue", "content"))
    within = (b.kind for b in document.blocks if cue[0].within(b.span))
    return Attribution(
        id=attribution_id(source, cue, content),
        source=source,
        cue=cue,
        content=content,
        kind=Kind.INDIRECT,
        block=next(within, BlockKind.BODY),
        confidence=0.9,
    )
