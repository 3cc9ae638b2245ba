"""Boilerplate: sentences that stand under articles which have nothing else in common."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.schema import Span

_TELLING = re.compile(
    r"\b(?:all rights reserved|copyright \d{4}|contributed to this (?:report|story|article)"
    r"|(?:may|must) not be (?:re)?(?:published|produced|printed|broadcast|distributed|used)"
    r"|(?:originally|first) (?:appeared|published) (?:at|on|in|by)"
    r"|(?:use|uses|using|accept|our|of) cookies|cookies? (?:policy|settings|notice)"
    r"|privacy policy|terms (?:of|and) (?:use|service|conditions)"
    r"|sign up (?:for|to) (?:our|the)|subscribe (?:to|for|now)|newsletter"
    r"|follow (?:us|me|him|her|them|\w+|@\w+) on (?:twitter|facebook|instagram|x)|follow on twitter"
    r"|like (?:us|\W?\w+ page|[\w ]{1,20}['’]s) (?:on )?facebook|click(?:ing)? (?:here|on the link)"
    r"|(?:in|accepting|leave|post|read) (?:(?:a|the|all) )?comments?(?: (?:on|below|section)|\W*$)"
    r"|share (?:it|this|your \w+) (?:in|on|with)|video loading|watch (?:next|this video)"
    r"|google_ad|display: ?none|function ?\()",
    re.IGNORECASE | re.MULTILINE,
)
"""Words that tell such a sentence: rights, credits, cookies, invitations, leavings of scripts.

Seen under unrelated bodies of FNC-1's test part, where they were nearly all of what two of them had
in common by `LEAST` words or more (see `passages`).
"""
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
