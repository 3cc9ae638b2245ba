"""Evidence marks of a document's attributions: the speaker's, the carriers' and the publisher's."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from reportedly.schema import (
    Act,
    Attribution,
    Evidence,
    Extraction,
    Note,
    NoteKind,
    Span,
    Status,
    Voice,
)
from reportedly.weigh.decided import Decided
from reportedly.weigh.evidence.beside import BESIDE
from reportedly.weigh.evidence.grammar import CITED, OWN
from reportedly.weigh.evidence.seen import seen
from reportedly.weigh.evidence.shown import PRESENTED, SAID_TO_SHOW
from reportedly.weigh.evidence.unchecked import unchecked
from reportedly.weigh.evidence.withheld import KEPT_BACK
from reportedly.weigh.evidence.witness import witnessed
from reportedly.weigh.scene import Scene, same_subject, scene
from reportedly.weigh.scene.scene import first, last
from reportedly.weigh.scene.trigger import Trigger, hits

_UNPROVED = frozenset((Act.WANT, Act.PROMISE, Act.ORDER, Act.ASK, Act.DECIDE))
"""Plans, wishes, orders and questions rest on no evidence."""
_NEEDS_NONE = _UNPROVED | {Act.SHOW}
"""Nor does a document need any for what it shows itself."""
_NEGATED = re.compile(
    r"(?:\b(?:no|not|never|without|if|unless|whether|nor|neither|until|lack\w*|den(?:y|ies|ied))\b"
    r"|n['’]t\b)(?:\W+\w+){0,3}\W*$",
    re.IGNORECASE,
)
_SPEAKER = re.compile(
    r"\b(?:I|we|he|she|they|it)(?:['’]ve|['’]re)?(?:\s+\w+){0,2}\s+$", re.IGNORECASE
)
_IF = re.compile(r"\b(?:if|unless|whether)\b", re.IGNORECASE)
_TWEETED = re.compile(r"\bpic\.twitter\.com/\w+|\btwitpic\.com/\w+")

_BY = re.compile(r"\bby\s$")
"""Before "citing": it is how something is to be had, and no ground of what is said."""
_FEW = 4
"""Words of a content that needs no picture ("known by the nickname")."""

Marked = tuple[str, Decided[Evidence]]
"""An attribution's id, and a mark on it."""


def evidence(
    extraction: Extraction, notes: Iterable[Decided[Note]]
) -> Mapping[str, tuple[Decided[Evidence], ...]]:
    """Find what a text says stands behind each content.

    Run it when speakers, carriers and acts are set; without them it finds less, nothing else.

    Args:
        extraction: the document with its attributions and entities.
        notes: what `reportedly.weigh.notes.notes` found in it.

    Returns:
        For each attribution that has any its marks, in text order: the speaker's or a carrier's,
        and the publisher's for each note on evidence that is about it.
    """
    place = scene(extraction)
    found: dict[str, list[Decided[Evidence]]] = defaultdict(list)
    for identity, mark in (*_noted(notes), *seen(place), *_all(place)):
        if not any(_same(mark.noun, other.noun) for other in found[identity]):
            found[identity].append(mark)
    return {
        identity: tuple(sorted(marks, key=lambda mark: mark.noun.span))
        for identity, marks in found.items()
    }


def _same(one: Evidence, other: Evidence) -> bool:
    """Whether two marks on one attribution are one and the same."""
    return one.span.overlaps(other.span)


def _all(place: Scene) -> Iterator[Marked]:
    for a in place.attributions:
        if found := witnessed(place, a):
            yield a.id, Decided(Evidence(Status.WITNESS, found[0], Voice.SPEAKER), found[1])
        if looked := _looked(place, a):
            yield (
                a.id,
                Decided(Evidence(Status.DESCRIBED, looked, Voice.SPEAKER), "has looked into it"),
            )
    yield from _own(place)
    yield from _tweeted(place)
    yield from _beside(place)
    yield from _kept_back(place)
    yield from unchecked(place)


_WHO_LOOKED = re.compile(
    r"\b(?:who|which)\s+(?:(?:has|have|had)\s+)?(?:\w+ly\s+)?(?:compared|examined|analy[sz]ed"
    r"|reviewed"
    r"|inspected|investigated|studied(?!\s+(?:at|in|under|with)\b)"
    r"|tested)(?:\s+[^\s,.;:—–]+){1,10}",
)


def _looked(place: Scene, a: Attribution) -> Span | None:
    """The words in a source that say that it has looked into things ("who examined the hull")."""
    if a.act in _NEEDS_NONE or a.negated:
        return None
    found = (_WHO_LOOKED.search(place.text, s.start, s.end) for s in a.source)
    return next((Span(*match.span()) for match in found if match), None)


def _noted(notes: Iterable[Decided[Note]]) -> Iterator[Marked]:
    """A note on evidence is a mark by the publisher on whatever it is about."""
    for note in notes:
        if note.noun.kind is NoteKind.EVIDENCE and note.noun.status:
            mark = Evidence(note.noun.status, note.noun.span, Voice.PUBLISHER)
            for identity in note.noun.about:
                yield identity, Decided(mark, note.why)


def _own(place: Scene) -> Iterator[Marked]:
    """What a content says of its own evidence: a mark on the innermost that says it."""
    for rule, words in hits(place.text, OWN):
        holder = place.holder(words)
        if holder is None or holder.act in _NEEDS_NONE or holder.negated:
            continue
        if _taken_back(place, words) or not _his_own(place, rule, words):
            continue
        if place.is_cue(Span(words.start, words.start + 1)):
            yield from _shown_by_cue(place, rule, words)
            continue
        yield holder.id, _mark(rule, words, Voice.SPEAKER)


def _his_own(place: Scene, rule: Trigger, words: Span) -> bool:
    """Whether a speaker who tells of something shown tells that he shows it himself."""
    if rule not in (*SAID_TO_SHOW, *PRESENTED):
        return True
    return bool(_SPEAKER.search(place.text, max(0, words.start - 24), words.start))


def _tweeted(place: Scene) -> Iterator[Marked]:
    """A picture's short address in or right behind a content is the picture shown."""
    for match in _TWEETED.finditer(place.text):
        words = Span(*match.span())
        at_hand = [
            a
            for a in place.attributions
            if any(s.start < words.start <= s.end + 3 for s in a.content)
        ]
        if at_hand:
            widest = max(at_hand, key=lambda a: sum(map(len, a.content)))
            mark = Evidence(Status.SHOWN, words, Voice.SPEAKER)
            yield widest.id, Decided(mark, "a picture is attached")


def _beside(place: Scene) -> Iterator[Marked]:
    """What the sentence of an attribution says, outside its content, of what it rests on."""
    for rule, whole in hits(place.text, (*BESIDE, *SAID_TO_SHOW, *PRESENTED)):
        words = _before_content(place, whole)
        if not place.own_voice(words) or place.is_source(words):
            continue
        if _BY.search(place.text, max(0, words.start - 4), words.start):
            continue
        if rule.why == CITED and _names_somebody(place, words):
            continue
        if place.is_cue(words) and (a := _rests_on(place, rule, words)):
            yield a.id, _mark(rule, words, Voice.SPEAKER)
        elif place.is_cue(words):
            yield from _shown_by_cue(place, rule, words)
        elif (a := _neighbour(place, words)) and not _taken_back(place, words):
            if rule.status is Status.DESCRIBED and (a.act in _UNPROVED or a.negated):
                continue
            voice = _voice(place, a, words)
            ours = voice is Voice.CARRIER or same_subject(place, a, words)
            shows = rule.status is Status.SHOWN and len(place.said(a).split()) < _FEW
            if not shows and (rule in BESIDE or ours):
                yield a.id, _mark(rule, words, voice)


def _names_somebody(place: Scene, words: Span) -> bool:
    """Whether it is somebody that is cited: a speaker or a carrier, and no record of his."""
    end = words.start + sum(map(len, words.read(place.text).split()[:5])) + 4
    near = Span(words.start, min(end, words.end))
    names = [m for e in place.extraction.entities for m in e.mentions if m.overlaps(near)]
    return any(not place.text.startswith(("'s", "’s"), m.end) for m in names)


def _before_content(place: Scene, words: Span) -> Span:
    """Words up to where a content or a cue begins in them, unless they begin with a cue."""
    roles = (s for a in place.attributions for s in (*a.cue, *a.content))
    inside = [s.start for s in roles if words.start < s.start < words.end]
    if not inside or place.is_cue(Span(words.start, words.start + 1)):
        return words
    cut = place.text[words.start : min(inside)].rstrip(" \t\r\n,“\"‘'")
    return Span(words.start, words.start + len(cut)) if len(cut.split()) > 1 else words


def _shown_by_cue(place: Scene, rule: Trigger, words: Span) -> Iterator[Marked]:
    """A cue that shows something, or brings proof ("presents evidence of")."""
    for a in place.attributions:
        if rule in (*SAID_TO_SHOW, *PRESENTED) and any(
            words.start in range(s.start, s.end) for s in a.cue
        ):
            yield a.id, _mark(rule, words, Voice.SPEAKER)


_CITES = re.compile(r"\b(?:citing|quoting|pointing to|based on|invoking)\b", re.IGNORECASE)


def _rests_on(place: Scene, rule: Trigger, words: Span) -> Attribution | None:
    """What rests on a citation that is a cue itself: what it leans on, or else its own content."""
    if rule not in BESIDE or not _CITES.match(words.read(place.text)):
        return None
    begin = Span(words.start, words.start + 1)
    a = next((a for a in place.attributions if any(begin.overlaps(s) for s in a.cue)), None)
    if a is None or a.source:
        return a
    return place.by_id.get(a.source_from or "") or _neighbour(place, words, a) or a


def _kept_back(place: Scene) -> Iterator[Marked]:
    """What the publisher tells that a speaker kept back: a mark on what he said just before."""
    for rule, words in hits(place.text, KEPT_BACK):
        if not place.own_voice(words):
            continue
        for a in _said_before(place, words):
            yield a.id, _mark(rule, words, Voice.SPEAKER)


def _said_before(place: Scene, words: Span) -> list[Attribution]:
    """The last thing said before some words in their paragraph, if they are its speaker's."""
    paragraph = place.paragraph(words.start)
    if paragraph is None:
        return []
    earlier = [
        a
        for a in place.touching(Span(paragraph.start, words.start))
        if last(a) <= words.start and a.parent is None
    ]
    latest = max(earlier, key=last, default=None)
    return [latest] if latest and same_subject(place, latest, words) else []


def _neighbour(place: Scene, words: Span, but: Attribution | None = None) -> Attribution | None:
    """The attribution of the same sentence whose cue is nearest, its own level first."""
    sentence = place.sentence(words.start)
    if sentence is None:
        return None
    near = [
        a
        for a in place.touching(sentence)
        if a.parent is None
        and a is not but
        and any(s.overlaps(sentence) for s in a.cue)
        and not _in_passing(place, a)
    ]
    before = [a for a in near if first(a) < words.start]
    if before:
        return max(before, key=lambda a: (a.cue[-1].end <= words.start, a.cue[-1].end))
    return min(near, key=lambda a: a.cue[0].start, default=None)


def _in_passing(place: Scene, a: Attribution) -> bool:
    """Whether an attribution is told in a relative clause."""
    begins = [s.read(place.text).lower().split() for s in (*a.source[:1], a.cue[0])]
    return any(words[:1] in (["who"], ["which"], ["that"], ["whose"]) for words in begins)


def _voice(place: Scene, a: Attribution, words: Span) -> Voice:
    """The carrier's, if a clause's subject is one; else the speaker's."""
    clause = place.clause(words)
    before = place.text[clause.start : words.start]
    named = any(carrier.name and carrier.name in before for carrier in a.carriers)
    return Voice.CARRIER if named else Voice.SPEAKER


def _taken_back(place: Scene, words: Span) -> bool:
    """Whether a negation stands right before some words, or a condition in their sentence."""
    sentence = place.sentence(words.start)
    start = sentence.start if sentence else max(0, words.start - 80)
    before = place.text[start : words.start]
    return bool(_IF.search(before) or _NEGATED.search(re.split(r"[;,]\s", before)[-1]))


def _mark(rule: Trigger, words: Span, voice: Voice) -> Decided[Evidence]:
    return Decided(Evidence(rule.status, words, voice), rule.why)
