"""Rows from an extraction: pure functions, so that `check` can tell whether rows still agree."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from reportedly.schema import (
    Attribution,
    Document,
    Extraction,
    Profile,
    SaidOn,
    Span,
    Status,
    document_key,
)
from reportedly.store.forms import clean, clean_or_none, dumps, names

_WEEK = re.compile(r"\d{4}-W\d\d")
_FIRST, _LAST = date(1900, 1, 1), date(2099, 12, 31)


def document_row(document: Document, attributions: int) -> dict[str, Any]:
    """A document's row, without number and moment."""
    return {
        "key": document_key(document),
        "digest": document.id,
        "url": clean_or_none(document.url),
        "path": clean_or_none(document.path),
        "publisher": clean_or_none(document.publisher),
        "title": clean_or_none(document.title),
        "published": document.published,
        "language": clean_or_none(document.language),
        "characters": len(document.text),
        "attributions": attributions,
    }


def attribution_rows(
    extraction: Extraction, numbers: Mapping[str, int], entities: Mapping[str, int]
) -> list[dict[str, Any]]:
    """The rows of a document's attributions, without the document's number.

    Args:
        extraction: the document and what was found in it.
        numbers: each attribution's number, by id.
        entities: each entity's number, by id; speakers without one have their name alone.
    """
    document = extraction.document
    return [
        attribution_row(document, a)
        | {
            "n": numbers[a.id],
            "speaker": entities.get(a.speaker.entity or "") if a.speaker else None,
            "parent": numbers.get(a.parent or ""),
        }
        for a in extraction.attributions
    ]


def carrier_rows(
    attributions: Iterable[Attribution], numbers: Mapping[str, int], entities: Mapping[str, int]
) -> list[dict[str, int]]:
    """Who carried attributions, from the publisher on.

    Args:
        attributions: of one document.
        numbers: each attribution's number, by id.
        entities: each entity's number, by id; carriers without one are left out.
    """
    return [
        {"attribution": numbers[a.id], "place": place, "entity": entities[carrier.entity]}
        for a in attributions
        for place, carrier in enumerate(a.carriers)
        if carrier.entity in entities
    ]


def attribution_row(document: Document, a: Attribution) -> dict[str, Any]:
    """An attribution's row, without the numbers."""
    said = a.said_on.value if a.said_on else None
    return {
        "id": clean(a.id),
        "speaker_name": names([a.speaker.name]) if a.speaker and a.speaker.name else None,
        "act": a.act.value,
        "negated": a.negated,
        "stance": a.stance.value,
        "kind": a.kind.value,
        "block": a.block.value,
        "said_on": said,
        "day": _sorted(said) if said else document.published,
        "content": read(document.text, a.content),
        "source": read(document.text, a.source),
        "publisher": clean_or_none(document.publisher),
        "carriers": names(c.name for c in a.carriers),
        "evidence": "\n".join(dict.fromkeys(e.status.value for e in a.evidence)) or None,
        "confidence": a.confidence,
        "marks": marks(a, document.published),
    }


def read(text: str, spans: tuple[Span, ...]) -> str:
    """The words of spans, white space made single, parts that stand apart joined by " … "."""
    return clean(" … ".join(" ".join(span.read(text).split()) for span in spans))


def entity_row(profile: Profile) -> dict[str, Any]:
    """An entity's row, without the numbers."""
    return {
        "id": clean(profile.ref.id),
        "type": profile.type.value,
        "name": clean(profile.name),
        "aliases": dumps(profile.aliases),
        "roles": dumps(profile.roles),
        "day": profile.day,
        "named": profile.named,
    }


def marks(a: Attribution, published: str | None) -> str:
    """What filters look an attribution up by; see `marked`."""
    days = day_marks(a.said_on, published)
    return marked(a.act, [e.status for e in a.evidence], days, negated=a.negated)


def marked(act: str, evidence: Iterable[Status], days: Iterable[str], *, negated: bool) -> str:
    """What filters look an attribution up by, as words that no stemmer changes: all end in 1 or 0.

    `acts` of its act, `negated1` or `negated0`, `evidence`s, and `days` that it surely lies in.

    Args:
        act: what the cue does.
        evidence: what the text says stands behind it.
        days: marks of the days, see `day_marks`.
        negated: the cue is denied or refused.
    """
    found = [act_mark(act), negated_mark(negated=negated)]
    found += dict.fromkeys(evidence_mark(status) for status in evidence)
    return " ".join([*found, *days])


def act_mark(act: str) -> str:
    """The mark of an act."""
    return f"act{act}1"


def negated_mark(*, negated: bool) -> str:
    """The mark of a cue that is denied or refused, or is not."""
    return f"negated{int(negated)}"


def evidence_mark(status: Status) -> str:
    """The mark of what stands behind a content."""
    return f"evidence{status.name.lower()}1"


def day_marks(said_on: SaidOn | None, published: str | None) -> list[str]:
    """The year, month and day that an utterance surely lies in, as far as it is known."""
    return value_marks((said_on.value if said_on else None) or published)


def value_marks(value: str | None) -> list[str]:
    """The same of a day, week, month or year."""
    if value is None:
        return []
    if _WEEK.fullmatch(value):
        if (monday := _monday(value)) is None:
            return []
        value = _common(monday.isoformat(), (monday + timedelta(days=6)).isoformat())
    parts = value.split("-") if value else []
    return [_period("-".join(parts[: count + 1])) for count in range(len(parts))]


def _sorted(said_on: str) -> str:
    """A day, week, month or year of which text can be sorted: of a week, its first day."""
    monday = _monday(said_on) if _WEEK.fullmatch(said_on) else None
    return monday.isoformat() if monday else said_on


def _monday(week: str) -> date | None:
    """The first day of a week; None if there is no such week."""
    try:
        return date.fromisocalendar(int(week[:4]), int(week[6:]), 1)
    except ValueError:
        return None


def range_marks(since: str | None, until: str | None) -> list[str]:
    """The fewest years, months and days that together make up a range of days, 1900 to 2099.

    Args:
        since: `YYYY-MM-DD`; from the first day on if left out.
        until: `YYYY-MM-DD`; to the last day if left out.

    Raises:
        ValueError: if one of them is no day.
    """
    day = max(date.fromisoformat(since) if since else _FIRST, _FIRST)
    last = min(date.fromisoformat(until) if until else _LAST, _LAST)
    found = []
    while day <= last:
        for length, end in ((4, _year_end(day)), (7, _month_end(day)), (10, day)):
            if end <= last and (length == 10 or day.isoformat()[length:] in ("-01-01", "-01")):
                found.append(_period(day.isoformat()[:length]))
                day = end + timedelta(days=1)
                break
    return found


def _period(value: str) -> str:
    return f"{'ymd'[value.count('-')]}{value.replace('-', '')}"


def _common(first: str, last: str) -> str:
    """The month or year that two days have in common; empty if none."""
    for length in (7, 4):
        if first[:length] == last[:length]:
            return first[:length]
    return ""


def _year_end(day: date) -> date:
    return date(day.year, 12, 31)


def _month_end(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
