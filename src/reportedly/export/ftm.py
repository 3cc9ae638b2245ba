"""FollowTheMoney entities, a line each.

A document is an `Article`; who speaks or carries a `Person`, `Organization`, `PublicBody` or
`LegalEntity`, with a `Mention` in each document. A statement is a `Documentation`: the document
about its speaker, with day and words. For each carrier there is one more, and an `UnknownLink` to
whom it carries. A claim is a `Note` on those who say so, with the documents as its proof.

"A senior official" is nobody there: entities are matched by their names. What he says is a `Note`
on the document.

One who stands in several documents comes with each of them, under one id, as that document has it:
`ftm aggregate` joins such fragments. Ids are those of the record, with a dot for the slash.

Source: the schemata of followthemoney 3.8, https://followthemoney.tech/explorer/
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import PurePosixPath

from reportedly.export.chosen import Chosen
from reportedly.export.jsons import Json, lines
from reportedly.export.selection import Scope
from reportedly.export.sheet import Party, Sheet
from reportedly.export.uris import Uris, web
from reportedly.record.answers import Claim, Statement
from reportedly.schema import EntityType

SCHEMATA = {
    EntityType.PERSON: "Person",
    EntityType.ORGANISATION: "Organization",
    EntityType.GOVERNMENT: "PublicBody",
    EntityType.DOCUMENT: "Document",
}
"""What speakers are; a group ("officials"), or one of whom no more is known, is a legal entity."""

LANGUAGES = {"en": "eng", "de": "deu", "fr": "fra", "es": "spa", "ru": "rus", "ar": "ara"}
"""Two letters to three (ISO 639), of the languages that a record is likeliest to have."""

# What followthemoney takes for no value at all, or takes out of one.
_UNSEEN = re.compile(r"[\W_]*")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_DATE = re.compile(r"[12]\d{3}(-\d\d(-\d\d)?)?")

Values = Iterable[str | None] | str | None


def write(chosen: Chosen, uris: Uris) -> Iterator[bytes]:
    """Write the entities: by document, then the claims."""
    return lines(_entities(chosen, uris))


def _entities(chosen: Chosen, uris: Uris) -> Iterator[Json]:
    written = set[str]()
    for reading in chosen.readings():
        sheet = Sheet(reading)
        named = [party for party in sheet.parties() if party.named and _values(party.name)]
        known = frozenset(party.id for party in named)
        if chosen.scope is not Scope.RECORD:
            written |= {sheet.document.key, *known}
        yield _article(sheet, uris)
        for party in named:
            yield from _party(sheet, party, uris)
        for said in sheet.statements:
            yield from _statement(sheet, said, known, uris)
    for claim in chosen.claims():
        yield _claim(claim, None if chosen.scope is Scope.RECORD else written, uris)


def _entity(name: str, schema: str, properties: Mapping[str, Values]) -> Json:
    """An entity, without what has no value that could be seen."""
    found = {key: _values(given) for key, given in properties.items()}
    return {"id": name, "schema": schema, "properties": {k: v for k, v in found.items() if v}}


def _values(given: Values) -> list[str]:
    several = [given] if isinstance(given, str) or given is None else given
    shown = (_CONTROL.sub("", one).strip() for one in several if one)
    return list(dict.fromkeys(one for one in shown if not _UNSEEN.fullmatch(one)))


def _article(sheet: Sheet, uris: Uris) -> Json:
    document, own = sheet.document, sheet.extraction.document
    file = PurePosixPath(own.path).name if own.path and not web(own.path) else None
    return _entity(
        document.key,
        "Article",
        {
            "title": document.title,
            "fileName": file,
            "author": own.authors,
            "publisher": document.publisher,
            "publishedAt": _date(document.published),
            "language": LANGUAGES.get(document.language or ""),
            "sourceUrl": [web(document.url), web(uris.document(document.key))],
            "notes": f"digest of the text: {document.id}",
        },
    )


def _party(sheet: Sheet, party: Party, uris: Uris) -> Iterator[Json]:
    """One who speaks or carries, and that the document mentions it."""
    schema = SCHEMATA.get(party.type, "LegalEntity")
    held = "position" if schema == "Person" else "summary"
    about = party.stands_for and f"stands for {party.stands_for}"
    yield _entity(
        party.id,
        schema,
        {
            "name": party.name,
            "alias": party.aliases,
            held: party.roles,
            "description": (*party.descriptors, about),
            "fileName": party.name if schema == "Document" else None,
            "sourceUrl": web(uris.speaker(party.id)),
        },
    )
    if schema != "Document":  # a mention is of somebody
        links = {"document": sheet.document.key, "resolved": party.id}
        names = (party.name, *party.aliases)
        mention = {**links, "name": names, "detectedSchema": schema}
        yield _entity(f"{sheet.document.key}.{party.id}", "Mention", mention)


def _statement(sheet: Sheet, said: Statement, known: frozenset[str], uris: Uris) -> Iterator[Json]:
    """The document about the speaker and each carrier, and who carries whom."""
    name, key = said.id.replace("/", "."), sheet.document.key
    told: dict[str, Values] = {
        "publisher": said.publisher,
        "sourceUrl": [web(said.url), web(uris.statement(said.id))],
    }
    does = f"{'not ' if said.negated else ''}{said.act}"
    words = sheet.exact(sheet.attribution(said).content)
    dated = {**told, "date": _date(said.said_on), "recordId": said.id}
    if said.speaker_id in known:
        about: dict[str, Values] = {"entity": said.speaker_id, "role": f"speaker ({does})"}
        about |= {"status": said.stand.value, "description": words}
        yield _entity(name, "Documentation", {"document": key, **about, **dated})
    else:
        called = said.speaker or said.source or "nobody named"
        about = {"name": f"{called} ({does})", "description": words, "entity": key}
        yield _entity(name, "Note", {**about, **told, "proof": key})
    for place, carrier in enumerate(said.carriers, 1):
        if carrier.id in known:
            about = {"entity": carrier.id, "role": "carrier", "status": carrier.descriptor}
            entity = {"document": key, **about, **dated}
            yield _entity(f"{name}.carrier-{place}", "Documentation", entity)
    chain = [*(carrier.id for carrier in said.carriers), said.speaker_id]
    for place, (carries, carried) in enumerate(pairwise(chain), 1):
        if carries != carried and {carries, carried} <= known:
            link = {"subject": carries, "object": carried, "role": "carried"}
            yield _entity(f"{name}.link-{place}", "UnknownLink", {**link, **dated})


def _date(day: str | None) -> str | None:
    """A day, a month or a year, from 1000 to 2999: what the dates there can be."""
    return day if day and _DATE.fullmatch(day) else None


def _claim(claim: Claim, written: Container[str] | None, uris: Uris) -> Json:
    """A claim; of a part of the record, with those alone of which more than the id is written."""
    by = (name for group in claim.origins.groups for name in group.speakers)
    of = (said.id.partition("/")[0] for said in claim.attributions)
    kept = [[name for name in names if written is None or name in written] for names in (by, of)]
    return _entity(
        claim.id,
        "Note",
        {
            "name": claim.label,
            "description": claim.label,
            "entity": kept[0],
            "proof": kept[1],
            "sourceUrl": web(uris.claim(claim.id)),
        },
    )
