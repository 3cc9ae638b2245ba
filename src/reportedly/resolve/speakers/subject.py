"""Subjects: who the sentence before a pronoun is about, and whom its own clause rules out."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from reportedly.resolve.carriers.sentences import sentences
from reportedly.resolve.speakers.source import Source
from reportedly.resolve.speakers.words import TITLES, names_person
from reportedly.schema import Attribution, Form, Mention, Refers, Span

_SINGULAR = frozenset("he she".split())
_OPENING = re.compile(
    r"[“\"‘'\s]*(?:(?:But|And|Yet|Still|So|Then|Later|Earlier|Meanwhile|However|Now|Also|In \d{4}"
    r"|(?:On|Last|This) (?:\w+day|week|month|year)(?: \w+)?),?\s)?(?P<titles>(?:[\w.’'-]+\s){0,6})"
)
_LED = re.compile(
    r"(?:With|In|After|Before|For|At|On|By|Despite|During|Since|Until|From|As|Under|Like|Unlike)"
    r"\s[^,.;:\n]{1,80},\s"
)
"""What a sentence has before its subject."""
_JOINED = re.compile(r"(?:,\s[A-Z][\w’'.-]+(?:\s[A-Z][\w’'.-]+)*)*,?\s(?:and|or|&)\s[A-Z]")
"""Behind a name: somebody else is named with it."""
_CLAUSE = 240
"""Characters behind a source in which the names of its own clause stand."""


def subjects(
    text: str,
    attributions: Sequence[Attribution],
    sources: Mapping[str, Source],
    mentions: Sequence[Mention],
) -> dict[Span, Span]:
    """For a pronoun or noun that speaks, who comes first in its sentence, or opens the last.

    Args:
        text: the document's.
        attributions: those at the outermost level.
        sources: their noun phrases, by id.
        mentions: in text order.

    Returns:
        The mention's span by the other's; none where that sentence is in somebody's words.
    """
    asked = [a for a in attributions if (s := sources.get(a.id)) and _asks(text, s)]
    if not asked:
        return {}
    starts = sentences(text).starts
    heads = sorted(s.head.start for a in attributions if (s := sources.get(a.id)))
    said = sorted((c.start, c.end) for a in attributions for c in a.content)
    places = [m.span.start for m in mentions]
    found = {}
    for a in asked:
        head = sources[a.id].head
        own = min(c.start for c in (*a.content, head) if c.start <= head.start)
        number = bisect_right(starts, own) - 1
        if number < 1:
            continue
        start, end = starts[number - 1], starts[number]
        first, here, last = (bisect_left(places, at) for at in (start, end, head.start))
        before = [m for m in mentions[here:last] if _person(m) and not _in_words(said, m.span)]
        if before:
            doer = next((m.span for m in before if not _owns(text, m.span)), None)
            if doer is not None:
                found[head] = doer
            continue
        if bisect_left(heads, start) < bisect_left(heads, end):
            continue  # who speaks there is who spoke last
        led = _LED.match(text, start)
        subject = _opens(text, led.end(), mentions[first:here]) if led else None
        subject = subject or _opens(text, start, mentions[first:here])
        if subject is not None and not _in_words(said, subject):
            found[head] = subject
    return found


def _opens(text: str, start: int, inside: Sequence[Mention]) -> Span | None:
    """The person that a sentence opens with, titles passed over."""
    for m in inside:
        if m.span.start < start:
            continue
        pronoun = m.form is Form.PRONOUN and m.span.read(text).lower() in _SINGULAR
        if not _person(m) and not pronoun:
            if m.form is Form.NOUN and m.refers is Refers.PERSON:
                continue  # a role before the name
            return None
        before = _OPENING.fullmatch(text, start, m.span.start)
        alone = not _JOINED.match(text, m.span.end)
        return m.span if before and alone and _titles(before["titles"]) else None
    return None


def _asks(text: str, source: Source) -> bool:
    """Whether it is "he", "she", or "the keeper"."""
    if source.pronoun is not None:
        return source.pronoun in _SINGULAR
    noun = source.head.read(text).lower()
    definite = text[source.span.start : source.span.start + 4].lower() == "the "
    return source.form is Form.NOUN and definite and names_person(noun)


def _owns(text: str, name: Span) -> bool:
    return (
        text[name.end - 2 : name.end + 2].find("’") >= 0 or "'" in text[name.end - 2 : name.end + 2]
    )


def _person(m: Mention) -> bool:
    return m.form is Form.NAME and m.refers in (Refers.PERSON, None)


def _titles(words: str) -> bool:
    return all(w[0].isupper() or w.lower().strip(".,") in TITLES for w in words.split())


def _in_words(said: Sequence[tuple[int, int]], span: Span) -> bool:
    return any(start <= span.start < end for start, end in said)


def own_names(
    attributions: Sequence[Attribution],
    sources: Mapping[str, Source],
    mentions: Sequence[Mention],
) -> dict[Span, tuple[Span, ...]]:
    """For a pronoun or noun that speaks, the names in its own clause, which it cannot stand for.

    "He said that Orro had left": he is not Orro; nor is the keeper who "praised Orro's plan".
    """
    places = [m.span.start for m in mentions]
    found = {}
    for a in attributions:
        source = sources.get(a.id)
        if source is None or source.form is Form.NAME or source.relative or source.members:
            continue
        near = [*_clause(a, source)]
        inside = (
            m.span
            for part in near
            for m in mentions[bisect_left(places, part.start) : bisect_left(places, part.end)]
            if m.form is Form.NAME
        )
        if names := tuple(inside):
            found[source.head] = names
    return found


def _clause(a: Attribution, source: Source) -> Iterator[Span]:
    """The stretches of an attribution's words that stand close to its source."""
    for part in a.content:
        start = max(part.start, source.head.start - _CLAUSE)
        end = min(part.end, source.head.end + _CLAUSE)
        if start < end and not part.overlaps(source.head):
            yield Span(start, end)
