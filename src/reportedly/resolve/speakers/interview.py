"""Interviews: who answers in one, and what stands within quotation marks."""

from __future__ import annotations

import re
from collections.abc import Mapping

from reportedly.resolve.speakers.cluster import Cluster, Clustered
from reportedly.resolve.speakers.source import Source
from reportedly.resolve.speakers.words import ONE_PERSON
from reportedly.schema import Extraction, Form, Refers, Span

_INTERVIEW = re.compile(
    r"\b(?:interview(?:s|ed|ing)?|spoke|speaks|talked|talks|chatted|sat down|caught up|asked)\b"
    r"[^.\n]{0,60}$",
    re.IGNORECASE,
)
_HEAD = 800
"""Characters in which an interview says whom it is with."""
_ALONE = 2
"""Attributions to "I" outside all quotation marks that make a text an interview."""


def interviewed(
    text: str, extraction: Extraction, sources: Mapping[str, Source], clustered: Clustered
) -> Cluster | None:
    """Who answers in an interview: the person named with its first words, or else most often.

    A text is one if "I" speaks outside all quotations, more than once, and it has questions.
    """
    alone = sum(
        a.parent is None
        and (s := sources.get(a.id)) is not None
        and s.pronoun in ONE_PERSON
        and not in_quotation(text, s.head)
        for a in extraction.attributions
    )
    if alone < _ALONE or text.count("?") < _ALONE:
        return None
    people = [
        (m, c)
        for m, c in zip(clustered.mentions, clustered.of, strict=True)
        if m.form is Form.NAME and m.refers is Refers.PERSON
    ]
    people = [(m, c) for m, c in people if any(len(name) > 1 for name in c.names)]
    people = [(m, c) for m, c in people if m.span.start < _HEAD] or people
    for mention, cluster in people:
        if _INTERVIEW.search(text, max(0, mention.span.start - 100), mention.span.start):
            return cluster
    return max((c for _, c in people), key=lambda c: len(c.mentions), default=None)


def in_quotation(text: str, span: Span) -> bool:
    """Whether a quotation is open at a place in its paragraph."""
    before = text[text.rfind("\n", 0, span.start) + 1 : span.start]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1
