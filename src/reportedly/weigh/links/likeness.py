"""Links where no words name the other: by what is said, and by a question before an answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from reportedly.schema import Act, Attribution, Link, LinkKind
from reportedly.weigh.decided import Decided
from reportedly.weigh.links.said import said_before
from reportedly.weigh.links.target import near_after, near_before
from reportedly.weigh.scene import Scene, key_words
from reportedly.weigh.scene.scene import first, last

_PLAIN: Mapping[Act, LinkKind] = {
    Act.CONFIRM: LinkKind.CONFIRMS,
    Act.DENY: LinkKind.DENIES,
    Act.ECHO: LinkKind.ECHOES,
}
LIKE = 0.5
"""Least share of a content's telling words that must come back where no words name the other."""
_TOLD = re.compile(
    r"(?:claims?|allegations?|accusations?|assertions?|reports?|rumou?rs?|charges?|suggestions?"
    r"|statements?|speculation|stor(?:y|ies)|news)\b|(?:report|claim|alleg|say|said|suggest)",
    re.IGNORECASE,
)
_ASKS = re.compile(r"\b(?:ask|inquir|enquir|press|wonder|quizz)", re.IGNORECASE)
_PRONOUN = frozenset("he she they i we it".split())
_SPEAKS = re.compile(
    r"\b(?:agree|concur|echo|reiterat|repeat|confirm|verif|corroborat)", re.IGNORECASE
)
_DENIES = re.compile(
    r"\b(?:den(?:y|ie|ial)|reject|disput|refut|dismiss|contradict|rebut|repudiat|disagree|discount"
    r"|debunk|rule[sd]? out|ruling out|contest|challeng|shot down|shut down|brush|scoff|disavow"
    r"|disown|doubt)",
    re.IGNORECASE,
)
_IF = re.compile(r"\b(?:if|unless|whether)\b", re.IGNORECASE)
# Nobody answers what is only thought, planned or done.
_UNSPOKEN = frozenset((Act.THINK, Act.WANT, Act.DECIDE, Act.EXPECT, Act.ASK, Act.SHOW))


def alike(place: Scene) -> Iterator[Decided[Link]]:
    """Denials and confirmations of what somebody else said, and answers to questions."""
    for a in place.attributions:
        if a.negated or _NOT_SO.search(_lead(place, a)):
            continue
        if (kind := _PLAIN.get(a.act)) and _is_speech(place, a):
            yield from _of_act(place, a, kind)
    yield from _answers(place)


_NOT_SO = re.compile(
    r"\b(?:not|never|no|yet to|cannot|impossible|unable)\b|n['’]t\b|\bto (?:confirm|verify)\b",
    re.IGNORECASE,
)
"""What makes no confirmation of a cue ("has yet to confirm", "is working to confirm")."""


def _lead(place: Scene, a: Attribution) -> str:
    """The words from a cue to its content ("have not confirmed")."""
    start, end = a.cue[0].start, a.content[0].start
    return place.text[start:end] if start < end else ""


def _is_speech(place: Scene, a: Attribution) -> bool:
    """Whether a cue is one of speech: who endorses a candidate repeats nobody's words."""
    words = _DENIES if a.act is Act.DENY else _SPEAKS
    return any(words.search(s.read(place.text)) for s in a.cue)


def _of_act(place: Scene, a: Attribution, kind: LinkKind) -> Iterator[Decided[Link]]:
    if inner := _told_within(place, a):
        why = "it is told in the words of the cue itself"
        yield Decided(Link(kind, a.id, inner.id, a.cue[0]), why)
        return
    if a.parent or _supposed(place, a):
        return
    named = (b for b in near_after(place, a, paragraphs=3) if _is_told(place, b))
    others = (*near_before(place, a, paragraphs=4), *named)
    if found := _like(place, a, (b for b in others if b.act is not a.act)):
        why = "it is what somebody else says, in much the same words"
        yield Decided(Link(kind, a.id, found.id, a.cue[0]), why)
    elif a.act is not Act.ECHO and (said := said_before(place, a, _told_of(place, a))):
        why = "it is what somebody else has said"
        yield Decided(Link(kind, a.id, said.id, a.cue[0]), why)


def _told_of(place: Scene, a: Attribution) -> list[Attribution]:
    """What somebody else says before, and claims and reports told behind."""
    spoken = (b for b in near_before(place, a, 99) if b.act not in _UNSPOKEN and not b.negated)
    before = [b for b in spoken if b.act is not a.act]
    return [*before, *(b for b in near_after(place, a, 99) if _is_told(place, b))]


def _told_within(place: Scene, a: Attribution) -> Attribution | None:
    """What a content opens with as said by others ("denied claims by the guild that …")."""
    start = a.content[0].start
    for b in place.attributions:
        if b.parent != a.id or b.act in _UNSPOKEN or place.speaks(b) == place.speaks(a):
            continue
        if b.cue[0].start - start <= _NEAR and _is_told(place, b):
            return b
    return None


def _is_told(place: Scene, b: Attribution) -> bool:
    """Whether a cue is a noun or a verb of claiming ("the allegation that …")."""
    return bool(_TOLD.match(b.cue[0].read(place.text)))


def _supposed(place: Scene, a: Attribution) -> bool:
    """Whether the sentence of a cue puts it under a condition."""
    sentence = place.sentence(a.cue[0].start)
    return sentence is not None and bool(_IF.search(place.text, sentence.start, a.cue[0].start))


_NEAR = 60
"""Characters from the beginning of a content within which it names what it is about."""


def _like(place: Scene, a: Attribution, others: Iterable[Attribution]) -> Attribution | None:
    """Of some attributions the one that says most of what another says; None if little."""
    own = key_words(place.said(a))
    if len(own) < 2:
        return None
    best = max(
        ((len(own & key_words(place.said(b))), -i, b) for i, b in enumerate(others)),
        default=None,
        key=lambda scored: scored[:2],
    )
    if best is None or best[0] < min(3, len(own)) or best[0] < LIKE * len(own):
        return None
    return best[2]


def _answers(place: Scene) -> Iterator[Decided[Link]]:
    """What the one asked says right behind a question that is put in the document's own telling."""
    top = [a for a in place.attributions if a.parent is None]
    for asked, said in pairwise(top):
        if asked.act is Act.ASK and said.act not in _UNSPOKEN and _answered(place, asked, said):
            why = "it is said right behind a question"
            yield Decided(Link(LinkKind.ANSWERS, said.id, asked.id, said.cue[0]), why)


def _answered(place: Scene, asked: Attribution, said: Attribution) -> bool:
    """Whether a question is put to who speaks right behind it, in the same paragraph."""
    number = place.paragraph_number(asked.cue[0].start)
    near = 0 <= first(said) - last(asked) <= _NEAR
    if not near or place.paragraph_number(said.cue[0].start) != number or asked.negated:
        return False
    puts = any(_ASKS.search(s.read(place.text)) for s in asked.cue)
    speaker = place.speaks(said)
    return puts and speaker != place.speaks(asked) and _is_addressed(place, asked, said)


def _is_addressed(place: Scene, asked: Attribution, said: Attribution) -> bool:
    """Whether who speaks is a pronoun, or is named in the sentence of the question."""
    words = [w for s in said.source for w in s.read(place.text).lower().split()]
    if not words or (len(words) == 1 and words[0] in _PRONOUN):
        return bool(words)
    sentence = place.sentence(asked.cue[0].start)
    before = sentence.read(place.text).lower() if sentence else ""
    return any(len(w) > 3 and w in before for w in words)
