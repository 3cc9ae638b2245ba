"""Rules: what shows of two attributions that they go back to one utterance.

Each rule looks among those with a key in common, and takes those of one `face` for alike: it need
not compare a thousand printings of one sentence with each other.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass

from reportedly.connect.origins.carriers import (
    day_reported,
    first,
    media,
    media_and_day,
    medium_label,
    medium_spans,
    shared_medium,
    spans,
)
from reportedly.connect.origins.days import days_between, time, told_day
from reportedly.connect.origins.likeness import (
    folded,
    nearly,
    other_venue,
    same_venue,
    same_words,
)
from reportedly.schema import Spans
from reportedly.schema.origins import Receipt, ReceiptKind, Utterance

SAME_SEASON = 7
"""Most days between the publication of two reports of one venue: a station gives an interview of
its own to one man again within the year, hardly within the week."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One reason why two attributions may be one utterance.

    Args:
        kind: what it is called.
        weight: how much it counts beside the others.
        keys: of one attribution; two that share none are not looked at.
        face: what else the rule looks at, beside day and speaker; two of one face are the same
            to it.
        holds: whether it is so of two that share a key; symmetric.
        text: what it found in two that it holds of.
        spans: the words in one that show it.
    """

    kind: ReceiptKind
    weight: float
    keys: Callable[[Utterance], Iterable[Hashable]]
    face: Callable[[Utterance], Hashable]
    holds: Callable[[Utterance, Utterance], bool]
    text: Callable[[Utterance, Utterance], str]
    spans: Callable[[Utterance, Utterance], Spans]

    def receipt(self, a: Utterance, b: Utterance) -> Receipt:
        """Why the two are one, by this rule."""
        here, there = self.spans(a, b), self.spans(b, a)
        return Receipt(self.kind, self.text(a, b), a.ref, b.ref, here, there)


def can_be_one(a: Utterance, b: Utterance) -> bool:
    """Whether nothing known speaks against it: neither who is heard nor when."""
    both_known = a.speaker.known and b.speaker.known
    if both_known and a.speaker.group != b.speaker.group:
        return False
    one, other = time(a), time(b)
    return one.first <= other.last and other.first <= one.last


def _same_speaker(a: Utterance, b: Utterance) -> bool:
    return a.speaker.group is not None and a.speaker.group == b.speaker.group


def _by_carrier(a: Utterance, b: Utterance) -> bool:
    if shared_medium(a, b) is None:
        return False
    if _same_speaker(a, b):
        return day_reported(a) == day_reported(b) and (told_day(a) is None) == (told_day(b) is None)
    # Of one whom nobody names, the day of a report does not tell that it is the same report.
    return told_day(a) is not None and told_day(a) == told_day(b)


def _by_venue(a: Utterance, b: Utterance) -> bool:
    if a.venue is None or b.venue is None or not same_venue(a.venue, b.venue):
        return False
    if told_day(a) and told_day(b):
        return True
    near = days_between(a.published, b.published)
    return a.ref.document == b.ref.document or (near is not None and near <= SAME_SEASON)


def _speaker_key(utterance: Utterance, *more: Hashable) -> tuple[Hashable, ...]:
    group = utterance.speaker.group
    return () if group is None or None in more else ((group, *more),)


def _content(a: Utterance, _: Utterance) -> Spans:
    return a.content


FAMILY = Rule(
    ReceiptKind.FAMILY,
    6.0,
    lambda u: () if u.family is None else (u.family,),
    lambda u: (u.speaker, folded(u.words)),
    lambda a, b: _same_speaker(a, b) or nearly(folded(a.words), folded(b.words)),
    lambda *_: "the words stand in a text that one took from the other, or both from a third",
    _content,
)
DAY = Rule(
    ReceiptKind.DAY,
    5.0,
    lambda u: _speaker_key(u, told_day(u)),
    lambda _: None,
    lambda *_: True,
    lambda a, _: f"{a.speaker.label} on {told_day(a)}",
    lambda a, _: spans(a.day, first(a.source)),
)
REPORT = Rule(
    ReceiptKind.REPORT,
    4.0,
    lambda u: _speaker_key(u, u.ref.document),
    lambda u: u.venue,
    lambda a, b: not _two_venues(a, b),
    lambda a, _: f"one report has {a.speaker.label} say it, and tells of one occasion",
    lambda a, _: a.cue,
)
VENUE = Rule(
    ReceiptKind.VENUE,
    3.0,
    lambda u: () if u.venue is None else _speaker_key(u),
    lambda u: (u.venue, u.published),
    _by_venue,
    lambda a, b: f"{a.speaker.label}: {min(a.venue or '', b.venue or '')}",
    lambda a, _: spans(a.place, first(a.source)),
)
CARRIER = Rule(
    ReceiptKind.CARRIER,
    2.0,
    media_and_day,
    lambda u: (u.speaker, tuple(sorted(media(u))), u.publisher),
    _by_carrier,
    lambda a, b: f"both through {medium_label(a, b)}, {day_reported(a)}",
    medium_spans,
)
WORDS = Rule(
    ReceiptKind.WORDS,
    1.0,
    _speaker_key,
    lambda u: folded(u.words),
    lambda a, b: same_words(folded(a.words), folded(b.words)),
    lambda a, _: f"{a.speaker.label}, in the same words",
    _content,
)

RULES = (FAMILY, DAY, REPORT, VENUE, CARRIER, WORDS)


def _two_venues(a: Utterance, b: Utterance) -> bool:
    return a.venue is not None and b.venue is not None and other_venue(a.venue, b.venue)
