"""Boilerplate: sentences that stand under articles which have nothing else in common."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.schema import Span

_TELLING = re.compile(
    r"\b(?:all rights reserved"
    r"|(?:may|must) not be (?:re)?(?:published|produced|printed|broadcast|distributed|used)"
    r"|(?:use|uses|using|accept|our|of) cookies|cookies? (?:policy|settings|notice)"
    r"|privacy policy|terms (?:of|and) (?:use|service|conditions)"
    r"|sign up (?:for|to) (?:our|the)|subscribe (?:to|for|now)|newsletter"
    r"|follow (?:us|me|him|her|them|@\w+) on|like us on|click here|copyright \d{4})\b",
    re.IGNORECASE,
)
"""Words that tell such a sentence: rights, cookies, newsletters, invitations to follow."""
_EDGE = re.compile(r"[.!?][\"”’)]*\s+|\n")


def boilerplate(text: str, span: Span) -> Iterator[Span]:
    """The sentences of boilerplate in a stretch of text, in order and disjoint."""
    done = span.start
    for telling in _TELLING.finditer(text, span.start, span.end):
        if telling.start() < done:
            continue
        start = done
        for edge in _EDGE.finditer(text, done, telling.start()):
            start = edge.end()
        edge_after = _EDGE.search(text, telling.end(), span.end)
        done = edge_after.end() if edge_after else span.end
        yield Span(start, done)
