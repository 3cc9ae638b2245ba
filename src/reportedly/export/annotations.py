"""W3C Web Annotations: source, cue and content, by position and by quotation.

Each body of an annotation is about each of its targets, so words with different parts in an
attribution are targets of different annotations: up to three an attribution, which link to one
statement. Content that stands in several places is several targets of one.

A target is the article's address, or, where it has none, the document's name in the record. Its
state tells which text of it is meant, by the text's digest: the selectors hold in that text.
Positions are counted in code points, as the model asks.

Sources:
    https://www.w3.org/TR/annotation-model/ (bodies and targets 3.2, selectors 4.2, states 4.3,
    collections 5)
    https://www.w3.org/TR/annotation-vocab/
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from reportedly.export.chosen import Chosen
from reportedly.export.jsons import LIST, Json, known, within
from reportedly.export.sheet import Sheet
from reportedly.export.uris import TERMS, Uris, web
from reportedly.record.answers import DocumentAnswer, Statement
from reportedly.schema import Act, Evidence, Span, Spans, Stance

ANNO = "http://www.w3.org/ns/anno.jsonld"
"""The standard's own context: readers know it without fetching it."""

CONTEXT = [ANNO, {"reportedly": TERMS, "reportedly:carriers": {"@container": "@list"}}]

GENERATOR = {"type": "Software", "name": "Reportedly"}


def write(chosen: Chosen, uris: Uris) -> Iterator[bytes]:
    """Write a collection of annotations, all on its first page."""
    name = f"{uris.base}annotations/{chosen.name}"
    page = {"id": f"{name}/page", "type": "AnnotationPage", "startIndex": 0, "items": LIST}
    collection = {
        "@context": CONTEXT,
        "id": name,
        "type": "AnnotationCollection",
        "generator": GENERATOR,
        "first": page,
    }
    return within(collection, _annotations(chosen, uris))


def _annotations(chosen: Chosen, uris: Uris) -> Iterator[Json]:
    for reading in chosen.readings():
        sheet = Sheet(reading)
        for said in sheet.statements:
            yield from _Found(sheet, said, uris).annotations()


class _Found:
    """An attribution, and its annotations."""

    def __init__(self, sheet: Sheet, said: Statement, uris: Uris) -> None:
        self._sheet = sheet
        self._said = said
        self._uris = uris
        self._one = sheet.attribution(said)

    def annotations(self) -> Iterator[Json]:
        """Of the source, where there is one, of the cue, and of the content."""
        if source := self._sheet.source(self._one):
            yield self._annotation("source", "identifying", source, self._who())
        acts = [_text(word, "classifying") for word in _acts(self._said)]
        yield self._annotation("cue", "classifying", self._one.cue, acts)
        told = [_text(_told(self._said), "describing")]
        content = self._annotation("content", "describing", self._one.content, told)
        yield content | {"reportedly:attribution": known(self._details())}

    def _annotation(
        self, role: str, motivation: str, spans: Spans, bodies: Iterable[Json]
    ) -> dict[str, Any]:
        linked = _body(self._uris.statement(self._said.id), "linking")
        return {
            "id": f"{self._uris.base}annotations/{self._said.id}/{role}",
            "type": "Annotation",
            "motivation": motivation,
            "body": [_text(role, "tagging"), linked, *bodies],
            "target": [self._target(span) for span in spans],
        }

    def _who(self) -> Iterator[Json]:
        if self._said.speaker_id:
            yield _body(self._uris.speaker(self._said.speaker_id), "identifying")
        if self._said.speaker:
            yield _text("; ".join((self._said.speaker, *self._said.roles)), "describing")

    def _target(self, span: Span) -> Json:
        document = self._sheet.document
        name = self._uris.document(document.key)
        return {
            "type": "SpecificResource",
            "source": web(document.url) or name,
            "state": {
                "id": f"{name}#text",
                "type": "TimeState",
                "sourceDate": document.added_at,
                "cached": name,
                "reportedly:digest": document.id,
            },
            "selector": self._selectors(span),
        }

    def _selectors(self, span: Span) -> list[Json]:
        """A span by position and by quotation, each enough to find it."""
        at = self._sheet.anchor(span)
        position = {"type": "TextPositionSelector", "start": at.start, "end": at.end}
        quote = {"exact": at.exact, "prefix": at.prefix, "suffix": at.suffix}
        return [position, {"type": "TextQuoteSelector", **quote}]

    def _details(self) -> Json:
        """All that is known of the attribution, in terms of this program's own."""
        said, one, uris = self._said, self._one, self._uris
        key = self._sheet.document.key
        return _termed(
            {
                "id": uris.statement(said.id),
                "document": _document(self._sheet.document, uris),
                "speaker": _party(uris, said.speaker_id, said.speaker),
                "roles": said.roles,
                "carriers": [_party(uris, c.id, c.name, c.descriptor) for c in said.carriers],
                "kind": said.kind.value,
                "act": said.act.value,
                "negated": said.negated,
                "stance": said.stance.value,
                "saidOn": said.said_on,
                "venue": said.venue,
                "evidence": [self._mark(mark) for mark in one.evidence],
                "claim": {"id": uris.claim(said.claim)} if said.claim else None,
                "parent": {"id": uris.statement(f"{key}/{one.parent}")} if one.parent else None,
                "confidence": round(one.confidence, 4),
            }
        )

    def _mark(self, mark: Evidence) -> Json:
        values = _termed({"status": mark.status.value, "by": mark.by.value})
        return values | {"selector": self._selectors(mark.span)}


def _body(name: str, purpose: str) -> Json:
    return {"type": "SpecificResource", "source": name, "purpose": purpose}


def _text(value: str, purpose: str) -> Json:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}


def _acts(said: Statement) -> Iterator[str]:
    yield f"not {said.act}" if said.negated else said.act.value
    if said.stance is not Stance.NEUTRAL:
        yield said.stance.value


def _told(said: Statement) -> str:
    """Who says it, through whom, when: for tools that show text alone."""
    chain = [said.publisher, *(c.name for c in said.carriers), said.speaker or said.source]
    parts = [" ← ".join(filter(None, chain)) or "nobody named"]
    if said.said_on:
        parts.append(f"said {said.said_on}")
    if said.negated or said.act is not Act.SAY:
        parts.extend(_acts(said))
    parts += dict.fromkeys(f"{mark.status}, by the {mark.by}" for mark in said.evidence)
    return "; ".join(parts)


def _party(
    uris: Uris, name: str | None, label: str | None, descriptor: str | None = None
) -> Json | None:
    if name is None:
        return None
    return _termed({"id": uris.speaker(name), "name": label, "descriptor": descriptor})


def _document(document: DocumentAnswer, uris: Uris) -> Json:
    return _termed(
        {
            "id": uris.document(document.key),
            "digest": document.id,
            "title": document.title,
            "publisher": document.publisher,
            "published": document.published,
        }
    )


def _termed(values: dict[str, Any]) -> dict[str, Any]:
    """Keys as terms of this program's own, which no key of the standard can be taken for."""
    return {key if key == "id" else f"reportedly:{key}": value for key, value in values.items()}
