"""All circumstances of a document's attributions, each with why it is what it is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from reportedly.resolve.circumstances.addressee import addressee_of
from reportedly.resolve.circumstances.ground import Frame, Ground
from reportedly.resolve.circumstances.occasion import Occasions, Told, is_thought
from reportedly.resolve.circumstances.published import published_of
from reportedly.resolve.circumstances.times import (
    NO_DAY_TO_COUNT_FROM,
    NO_REFERENCE,
    Times,
    direction,
    own_time,
    settled,
    times_of,
)
from reportedly.resolve.circumstances.told import told_beside
from reportedly.resolve.circumstances.venue import Media, venue_of
from reportedly.resolve.days import Expression
from reportedly.schema import (
    Attribution,
    BlockKind,
    Extraction,
    Kind,
    Phrase,
    Precision,
    SaidOn,
    Span,
    phrase,
)

_TELLS = re.compile(r"\b(?:tell|told|spoke|speak|talk)")
_NEAR_SOURCE = 60
"""Characters between a source and its cue that are read for the tense."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """When, where and to whom an attribution's words were said.

    Args:
        venue: the occasion or medium, with its preposition; carried on from `occasion` where the
            attribution names none.
        addressee: whom they were said to; no medium.
        said_on: the day; carried on in the same way.
        occasion: id of the earlier attribution whose utterance this one carries on.
        why: for each field that was decided, the reason, for a reader.
    """

    venue: Phrase | None = None
    addressee: Phrase | None = None
    said_on: SaidOn | None = None
    occasion: str | None = None
    why: Mapping[str, str] = field(default_factory=dict)


def circumstances(
    extraction: Extraction, media: Media = lambda _: False
) -> Mapping[str, Circumstances]:
    """The circumstances of each attribution, by its id.

    Args:
        extraction: a document with its attributions; speakers resolved as far as they can be.
            Without speakers, nothing is carried on but by leaning cues.
        media: whether words, without article, name a news medium other than the publisher: who
            "told the Coast Mail" has a carrier and no addressee.
    """
    return _Reading(extraction, media).all()


class _Reading:
    """One document on its way to its circumstances."""

    def __init__(self, extraction: Extraction, media: Media) -> None:
        self.extraction = extraction
        self.ground = Ground(extraction)
        self.text = extraction.document.text
        self.times: Times = times_of(self.text)
        self.entities = {e.id: e for e in extraction.entities}
        self.media = media
        self.published = published_of(extraction.document)[0]
        self.occasions = Occasions(self._turn_takers())
        self.breaks = [m.end() for m in re.finditer(r"\n\s*", self.text)]
        self.found: dict[str, Circumstances] = {}

    def all(self) -> Mapping[str, Circumstances]:
        level = self.ground.level
        ordered = sorted(self.extraction.attributions, key=lambda a: (level(a.id), a.cue[0].start))
        for number, attribution in enumerate(ordered):
            own = self._own(attribution)
            self.found[attribution.id] = self._carried(attribution, own, number)
        return {a.id: self.found[a.id] for a in self.extraction.attributions}

    def _turn_takers(self) -> set[tuple[str, str | None]]:
        """Who takes turns in a conversation, where more than one does."""
        found = {
            (a.speaker.entity, self.ground.above[a.id])
            for a in self.extraction.attributions
            if a.speaker and a.speaker.entity and a.block is BlockKind.BODY
            if " ".join(s.read(self.text) for s in a.cue) == ":"
        }
        return found if len(found) > 1 else set()

    # --- what the sentence itself tells

    def _own(self, attribution: Attribution) -> Circumstances:
        frame = self.ground.frame(attribution)
        spans = self.times.spans(frame.span)
        why: dict[str, str] = {}
        venue = venue_of(frame, spans, self.media)
        if venue:
            why["venue"] = f"names an occasion or medium, {venue[1].where}"
        to = addressee_of(frame, self.text, spans, self.media)
        if to:
            why["addressee"] = "whom the cue tells"
        time = own_time(frame, self.times, venue[0] if venue else None)
        said_on = self._settled(attribution, time[0]) if time else None
        if time and said_on:
            why["said_on"] = f"a time {time[1]}"
        own = Circumstances(self._phrase(venue[0] if venue else None), self._phrase(to), said_on)
        return self._beside(frame, replace(own, why=why))

    def _beside(self, frame: Frame, own: Circumstances) -> Circumstances:
        """With what the sentence before tells, where the own one tells neither day nor venue."""
        if own.said_on or own.venue:
            return own
        speaker = frame.attribution.speaker
        entity = self.entities.get(speaker.entity or "") if speaker else None
        told = told_beside(self.ground, frame, entity, self.times, self.media)
        if told is None:
            return own
        said_on = self._settled(frame.attribution, told.time) if told.time else None
        venue = self._phrase(told.venue)
        why = {**own.why, **({"said_on": told.why} if said_on else {})}
        why |= {"venue": told.why} if venue else {}
        return replace(own, said_on=said_on, venue=venue, why=why)

    def _phrase(self, span: Span | None) -> Phrase | None:
        return phrase(self.text, span) if span else None

    def _settled(self, attribution: Attribution, time: Expression) -> SaidOn | None:
        reference, why_open = self._reference(attribution)
        return settled(time, reference, direction(self._verb(attribution)), why_open)

    def _verb(self, attribution: Attribution) -> str:
        """The cue with the words between it and its source: "will get a chance to mock"."""
        cue = attribution.cue
        before = [s.end for s in attribution.source if 0 <= cue[0].start - s.end < _NEAR_SOURCE]
        return self.text[max(before, default=cue[0].start) : cue[-1].end]

    def _reference(self, attribution: Attribution) -> tuple[date | None, str]:
        """The day to count from: in words quoted directly, that of their utterance."""
        parent = self.ground.attributions.get(attribution.parent or "")
        above = self.found.get(parent.id) if parent else None
        if not parent or not above or not above.said_on or parent.kind is not Kind.DIRECT:
            return self.published, NO_REFERENCE
        if above.said_on.precision is Precision.DAY:
            return date.fromisoformat(above.said_on.value or ""), NO_REFERENCE
        return None, NO_DAY_TO_COUNT_FROM

    # --- what it carries on

    def _carried(self, attribution: Attribution, own: Circumstances, number: int) -> Circumstances:
        told = self._told(attribution, own, number)
        found = self._leans(attribution) or self.occasions.carried_on(told)
        if found is None or found[0] not in self.found:
            return own
        earlier, reason = self.found[found[0]], found[1]
        why = {"occasion": reason, **own.why}
        if own.said_on is None and earlier.said_on:
            why["said_on"] = reason
        if own.venue is None and earlier.venue:
            why["venue"] = reason
        return replace(
            own,
            said_on=own.said_on or earlier.said_on,
            venue=own.venue or earlier.venue,
            occasion=found[0],
            why=why,
        )

    def _leans(self, attribution: Attribution) -> tuple[str, str] | None:
        """The attribution whose source this one leans on, where both tell of an utterance."""
        leader = self.ground.attributions.get(attribution.source_from or "")
        if leader is None or leader.id not in self.found:
            return None
        if any(
            is_thought(" ".join(s.read(self.text) for s in a.cue)) for a in (attribution, leader)
        ):
            return None
        return leader.id, "its cue leans on the source of the other"

    def _told(self, attribution: Attribution, own: Circumstances, number: int) -> Told:
        day, cue = own.said_on, " ".join(s.read(self.text) for s in attribution.cue).lower()
        return Told(
            attribution,
            self.ground.above[attribution.id],
            cue,
            " ".join(s.read(self.text) for s in attribution.source),
            (day.value or day.span.read(self.text)) if day else None,
            own.venue.text if own.venue else None,
            own.addressee.text if own.addressee and _TELLS.search(cue) else None,
            bisect_right(self.breaks, attribution.cue[0].start),
            number,
        )
