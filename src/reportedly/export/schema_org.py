"""schema.org: claims, quotations, and the articles that they appear in.

A statement is a `Quotation` of its article; `additionalType` tells whether by words or by sense.
The quotations that state or echo a claim are its `appearance`, in the whole record, and the one
that was printed first its `firstAppearance`. One that denies a claim is about it, and no appearance
of it. Each carrier is the publisher of a work that the quotation is based on. What somebody did not
say ("she declined to confirm") is left out, as no term there could tell. Nothing is rated: what is
true is not for this program to say.

Sources:
    https://schema.org/Claim, https://schema.org/Quotation, https://schema.org/firstAppearance
    https://www.w3.org/TR/annotation-vocab/ for where the words stand, which schema.org has no
    terms for
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportedly.export.chosen import Chosen
from reportedly.export.jsons import LIST, Json, known, within
from reportedly.export.sheet import Party, Sheet
from reportedly.export.uris import TERMS, Uris, web
from reportedly.record.answers import Carried, Claim, Stand, Statement
from reportedly.schema import EntityType, Span

CONTEXT = ["https://schema.org", {"oa": "http://www.w3.org/ns/oa#"}]

TYPES = {
    EntityType.PERSON: "Person",
    EntityType.ORGANISATION: "Organization",
    EntityType.GOVERNMENT: "GovernmentOrganization",
    EntityType.DOCUMENT: "CreativeWork",
}
"""What speakers are; groups ("officials") and what stays open have no type of their own there."""


def write(chosen: Chosen, uris: Uris) -> Iterator[bytes]:
    """Write a graph: each article with its speakers and quotations, then the claims."""
    return within({"@context": CONTEXT, "@graph": LIST}, map(known, _graph(chosen, uris)))


def _graph(chosen: Chosen, uris: Uris) -> Iterator[Json]:
    for reading in chosen.readings():
        sheet = Sheet(reading)
        yield _article(sheet, uris)
        yield from (_party(party, uris) for party in sheet.parties())
        yield from (_quotation(sheet, said, uris) for said in sheet.statements if not said.negated)
    for claim in chosen.claims():
        yield _claim(claim, uris)


def _article(sheet: Sheet, uris: Uris) -> Json:
    document = sheet.document
    return {
        "@id": uris.document(document.key),
        "@type": "Article",
        "headline": document.title,
        "url": web(document.url),
        "identifier": document.id,
        "publisher": _publisher(document.publisher, uris),
        "author": [{"@type": "Person", "name": name} for name in sheet.extraction.document.authors],
        "datePublished": document.published,
        "inLanguage": document.language,
    }


def _publisher(name: str | None, uris: Uris) -> Json | None:
    return (name and {"@id": uris.publisher(name), "@type": "Organization", "name": name}) or None


def _party(party: Party, uris: Uris) -> Json:
    person = party.type is EntityType.PERSON
    described = () if party.named else (party.name,)
    return {
        "@id": uris.speaker(party.id),
        "@type": TYPES.get(party.type, "Thing"),
        "name": party.name if party.named else None,
        "alternateName": party.aliases,
        ("jobTitle" if person else "disambiguatingDescription"): party.roles,
        "description": [*described, *party.descriptors],
    }


def _quotation(sheet: Sheet, said: Statement, uris: Uris) -> Json:
    content = sheet.attribution(said).content
    about = uris.claim(said.claim) if said.claim and said.stand is Stand.DENIES else None
    return {
        "@id": uris.statement(said.id),
        "@type": "Quotation",
        "additionalType": f"{TERMS}{said.kind}",
        "text": sheet.exact(content),
        "spokenByCharacter": said.speaker_id and {"@id": uris.speaker(said.speaker_id)},
        "dateCreated": _date(said.said_on),
        "isPartOf": {"@id": uris.document(sheet.document.key)},
        "isBasedOn": _based_on(said.carriers, uris),
        "about": about and {"@id": about},
        "oa:hasSelector": [_position(span) for span in content],
    }


def _based_on(carriers: Iterable[Carried], uris: Uris) -> Json | None:
    """The work of the nearest carrier, based on that of the next one."""
    found: Json | None = None
    for carrier in reversed(tuple(carriers)):
        publisher = {"@id": uris.speaker(carrier.id)}
        found = {"@type": "CreativeWork", "publisher": publisher, "isBasedOn": found}
    return found


def _position(span: Span) -> Json:
    return {"@type": "oa:TextPositionSelector", "oa:start": span.start, "oa:end": span.end}


def _claim(claim: Claim, uris: Uris) -> Json:
    told = (said for said in claim.attributions if not said.negated)
    appear = [said for said in told if said.stand is not Stand.DENIES]
    first = min((said for said in appear if said.published), key=_printed, default=None)
    names = dict.fromkeys(said.speaker_id for said in appear if said.speaker_id)
    return {
        "@id": uris.claim(claim.id),
        "@type": "Claim",
        "text": claim.label,
        "author": [{"@id": uris.speaker(name)} for name in names],
        "appearance": [{"@id": uris.statement(said.id)} for said in appear],
        "firstAppearance": first and {"@id": uris.statement(first.id)},
    }


def _printed(said: Statement) -> tuple[str, str]:
    return said.published or "", said.id


def _date(day: str | None) -> str | None:
    """A day, a month or a year; ISO 8601 has weeks, schema.org's readers mostly have not."""
    return day if day and "W" not in day else None
