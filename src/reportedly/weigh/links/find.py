"""Links between the attributions of one document, in text order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from reportedly.schema import Act, Extraction, Link, LinkKind, Span
from reportedly.weigh.decided import Decided
from reportedly.weigh.links.bearer import bearer, meant, said_by_agent
from reportedly.weigh.links.contrary import contrary, likewise
from reportedly.weigh.links.likeness import alike
from reportedly.weigh.links.pick import joint, pick
from reportedly.weigh.links.ruled import ruled
from reportedly.weigh.links.ties import TIES, Tie
from reportedly.weigh.scene import Scene, scene


def links(extraction: Extraction) -> tuple[Decided[Link], ...]:
    """Find which attribution echoes, confirms, denies, answers or corrects which.

    Args:
        extraction: the document with its attributions, parents, speakers and acts.

    Returns:
        The links by where the words that tie them stand; one for each pair and kind.
    """
    place = scene(extraction)
    found: dict[tuple[str, str], Decided[Link]] = {}
    for link in _tied(place):
        found.setdefault((link.noun.from_, link.noun.to), link)
    # What words tie goes before what is alone alike.
    tied = {(link.noun.from_, link.noun.kind) for link in found.values()}
    for link in chain(ruled(place), alike(place), contrary(place), likewise(place)):
        if (link.noun.from_, link.noun.kind) not in tied:
            found.setdefault((link.noun.from_, link.noun.to), link)
    return tuple(sorted(found.values(), key=lambda link: link.noun.span))


def _tied(place: Scene) -> Iterator[Decided[Link]]:
    taken: list[Span] = []
    for tie in TIES:
        for match in tie.pattern.finditer(place.text):
            words = Span(*match.span())
            if any(words.overlaps(other) for other in taken) or not _reported(place, words):
                continue
            if tie.leant and _asks(place, words):
                continue
            spot = match.span("object")
            named = Span(*spot) if spot[0] < spot[1] else None
            if found := _links(place, tie, words, named):
                taken.append(words)
                yield from found


def _reported(place: Scene, words: Span) -> bool:
    """Whether words stand where the document reports, outside quotation marks at their start."""
    sentence = place.sentence(words.start)
    if sentence is None or not words.within(sentence):
        return False
    return not any(q.start < words.start < q.end for q in place.quotes)


_PARTICIPLE = re.compile(
    r"(?:^|[.,;:(—–”\"\n]\s*|\b(?:when|being|was|were|been|and|but|later|repeatedly|then)\s+)$"
)
_ONCE_ASKED = re.compile(r"\b(?:has|have|had|['’]ve|['’]s) (?:\w+ )?been\s+$")


def _asks(place: Scene, words: Span) -> bool:
    """Whether "asked" has somebody who asks for its subject, and is no answer's circumstance."""
    said = words.read(place.text).lower()
    if not said.startswith(("asked", "pressed", "questioned", "quizzed")):
        return False
    for a in place.attributions:
        if a.act is Act.ASK and any(s.overlaps(words) for s in a.cue):
            return any(not s.overlaps(words) for s in a.source)
    before = place.text[max(0, words.start - 20) : words.start]
    if _ONCE_ASKED.search(before):
        return True
    return not _PARTICIPLE.search(before)


_TO_CONFIRM = re.compile(
    r"\b(?:work|try|tri|seek|sought|unable|able|wait|hope|hoping|need|ask|yet|refus|declin)\w*"
    r" to\s+$",
    re.IGNORECASE,
)
"""Before a tie: it is not done ("is working to confirm reports", "has yet to deny it")."""


def _before(place: Scene, words: Span) -> str:
    return place.text[max(0, words.start - 20) : words.start]


def _links(place: Scene, tie: Tie, words: Span, named: Span | None) -> list[Decided[Link]]:
    source = said_by_agent(place, words) if tie.passive else bearer(place, tie, words)
    if source is None or source.negated:
        return []
    if tie.kind is LinkKind.CONFIRMS and _TO_CONFIRM.search(_before(place, words)):
        return []
    target = pick(place, tie, source, words, named)
    if target is None:
        return []
    if not tie.passive:
        source = meant(place, words, target) or source
    targets = [target, *(joint(place, target, named) if named else ())]
    return [
        Decided(Link(tie.kind, source.id, one.id, words), tie.why)
        for one in targets
        if one.id != source.id and not (tie.kind is LinkKind.ANSWERS and one.parent == source.id)
    ]
