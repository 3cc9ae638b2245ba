"""Antecedents of relative pronouns: the noun that a relative clause hangs on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.resolve.speakers.cluster import Clustered
from reportedly.resolve.speakers.settled import Settled
from reportedly.resolve.speakers.source import Source
from reportedly.resolve.speakers.words import DETERMINERS, PREPOSITIONS, ROLE, is_plural
from reportedly.schema import Form, Mention, Refers, Span

_WHO = ("who", "whom")
_WORD_BEFORE = re.compile(r"([A-Za-z][\w’'-]*),?\s+$")
_NO_NOUN = frozenset(
    """and or but so than then now even only just not is are was were be been it that all out up
    down off away back over together again here there so""".split()
)
_ENDS = re.compile(r"[.!?…][”\"’')\]]*\s+[“\"‘(]?[A-Z]|\n\s*\n")
_BRIEF = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Capt|Sgt|Sen|Rep|Gov|Rev|Hon|St|Jr|Sr|[A-Z])\.\s+[A-Z]"
)
"""A full stop that shortens a word, and the name behind it."""
_GOVERNED = re.compile(
    r"\s(?:of|at|in|from|for|on|with|to|by|near)\s[^,;:.()“”\"]{1,60}$", re.IGNORECASE
)
_FAR = 200
"""Characters in which what a clause hangs on stands."""


def hung_on(text: str, source: Source, mentions: Sequence[Mention]) -> Span | None:
    """The noun right before a relative pronoun, if it is none of the mentions.

    Things are none of the engine's mentions ("a note that said"); nor are some people.
    """
    before = _WORD_BEFORE.search(text, max(0, source.span.start - 40), source.span.start)
    if before is None:
        return None
    word, span = before[1].lower(), Span(*before.span(1))
    if word in _NO_NOUN | PREPOSITIONS | DETERMINERS - {"those", "these"} or before[1] != word:
        return None
    if word.endswith(("ed", "ly")) or any(m.span.overlaps(span) for m in mentions):
        return None
    if source.pronoun in _WHO and not (ROLE.search(word) or is_plural(word)):
        return None
    return span


def relative(text: str, source: Source, clustered: Clustered) -> Settled:
    """Who a relative pronoun is: the last mention before it that it may stand for."""
    number = _last(text, source, clustered.mentions)
    if number is None:
        why = "a relative pronoun without an antecedent"
        return Settled(None, why, "no noun of its sentence stands before it", source)
    nearest = clustered.of[number]
    return Settled(nearest, None, "the nearest noun before the relative pronoun", source)


def _last(text: str, source: Source, mentions: Sequence[Mention]) -> int | None:
    start = source.span.start
    near = [
        n
        for n, m in enumerate(mentions)
        if m.span.end <= start and start - m.span.end < _FAR and m.form is not Form.PRONOUN
    ]
    near = [n for n in near if not _ended(text, mentions[n].span.end, start)]
    fitting = [n for n in near if _may(source, mentions[n])]
    if source.pronoun in _WHO:
        heads = [n for n in fitting if _GOVERNED.match(text, mentions[n].span.end, start)]
        people = [n for n in heads if mentions[n].refers is Refers.PERSON]
        adjacent = fitting and not text[mentions[fitting[-1]].span.end : start].strip(" ,")
        if people and not (adjacent and mentions[fitting[-1]].refers is Refers.PERSON):
            return people[-1]
    return next(reversed(fitting or near), None)


def _may(source: Source, mention: Mention) -> bool:
    """Whether "who" may be a mention, no place nor body; or "which" and "that", no named person."""
    if source.pronoun in _WHO:
        return mention.refers not in (Refers.PLACE, Refers.BODY)
    return not (mention.form is Form.NAME and mention.refers is Refers.PERSON)


def _ended(text: str, start: int, end: int) -> bool:
    """Whether a sentence ends between two places."""
    between = text[start : end + 1]
    return bool(_ENDS.search(_BRIEF.sub("", between)))
