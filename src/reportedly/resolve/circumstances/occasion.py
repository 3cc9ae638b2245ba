"""Which earlier utterance an attribution carries on."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from reportedly.resolve.circumstances.words import CARRYING_ON, HABIT, PERFECT, THOUGHT
from reportedly.schema import Attribution, BlockKind

_WORD = re.compile(r"[a-z][a-z'’-]*")
_FAR = 6
"""Attributions of the same level, beyond which a speaker's next words carry on nothing."""
_ANSWER = 3
"""Paragraphs at most from one answer to the next, the question between them."""
_QUESTION = re.compile(r"\b(?:ask|pressed|question)", re.IGNORECASE)
_GENITIVE = re.compile(r"(?:['’]s?|\b(?:his|her|its|their|my|our|your|whose))$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """What an attribution says of its own utterance.

    Args:
        attribution: the attribution.
        above: id of the attribution that it is said in.
        cue: its words, in lower case.
        source: the words of its source.
        day: the day that it states, as a value or as words.
        venue: the words of the venue that it states.
        addressee: the words that name whom it was said to.
        place: the number of its paragraph, and its own among those of its level.
    """

    attribution: Attribution
    above: str | None
    cue: str
    source: str
    day: str | None
    venue: str | None
    addressee: str | None
    paragraph: int
    number: int


@dataclass(slots=True)
class Run:
    """The utterances of one speaker at one level, as far as they were read."""

    last: Told | None = None
    day: str | None = None
    venue: str | None = None
    addressee: str | None = None
    stated: set[tuple[str | None, str | None]] = field(default_factory=set)


class Occasions:
    """Gives each attribution, in text order, the earlier one whose utterance it carries on.

    A speaker's next words carry on the last ones, unless another day or venue is named between,
    or the cue places them at some other time ("has said", "repeatedly", "previously"). Once a
    speaker has been heard on several occasions, only what stands close by, or says itself that it
    goes on, is taken to carry on. The turns of a conversation ("ORRO: …") are one occasion for all
    who take them.
    """

    def __init__(self, turns: Iterable[tuple[str, str | None]] = ()) -> None:
        self._runs: defaultdict[tuple[str, str | None], Run] = defaultdict(Run)
        self._turns: set[tuple[str, str | None]] = set(turns)
        self._asked: int | None = None

    def carried_on(self, told: Told) -> tuple[str, str] | None:
        """The id of the earlier attribution and why; None if this one stands by itself."""
        if _QUESTION.search(told.cue) and told.above is None:
            self._asked = told.paragraph
        key = _key(told)
        if key is None or not is_utterance(told):
            return None
        run = self._runs[key]
        why = self._why(told, run)
        found = (run.last.attribution.id, why) if run.last and why else None
        self._go_on(told, run, carried=found is not None)
        if is_turn(told):
            found = self._turn(key, run, found)
        return found

    def _turn(
        self, key: tuple[str, str | None], run: Run, found: tuple[str, str] | None
    ) -> tuple[str, str] | None:
        """What the others' turns carry on, if nothing is known of the speaker's own."""
        self._turns.add(key)
        if run.day or run.venue:
            return found
        others = (self._runs[k] for k in self._turns if k != key)
        placed = [r.last for r in others if r.last and (r.day or r.venue)]
        if not placed:
            return found
        latest = max(placed, key=lambda told: told.number)
        return latest.attribution.id, "a turn of the same conversation"

    def _why(self, told: Told, run: Run) -> str | None:
        last = run.last
        if last is None or _elsewhere(told, run) or _elsewhen(told, run):
            return None
        if _newly_placed(told, run):
            return None
        if CARRYING_ON.search(told.cue):
            return f"the cue {told.cue!r} carries on what the same speaker said before"
        close = told.paragraph - last.paragraph <= 1 or told.number - last.number == 1
        asked = self._asked is not None and last.paragraph <= self._asked <= told.paragraph
        close = close or (asked and told.paragraph - last.paragraph <= _ANSWER)
        if not close and (len(run.stated) > 1 or told.number - last.number > _FAR):
            return None
        return "the same speaker goes on, no other time or place between"

    def _go_on(self, told: Told, run: Run, carried: bool) -> None:
        run.last = told
        if not carried:
            run.day = run.venue = run.addressee = None
        run.day, run.venue = told.day or run.day, told.venue or run.venue
        run.addressee = told.addressee or run.addressee
        if not carried and (told.day or told.venue):
            run.stated.add((told.day, told.venue))


def is_turn(told: Told) -> bool:
    """Whether an attribution is a turn of a conversation: the speaker, a colon, the words."""
    return told.cue.strip() == ":" and told.attribution.block is BlockKind.BODY


def is_utterance(told: Told) -> bool:
    """Whether something is reported as said, on one occasion that others may carry on."""
    a, cue = told.attribution, told.cue
    if a.block is BlockKind.TITLE or PERFECT.search(cue) or HABIT.search(cue):
        return False
    if _GENITIVE.search(told.source):
        return False
    return not is_thought(cue)


def utters(attribution: Attribution, text: str) -> bool:
    """Whether an attribution tells of something said, on one occasion (see `is_utterance`)."""
    cue = " ".join(c.read(text) for c in attribution.cue)
    source = " ".join(s.read(text) for s in attribution.source)
    return is_utterance(Told(attribution, None, cue, source, None, None, None, 0, 0))


def is_thought(cue: str) -> bool:
    """Whether a cue tells of thought, feeling, plan or decision."""
    return any(word in THOUGHT for word in _WORD.findall(cue.lower()))


def _key(told: Told) -> tuple[str, str | None] | None:
    speaker = told.attribution.speaker
    if speaker is None or speaker.entity is None:
        return None
    return speaker.entity, told.above


def _newly_placed(told: Told, run: Run) -> bool:
    """Whether a time or place is named where the run so far had none.

    A venue may follow a day ("charged on Saturday … said in an interview with Telmar"), if nobody
    was named whom it was said to.
    """
    if told.day and run.day is None:
        return True
    day_alone = run.day is not None and len(run.day) == len("2014-06-28") and not run.addressee
    return bool(told.venue) and run.venue is None and not day_alone


def _elsewhen(told: Told, run: Run) -> bool:
    return told.day is not None and run.day is not None and told.day != run.day


def _elsewhere(told: Told, run: Run) -> bool:
    """Whether another venue is named; "the interview" is the one named before."""
    if told.venue is None or run.venue is None:
        return False
    return not (
        set(_WORD.findall(told.venue.lower())) & set(_WORD.findall(run.venue.lower())) - _SMALL
    )


_SMALL = frozenset("in at on during via through the a an with to of for by from".split())

__all__ = ["Occasions", "Told", "is_utterance", "utters"]
