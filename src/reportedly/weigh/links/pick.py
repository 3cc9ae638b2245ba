"""The attribution that a tie leads to."""

from __future__ import annotations

import re

from reportedly.schema import Act, Attribution, LinkKind, Span
from reportedly.weigh.links.target import by_name, by_noun, fitting, near_before
from reportedly.weigh.links.ties import ASKED, SPEECH_NOUN, Tie
from reportedly.weigh.scene import Scene, key_words, plain_words, shared_words
from reportedly.weigh.scene.scene import first, last
from reportedly.weigh.scene.told import definite

_SPEECH = re.compile(rf"\b{SPEECH_NOUN}\b")
_QUESTIONS = re.compile(r"\b(?:questions?|requests?|offers?|calls?|proposals?)\b", re.IGNORECASE)
"""To turn these down says of nothing that it is not so."""
_POSSESSIVE = frozenset("his her their its".split())
# Nobody answers what is only thought, planned or done.
_UNSPOKEN = frozenset((Act.THINK, Act.WANT, Act.DECIDE, Act.EXPECT))
_THESE = re.compile(r"(?:these|those|such)\s+(?:\w+\s+){0,2}?\w+s\b", re.IGNORECASE)
_OWNED = re.compile(r"(?:the\s+|an?\s+)?([\w-]+?)(?:['’]s|s['’])\s", re.IGNORECASE)
_PRONOUN = frozenset("him her them that this it".split())
_BEHIND = 20
"""Characters at most between a question and its answer."""
_POINTING = frozenset("the this that these those".split())


def pick(
    place: Scene, tie: Tie, source: Attribution, words: Span, named: Span | None
) -> Attribution | None:
    """What a tie picks out: by the speaker that it names, by its noun, by its nearness.

    Args:
        place: the document.
        tie: what ties.
        source: the attribution that it starts from.
        words: the words of the tie.
        named: those of them that name the other, if any.
    """
    if tie.kind is LinkKind.ANSWERS and (asked := _question(place, source, words)):
        return asked
    if tie.kind is LinkKind.CORRECTS:
        return _nested(place, source) or _own_before(place, source, named is not None)
    if named is None:
        near = (a for a in near_before(place, source) if not a.negated)
        spoken = (a for a in near if a.act not in _UNSPOKEN)
        found = next((a for a in spoken if a.source or a.source_from), None)
        agrees = tie.kind is LinkKind.ECHOES and bool(place.said(source))
        return found if found is None or not agrees or _agreed(place, source, found) else None
    if tie.why == ASKED and not _SPEECH.search(named.read(place.text)):
        return None
    if behind := _told_behind(place, source, named):
        return behind
    found = _by_speaker(place, source, named) or _by_noun(place, tie, source, named)
    return found if found is None or _meant(place, tie, words, found) else None


_RELATIVE = re.compile(r"(?:,?\s+(?:which|that|who))?\s+", re.IGNORECASE)


def _told_behind(place: Scene, source: Attribution, named: Span) -> Attribution | None:
    """What the words behind a noun tell of it ("earlier rumours, which said that")."""
    for a in place.attributions:
        if source.id in (a.id, a.source_from) or not 0 < a.cue[0].start - named.end <= len(
            ", which "
        ):
            continue
        if _RELATIVE.fullmatch(place.text, named.end, a.cue[0].start):
            return a
    return None


def _agreed(place: Scene, source: Attribution, found: Attribution) -> bool:
    """Whether "agreed that …" takes up what was said before: it has a word of it, or quotes."""
    said = place.said(source)
    if source.act is Act.DECIDE or _MANY.search(_who(place, source)):
        return False
    return said[:1] in "\"“‘'" or bool(plain_words(said) & plain_words(place.said(found)))


_MANY = re.compile(
    r"\b(?:voters|percent|per cent|respondents|majority|both|adults|parties|sides|all)\b|%",
    re.IGNORECASE,
)
"""Who is polled, or agrees with one another, agrees with nobody's words."""


def _who(place: Scene, a: Attribution) -> str:
    return " ".join(s.read(place.text) for s in a.source)


def _meant(place: Scene, tie: Tie, words: Span, found: Attribution) -> bool:
    """Whether a side taken, or reports kept in line with, may be about what was found."""
    said = words.read(place.text).lower()
    if tie.kind is not LinkKind.ECHOES or said.startswith(("echo", "repeat", "agree", "concur")):
        return True
    noun = definite(said)
    sentence = place.sentence(words.start) or words
    alike = shared_words(place.said(found), sentence.read(place.text)) >= 1
    return alike or (noun is not None and noun.names(place, found))


def joint(place: Scene, target: Attribution, named: Span) -> list[Attribution]:
    """What "these claims" picks out beside the nearest: its like, and what leans on them.

    Like it is what others say, by the same act and partly in its words, in the paragraph of the
    nearest or the one before.
    """
    if not _THESE.match(named.read(place.text)):
        return []
    number = place.paragraph_number(target.cue[0].start)
    close = [
        a
        for a in place.attributions
        if a.id != target.id
        and a.act is target.act
        and a.parent is None
        and number - 1 <= place.paragraph_number(a.cue[0].start) <= number
        and a.cue[0].start < named.start
    ]
    like = [a for a in close if shared_words(place.said(a), place.said(target))]
    leant = {a.source_from for a in like} | {target.source_from}
    return [a for a in close if a in like or a.id in leant]


def _by_speaker(place: Scene, source: Attribution, named: Span) -> Attribution | None:
    """What a speaker says whom a tie names, or else what the tie's own words tell."""
    theirs = by_name(place, source, named) or []
    rest = named.read(place.text) + " " + place.said(source)
    apart = [a for a in theirs if a.parent != source.id and shared_words(place.said(a), rest)]
    return (
        fitting(place, apart, rest)
        or _told_in(place, source, named)
        or fitting(place, theirs, rest)
    )


def _by_noun(place: Scene, tie: Tie, source: Attribution, named: Span) -> Attribution | None:
    """What a noun such as "the accusation" picks out, where no speaker is named."""
    said = named.read(place.text)
    start = said.lower().split()[0]
    # Whose "his remarks" are is known only where the pronoun is resolved to a speaker.
    if tie.kind is LinkKind.DENIES and _QUESTIONS.search(said):
        return None
    if start in _POSSESSIVE and tie.kind is not LinkKind.ECHOES:
        return None
    if by_name(place, source, named) is not None or (tie.why == ASKED and start not in _POINTING):
        return None
    others = _owned(place, said, by_noun(place, source, said))
    if start in _PRONOUN:
        number = place.paragraph_number(named.start) - (start not in ("this", "that"))
        others = [a for a in others if place.paragraph_number(a.cue[0].start) >= number]
        if tie.kind is LinkKind.DENIES:  # who denies that, too, denies no denial
            others = [a for a in others if a.act is not Act.DENY]
    if source.act is Act.CONFIRM:
        return _same_facts(place, source, others)
    rest = said + " " + place.said(source) + " " + _onward(place, named)
    if not _SPEECH.search(said) and start not in _PRONOUN:
        return None
    more = key_words(place.said(source)) - key_words(said)
    if len(more) >= 3 and _goes_on(source, named):
        others = [a for a in others if _shares(more, key_words(place.said(a)))]
    return fitting(place, others, rest, definite(said))


def _onward(place: Scene, named: Span) -> str:
    """The rest of the sentence behind a noun: it may tell what was said ("…, claiming that")."""
    sentence = place.sentence(named.start)
    return place.text[named.end : sentence.end] if sentence else ""


def _owned(place: Scene, said: str, found: list[Attribution]) -> list[Attribution]:
    """Of some attributions those of whose it is: "the judges' statement" is the judges'."""
    owner = _OWNED.match(said)
    if owner is None:
        return found
    word = owner[1].lower()
    return [a for a in found if any(word in s.read(place.text).lower() for s in a.source)]


def _goes_on(source: Attribution, named: Span) -> bool:
    """Whether a noun tells itself what was said ("the notion that the mill would close")."""
    return any(s.start <= named.end + 2 and named.start < s.end for s in source.content)


def _shares(more: frozenset[str], other: frozenset[str]) -> bool:
    """Whether what was said before holds two words of what a noun tells, and half of them."""
    return len(more & other) >= max(2, len(more) / 2)


def _told_in(place: Scene, source: Attribution, named: Span) -> Attribution | None:
    """What the words of a tie tell themselves ("denied press reports of a landing")."""
    inner = [a for a in place.attributions if a.parent == source.id]
    return next((a for a in inner if a.cue[0].within(named)), None)


def _question(place: Scene, source: Attribution, words: Span) -> Attribution | None:
    """The question that is answered: asked in the words themselves or right before them."""
    asked = [a for a in place.attributions if a.act is Act.ASK and a.id != source.id]
    sentence = place.sentence(source.cue[0].start)
    before = Span(sentence.start, source.cue[0].end) if sentence else words
    here = [a for a in asked if any(s.overlaps(words) or s.overlaps(before) for s in a.cue)]
    if here:
        return here[0]
    earlier = near_before(place, source)
    if earlier and earlier[0] in asked:
        return earlier[0]
    # Who "was asked" is the source of the question and of the answer.
    number = place.paragraph_number(source.cue[0].start)
    passive = [
        a
        for a in asked
        if last(a) <= first(source)
        and first(source) - last(a) <= _BEHIND
        and place.paragraph_number(a.cue[0].start) == number
    ]
    return passive[-1] if passive else None


def _same_facts(
    place: Scene, source: Attribution, earlier: list[Attribution]
) -> Attribution | None:
    """What a confirmation repeats; told after it, if a later part of the text tells more of it.

    What is said to have been reported before may be told only afterwards, or not at all.
    """
    own = place.said(source)
    alike = [a for a in earlier if shared_words(place.said(a), own) >= 2]
    if alike:
        return fitting(place, alike, own)
    behind = [a for a in place.attributions if a.cue[0].start > source.cue[0].start]
    speaker = place.speaks(source)
    told = [a for a in behind if a.parent is None and place.speaks(a) != speaker]
    return fitting(place, [a for a in told if shared_words(place.said(a), own) >= 3], own)


def _own_before(place: Scene, source: Attribution, told: bool) -> Attribution | None:
    """What the same speaker said before: the last, or where more is told what shares its words."""
    speaker = place.speaks(source)
    reach = place.paragraph_number(source.cue[0].start) - 2
    own = [
        a
        for a in place.attributions
        if a.cue[0].start < source.cue[0].start
        and speaker
        and place.speaks(a) == speaker
        and place.paragraph_number(a.cue[0].start) >= reach
    ]
    words = place.said(source)
    if told and len(key_words(words)) >= 3:
        own = [a for a in own if shared_words(place.said(a), words)]
    if own or told:
        return own[-1] if own else None
    # Another may put it right for him: a spokesman for his minister.
    alike = [a for a in near_before(place, source) if shared_words(place.said(a), words) >= 2]
    return fitting(place, alike, words)


def _nested(place: Scene, source: Attribution) -> Attribution | None:
    """What an attribution's own content names as said ("rescinded their pledge not to …")."""
    return next((a for a in place.attributions if a.parent == source.id), None)
