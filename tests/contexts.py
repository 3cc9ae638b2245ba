"""Contexts of JSON-LD for a processor that must not ask the net for any.

Each is written for these tests, and has as much of its vocabulary as the exports use.
"""

from __future__ import annotations

from typing import Any

from pyld import jsonld

OA = "http://www.w3.org/ns/oa#"
AS = "http://www.w3.org/ns/activitystreams#"
SCHEMA = "http://schema.org/"

_ID = {"@type": "@id"}
_ANNO = {
    "oa": OA,
    "as": AS,
    "dcterms": "http://purl.org/dc/terms/",
    "id": {"@type": "@id", "@id": "@id"},
    "type": {"@type": "@id", "@id": "@type"},
    **{
        name: f"oa:{name}"
        for name in (
            "Annotation SpecificResource TextualBody TimeState TextPositionSelector "
            "TextQuoteSelector identifying classifying describing tagging linking"
        ).split()
    },
    "AnnotationCollection": "as:OrderedCollection",
    "AnnotationPage": "as:OrderedCollectionPage",
    "Software": "as:Application",
    "name": "http://xmlns.com/foaf/0.1/name",
    "generator": {"@id": "as:generator", **_ID},
    "first": {"@id": "as:first", **_ID},
    "items": {"@id": "as:items", "@container": "@list", **_ID},
    "startIndex": "as:startIndex",
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
    "body": {"@id": "oa:hasBody", **_ID},
    "target": {"@id": "oa:hasTarget", **_ID},
    "source": {"@id": "oa:hasSource", **_ID},
    "selector": {"@id": "oa:hasSelector", **_ID},
    "state": {"@id": "oa:hasState", **_ID},
    "cached": {"@id": "oa:cachedSource", **_ID},
    "sourceDate": "oa:sourceDate",
    "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
    "format": "http://purl.org/dc/elements/1.1/format",
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "start": "oa:start",
    "end": "oa:end",
}

CONTEXTS: dict[str, dict[str, Any]] = {
    "http://www.w3.org/ns/anno.jsonld": _ANNO,
    "https://schema.org": {"@vocab": SCHEMA},
}


def load(url: str, options: object = None) -> dict[str, Any]:
    """A context of `CONTEXTS`; anything else is looked for in vain."""
    return {
        "contextUrl": None,
        "documentUrl": url,
        "contentType": "application/ld+json",
        "document": {"@context": CONTEXTS[url]},
    }


def expanded(document: object) -> list[dict[str, Any]]:
    """A document with every term as its address."""
    found: list[dict[str, Any]] = jsonld.expand(document, {"documentLoader": load})
    return found


def nodes(document: object) -> dict[str, dict[str, Any]]:
    """All that a document says, by name: one object for each."""
    options = {"documentLoader": load}
    flat = jsonld.flatten(document, None, options)
    return {node["@id"]: node for node in flat}
