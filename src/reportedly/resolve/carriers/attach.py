"""Which attributions a medium carries: by sentence, by what holds what, by what stands nearest."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from reportedly.resolve.carriers.sentences import Sentences
from reportedly.resolve.carriers.triggers import Place, Trigger
from reportedly.schema.attribution import Attribution
from reportedly.schema.spans import Span

NEAR = 100
"""Characters at most between a cue and the words of speaking to a medium; a long clause."""
WIDEST = 1000
"""Characters at most between a medium and a source or cue; a longer sentence is none."""
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
        contents: start and end of what those that are no carriers' say, with their ids, in order.
        holders: for each attribution, ids of those (no carriers) in whose content its cue lies.
    """

    text: str
    cut: Sentences
    attributions: tuple[Attribution, ...]
    carried: Mapping[str, Trigger | None]
    contents: Sequence[tuple[int, int, str]] = ()
    holders: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def holding(self, span: Span) -> frozenset[str]:
        """Ids of the attributions, no carriers' own, in whose content a span lies."""
        held: set[str] = set()
        for start, end, name in self.contents:
            if start > span.start:
                break
            if span.end <= end:
                held.add(name)
        return frozenset(held)


def scene(
    text: str,
    cut: Sentences,
    attributions: tuple[Attribution, ...],
    carried: Mapping[str, Trigger | None],
) -> Scene:
    """Make a scene: what holds what is found once."""
    contents = sorted(
        (c.start, c.end, a.id) for a in attributions if a.id not in carried for c in a.content
    )
    bare = Scene(text, cut, attributions, carried, contents)
    holders = {a.id: bare.holding(a.cue[0]) - {a.id} for a in attributions}
    return replace(bare, holders=holders)


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
    if _THAT.search(here.text, max(0, trigger.anchor.start - 24), trigger.anchor.start):
        return  # "a report, which appeared in the Herald", is about the report
    beside = [a for a in here.attributions if _beside(here, trigger, a)]
    candidates = _allowed(here, trigger, beside) if beside else []
    if trigger.subject:
        candidates = [a for a in candidates if _under(here, trigger, a)]
    if trigger.near:
        candidates = [a for a in candidates if _gap(here, trigger, a) <= NEAR]
        candidates = [a for a in candidates if not _of_another(here, trigger, a)]
    if not candidates:
        return
    nearest = min(candidates, key=lambda a: (_gap(here, trigger, a), a.cue[0]))
    yield nearest
    for other in candidates:
        if other is not nearest and _together(nearest, other):
            yield other


_THAT = re.compile(r"\b(?:which|that)\s(?:(?:was|were|had|has|first|originally|also)\s)*$")
_DOING = re.compile(
    r"\b(?:of|by|showing|showed|shows|heard|saw|watched)\s(?:the\s)?[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+)?"
    r"\s(?:\w+ly\s)?(?:talking|speaking|appearing|discussing|being|saying|telling|in|on)\b"
)


def _of_another(here: Scene, trigger: Trigger, a: Attribution) -> bool:
    """Whether somebody else is on the medium: "mocked footage of Orro talking on Radio Velmar"."""
    last = max(c.end for c in a.cue)
    return last < trigger.anchor.start and bool(_DOING.search(here.text, last, trigger.anchor.end))


def _beside(here: Scene, trigger: Trigger, a: Attribution) -> bool:
    """Whether a medium stands in the sentence of an attribution that is no carrier's own."""
    place = trigger.words.start
    if abs(a.cue[0].start - place) > 2 * WIDEST:  # the usual case, at little cost
        return False
    parts = (*a.source, *a.cue)
    if a.id in here.carried or min(abs(p.start - place) for p in parts) > WIDEST:
        return False
    start, end = here.cut.around(tuple(sorted(parts)))
    return start <= place < end


def _allowed(here: Scene, trigger: Trigger, beside: list[Attribution]) -> list[Attribution]:
    """Those at the level of the medium: it stands in no other's source, content or quotation."""
    medium = trigger.words
    level = here.holding(medium)
    naming = [s for b in here.attributions for s in b.source if medium.within(s)]
    quotation = here.cut.quotation(medium.start)
    return [
        a
        for a in beside
        if level - {a.id} == here.holders[a.id]
        and all(s in a.source for s in naming)
        and (quotation is None or any(quotation.overlaps(c) for c in a.cue))
        and _not_its_own(here, trigger, a)
    ]


def _not_its_own(here: Scene, trigger: Trigger, a: Attribution) -> bool:
    """Whether a medium is neither in an attribution's source nor among its words.

    In a source it may stand where the source says to whom it spoke ("divers who told Telmar").
    """
    if trigger.again or _tells(trigger, a):
        return True
    medium = trigger.medium.span
    if any(medium.within(s) and not trigger.anchor.within(s) for s in a.source):
        return False
    if any(medium.within(s) for s in a.source) and not trigger.near:
        return False
    return _trails(here, trigger, a) or not any(medium.overlaps(c) for c in a.content)


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
    words = trigger.anchor if trigger.again else words
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
    told = [a for a in here.attributions if start <= a.cue[0].start < end]
    if trigger.again or here.holding(trigger.anchor) or not all(_tells(trigger, a) for a in told):
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


def _tells(trigger: Trigger, a: Attribution) -> bool:
    """Whether an attribution is only the telling of a talk ("spoke to the Herald about it")."""
    return trigger.rule == "told" and any(trigger.anchor.overlaps(c) for c in a.cue)


def _hers(here: Scene, a: Attribution, said: str) -> bool:
    """Whether a source is a pronoun, or its last name stands in what was said before."""
    source = a.source[0].read(here.text)
    if _PRONOUN.fullmatch(source):
        return True
    last = source.split()[-1].strip("’'s.,")
    return len(last) > 2 and last[0].isupper() and last in said
