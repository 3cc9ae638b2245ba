"""Act, polarity and stance of every attribution of a document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reportedly.schema import Act, Attribution, Entity, Extraction, Kind, Stance
from reportedly.weigh.acts.complement import Setting, turned
from reportedly.weigh.acts.cue import Cue, Word, cue_of
from reportedly.weigh.acts.find import Hit, deciding, hits
from reportedly.weigh.acts.guess import guess
from reportedly.weigh.acts.lexicon import Lexicon, Part, lexicon
from reportedly.weigh.acts.polarity import negation
from reportedly.weigh.acts.source import voice_of
from reportedly.weigh.acts.stance import ASSERTING, in_scare_quotes, is_quoted, stance_of

_SURE: Mapping[Part, float] = {
    Part.PHRASE: 0.9,
    Part.VERB: 0.9,
    Part.NOUN: 0.8,
    Part.ADJECTIVE: 0.8,
    Part.ADVERB: 0.7,
    Part.LIGHT: 0.5,
}


@dataclass(frozen=True, slots=True)
class Judged:
    """What a cue does, and how it was told.

    Args:
        act: what the cue does.
        negated: the cue is negated, or the act refused.
        stance: what the publisher's choice of the cue says of the content.
        sure: 0 to 1, how far the act is to be trusted; below 0.5 for a cue outside the lexicon.
        why: the entry and the rules that decided, for a reader.
    """

    act: Act
    negated: bool
    stance: Stance
    sure: float
    why: str


def judge(extraction: Extraction) -> dict[str, Judged]:
    """Judge the cue of every attribution, by its words and what they stand with.

    Use it once speakers are resolved: a document that speaks shows, where a person says. Without
    speakers, the words of the source are read instead.

    Returns:
        One judgement for each attribution, by its id.
    """
    text = extraction.document.text
    entities = {e.id: e for e in extraction.entities}
    attributions = {a.id: a for a in extraction.attributions}
    return {
        a.id: _judged(a, text, attributions.get(a.parent or ""), _speaker(a, entities))
        for a in extraction.attributions
    }


def _speaker(attribution: Attribution, entities: Mapping[str, Entity]) -> Entity | None:
    speaker = attribution.speaker
    return entities.get(speaker.entity) if speaker and speaker.entity else None


def _judged(
    attribution: Attribution, text: str, parent: Attribution | None, entity: Entity | None
) -> Judged:
    words, known = cue_of(attribution, text), lexicon()
    found = hits(words, known)
    hit = deciding(found, words.words)
    act, refused, sure, why = _act(attribution, words, hit, entity, known)
    negator = "refused" if refused else negation(words, hit)
    stance, reason = _stance(
        attribution, text, parent, (words, found, hit, known), act, negated=negator is not None
    )
    if negator:
        why += f"; negated: '{negator}'"
    return Judged(act, negator is not None, stance, sure, why + reason)


def _act(
    attribution: Attribution, cue: Cue, hit: Hit | None, entity: Entity | None, known: Lexicon
) -> tuple[Act, bool, float, str]:
    voice = voice_of(attribution, cue.source, entity, known)
    if hit is None or _bare_auxiliary(cue, hit):
        likely = guess(cue, voice, known)
        return likely.act, False, likely.sure, f"{likely.why} → {likely.act}"
    quoted = attribution.kind is Kind.DIRECT
    turn = turned(Setting(cue, hit, voice, _rest(cue, hit), known, quoted))
    if turn:
        return turn.act, turn.refused, 0.8, f"{turn.why} → {turn.act}"
    entry = hit.entry
    return entry.act, False, _SURE[entry.part], f"lexicon: '{entry.name}' → {entry.act}"


def _bare_auxiliary(cue: Cue, hit: Hit) -> bool:
    """Whether all that the lexicon knows of a longer cue is its "have", "be" or "do"."""
    return hit.entry.name in ("have", "be", "do") and len(cue.words) > 1


def _rest(cue: Cue, hit: Hit) -> tuple[Word, ...]:
    """The words behind the deciding entry; the "to" that a phrase ends in is kept."""
    keeps_to = hit.entry.part is Part.PHRASE and hit.entry.words[-1] == "to"
    behind = (*cue.between, *cue.content) if cue.follows else cue.after
    return (*cue.words, *behind)[hit.end - keeps_to :]


def _stance(
    attribution: Attribution,
    text: str,
    parent: Attribution | None,
    reading: tuple[Cue, list[Hit], Hit | None, Lexicon],
    act: Act,
    *,
    negated: bool,
) -> tuple[Stance, str]:
    if is_quoted(attribution, parent, text):
        return Stance.NEUTRAL, ""
    if act is Act.DECIDE:  # a verdict "finds" nothing that the publisher could take for true
        reading = (reading[0], [], None, reading[3])
    if act in ASSERTING and in_scare_quotes(attribution, text):
        return Stance.DOUBTING, "; in quotation marks → doubting"
    stance, word = stance_of(*reading, negated=negated)
    return stance, f"; '{word}' → {stance}" if word else ""
