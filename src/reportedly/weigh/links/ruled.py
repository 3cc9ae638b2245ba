"""Denials in a speaker's own words: "The story is a hoax", "That never happened"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.patterns import pattern
from reportedly.schema import Act, Attribution, Link, LinkKind, Span
from reportedly.weigh.decided import Decided
from reportedly.weigh.links.target import before, fitting
from reportedly.weigh.scene import Scene, shared_words
from reportedly.weigh.scene.nouns import CLAIM, THING
from reportedly.weigh.scene.scene import first
from reportedly.weigh.scene.told import HEARSAY, definite
from reportedly.weigh.scene.verbs import BE
from reportedly.weigh.scene.verdicts import ENDS, SHAM, UNTRUE

_NOUN = (
    rf"(?:the|this|that|these|those|any|such|any such|all|his|her|their|its|[\w’'-]{{1,40}}['’]s)"
    rf" (?:[\w’'-]+ ){{0,2}}?(?:{CLAIM}|{THING})(?:,? (?:that|of|about|in|on|by|made)(?:"
    rf" [\w’'-]+){{1,9}}?)?"
    r"|(?:rumou?rs|reports|claims|allegations|speculation|talk) (?:of|that|about)(?:"
    r" [\w’'-]+){1,9}?"
)
_THAT = r"(?:it|this|that|they|these|those|which|all of (?:it|this|that))"
_RULED = re.compile(
    (
        rf"\b(?:{_NOUN}|{_THAT})(?: {BE}|['’](?:s|re)) (?:(?:just|all|simply|definitely|\w+ly) "
        rf"){{0,3}}[“\"‘']?(?:(?:an?|nothing but|pure|total|complete|just an?) )?(?:(?!not\b"
        rf"|never\b"
        rf"|n['’]t\b)[\w-]+ )?{UNTRUE}\b{ENDS}"
        rf"|\b(?:there(?: is| was|['’]s) (?:\w+ )?)?(?:no|zero|not (?:a word|a shred) of) (?:\w+"
        rf" )?truth (?:to|in|behind)(?: {_NOUN}| {_THAT}| [\w’'-]+)?"
        rf"|\b(?:{_NOUN}|it|this|that) (?:\w+ )?(?:never (?:actually |really )?(?:happened"
        rf"|occurred|took place)|(?:did not|didn['’]t) (?:happen|occur|take place))\b"
    ).replace(" ", r"\s+"),
    re.IGNORECASE,
)
_VERDICT = pattern(
    rf"\b(?:{UNTRUE}|truth (?:to|in|behind)|happen(?:ed)?|occur(?:red)?|t(?:ake|ook)"
    rf" place)\b".replace(" ", r"\s+"),
    re.IGNORECASE,
)
"""What each match of the above holds: few sentences have any."""
_INNOCENT = pattern(
    (
        r"\b(?:(?:has|have|had) (?:absolutely )?(?:nothing to do with|no (?:role|part|involvement"
        r"|hand)"
        r" in|no (?:knowledge|recollection) of|done nothing wrong|not done anything wrong)"
        r"|did (?:nothing|not do anything|n['’]t do anything) wrong|didn['’]t do (?:it|that"
        r"|anything)"
        r"|(?:is|are|was|were|am)(?: not|n['’]t| never) (?:involved in|responsible for|guilty of"
        r"|behind"
        r"|part of|connected (?:to|with)|linked to)|(?:is|are|was|were|am) (?:completely "
        r"|totally"
        r" )?innocent)\b"
    ).replace(" ", r"\s+"),
    re.IGNORECASE,
)
"""How somebody says that he did not do what he is said to have done."""
_WRONG_TO = pattern(
    r"\b(?:is|are|was|were) [“\"‘']?(?:(?:\w+ly|just|dead) )?(?:wrong|mistaken|lying|incorrect)"
    r"[”\"’']? (?:for|to|when|in|about)\b".replace(" ", r"\s+"),
    re.IGNORECASE,
)
_IF = re.compile(
    r"\b(?:if|unless|whether|would|could|might|may|hopes?|hoped|hoping|wish|pray)\b", re.IGNORECASE
)
_SHAM = re.compile(SHAM, re.IGNORECASE)
_SPOKEN = frozenset(Act) - {
    Act.WANT,
    Act.DECIDE,
    Act.ASK,
    Act.DENY,
    Act.ORDER,
    Act.PROMISE,
    Act.EXPECT,
    Act.THINK,
}
_EARLY = 120
"""Characters of a content within which a speaker says outright that something is not so."""
_NEAR = 1
"""Paragraphs before its own that a bare "that is not true" reaches back to."""
_KNOWS = re.compile(
    r"\b(?:aware|knew|knows?|known|realis|realiz|admi|concede|would|could|might|hop|wish)\w*",
    re.IGNORECASE,
)


def ruled(place: Scene) -> Iterator[Decided[Link]]:
    """Links from who says in so many words that something is not so, to who said it."""
    for words in _rulings(place):
        a = place.holder(words)
        if a is None or not _rules(place, a) or not _outright(place, a, words):
            continue
        if told := _told(place, a, words):
            why = "it says that what was said is not so"
            yield Decided(Link(LinkKind.DENIES, a.id, told.id, words), why)
    yield from _innocent(place)
    for match in _WRONG_TO.finditer(place.text):
        words = Span(*match.span())
        a = place.holder(words)
        if a is None or a.negated or not _outright(place, a, words):
            continue
        within = (b for b in place.attributions if b.parent == a.id and b.act in _SPOKEN)
        if told := next((b for b in within if 0 <= b.cue[0].start - words.end <= 40), None):
            why = "it says that somebody is wrong to say so"
            yield Decided(Link(LinkKind.DENIES, a.id, told.id, words), why)


def _rulings(place: Scene) -> Iterator[Span]:
    verdicts = (place.sentence(match.start()) for match in _VERDICT.finditer(place.text))
    for sentence in dict.fromkeys(s for s in verdicts if s):
        for match in _RULED.finditer(place.text, sentence.start, sentence.end):
            yield Span(*match.span())


def _rules(place: Scene, a: Attribution) -> bool:
    """Whether somebody says it of others: who knows or would say it does not."""
    if a.negated or a.act in (Act.ASK, Act.WANT):
        return False
    base = place.by_id.get(a.source_from or "")
    leans = not a.source and base is not None and base.act is Act.DENY
    return not leans and not any(_KNOWS.search(s.read(place.text)) for s in a.cue)


def _innocent(place: Scene) -> Iterator[Decided[Link]]:
    """Links from who says that he did not do it, to who says that he did."""
    for match in _INNOCENT.finditer(place.text):
        words = Span(*match.span())
        a = place.holder(words)
        if a is None or a.negated or a.speaker is None or not _outright(place, a, words):
            continue
        name = (a.speaker.name or "").rsplit(maxsplit=1)[-1:]
        speaker = place.speaks(a)
        charged = (
            b
            for b in before(place, a)
            if b.act in _SPOKEN
            and not b.negated
            and place.speaks(b) != speaker
            and name
            and name[0][:1].isupper()
            and name[0] in place.said(b)
        )
        if told := next(charged, None):
            yield Decided(
                Link(LinkKind.DENIES, a.id, told.id, words), "he says that he did not do it"
            )


def _outright(place: Scene, a: Attribution, words: Span) -> bool:
    """Whether words stand at the head of a content, under no condition."""
    part = next(s for s in a.content if words.within(s))
    lead = place.text[part.start : words.start]
    return len(lead) <= _EARLY and not _IF.search(lead)


def _told(place: Scene, a: Attribution, words: Span) -> Attribution | None:
    """What is ruled on: told in the words themselves, taken up by their noun, or said last."""
    within = [b for b in place.attributions if b.parent == a.id and b.act in _SPOKEN]
    if inner := next((b for b in within if any(s.overlaps(words) for s in b.cue)), None):
        return inner
    speaker = place.speaks(a)
    others = [
        b
        for b in before(place, a)
        if b.act in _SPOKEN and not b.negated and (not speaker or place.speaks(b) != speaker)
    ]
    text = words.read(place.text)
    noun = definite(text)
    number = place.paragraph_number(first(a)) - _NEAR
    close = [b for b in others if place.paragraph_number(b.cue[0].start) >= number]
    if noun is None:
        rumoured = [b for b in (others if _SHAM.search(text) else close) if HEARSAY.names(place, b)]
        return next(iter((*rumoured, *close)), None)
    named = [b for b in others if noun.names(place, b)]
    like = [b for b in others if shared_words(place.said(b), text) >= 2]
    return fitting(place, named or like or close, place.said(a), noun)
