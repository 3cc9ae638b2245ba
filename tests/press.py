"""An engine and an encoder of sentences with the manners of the real ones, and no weights.

A text says in so many words who says what:

    Ada Morn, minister of ports, said that the northern gates were closed.
    Ada Morn denied on 2031-05-04 that the northern gates were closed.
    Harbour Wire quoted Ada Morn as saying “the gates are closed”.
    officials said that nobody had been told.

Two sentences are as near as the words that they share.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from reportedly import pipeline
from reportedly.record import adding, relinking, tracing
from reportedly.record.prepare import Preparer
from reportedly.schema import (
    Act,
    Attribution,
    BlockKind,
    Carrier,
    Document,
    Entity,
    EntityType,
    Extraction,
    Kind,
    Precision,
    SaidOn,
    Span,
    Speaker,
    attribution_id,
    entity_id,
    phrase,
)
from reportedly.store import VECTOR

_SAID = re.compile(
    r"(?:(?P<carrier>[A-Z]\w+ (?:Wire|Agency)) quoted )?"
    r"(?P<source>(?:the other )?[A-Z][\w.]*(?: [A-Z]\w+)+|officials)(?:, (?P<role>[a-z][^,.]*),)? "
    r"(?P<cue>said|denied|echoed|as saying)(?: on (?P<day>\d{4}-\d\d-\d\d))? "
    r"(?P<content>that [^.“”]+|“[^“”]+”)"
)
_ACTS = {"denied": Act.DENY, "echoed": Act.ECHO}
_NAME = re.compile(r"[A-Z]\w+(?: [A-Z]\w+)*")
_EMPTY = frozenset("that the a an of to in on and was were is are had has".split())


class Press:
    """Finds what the module says, document by document."""

    def __init__(self, known: Path | None = None) -> None:
        self.known = known

    def attribute(self, documents: Iterable[Document]) -> Iterator[Extraction]:
        return map(extraction, documents)


def extraction(document: Document) -> Extraction:
    """What is found in a document."""
    text = document.text
    found = list(_SAID.finditer(text))
    entities: dict[str, Entity] = {}
    for match in found:
        for group in ("source", "carrier"):
            if match[group] and match[group] not in entities:
                entities[match[group]] = _entity(match, group, text)
    attributions = tuple(_attribution(match, document, entities) for match in found)
    return Extraction(document, attributions, tuple(entities.values()), named=_named(found, text))


def _entity(match: re.Match[str], group: str, text: str) -> Entity:
    span = Span(*match.span(group))
    if group == "carrier":
        kind = EntityType.ORGANISATION
    else:
        kind = EntityType.GROUP if match[group] == "officials" else EntityType.PERSON
    return Entity(
        entity_id(span),
        kind,
        match[group].removeprefix("the other "),
        (),
        (span,),
        roles=(phrase(text, Span(*match.span("role"))),)
        if match["role"] and group == "source"
        else (),
        proper=match[group] != "officials",
    )


def _named(found: Iterable[re.Match[str]], text: str) -> tuple[Entity, ...]:
    """Names in what is said, each as one that the text names and that does not speak."""
    at: defaultdict[str, list[Span]] = defaultdict(list)
    for match in found:
        for name in _NAME.finditer(text, *match.span("content")):
            at[name[0]].append(Span(*name.span()))
    return tuple(
        Entity(entity_id(s[0]), EntityType.GOVERNMENT, name, (), tuple(s), proper=True)
        for name, s in at.items()
    )


def _attribution(
    match: re.Match[str], document: Document, entities: Mapping[str, Entity]
) -> Attribution:
    source, cue, content = ((Span(*match.span(role)),) for role in ("source", "cue", "content"))
    speaker = entities[match["source"]]
    carrier = entities[match["carrier"]] if match["carrier"] else None
    block = next((b.kind for b in document.blocks if cue[0].within(b.span)), BlockKind.BODY)
    return Attribution(
        attribution_id(source, cue, content),
        source,
        cue,
        content,
        Kind.DIRECT if match["content"].startswith("“") else Kind.INDIRECT,
        block,
        0.9,
        speaker=Speaker(
            speaker.id, speaker.name, speaker.type, tuple(r.text for r in speaker.roles)
        ),
        carriers=(Carrier(carrier.id, carrier.name, carrier.mentions[0]),) if carrier else (),
        said_on=SaidOn(match["day"], Precision.DAY, Span(*match.span("day")))
        if match["day"]
        else None,
        act=_ACTS.get(match["cue"], Act.SAY),
    )


class BagOfWords:
    """Vectors of sentences: the sum of one for each word that says something."""

    def vectors(self, texts: Iterable[str]) -> NDArray[np.int8]:
        rows = [_vector(text) for text in texts]
        return np.stack(rows) if rows else np.zeros((0, VECTOR), np.int8)


def _vector(text: str) -> NDArray[np.int8]:
    words = [word for word in re.findall(r"\w+", text.casefold()) if word not in _EMPTY]
    total = np.sum([_direction(word) for word in words or ["nothing"]], axis=0)
    unit: NDArray[np.float64] = total / np.linalg.norm(total)
    return np.round(unit * 127).astype(np.int8)


@lru_cache(10_000)
def _direction(word: str) -> NDArray[np.float64]:
    seed = int.from_bytes(hashlib.sha256(word.encode()).digest()[:8], "big")
    return np.random.default_rng(seed).standard_normal(VECTOR)


def preparer(known: Path | None = None) -> Preparer:
    """What takes the place of the shipped one."""
    encoder: Any = BagOfWords()
    return Preparer(encoder, lambda name: None)


def employ(into: pytest.MonkeyPatch | None = None) -> None:
    """Put them in the place of the real ones, in this process; for a test alone if it says so."""
    put = into.setattr if into else setattr
    put(pipeline, "load_engine", Press)
    for user in (adding, relinking, tracing):
        put(user, "load_preparer", preparer)


def newspaper(file: Path, articles: Sequence[Mapping[str, Any]]) -> str:
    """Write articles to a file of JSON lines, for `add`; each has a `text`, and what else it has.

    A `path` makes it known as met there, whichever file it is read from.
    """
    lines = [json.dumps({"schema": "reportedly/1", **article}) for article in articles]
    file.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    return str(file)
