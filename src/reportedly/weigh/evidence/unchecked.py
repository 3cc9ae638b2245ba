"""What a carrier says it could not check: "Telmar said it could not verify the footage"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.schema import Attribution, Evidence, Span, Voice
from reportedly.weigh.decided import Decided
from reportedly.weigh.notes.about import REACH, near
from reportedly.weigh.notes.sightings import MEDIUM, carries
from reportedly.weigh.notes.unproven import UNVERIFIED
from reportedly.weigh.scene import Scene
from reportedly.weigh.scene.scene import first
from reportedly.weigh.scene.trigger import hits

_NAME = re.compile(r"[A-Z][\w’'&.-]*(?:\s+[A-Z][\w’'&.-]*)*")


def unchecked(place: Scene) -> Iterator[tuple[str, Decided[Evidence]]]:
    """Marks for what a medium says, in a content, that it could not check.

    Yields:
        The id of each attribution that it speaks of, and the mark.
    """
    for rule, words in hits(place.text, UNVERIFIED):
        holder = place.holder(words)
        if holder is None or not _by_medium(place, holder, words):
            continue
        mark = Evidence(rule.status, place.clause(words), Voice.CARRIER)
        for identity in near(place, words, holder):
            if _shortly_before(place, place.by_id[identity], words):
                yield identity, Decided(mark, "a carrier says that it could not check it")


def _shortly_before(place: Scene, a: Attribution, words: Span) -> bool:
    """Whether something was said before, no further back than a note reaches."""
    gap = place.paragraph_number(words.start) - place.paragraph_number(a.cue[0].start)
    return first(a) < words.start and gap <= REACH


def _by_medium(place: Scene, holder: Attribution, words: Span) -> bool:
    """Whether it is a medium that could not check, by the subject or by who speaks."""
    clause = place.clause(words)
    subject = place.text[clause.start : words.start]
    names = _NAME.findall(subject)
    if names:
        return carries(place, names[-1]) or bool(MEDIUM.search(names[-1]))
    name = holder.speaker.name if holder.speaker else None
    plain = subject.strip().lower() in ("it", "we", "they", "that it", "")
    return plain and name is not None and (carries(place, name) or bool(MEDIUM.search(name)))
