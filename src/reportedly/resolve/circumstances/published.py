"""The day of publication, from what is known of a document or from its own head."""

from __future__ import annotations

import re
from datetime import date

from reportedly.resolve.days import Precision, find, settle
from reportedly.schema import BlockKind, Document, Span

HEAD = 600
"""Characters at the head of a text that are searched for a date that stands alone."""

_LABEL = re.compile(
    r"\W*(?:(?:first\s+)?(?:published|posted|updated|last\s+updated|created|date|dated|issued|released"
    r"|modified)(?:\s+(?:on|at))?\s*:?\s*)?\W*$",
    re.IGNORECASE,
)
_TIME_OF_DAY = re.compile(
    r"[\s,|·•@–—-]*(?:at\s+)?(?:\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?)?\s*(?:[A-Z]{2,4})?\W*$",
    re.IGNORECASE,
)


def published_of(document: Document) -> tuple[date | None, Span | None]:
    """The day of publication, and the words that tell it where it was read from the text.

    What is known of the document comes first; then a full date in its dateline; then a full date
    that stands on a line of its own at the head ("Published: 3 March 2014"). A date without its
    year tells no day.
    """
    if (known := _known(document.published)) is not None:
        return known, None
    lines = [b.span for b in document.blocks if b.kind is BlockKind.DATELINE]
    for span in lines:
        for time in find(document.text, span):
            if day := _full(document.text, time.span):
                return day, time.span
    return _alone(document.text)


def _known(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published) if published else None
    except ValueError:
        return None


def _full(text: str, span: Span) -> date | None:
    """The day that a time names by itself, whatever day it is read on."""
    time = next(iter(find(text, span)), None)
    found = settle(time, None) if time else None
    single = found.single if found else None
    return single.first if single and single.precision is Precision.DAY else None


def _alone(text: str) -> tuple[date | None, Span | None]:
    position = 0
    for line in text[:HEAD].splitlines(keepends=True):
        start, position = position, position + len(line)
        if not line.endswith(("\n", "\r")) and position < len(text):
            break
        for time in find(text, Span(start, position)):
            before, behind = text[start : time.span.start], text[time.span.end : position]
            if not _LABEL.fullmatch(before) or not _TIME_OF_DAY.fullmatch(behind):
                continue
            if day := _full(text, time.span):
                return day, time.span
    return None, None
