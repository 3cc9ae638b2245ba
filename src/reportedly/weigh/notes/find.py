"""The publisher's notes of a document, in text order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.schema import Act, Attribution, Extraction, Note, NoteKind, Span, Status
from reportedly.weigh.decided import Decided
from reportedly.weigh.notes.about import (
    against,
    alike,
    behind,
    corrected,
    near,
    polled,
    rendered,
    repeated,
)
from reportedly.weigh.notes.disputes import FACTS, FALSELY, LABELS
from reportedly.weigh.notes.grammar import EVIDENCE
from reportedly.weigh.notes.offered import METHOD
from reportedly.weigh.notes.replies import CORRECTION, RENDERING, RESPONSE
from reportedly.weigh.notes.sightings import backed, is_publisher, sightings
from reportedly.weigh.notes.unproven import UNCONFIRMED
from reportedly.weigh.scene import Scene, same_subject, scene
from reportedly.weigh.scene.trigger import Trigger, hits

# These tell what they are about themselves, so that nearness alone does not make them a note.
_SELF_CONTAINED = re.compile(
    r"\bthere(?:['’]s| is| was| are| has been| exists)\b.*\bthat\b|\bclaims?\b.*\bthat\b"
)
_SUPPOSED = re.compile(r"\b(?:if|whether|unless|could|might|may|would)\b[^,;]*$", re.IGNORECASE)
# Who gave nothing must be who said it: "the audit cited no evidence" is another's affair.
_GIVING = re.compile(r"(?!with|no |little |scant |there)", re.IGNORECASE)


_RULINGS = (Status.DISPUTED, Status.UNVERIFIED)
"""What holds of a content, whoever else says it in the document."""


def notes(extraction: Extraction) -> tuple[Decided[Note], ...]:
    """Find the publisher's own words on what is attributed.

    A clause counts where the publisher says it: in no content and in no quotation marks.

    Args:
        extraction: the document with its attributions, parents and acts; entities help to find
            what a silent party would have answered.

    Returns:
        The notes in text order; where two overlap, the longer.
    """
    place = scene(extraction)
    found = [*_on_evidence(place), *_replies(place), *_renderings(place)]
    kept: list[Decided[Note]] = []
    for note in sorted(found, key=lambda n: -len(n.noun.span)):
        if not any(note.noun.span.overlaps(other.noun.span) for other in kept):
            kept.append(note)
    return tuple(sorted(kept, key=lambda n: n.noun.span))


def _replies(place: Scene) -> Iterator[Decided[Note]]:
    for rule, words in hits(place.text, RESPONSE):
        if place.own_voice(words) or _says_no_more(place, words):
            span = place.clause(words)
            about = against(place, span, words)
            yield Decided(Note(NoteKind.RESPONSE, Status.NONE, span, about), rule.why)


_NO_MORE = re.compile(r"[“\"‘']?(?:that )?(?:(?:he|she|it|they|we|i) )?", re.IGNORECASE)


def _says_no_more(place: Scene, words: Span) -> bool:
    """Whether all that somebody says is that he says nothing: "said that he had no comment"."""
    holder = place.holder(words)
    return holder is not None and any(
        s.start <= words.start
        and _NO_MORE.fullmatch(place.text, s.start, words.start)
        and s.end - words.end < _LITTLE
        for s in holder.content
    )


_LITTLE = 40
"""Characters in which no more is said than what it is that is not commented on."""


def _renderings(place: Scene) -> Iterator[Decided[Note]]:
    for rule, words in hits(place.text, CORRECTION):
        if place.sentence(words.start):
            about = corrected(place, words)
            yield Decided(Note(NoteKind.CORRECTION, Status.DISPUTED, words, about), rule.why)
    for rule, words in hits(place.text, RENDERING):
        if place.sentence(words.start) and place.holder(words) is None:
            about = rendered(place, words)
            yield Decided(Note(NoteKind.RENDERING, None, words, about), rule.why)


def _on_evidence(place: Scene) -> Iterator[Decided[Note]]:
    yield from _clauses(place)
    yield from _labels(place)
    for words, medium in sightings(place):
        about = tuple(a.id for a in backed(place, words))
        if about and is_publisher(place, medium):
            yield _evidence(Status.SHOWN, words, about, "the publisher has seen it")


def _clauses(place: Scene) -> Iterator[Decided[Note]]:
    told: tuple[str, ...] = ()
    for rule, words in hits(place.text, EVIDENCE):
        conceded = _conceded(place, rule, words)
        if not (conceded or place.own_voice(words)) or _not_meant(place, rule, words):
            continue
        if conceded:
            yield _evidence(rule.status, conceded[1], (conceded[0].id,), rule.why)
            continue
        about = _about(place, rule, words, told)
        if not about or (rule.why == METHOD and about == told):
            continue
        told = about if rule.why == METHOD else told
        yield _evidence(rule.status, _whole(place, words), about, rule.why)


_ALTHOUGH = re.compile(
    r",\s+(?:although|though|even though|but|while)\s+(?!he\b|she\b)", re.IGNORECASE
)


def _conceded(place: Scene, rule: Trigger, words: Span) -> tuple[Attribution, Span] | None:
    """What the publisher grants behind indirect speech that seems to run on, and whose that is.

    "He said the dam had burst, although the guild has yet to confirm it."
    """
    holder = place.holder(words)
    if holder is None or holder.parent or rule.status is Status.DESCRIBED:
        return None
    if any(q.start <= words.start < q.end for q in place.quotes):
        return None
    part = next(s for s in holder.content if words.within(s))
    if holder.cue[-1].start > part.start or part.read(place.text)[:1] in "\"“‘'":
        return None
    breaks = [*_ALTHOUGH.finditer(place.text, part.start, words.start)]
    if not breaks or "," in place.text[breaks[-1].end() : words.start]:
        return None
    return holder, Span(breaks[-1].end(), words.end)


def _about(place: Scene, rule: Trigger, words: Span, told: tuple[str, ...]) -> tuple[str, ...]:
    """What a clause on evidence is about; `told` is what the last one on method was about."""
    if rule.why == METHOD:
        return polled(place, words, told)
    about = near(place, words)
    if _SELF_CONTAINED.search(place.clause(words).read(place.text).lower()):
        about = alike(place, place.clause(words), about)
    if rule.why == FACTS:
        about = _contradicted(place, words, about)
    if rule.status is Status.NONE and _GIVING.match(words.read(place.text)):
        return tuple(i for i in about if same_subject(place, place.by_id[i], words))
    return repeated(place, about, words) if rule.status in _RULINGS else about


def _not_meant(place: Scene, rule: Trigger, words: Span) -> bool:
    """Whether a ruling is only supposed or asked for, or is what somebody with a name says."""
    if rule.status is not Status.DISPUTED and rule.why != UNCONFIRMED:
        return False
    sentence = place.sentence(words.start)
    before = place.text[sentence.start : words.start] if sentence else ""
    asked = sentence is not None and sentence.read(place.text).rstrip("\"”’') ").endswith("?")
    said = any(a.source and any(s.overlaps(words) for s in a.cue) for a in place.attributions)
    return asked or said or bool(_SUPPOSED.search(before))


def _contradicted(place: Scene, words: Span, about: tuple[str, ...]) -> tuple[str, ...]:
    """Of what facts are set against, what they speak of: in their sentence, or in its words."""
    stated = tuple(i for i in about if place.by_id[i].act is not Act.SHOW)
    sentence = place.sentence(words.start)
    if sentence is None or sentence.start < words.start:
        return stated
    return alike(place, sentence, stated)


def _labels(place: Scene) -> Iterator[Decided[Note]]:
    """Single words: adverbs at a cue ("falsely"), adjectives of a claim ("unconfirmed")."""
    for rule, words in hits(place.text, FALSELY):
        if about := behind(place, words):
            cued = [s for i in about for s in place.by_id[i].cue]
            at_cue = any(s.start <= words.end + 1 and words.start <= s.end + 4 for s in cued)
            if at_cue and (place.own_voice(words) or place.is_cue(words)):
                yield _evidence(rule.status, words, about, rule.why)
    for rule, words in hits(place.text, LABELS):
        if place.own_voice(words) and (about := behind(place, words)):
            yield _evidence(rule.status, words, about, rule.why)


def _whole(place: Scene, words: Span) -> Span:
    """The words with the rest of their clause; a phrase without a verb ("without proof") alone."""
    if re.match(r"with", words.read(place.text), re.IGNORECASE):
        return words
    around = place.clause(words)
    spoken = [s for a in place.attributions for s in a.content if s.overlaps(around)]
    return words if spoken else around


def _evidence(status: Status, words: Span, about: tuple[str, ...], why: str) -> Decided[Note]:
    return Decided(Note(NoteKind.EVIDENCE, status, words, about), why)
