"""PROV-O: from each statement through its carriers to who said it.

The words that a document prints are an entity that is the publisher's. They derive from the nearest
carrier's report, that from the next one's, and the last from the utterance, which is the speaker's
and the primary source of them all. Where the words stand in quotation marks, the nearest step is a
quotation. What is said within what somebody else says derives from the outer utterance, and that
from the inner one. What was not said ("she declined to confirm") derives from nothing. Whoever
speaks for somebody else, as a capital for its government, acts on its behalf. The origins of a
claim are what its utterances are alternates of.

Sources:
    https://www.w3.org/TR/prov-o/ (wasDerivedFrom, wasQuotedFrom, hadPrimarySource, wasAttributedTo,
    actedOnBehalfOf, qualifiedAttribution, hadRole, alternateOf, Collection)
    https://www.w3.org/TR/annotation-vocab/ for where the words stand
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from reportedly.export.chosen import Chosen
from reportedly.export.jsons import encoded
from reportedly.export.selection import Scope
from reportedly.export.sheet import Party, Sheet
from reportedly.export.turtle import Pairs, Term, blank, described, iri, literal, number
from reportedly.export.uris import TERMS, Uris, web
from reportedly.record.answers import Carried, Claim, Statement
from reportedly.schema import Attribution, EntityType, Kind, Span

PREFIXES = {
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "dcterms": "http://purl.org/dc/terms/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "reportedly": TERMS,
}

AGENTS = {
    EntityType.PERSON: "prov:Person",
    EntityType.ORGANISATION: "prov:Organization",
    EntityType.GOVERNMENT: "prov:Organization",
}
"""What speakers are; all others are agents and no more is known."""

_DAYS = (
    (r"\d{4}-\d\d-\d\d", "xsd:date"),
    (r"\d{4}-\d\d", "xsd:gYearMonth"),
    (r"\d{4}", "xsd:gYear"),
)


def write(chosen: Chosen, uris: Uris) -> Iterator[bytes]:
    """Write documents with their statements, then the claims with their origins."""
    yield encoded("".join(f"@prefix {k}: <{v}> .\n" for k, v in PREFIXES.items()))
    for reading in chosen.readings():
        sheet = Sheet(reading)
        yield encoded("\n" + "".join(_Chains(sheet, uris).lines()))
    # Of a few documents, a claim would be told by what is not among them.
    if chosen.scope in (Scope.CLAIM, Scope.RECORD):
        for claim in chosen.claims():
            yield encoded("\n" + "".join(_claim(claim, uris)))


class _Chains:
    """The chains of a document's statements.

    Args:
        sheet: the document.
        uris: what things are called.
    """

    def __init__(self, sheet: Sheet, uris: Uris) -> None:
        self._sheet = sheet
        self._document = sheet.document
        self._uris = uris

    def lines(self) -> Iterator[str]:
        """The document, the agents, and the statements."""
        yield from self._printing()
        yield from map(self._agent, self._sheet.parties())
        for said in self._sheet.statements:
            yield from self._statement(said)

    def _printing(self) -> Iterator[str]:
        """The document, and its publisher."""
        document, address = self._document, web(self._document.url)
        yield described(
            iri(self._uris.document(document.key)),
            (
                ("a", Term("prov:Entity")),
                ("rdfs:label", literal(document.title)),
                ("dcterms:identifier", literal(document.id)),
                ("dcterms:source", iri(address) if address else None),
                ("dcterms:issued", _day(document.published)),
                ("prov:wasAttributedTo", self._publisher),
            ),
        )
        if self._publisher:
            organisation = Term("prov:Organization")
            named = (("a", organisation), ("rdfs:label", literal(document.publisher)))
            yield described(self._publisher, named)

    def _statement(self, said: Statement) -> Iterator[str]:
        """The printed words, the carriers' reports, the utterance; and whose they are."""
        one = self._sheet.attribution(said)
        if said.negated:  # "she did not say so": there is no utterance to derive from
            name = iri(self._uris.statement(said.id))
            whose = ("prov:wasAttributedTo", self._publisher)
            yield described(name, (*self._printed(one, said), whose))
            return
        media = self._sheet.carriers(said)
        steps = self._steps(one, said, len(media))
        quoted = one.kind is not Kind.INDIRECT
        yield described(
            steps[0],
            (
                *self._printed(one, said),
                ("prov:wasAttributedTo", self._publisher),
                ("prov:wasQuotedFrom" if quoted else "prov:wasDerivedFrom", steps[1]),
                ("prov:hadPrimarySource", steps[-1]),
            ),
        )
        if one.parent:
            yield described(steps[1], [("prov:wasDerivedFrom", steps[2])])
        behind = pairwise(steps[-1 - len(media) :])
        for carrier, (here, there) in zip(media, behind, strict=True):
            yield self._report(carrier, here, there)
        yield described(steps[-1], self._uttered(said))

    @property
    def _publisher(self) -> Term | None:
        name = self._document.publisher
        return iri(self._uris.publisher(name)) if name else None

    def _steps(self, one: Attribution, said: Statement, media: int) -> list[Term]:
        """From the printed words to the utterance: what derives from what comes next."""
        name = self._uris.statement(said.id)
        outer = self._uris.statement(f"{self._document.key}/{one.parent}")
        return [
            iri(name),
            *([_utterance(outer)] if one.parent else []),
            *(iri(f"{name}#report-{place}") for place in range(1, media + 1)),
            _utterance(name),
        ]

    def _printed(self, one: Attribution, said: Statement) -> Pairs:
        yield "a", Term("prov:Entity")
        yield "prov:value", literal(self._sheet.exact(one.content))
        yield "dcterms:isPartOf", iri(self._uris.document(self._document.key))
        for span in one.content:
            yield "oa:hasSelector", _position(span)
        yield "reportedly:kind", literal(said.kind)
        yield "reportedly:act", literal(said.act)
        yield "reportedly:negated", Term("true") if said.negated else None
        yield "reportedly:claim", iri(self._uris.claim(said.claim)) if said.claim else None

    def _report(self, carrier: Carried, here: Term, there: Term) -> str:
        agent = iri(self._uris.speaker(carrier.id))
        kind = ("a", Term("prov:Entity"))
        return described(
            here, (kind, ("prov:wasAttributedTo", agent), ("prov:wasDerivedFrom", there))
        )

    def _uttered(self, said: Statement) -> Pairs:
        speaker = iri(self._uris.speaker(said.speaker_id)) if said.speaker_id else None
        yield "a", Term("prov:Entity")
        yield "dcterms:created", _day(said.said_on)
        yield "prov:wasAttributedTo", speaker
        for role in said.roles if speaker else ():
            yield "prov:qualifiedAttribution", _held(speaker, role)

    def _agent(self, party: Party) -> str:
        behalf = (("a", Term("prov:Organization")), ("rdfs:label", literal(party.stands_for)))
        return described(
            iri(self._uris.speaker(party.id)),
            (
                ("a", Term(AGENTS.get(party.type, "prov:Agent"))),
                *(("rdfs:label", literal(name)) for name in (party.name, *party.aliases)),
                *(("rdfs:comment", literal(about)) for about in party.descriptors),
                ("prov:actedOnBehalfOf", blank(behalf) if party.stands_for else None),
            ),
        )


def _utterance(statement: str) -> Term:
    return iri(f"{statement}#utterance")


def _held(speaker: Term | None, role: str) -> Term:
    """That the speaker spoke in a role."""
    named = blank((("a", Term("prov:Role")), ("rdfs:label", literal(role))))
    kind = Term("prov:Attribution")
    return blank((("a", kind), ("prov:agent", speaker), ("prov:hadRole", named)))


def _position(span: Span) -> Term:
    kind = Term("oa:TextPositionSelector")
    return blank((("a", kind), ("oa:start", number(span.start)), ("oa:end", number(span.end))))


def _claim(claim: Claim, uris: Uris) -> Iterator[str]:
    """A claim as a collection of its statements, and the origins that they go back to."""
    name = uris.claim(claim.id)
    yield described(
        iri(name),
        (
            ("a", Term("prov:Collection")),
            ("rdfs:label", literal(claim.label)),
            *(("prov:hadMember", iri(uris.statement(said.id))) for said in claim.attributions),
        ),
    )
    for place, group in enumerate(claim.origins.groups, 1):
        origin = iri(f"{name}#origin-{place}")
        others = " or ".join(str(other + 1) for other in group.may_be)
        may_be = literal(f"may go back to origin {others}; not counted as one more")
        yield described(
            origin,
            (
                ("a", Term("prov:Entity")),
                ("rdfs:label", literal(group.label)),
                ("rdfs:comment", may_be if others else None),
            ),
        )
        for member in group.members:
            alternate = _utterance(uris.statement(member))
            yield described(alternate, [("prov:alternateOf", origin)])


def _day(value: str | None) -> Term | None:
    """A day, a month or a year; XML Schema has no type for weeks."""
    kinds = (kind for form, kind in _DAYS if value and re.fullmatch(form, value))
    kind = next(kinds, None)
    return literal(value, kind) if kind else None
