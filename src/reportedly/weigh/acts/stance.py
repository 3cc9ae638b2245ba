"""What the publisher's choice of a cue says of the content: nothing, doubt, or assent."""

from __future__ import annotations

import re

from reportedly.schema import Act, Attribution, Kind, Span, Stance
from reportedly.weigh.acts.cue import Cue
from reportedly.weigh.acts.find import Hit
from reportedly.weigh.acts.lexicon import Lexicon

_HEDGES = frozenset(
    "allegedly purportedly reportedly supposedly ostensibly so-called supposed purported"
    " alleged".split()
)
_SPEAKING = frozenset("i we you me us".split())
_FACTS = frozenset("realise notice recognise understand reveal disclose".split())
ASSERTING = frozenset((Act.SAY, Act.SHOW, Act.CONFIRM, Act.ADMIT))
"""Acts that scare quotes can cast doubt on: others are quoted, not doubted ("to 'mock' her")."""
_OPEN = "\"“‘'«„"
_CLOSE = "\"”’'»"
_DOUBLE = re.compile(r"[\"“”„«»]|''|``")
_OPENERS = frozenset("“„«") | {"``"}
_CLOSERS = frozenset("”»") | {"''"}
_PARAGRAPH = re.compile(r"\n\s*\n|(?<=[.!?\"”])\s*\n")
_REACH = 4_000
"""Characters before a cue in which its paragraph's beginning is looked for."""


def stance_of(
    cue: Cue, found: list[Hit], hit: Hit | None, lexicon: Lexicon, *, negated: bool
) -> tuple[Stance, str]:
    """The stance of a cue that the publisher chose, and the word that tells it.

    Args:
        cue: the cue.
        found: the entries that it holds.
        hit: the one that decides its act, if any.
        lexicon: says which of them doubt or assent.
        negated: the cue is negated.
    """
    hedge = next((w.text for w in cue.words if w.text in _HEDGES), None)
    if hedge:
        return Stance.DOUBTING, hedge
    for one in [hit] if hit else found:
        stance = lexicon.stances.get(one.entry.name, Stance.NEUTRAL)
        if stance is Stance.ENDORSING and not _presumes(cue, one, negated=negated):
            continue
        if stance is not Stance.NEUTRAL:
            return stance, one.entry.name
    return Stance.NEUTRAL, ""


def _presumes(cue: Cue, hit: Hit, *, negated: bool) -> bool:
    """Whether a cue takes its content for true.

    Not in the mouth of one who speaks for himself ("I remember"), which is no choice of the
    publisher's; not where the content is a question ("knew whether"); and where it is negated only
    if the content is a fact all the same ("did not realise", "do not know that").
    """
    if cue.source and cue.source[0].text in _SPEAKING:
        return False
    first = cue.content[0].text if cue.content else ""
    if first in ("whether", "if"):
        return False
    known = hit.entry.act is Act.THINK and first == "that"
    return not negated or known or hit.entry.name in _FACTS


def in_scare_quotes(attribution: Attribution, text: str) -> bool:
    """Whether the cue, or a word of it, stands in quotation marks by itself."""
    for span in attribution.cue:
        words = span.read(text)
        inner = re.search(r"(?:^|\s)[\"“‘«](\w+(?: \w+)?)[\"”’»](?:\s|$)", words)
        if inner or _enclosed(text, span):
            return True
    return False


def _enclosed(text: str, span: Span) -> bool:
    before = text[span.start - 1 : span.start]
    after = text[span.end : span.end + 1]
    words = span.read(text)
    return bool(
        before and after and before in _OPEN and after in _CLOSE and any(c.isalpha() for c in words)
    )


def is_quoted(attribution: Attribution, parent: Attribution | None, text: str) -> bool:
    """Whether the cue stands in somebody's quoted speech: then its words are not the publisher's.

    A parent's content that is all in quotation marks says so; else the marks of the paragraph do.
    """
    if parent is None:
        return False
    return parent.kind is Kind.DIRECT or _in_marks(text, attribution.cue[0].start)


def _in_marks(text: str, place: int) -> bool:
    start = max(0, place - _REACH)
    breaks = [m.end() for m in _PARAGRAPH.finditer(text, start, place)]
    inside = False
    for mark in _DOUBLE.finditer(text, breaks[-1] if breaks else start, place):
        form = mark.group()
        inside = form in _OPENERS or (form not in _CLOSERS and not inside)
    return inside
