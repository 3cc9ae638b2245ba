"""A document as rows of the tables; pure functions of what a record would keep of it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from typing import Any

from reportedly.batch.tables import ATTRIBUTIONS, DOCUMENTS, ENTITIES, FINGERPRINTS, VECTORS
from reportedly.connect.claims import Statement
from reportedly.record.prepare import Prepared, alike, marks, statements
from reportedly.record.propositions import Proposition
from reportedly.record.statements import words_of
from reportedly.schema import Attribution, Extraction, to_json
from reportedly.schema.codec import encode
from reportedly.store.derive import attribution_row, document_row
from reportedly.store.forms import clean, clean_or_none, dumps, split_names

Row = dict[str, Any]
Rows = Mapping[str, list[Row]]
"""Rows by the names of their tables."""

_SURROGATE = re.compile("[\ud800-\udfff]")


def rows(n: int, prepared: Prepared) -> Rows:
    """The rows of one document, in the order of the text.

    Args:
        n: the document's number.
        prepared: the document with all that is kept of it.
    """
    return {
        DOCUMENTS.name: [_document(n, prepared.extraction)],
        ATTRIBUTIONS.name: list(_attributions(n, prepared)),
        ENTITIES.name: list(_entities(n, prepared)),
        FINGERPRINTS.name: [{"n": n, "fingerprint": f} for f in prepared.fingerprints],
        VECTORS.name: [
            {"n": n, "id": v.attribution, "cell": v.cell, "vector": v.vector}
            for v in prepared.vectors
        ],
    }


def _document(n: int, extraction: Extraction) -> Row:
    document = extraction.document
    row = document_row(document, len(extraction.attributions))
    text, told = _utf8(document.text), to_json(extraction)
    if text == document.text:
        del told["text"]
    return {
        **row,
        "n": n,
        "document": row["key"],
        "authors": [clean(name) for name in document.authors],
        "text": text,
        "extraction": dumps(told),
    }


def _attributions(n: int, prepared: Prepared) -> Iterator[Row]:
    document = prepared.extraction.document
    listed = prepared.extraction.attributions
    said = {p.attribution.id: p for p in prepared.propositions}
    parents = {a.id: a.parent for a in listed}
    compared = statements(prepared)
    for place, a in enumerate(listed):
        row = attribution_row(document, a)
        yield {
            **row,
            **_said(said.get(a.id), compared.get(a.id)),
            "n": n,
            "place": place,
            "speaker": row["speaker_name"],
            "speaker_entity": a.speaker.entity if a.speaker else None,
            "carriers": split_names(row["carriers"]),
            "evidence": split_names(row["evidence"]),
            "parent": a.parent,
            "utterance": dumps(_utterance(document.text, a, parents)),
        }


def _said(said: Proposition | None, compared: Statement | None) -> Row:
    if said is None or compared is None:
        return {"words": None, "names": (), "voice": None, "twin": None}
    return {
        "words": clean(said.words),
        "names": sorted(map(clean, said.names)),
        "voice": clean_or_none(said.speaker),
        "twin": _digest(marks(compared)),
    }


def _digest(told: tuple[object, ...]) -> str:
    plain = [sorted(one) if isinstance(one, frozenset) else one for one in told]
    return hashlib.sha256(dumps(plain).encode("ascii")).hexdigest()[:32]


def _utterance(text: str, a: Attribution, parents: Mapping[str, str | None]) -> Row:
    return {
        "words": words_of(text, a.content, " "),
        "content": encode(a.content),
        "source": encode(a.source),
        "cue": encode(a.cue),
        "carriers": encode(a.carriers),
        "said_on": encode(a.said_on),
        "venue": encode(a.venue),
        "within": list(_within(a.id, parents)),
    }


def _within(name: str, parents: Mapping[str, str | None]) -> Iterator[str]:
    """Ids of the attributions within which one is said, the nearest first."""
    passed = {name}
    while (parent := parents.get(name)) and parent in parents and parent not in passed:
        yield parent
        passed.add(parent)
        name = parent


def _entities(n: int, prepared: Prepared) -> Iterator[Row]:
    twins = alike(prepared.entities)
    for place, one in enumerate(prepared.entities):
        profile = one.profile
        yield {
            "n": n,
            "id": profile.ref.id,
            "place": place,
            "type": profile.type.value,
            "name": clean(profile.name),
            "aliases": [clean(name) for name in profile.aliases],
            "roles": [clean(role) for role in profile.roles],
            "day": profile.day,
            "named": profile.named,
            "keys": [clean(key) for key in one.keys],
            "twin": twins.get(profile.ref.id),
        }


def _utf8(text: str) -> str:
    """A text as UTF-8 can hold it, as many code points long: U+FFFD stands for a lone surrogate."""
    return _SURROGATE.sub("\ufffd", text)
