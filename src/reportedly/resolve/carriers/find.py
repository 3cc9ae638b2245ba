"""Finding the carriers of a document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from reportedly.resolve.carriers.attach import Scene, attach, scene
from reportedly.resolve.carriers.chains import Chains, FoundCarrier, Recast, Setting
from reportedly.resolve.carriers.credit import document_carriers
from reportedly.resolve.carriers.merge import (
    dissolved,
    informed,
    leaning,
    recast,
    spoken_for,
)
from reportedly.resolve.carriers.names import Reader, Sureness
from reportedly.resolve.carriers.own import own_media
from reportedly.resolve.carriers.sentences import sentences
from reportedly.resolve.carriers.triggers import Trigger, triggers
from reportedly.resolve.carriers.words import PEOPLE
from reportedly.resolve.known import Known, fold
from reportedly.schema.attribution import Attribution, Extraction
from reportedly.schema.document import Document
from reportedly.schema.spans import Span

_NAMED = Sureness.NAMED
_BEHIND = 20
"""Characters behind a medium's name in which its occasion is named ("a Herald town hall")."""
_TAIL = re.compile(
    r"\s+(?:news agency|newspaper|magazine|news|tv|television|radio|online|website)$|\.\w{2,4}$",
    re.IGNORECASE,
)


def carriers(extraction: Extraction, known: Known) -> Chains:
    """Find the media that attributions came through, and the document as a whole.

    Works on what any engine yields: the medium may stand beside the attribution, in its cue
    ("quoted … as saying"), or be its source while the real speaker stands in the content. Only an
    attribution's own carriers are given; what it carries on from an earlier one is found elsewhere.

    Args:
        extraction: a document and its attributions; of the rest, only mentions are looked at.
        known: the known names.

    Returns:
        Carriers by attribution, from the publisher to the speaker; the document's own publisher
        is none of them.
    """
    document = extraction.document
    reader = Reader(document.text, known, own_media(document, known, extraction.mentions))
    chains = _chains(extraction, reader)
    whole = document_carriers(document, reader)
    return replace(
        chains, document=tuple(c for c in whole if not _publisher(reader, document, c.span))
    )


def _chains(extraction: Extraction, reader: Reader) -> Chains:
    attributions = extraction.attributions
    carried = spoken_for(reader, attributions)
    melted = dissolved(reader.text, attributions, carried)
    told = {k: v for k, v in informed(reader, attributions).items() if v.act not in melted}
    carried |= {cited.act: cited.medium for cited in told.values()}
    anew = _recast(reader.text, attributions, carried, melted)
    anew |= {cited.act: cited.anew for cited in told.values()}
    read = tuple(_as(a, anew.get(a.id)) for a in attributions)
    kept = {key: value for key, value in carried.items() if key not in anew}
    here = scene(reader.text, sentences(reader.text), read, kept)
    brought_in = _fair(triggers(reader), here)
    found = attach(here, brought_in)
    leaders = {a.id: a.source_from for a in attributions if a.source_from}
    _hand_down(found, carried, melted, anew, leaders)
    own = {key: _ordered(reader, extraction.document, here, key, ts) for key, ts in found.items()}
    stays = {key: inner[0].id for key, inner in melted.items()}
    stays |= {citing: cited.act for citing, cited in told.items()}
    for key, act in leaning(attributions, carried).items():
        if act in stays or act in anew:
            stays[key] = stays.get(act, act)
    settings = tuple(_settings(reader, extraction.document, here, brought_in))
    media = tuple(t.medium.span for t in carried.values() if t and t.medium.sureness is _NAMED)
    return Chains({key: cs for key, cs in own.items() if cs}, (), stays, anew, settings, media)


_SEVERAL = re.compile(
    r"\b(?:town[- ]hall|debate|forum|panel|round ?table|(?:edition|episode|broadcast|airing) of)\b",
    re.IGNORECASE,
)
"""Occasions at which several speak."""
_TALK = re.compile(r"\b(?:interview|appearance|appeared|conversation)\b", re.IGNORECASE)
_ASKED = re.compile(
    rf"\b(?:{'|'.join(sorted(PEOPLE))})\b[^.;“”]{{0,40}}\s(?:asked|pressed|questioned|grilled)\s(?:[A-Z]|him\b|her\b|the\s\w+)"
)
"""A talk in which who asks and who answers are named in one sentence."""


def _settings(
    reader: Reader, document: Document, here: Scene, found: Iterable[Trigger]
) -> Iterator[Setting]:
    """The media's occasions that the publisher's own words name."""
    for trigger in found:
        medium = trigger.medium
        words = reader.text[trigger.anchor.start : medium.end + _BEHIND]
        apart = here.holding(trigger.anchor) or here.cut.quotation(trigger.anchor.start)
        if not trigger.near or trigger.again or apart:
            continue
        sentence = Span(*here.cut.at(trigger.anchor.start))
        asked = _TALK.search(words) and _ASKED.search(sentence.read(reader.text))
        if not asked and not _SEVERAL.search(words):
            continue
        if not _publisher(reader, document, medium.span):
            why = "an occasion of several speakers"
            carrier = FoundCarrier(medium.span, medium.descriptor, why)
            yield Setting(sentence, carrier)


def _recast(
    text: str,
    attributions: tuple[Attribution, ...],
    carried: Mapping[str, Trigger | None],
    melted: Mapping[str, object],
) -> dict[str, Recast]:
    """Carriers' acts that no other attribution stands under, read as the speaker's."""
    found: dict[str, Recast] = {}
    for a in attributions:
        if carried.get(a.id) and a.id not in melted and (anew := recast(text, a)):
            found[a.id] = anew
    return found


def _as(a: Attribution, anew: Recast | None) -> Attribution:
    if anew is None:
        return a
    return replace(a, source=anew.source, cue=anew.cue, content=anew.content, source_from=None)


def _fair(found: list[Trigger], here: Scene) -> list[Trigger]:
    """Triggers but those whose medium is a source that speaks for itself, or is handed down."""
    sources = [s for a in here.attributions if a.id in here.carried for s in a.source]
    return [t for t in found if not any(t.medium.span.overlaps(s) for s in sources)]


def _hand_down(
    found: dict[str, list[Trigger]],
    carried: Mapping[str, Trigger | None],
    melted: Mapping[str, tuple[Attribution, ...]],
    anew: Mapping[str, Recast],
    leaders: Mapping[str, str],
) -> None:
    """Give the medium of a dissolved or recast attribution to those that stay."""
    for key, inner in melted.items():
        for a in inner:
            _add(found, a.id, carried[key] or carried.get(leaders.get(key, "")))
    for key in anew:
        _add(found, key, carried[key])


def _add(found: dict[str, list[Trigger]], key: str, trigger: Trigger | None) -> None:
    if trigger and all(not t.medium.span.overlaps(trigger.medium.span) for t in found.get(key, ())):
        found.setdefault(key, []).append(trigger)


def _ordered(
    reader: Reader, document: Document, here: Scene, key: str, found: Iterable[Trigger]
) -> tuple[FoundCarrier, ...]:
    """From publisher to speaker; each medium once, and the publisher not at all."""
    cue = next(a.cue[0].start for a in here.attributions if a.id == key)
    ordered = sorted(found, key=lambda t: (t.place, -abs(t.anchor.start - cue), t.medium.span))
    chain: dict[str, FoundCarrier] = {}
    for trigger in ordered:
        medium = trigger.medium
        if not _publisher(reader, document, medium.span):
            name = _same(reader, medium.span.read(reader.text))
            chain.setdefault(name, FoundCarrier(medium.span, medium.descriptor, trigger.rule))
    return tuple(chain.values())


def _publisher(reader: Reader, document: Document, span: Span) -> bool:
    """Whether words name the document's own publisher."""
    if document.publisher is None:
        return False
    return _same(reader, span.read(reader.text)) == _same(reader, document.publisher)


def _same(reader: Reader, name: str) -> str:
    """What two names of one medium have in common."""
    entry = reader.known.medium(name) or reader.known.medium(_TAIL.sub("", name))
    return fold(entry.name) if entry and not entry.ambiguous else fold(_TAIL.sub("", name))
