"""Which attributions a medium carries: by sentence, by what holds what, by what stands nearest."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from reportedly.resolve.carriers.sentences import Sentences
from reportedly.resolve.carriers.triggers import Place, Trigger
from reportedly.schema.attribution import Attribution
from reportedly.schema.spans import Span

NEAR = 100
"""Characters at most between a cue and the words of speaking to a medium; a long clause."""
BEFORE = 90
"""Characters at most between "the Herald reported" and the speaker or the words that it gives."""

_BREAK = re.compile(r"[;:]\s|[.!?][”\"]?\s+[A-Z]")
_PRONOUN = re.compile(r"(?:he|she|they|i|who|the \w+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Scene:
    """What attaching looks at.

    Args:
        text: the document's text.
        cut: its sentences.
        attributions: in text order.
        carried: ids of attributions whose source is a medium, with the words that name it.
        holders: for each attribution, ids of those (no carriers) in whose content its cue lies.
    """

    text: str
    cut: Sentences
    attributions: tuple[Attribution, ...]
    carried: Mapping[str, Trigger | None]
    holders: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def holding(self, span: Span) -> frozenset[str]:
        """Ids of the attributions, no carriers' own, in whose content a span lies."""
        return frozenset(
            a.id
            for a in self.attributions
            if a.id not in self.carried and any(span.within(c) for c in a.content)
        )


def scene(
    text: str,
    cut: Sentences,
    attributions: tuple[Attribution, ...],
    carried: Mapping[str, Trigger | None],
) -> Scene:
    """Make a scene: what holds what is found once."""
    bare = Scene(text, cut, attributions, carried)
    holders = {a.id: bare.holding(a.cue[0]) - {a.id} for a in attributions}
    return Scene(text, cut, attributions, carried, holders)


def attach(here: Scene, triggers: list[Trigger]) -> dict[str, list[Trigger]]:
    """For each attribution, the triggers whose media carry it."""
    found: defaultdict[str, list[Trigger]] = defaultdict(list)
    loose: list[Trigger] = []
    for trigger in triggers:
        carried = list(_carried_by(here, trigger))
        for attribution in carried:
            found[attribution.id].append(trigger)
        if not carried and trigger.near:
            loose.append(trigger)
    for trigger in loose:
        following = _next(here, trigger)
        if following and following.id not in found:
            found[following.id].append(trigger)
    return found


def _carried_by(here: Scene, trigger: Trigger) -> Iterator[Attribution]:
    candidates = [a for a in here.attributions if _possible(here, trigger, a)]
    if not candidates:
        return
    if trigger.subject:
        candidates = [a for a in candidates if _under(here, trigger, a)]
    if trigger.near:
        candidates = [a for a in candidates if _gap(here, trigger, a) <= NEAR]
    if not candidates:
        return
    nearest = min(candidates, key=lambda a: (_gap(here, trigger, a), a.cue[0]))
    yield nearest
    for other in candidates:
        if other is not nearest and _together(nearest, other):
            yield other


def _possible(here: Scene, trigger: Trigger, a: Attribution) -> bool:
    """Whether a medium may carry an attribution: same sentence, same level, not its words."""
    medium = trigger.medium.span
    start, end = here.cut.around(tuple(sorted((*a.source, *a.cue))))
    if not start <= medium.start < end or a.id in here.carried:
        return False
    if any(s.start <= medium.start and medium.end <= s.end for s in a.source):
        inside = any(trigger.anchor.within(s) for s in a.source)
        if not (inside and trigger.near):
            return False
    if any(medium.overlaps(c) for c in a.content) and not _trails(here, trigger, a):
        return False
    if any(
        medium.within(s)
        for b in here.attributions
        if b is not a
        for s in b.source
        if s not in a.source
    ):
        return False
    quotation = here.cut.quotation(medium.start)
    if quotation and not any(quotation.overlaps(c) for c in a.cue):
        return False
    return here.holding(medium) - {a.id} == here.holders[a.id]


def _trails(here: Scene, trigger: Trigger, a: Attribution) -> bool:
    """Whether a content only reached too far: ", according to the Herald" at its very end."""
    rest = here.text[trigger.medium.span.end : a.content[-1].end]
    before = here.text[max(0, trigger.anchor.start - 3) : trigger.anchor.start]
    outer = trigger.place is Place.OUTER and not trigger.subject
    ends = trigger.medium.span.end <= a.content[-1].end and not re.search(r"\w", rest)
    return (
        outer and ends and "," in before and here.cut.quotation(trigger.medium.span.start) is None
    )


def _under(here: Scene, trigger: Trigger, a: Attribution) -> bool:
    """Whether a medium's verb governs an attribution: before it, behind it, or in its cue."""
    if any(trigger.anchor.overlaps(c) for c in a.cue):
        return True
    parts = (*a.source, *a.cue, *a.content)
    if min(p.start for p in parts) > trigger.medium.span.start:
        first = min((*a.source, *a.cue, *(c for c in a.content if c.start > trigger.anchor.end)))
        between = here.text[trigger.anchor.end : first.start]
        return 0 <= first.start - trigger.anchor.end <= BEFORE and not re.search(r"[.;]\s", between)
    before = here.text[max(0, trigger.medium.start - 3) : trigger.medium.start].rstrip()
    closes = before.endswith((",", "”", '"', "’", "'", "–", "—", "-"))
    quoted = trigger.anchor.read(here.text).startswith("quot")
    last = max(s.end for s in parts)
    after_all = here.text[trigger.anchor.end : trigger.anchor.end + 1] in ".\n,:" or quoted
    ahead = quoted and any(s.start >= trigger.anchor.end for s in a.source)
    return ahead or (closes and last <= trigger.medium.start + 1) or (closes and after_all)


def _gap(here: Scene, trigger: Trigger, a: Attribution) -> int:
    """Characters between a cue and a trigger; far beyond a break in the sentence."""
    words = Span(min(trigger.anchor.start, trigger.medium.start), trigger.medium.span.end)
    gap = len(here.text)
    for cue in (*a.cue, *(a.source if trigger.near else ())):
        if cue.overlaps(words):
            return 0
        low, high = (cue.end, words.start) if cue.end <= words.start else (words.end, cue.start)
        broken = trigger.near and _BREAK.search(here.text, low, high)
        gap = min(gap, high - low + (NEAR if broken else 0))
    return gap


def _together(one: Attribution, other: Attribution) -> bool:
    """Whether two attributions are one utterance: the same source, or one leans on the other."""
    first = one.source_from or one.id
    same = bool(one.source) and one.source == other.source
    return same or first == (other.source_from or other.id)


def _next(here: Scene, trigger: Trigger) -> Attribution | None:
    """The attribution right after "She appeared on Radio Velmar.", if it is hers."""
    start, end = here.cut.at(trigger.anchor.start)
    if trigger.place is not Place.INNER or here.cut.quotation(trigger.anchor.start):
        return None
    if any(start <= a.cue[0].start < end for a in here.attributions) or here.holding(
        trigger.anchor
    ):
        return None
    for a in here.attributions:
        place = min(a.cue[0].start, a.source[0].start if a.source else a.cue[0].start)
        if place >= end:
            said = here.text[start : trigger.medium.start]
            said += "" if trigger.medium.owner else here.text[trigger.medium.span.end : end]
            hers = a.source and a.id not in here.carried and _hers(here, a, said)
            near = min(p.start for p in (*a.source, *a.cue, *a.content)) - end < NEAR
            return a if hers and near and not here.holders[a.id] else None
    return None


def _hers(here: Scene, a: Attribution, said: str) -> bool:
    """Whether a source is a pronoun, or its last name stands in what was said before."""
    source = a.source[0].read(here.text)
    if _PRONOUN.fullmatch(source):
        return True
    last = source.split()[-1].strip("’'s.,")
    return len(last) > 2 and last[0].isupper() and last in said
