"""Invented news with its attributions, written as a reader would point them out.

`said("a", "Ilse Orro", "said", "the dam holds")` is an attribution of the words that stand first
in the text, each role looked for behind the one that the sentence order gives; `paper(text, …)`
makes the extraction of them, with one entity for each speaker.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.schema import (
    Act,
    Attribution,
    Block,
    BlockKind,
    Carrier,
    Document,
    Entity,
    EntityType,
    Extraction,
    Kind,
    Span,
    Speaker,
    attribution_id,
    entity_id,
    phrase,
    text_id,
)


@dataclass(frozen=True, slots=True)
class Said:
    """One attribution: its key in the test, and the words of its roles."""

    key: str
    source: str
    cue: str
    content: str
    act: Act = Act.SAY
    who: str | None = None
    type: EntityType = EntityType.PERSON
    roles: tuple[str, ...] = ()
    leans: str | None = None
    inside: str | None = None
    carrier: str | None = None
    anonymous: bool = False


said = Said


@dataclass(frozen=True, slots=True)
class Paper:
    """An extraction, and the key that a test has for each attribution's id."""

    extraction: Extraction
    keys: dict[str, str]

    def read(self, span: Span) -> str:
        return span.read(self.extraction.document.text)


def paper(text: str, *told: Said, publisher: str | None = None) -> Paper:
    entities = _entities(text, told)
    ids = {one.key: attribution_id(*_roles(text, one)) for one in told}
    found = [_attribution(text, one, ids, entities) for one in told]
    document = Document(
        text_id(text), text, (Block(BlockKind.BODY, Span(0, len(text))),), publisher=publisher
    )
    ordered = tuple(sorted(found, key=lambda a: min(a.cue[0], a.content[0])))
    kept = tuple(entities.values())
    return Paper(Extraction(document, ordered, kept), {i: key for key, i in ids.items()})


def words(text: str, part: str) -> Span:
    """The only place of some words."""
    assert text.count(part) == 1, f"{text.count(part)} times: {part!r}"
    return Span(text.index(part), text.index(part) + len(part))


def _roles(text: str, one: Said) -> tuple[tuple[Span, ...], tuple[Span, ...], tuple[Span, ...]]:
    """The content stands once; cue and source are the nearest of their words to it."""
    content = words(text, one.content)
    cue = _nearest(text, one.cue, content)
    source = (_nearest(text, one.source, cue),) if one.source and not one.leans else ()
    return source, (cue,), (content,)


def _nearest(text: str, part: str, to: Span) -> Span:
    places = [i for i in range(len(text)) if text.startswith(part, i)]
    assert places, f"not in the text: {part!r}"
    start = min(places, key=lambda i: abs(i - to.start) if i < to.start else abs(i - to.end))
    return Span(start, start + len(part))


def _entities(text: str, told: tuple[Said, ...]) -> dict[str, Entity]:
    found: dict[str, Entity] = {}
    for one in told:
        for name, kind in ((one.who or one.source, one.type), (one.carrier, _ORGANISATION)):
            if name and name not in found and name in text:
                at = Span(text.index(name), text.index(name) + len(name))
                roles = tuple(phrase(text, words(text, role)) for role in one.roles)
                found[name] = Entity(
                    entity_id(at),
                    kind,
                    name,
                    (),
                    (at,),
                    roles if name != one.carrier else (),
                    anonymous=one.anonymous and name != one.carrier,
                )
    return found


_ORGANISATION = EntityType.ORGANISATION


def _attribution(
    text: str, one: Said, ids: dict[str, str], entities: dict[str, Entity]
) -> Attribution:
    source, cue, content = _roles(text, one)
    entity = entities.get(one.who or one.source)
    speaker = None
    if entity:
        roles = tuple(role.text for role in entity.roles)
        speaker = Speaker(entity.id, entity.name, entity.type, roles)
    carriers = ()
    if one.carrier:
        body = entities[one.carrier]
        carriers = (Carrier(body.id, body.name, body.mentions[0]),)
    return Attribution(
        ids[one.key],
        source,
        cue,
        content,
        Kind.INDIRECT,
        BlockKind.BODY,
        1.0,
        source_from=ids[one.leans] if one.leans else None,
        parent=ids[one.inside] if one.inside else None,
        speaker=speaker,
        carriers=carriers,
        act=one.act,
    )
