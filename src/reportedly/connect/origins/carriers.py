"""Carriers: through which media an attribution came, and on which day."""

from __future__ import annotations

from collections.abc import Hashable

from reportedly.connect.origins.days import told_day
from reportedly.schema import Span, Spans
from reportedly.schema.origins import Utterance


def media(utterance: Utterance) -> dict[str, tuple[str, Span | None]]:
    """The carriers by group, with name and words; a speaker who is only a medium is one."""
    found = {c.group: (c.label, c.span) for c in utterance.carriers}
    speaker = utterance.speaker
    if speaker.group is not None and not speaker.known:
        found.setdefault(speaker.group, (speaker.label, first(utterance.source)))
    if utterance.publisher is not None:
        found.pop(utterance.publisher, None)
    return found


def shared_medium(a: Utterance, b: Utterance) -> str | None:
    """A medium that both came through; the one's publisher may be the other's carrier."""
    one, other = media(a), media(b)
    shared = set(one) & set(other)
    shared |= {p for p in (a.publisher,) if p in other} | {p for p in (b.publisher,) if p in one}
    return min((group for group in shared if group), default=None)


def day_reported(utterance: Utterance) -> str | None:
    """The day told, or that of publication if none is told at all."""
    told = told_day(utterance)
    return told or (utterance.published if utterance.said_on is None else None)


def media_and_day(utterance: Utterance) -> tuple[Hashable, ...]:
    groups = {*media(utterance), *([utterance.publisher] if utterance.publisher else [])}
    day = day_reported(utterance)
    return tuple((group, day) for group in sorted(groups)) if day else ()


def medium_label(a: Utterance, b: Utterance) -> str:
    group = shared_medium(a, b) or ""
    found = media(a).get(group) or media(b).get(group)
    return found[0] if found else group


def medium_spans(a: Utterance, b: Utterance) -> Spans:
    found = media(a).get(shared_medium(a, b) or "")
    return spans(found[1] if found else None, a.day)


def first(spans: Spans) -> Span | None:
    return spans[0] if spans else None


def spans(*found: Span | None) -> Spans:
    return tuple(sorted({span for span in found if span is not None}))
