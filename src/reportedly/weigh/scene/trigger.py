"""Triggers: the words that give a kind of evidence away, and what they are taken for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reportedly.patterns import Pattern
from reportedly.patterns import pattern as tried_at_words
from reportedly.schema import Span, Status


@dataclass(frozen=True, slots=True)
class Trigger:
    """A pattern of words, the status it stands for, and why, for a reader.

    Where the pattern has a group `at`, that is the words of the mark; else all of it is.
    """

    status: Status
    pattern: Pattern
    why: str

    def find(self, text: str) -> Iterator[Span]:
        """The words of each match, in text order."""
        for match in self.pattern.finditer(text):
            start, end = match.span("at" if "at" in match.re.groupindex else 0)
            if start < end:
                yield Span(start, end)


def trigger(status: Status, why: str, pattern: str, needs: str | None = None) -> Trigger:
    """A trigger of a pattern that ignores case; one space in it is any white space.

    Args:
        status: what the words stand for.
        why: for a reader.
        pattern: of the words.
        needs: see `patterns.pattern`; a space is any white space here, too.
    """
    spaced = needs.replace(" ", r"\s+") if needs else None
    found = tried_at_words(pattern.replace(" ", r"\s+"), re.IGNORECASE, spaced)
    return Trigger(status, found, why)


def hits(text: str, triggers: Iterable[Trigger]) -> list[tuple[Trigger, Span]]:
    """The matches of some triggers, in text order; of those that overlap the earlier-listed."""
    found: list[tuple[Trigger, Span]] = []
    for one in triggers:
        for span in one.find(text):
            if not any(span.overlaps(other) for _, other in found):
                found.append((one, span))
    return sorted(found, key=lambda hit: hit[1])
