"""The day of an utterance: which time of a sentence is its own, and what that settles on."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from datetime import date

from reportedly.resolve.circumstances.attach import Attached, attached
from reportedly.resolve.circumstances.ground import Frame
from reportedly.resolve.circumstances.words import (
    DETERMINERS,
    DOCUMENTS,
    FUTURE,
    SPEECH,
    WRONG_BEFORE_TIME,
)
from reportedly.resolve.days import Direction, Expression, Uncounted, Why, find, settle
from reportedly.schema import Precision, SaidOn, Span

NO_REFERENCE = "no publication date"
"""Why a day stays open that is counted from publication, where that is not known."""

NO_DAY_TO_COUNT_FROM = "counted from the day of other words, which the text does not tell"
"""Why a day within old words stays open."""

_LEAST_OF_A_YEAR = 60
"""Days of a run that may be told as its year: a season is, a week over New Year is not."""
_ANY_DAY = date(2001, 1, 3)
_BEFORE_CLAUSE = re.compile(r"\b(?:after|before|since)$", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:since|until|till)\s(?:[\w’'-]+\s){2,10}$")
"""A clause that a time ends: "the worst since the truce broke down [in June]"."""
_WORD_BEFORE = re.compile(r"([\w’']+)\W*$")
_DATED = SPEECH | DOCUMENTS
_FUNCTION = frozenset(
    """
    that to in on at by with for from as and but or during via through after before while when where
    who which about of over under near outside inside amid following if because since until whether
    how why than is was are were has had he she they it we i you
    """.split()
)


@dataclass(frozen=True, slots=True)
class Times:
    """The time expressions of a document, in text order."""

    text: str
    found: tuple[Expression, ...]

    def within(self, span: Span) -> list[Expression]:
        """Those that lie within a span."""
        low = bisect_left(self.found, span.start, key=lambda e: e.span.start)
        high = bisect_left(self.found, span.end, key=lambda e: e.span.start)
        return [e for e in self.found[low:high] if e.span.end <= span.end]

    def spans(self, span: Span) -> list[Span]:
        """The spans of those within a span."""
        return [e.span for e in self.within(span)]


def times_of(text: str) -> Times:
    """All time expressions of a text."""
    return Times(text, tuple(find(text)))


def own_time(
    frame: Frame, times: Times, venue: Span | None = None
) -> tuple[Expression, str] | None:
    """The time of a frame's utterance, and why it is taken for it; None where none is told.

    Args:
        frame: of the attribution.
        times: of the document.
        venue: the phrase that names the occasion; a time in it or at its end belongs to it.
    """
    found: list[tuple[int, Expression, str]] = []
    for time in times.within(frame.span):
        if venue and time.span.within(venue):
            found.append((0, time, "in the words that name the occasion"))
        elif (place := _attached(frame, time, times.text)) is not None:
            found.append((place.distance, time, place.where.value))
    if not found:
        return None
    _, best, why = min(found, key=lambda f: f[0])
    return best, why


def _attached(frame: Frame, time: Expression, text: str) -> Attached | None:
    if (
        _BEFORE_CLAUSE.search(time.span.read(text))
        or _modifies(text, time.span)
        or _led_by_another(text, time.span)
    ):
        return None
    return attached(frame, time.span)


def _led_by_another(text: str, span: Span) -> bool:
    """Whether the word before a time ties it to something else: "of Sunday", "after Sunday"."""
    if _SINCE.search(text[max(0, span.start - 80) : span.start]):
        return True
    found = _WORD_BEFORE.search(text[max(0, span.start - 20) : span.start])
    if found is None or "," in found.group():
        return False
    return found.group(1).lower() in WRONG_BEFORE_TIME


def _modifies(text: str, span: Span) -> bool:
    """Whether a time only describes a noun that is none of speech: "the Sunday attack"."""
    before = _WORD_BEFORE.search(text[max(0, span.start - 20) : span.start])
    word = before.group(1) if before else ""
    led = word.lower() in DETERMINERS or word.endswith(("'s", "’s"))
    genitive = re.match(r"['’]s?\s+", text[span.end : span.end + 4])
    behind = re.match(
        r"\s+((?:[\w’'-]+\s+){0,4}[\w’'-]+)", text[span.end + (2 if genitive else 0) :][:80]
    )
    if not behind or not (led or genitive):
        return False
    words = [w.lower() for w in behind.group(1).split()]
    if words[0] in _FUNCTION:
        return False
    return not any(w in _DATED or w.removesuffix("s") in _DATED for w in words[:4])


def _blurred(first: date, last: date, precision: str) -> bool:
    """Whether a run of days is far shorter than the unit that holds it, as the turn of a year."""
    return precision == Precision.YEAR and (last - first).days < _LEAST_OF_A_YEAR


def direction(cue: str) -> Direction:
    """Where a time is looked for: ahead for what will be said, else behind."""
    return Direction.FUTURE if FUTURE.search(cue) else Direction.PAST


def settled(
    time: Expression, reference: date | None, towards: Direction, why_open: str = NO_REFERENCE
) -> SaidOn | None:
    """The day that a time tells; open where nothing can be counted from, None where it is vague.

    Args:
        time: the words.
        reference: the day from which they count.
        towards: see `direction`.
        why_open: what is said where `reference` is absent and needed.
    """
    if (found := settle(time, reference, towards)) is not None:
        single = found.single
        if single is None or _blurred(found.first, found.last, single.precision.value):
            return None
        return SaidOn(single.value, Precision(single.precision.value), time.span)
    if isinstance(time.says, Uncounted):
        told = time.says.why is Why.TOLD
        return SaidOn(None, None, time.span, time.says.why.value) if told else None
    if reference is None and settle(time, _ANY_DAY, towards) is not None:
        return SaidOn(None, None, time.span, why_open)
    return None
