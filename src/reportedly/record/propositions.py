"""What each attribution of a document says, in words that can be understood outside of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from reportedly.connect.claims.words import words
from reportedly.schema import Attribution, BlockKind, Entity, EntityType, Extraction, Span, Spans

REPORTING = frozenset((BlockKind.TITLE, BlockKind.SUBTITLE, BlockKind.BODY, BlockKind.DATELINE))
"""Blocks whose attributions are the document's own reporting, and count for claims."""

LEAST_WORDS = 3
"""Words of the shortest content that says something by itself: "not guilty" does not."""

_SHELLS = frozenset(
    "accusation allegation announcement answer argument assertion charge claim comment complaint"
    " conclusion criticism declaration denial description detail evidence explanation fact"
    " information interview issue matter message news opinion question reaction remark report"
    " response speech spokesman spokesperson spokeswoman statement story suggestion talk testimony"
    " thing through view warning word".split()
)
"""Words that stand for what is said, and do not say it ("shell nouns": Schmid, English Abstract
Nouns as Conceptual Shells, 2000): "the full details of the allegations" is of no one claim."""

_LEAST_OTHERS = 2
"""Other full words of a content that has a shell noun and yet says something."""

_LONG_RUN = 8
"""Words of a run of capitals that are looked through: a shouted headline is no list of names."""

_SUBJECT = frozenset("i he she they we him her them us me it".split())
_OWNER = frozenset("his their our my its".split())


@dataclass(frozen=True, slots=True)
class Proposition:
    """What an attribution says.

    Args:
        attribution: the attribution.
        words: its content with names in the place of pronouns, where they are known.
        names: those that the content names or refers to, by the one name that all known names
            of the same have.
        speaker: who says it, by that name; None where it stays open.
    """

    attribution: Attribution
    words: str
    names: frozenset[str]
    speaker: str | None


def propositions(
    extraction: Extraction, canonical: Callable[[str], str | None]
) -> Iterator[Proposition]:
    """Those attributions of the document's own reporting that say something by themselves.

    Args:
        extraction: a document and what was found in it.
        canonical: the full name of whatever has a name; None for what is in no list.
    """
    everyone = (*extraction.entities, *extraction.named)
    called = {e.id: _called(e, canonical) for e in everyone}
    at = sorted((span, e) for e in everyone for span in e.mentions)
    text = extraction.document.text
    for a in extraction.attributions:
        if a.block not in REPORTING:
            continue
        inside = [(s, e) for s, e in at if any(s.within(part) for part in a.content)]
        said = _read_through(text, a.content, {s: e for s, e in inside if _known_person(e)})
        if _says_something(said):
            speaker = called.get(a.speaker.entity) if a.speaker and a.speaker.entity else None
            names = {called[e.id] for _, e in inside} | set(known_in(said, canonical))
            yield Proposition(a, said, frozenset(names), speaker)


def _says_something(text: str) -> bool:
    full = {word.base for word in words(text) if word.full}
    others = full - _SHELLS
    return len(text.split()) >= LEAST_WORDS and (full == others or len(others) >= _LEAST_OTHERS)


_CAPITALS = re.compile(r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*")


def known_in(words: str, canonical: Callable[[str], str | None]) -> Iterator[str]:
    """Known names in words that the engine may not have taken for mentions."""
    for run in _CAPITALS.findall(words):
        parts = run.split()
        for start, end in combinations(range(min(len(parts), _LONG_RUN) + 1), 2):
            if (name := canonical(" ".join(parts[start:end]))) is not None:
                yield name


def _called(entity: Entity, canonical: Callable[[str], str | None]) -> str:
    for name in (entity.name, *entity.aliases):
        if (known := canonical(name)) is not None:
            return known
    return entity.name


def _known_person(entity: Entity) -> bool:
    """Whether it has a name that can stand where a pronoun does."""
    return entity.type is not EntityType.GROUP and entity.name[:1].isupper() and entity.name != "I"


def _read_through(text: str, content: Spans, at: Mapping[Span, Entity]) -> str:
    """The content's words, white space made single, with names for pronouns."""
    parts: list[str] = []
    for part in content:
        done = part.start
        for span in (s for s in at if s.within(part)):
            if (name := _instead(span.read(text), at[span].name)) is not None:
                parts += [text[done : span.start], name]
                done = span.end
        parts += [text[done : part.end], " "]
    return " ".join("".join(parts).split())


def _instead(words: str, name: str) -> str | None:
    low = words.casefold()
    if low in _OWNER:
        return f"{name}'s"
    return name if low in _SUBJECT else None
