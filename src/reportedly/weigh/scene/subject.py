"""Whether a clause without content goes on about the speaker of an attribution."""

from __future__ import annotations

import re

from reportedly.schema import Attribution, EntityType, Span
from reportedly.weigh.scene.scene import Scene

_PRONOUNS = frozenset("he she they it who but also and has have had later then still".split())
_DOCUMENT = re.compile(
    r"\b(?:report|study|poll|survey|letter|article|video|book|audit|review|investigation"
    r"|papers?)s?\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[\w-]{3,}")


def same_subject(scene: Scene, a: Attribution, words: Span) -> bool:
    """Whether the subject of the clause around some words is an attribution's speaker.

    It is where the clause has no subject of its own ("…, but gave no details"), a pronoun, a word
    of the source, of the speaker's name or roles, or a definite noun ("the company") that is no
    document. Another name is another subject.
    """
    clause = scene.clause(words)
    subject = scene.text[clause.start : words.start]
    if _in_content(a, clause, words):
        return True
    tokens = subject.split()
    if not tokens or all(t.lower().strip(",") in _PRONOUNS for t in tokens):
        return True
    if not a.source and a.source_from is None:
        return True
    known = _known(scene, a)
    if any(w.lower() in known for w in _WORD.findall(subject)):
        return True
    named = any(t[:1].isupper() for t in tokens[1:]) or tokens[0].lower() not in ("the", "both")
    return not named and not _DOCUMENT.search(subject) and not _is_document(a)


def _in_content(a: Attribution, clause: Span, words: Span) -> bool:
    """Whether the attribution's own words fill the clause before some words."""
    before = Span(clause.start, max(words.start, clause.start + 1))
    return any(s.overlaps(before) for s in (*a.cue, *a.content))


def _known(scene: Scene, a: Attribution) -> frozenset[str]:
    base = a
    if not a.source and a.source_from:
        base = scene.by_id.get(a.source_from, a)
    parts = [s.read(scene.text) for s in base.source]
    if a.speaker:
        parts += [a.speaker.name or "", *a.speaker.roles]
    return frozenset(w.lower() for part in parts for w in _WORD.findall(part)) - {"the", "and"}


def _is_document(a: Attribution) -> bool:
    return a.speaker is not None and a.speaker.type is EntityType.DOCUMENT
