"""Extractions from invented sentences with the roles marked in them.

    {S1 Orro} {C1 said} on Sunday {X1 that {S2 Fenn} {C2 denied} {X2 the plan}}

The number tells which attribution a piece belongs to; pieces may lie within others.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from reportedly.schema import (
    Attribution,
    BlockKind,
    Document,
    Entity,
    EntityType,
    Extraction,
    Kind,
    Span,
    Speaker,
    entity_id,
    text_id,
)

_MARK = re.compile(r"\{(?P<role>[SCX])(?P<number>\d+) |\}")


def marked(
    words: str,
    speakers: Mapping[int, str] | None = None,
    *,
    published: str | None = "2014-06-28",
    parents: Mapping[int, int] | None = None,
    leans: Mapping[int, int] | None = None,
    direct: frozenset[int] = frozenset(),
) -> Extraction:
    """The extraction of a marked text; attributions have the ids `1`, `2` and so on.

    Args:
        words: the text with its marks.
        speakers: names by the attribution's number; none is resolved where it is absent.
        published: the day of publication.
        parents: the number of the attribution in whose content one is said.
        leans: the number of the attribution whose source one leans on.
        direct: those whose content is quoted directly.
    """
    text, pieces = _read(words)
    names = sorted(set((speakers or {}).values()))
    entities = tuple(_entity(name, text, at) for at, name in enumerate(names))
    by_name = {e.name: e for e in entities}
    found = []
    for number in sorted({n for n, _ in pieces}):
        name = (speakers or {}).get(number)
        entity = by_name[name] if name else None
        found.append(
            Attribution(
                id=str(number),
                source=tuple(pieces[number, "S"]),
                cue=tuple(pieces[number, "C"]),
                content=tuple(pieces[number, "X"]),
                kind=Kind.DIRECT if number in direct else Kind.INDIRECT,
                block=BlockKind.BODY,
                confidence=1.0,
                source_from=_id(leans, number),
                parent=_id(parents, number),
                speaker=Speaker(entity.id, entity.name, entity.type) if entity else None,
            )
        )
    document = Document(text_id(text), text, (), published=published)
    return Extraction(document, tuple(found), entities)


def _id(numbers: Mapping[int, int] | None, number: int) -> str | None:
    found = (numbers or {}).get(number)
    return None if found is None else str(found)


def _entity(name: str, text: str, at: int) -> Entity:
    last = name.rsplit(maxsplit=1)[-1]
    mentions = tuple(Span(*m.span()) for m in re.finditer(re.escape(last), text))
    identity = entity_id(mentions[0]) if mentions else f"e{at}"
    return Entity(identity, EntityType.PERSON, name, (), mentions)


def _read(words: str) -> tuple[str, dict[tuple[int, str], list[Span]]]:
    pieces: dict[tuple[int, str], list[Span]] = defaultdict(list)
    plain, position, opened = "", 0, []
    for mark in _MARK.finditer(words):
        plain += words[position : mark.start()]
        position = mark.end()
        if mark["role"]:
            opened.append((int(mark["number"]), mark["role"], len(plain)))
        else:
            number, role, start = opened.pop()
            pieces[number, role].append(Span(start, len(plain)))
    return plain + words[position:], pieces
