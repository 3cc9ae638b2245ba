"""Utterances told of in a sentence of their own, which date the quotations around it.

"The remarks made by Orro on Friday", "Orro spoke at a rally in Lissom on Tuesday", "The interview
was published on Monday": what such a sentence tells belongs to the words that the same speaker
is quoted with next.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportedly.resolve.circumstances.ground import SAID, Frame, Ground
from reportedly.resolve.circumstances.times import Times
from reportedly.resolve.circumstances.venue import Media, candidates, is_occasion
from reportedly.resolve.circumstances.words import PARTING, PUBLISHED, RECORDED_NOUNS
from reportedly.resolve.days import Expression
from reportedly.schema import Entity, Span

_NAMED = re.compile(
    rf"\b{RECORDED_NOUNS}\b(?:\s*,?\s*{PUBLISHED})?\s+(?:by|from|of)\s+(?P<whose>[^.;]*)$",
    re.IGNORECASE,
)
_OWNED = re.compile(
    rf"\b(?P<whose>[\w’'. -]*(?:['’]s?|\bhis|\bher|\btheir))\s+(?:\w+\s+){{0,2}}"
    rf"{RECORDED_NOUNS}\b(?P<rest>[^.;]*)$",
    re.IGNORECASE,
)
_SPOKE = re.compile(
    r"\b(?:spoke|was speaking|were speaking|was talking|talked|(?:was\s+)?address(?:ed|ing)"
    r"|appeared|was interviewed|sat down|testified|(?:gave|delivered|made|held|hosted|issued"
    r"|released|published|posted|sent|granted)\s+(?:an?|his|her|their|the|its)\s+(?:[\w-]+\s+){0,3}"
    r"(?:speech|address|interview|statement|conference|briefing|lecture|sermon|talk|rally|letter"
    r"|video|message|tweet|report|remarks|testimony|presentation|keynote|eulogy|post|column|essay))\b"
    r"(?P<rest>[^;]*)$",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w")
_NEAR = 12
"""Words after a leading phrase within which its sentence's subject is named."""
_RESEARCHERS = re.compile(
    r"\b(?:scientists?|researchers?|authors?|team|study|studies|report|paper|survey|poll|analysis"
    r"|review|investigation|investigators)\b",
    re.IGNORECASE,
)
_APPEARED = re.compile(
    r"\b(?:study|studies|report|paper|survey|poll|analysis|review|research|findings|results"
    r"|investigation)\b[^.;]{0,60}\b(?:was|were|is|are|has been|have been)\s+"
    r"(?:published|released|issued|posted|printed|made public)\b(?P<rest>[^;]*)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a sentence of its own tells of an utterance: its time and venue, where it tells them."""

    time: Expression | None
    venue: Span | None
    why: str


def told_beside(
    ground: Ground, frame: Frame, entity: Entity | None, times: Times, media: Media
) -> Occasion | None:
    """What the sentence before a frame tells of the utterance that the frame quotes."""
    attribution = frame.attribution
    before = ground.sentence_before(frame)
    if before is None or ground.above[attribution.id] is not None:
        return None
    if found := _published(ground, frame, times):
        return found
    if entity is None:
        return None
    text = before.read(ground.text)
    named = _mentions(entity, before, text)
    if not named:
        return None
    return (
        _nominal(ground, before, entity, times)
        or _verbal(ground, before, entity, times, media)
        or _scene(ground, before, entity, times, media)
    )


def _mentions(entity: Entity, span: Span, text: str) -> bool:
    return any(m.within(span) for m in entity.mentions) or _last_name(entity) in text


def _last_name(entity: Entity) -> str:
    return entity.name.split()[-1]


def _nominal(ground: Ground, span: Span, entity: Entity, times: Times) -> Occasion | None:
    """The remarks made by a speaker on a day, within contents too."""
    for time in times.within(span):
        left = re.sub(
            r"\s(?:on|in|late|early|last)?\s*$", "", ground.text[span.start : time.span.start]
        )
        found = _NAMED.search(left) or _OWNED.search(left)
        if not found or _last_name(entity) not in found["whose"]:
            continue
        rest = found["rest"] if found.re is _OWNED else found["whose"]
        if not PARTING.search(rest):
            return Occasion(time, None, "the sentence before dates these words of the same speaker")
    return None


def _verbal(
    ground: Ground, span: Span, entity: Entity, times: Times, media: Media
) -> Occasion | None:
    """The speaker spoke somewhere on a day, in the narrator's own words."""
    text = ground.narrated(span)
    found = _SPOKE.search(text)
    if SAID in text or not found or _last_name(entity) not in text[: found.start()]:
        return None
    inside = Span(span.start + found.start("rest"), span.start + found.end("rest"))
    spans = times.spans(span)
    venue = next((v for v in candidates(text, span.start, spans, media) if v.within(inside)), None)
    near = [
        t
        for t in times.within(span)
        if not PARTING.search(ground.text[inside.start : t.span.start])
    ]
    time = near[0] if near else None
    if venue is None and time is None:
        return None
    return Occasion(time, venue, "the sentence before tells of the occasion")


def _scene(
    ground: Ground, span: Span, entity: Entity, times: Times, media: Media
) -> Occasion | None:
    """An occasion at the head of a sentence whose subject speaks in the next one."""
    text = ground.narrated(span)
    spans = times.spans(span)
    venue = next(iter(candidates(text, span.start, spans, media)), None)
    if SAID in text or venue is None or not is_occasion(venue.read(ground.text)):
        return None
    if _WORD.search(text[: venue.start - span.start]):
        return None
    behind = text[venue.end - span.start :]
    comma = behind.find(",")
    if comma < 0 or _last_name(entity) not in " ".join(behind[comma:].split()[:_NEAR]):
        return None
    head = Span(span.start, venue.end + comma + 1)
    time = next((t for t in times.within(head)), None)
    return Occasion(time, venue, "the sentence before sets the scene")


def _published(ground: Ground, frame: Frame, times: Times) -> Occasion | None:
    """When a study was published, told before what its authors found."""
    before = ground.sentence_before(frame)
    source = " ".join(s.read(ground.text) for s in frame.attribution.source)
    if before is None or not _RESEARCHERS.search(source):
        return None
    found = _APPEARED.search(ground.narrated(before))
    if found is None:
        return None
    inside = Span(before.start + found.start("rest"), before.start + found.end("rest"))
    time = next(iter(times.within(inside)), None)
    spans = [t.span for t in times.within(inside)]
    venue = _journal(found["rest"], inside.start, spans)
    if time is None and venue is None:
        return None
    return Occasion(time, venue, "the sentence before tells when it was published")


def _journal(rest: str, start: int, times: list[Span]) -> Span | None:
    """Where it was published, as words: "in the journal Shoals"."""
    found = re.match(r"\s*(?:on\s+)?(?P<where>(?:in|on|by)\s+(?:the\s+)?[^,;.]*)", rest)
    if not found or not re.search(r"journal|[A-Z]", found["where"]):
        return None
    begin, end = start + found.start("where"), start + found.end("where")
    end = min((t.start for t in times if begin <= t.start < end), default=end)
    words = rest[begin - start : end - start]
    words = re.sub(r"\s+(?:on|in|late|early)?\s*$", "", words)
    return Span(begin, begin + len(words)) if len(words.split()) > 1 else None
