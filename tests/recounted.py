"""All that a record answers, without what depends on when and in which order it was added.

Two records of the same documents must agree in it. Internal numbers, the moment of adding, and
which of two documents came first are left out; of things that nothing tells apart the program
compares one with the rest, so that of reasons and suggestions only what is asked is kept.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from reportedly.record import Record
from reportedly.record.answers import Claim, Counted, Question, ReuseAnswer, SpeakerAnswer
from reportedly.schema import Direction
from reportedly.store import Matter, Store

_TURNED = {
    Direction.FIRST: Direction.SECOND,
    Direction.SECOND: Direction.FIRST,
    Direction.UNKNOWN: Direction.UNKNOWN,
}


def recounted(record: Record) -> dict[str, Any]:
    """What a record answers, part by part, so that a difference shows where it is."""
    return {
        "documents": sorted((d.key, d.paths, d.versions) for d in record.documents()),
        "speakers": sorted(map(_speaker, record.speakers())),
        "claims": dict(sorted((c.id, _claim(c)) for c in record.claims())),
        "narratives": {
            n.id: (n.label, sorted(h.id for h in n.claims), n.first, n.last)
            for n in record.narratives()
        },
        "reuse": sorted(map(_reuse, record.reuse())),
        "questions": sorted(_question(record, q) for q in record.questions()),
    }


def grouped(store: Store) -> dict[Matter, set[frozenset[Any]]]:
    """Which things are one, by ref: every group of several."""
    found = {}
    for matter, nouns in (
        (Matter.ENTITY, store.entities),
        (Matter.CLAIM, store.attributions),
        (Matter.NARRATIVE, store.attributions),
    ):
        roots = {root for _, root in store.groups.all(matter)}
        members = store.groups.members(matter, roots).values()
        found[matter] = {frozenset(nouns.refs(group).values()) for group in members}
    return found


def exported(lines: Iterable[str]) -> list[str]:
    """An export without moments, in an order of its own: what it holds, each thing once.

    A link goes from the thing that was there first; here from the lesser. Things that nothing tells
    apart have links from whichever came first alone: for those, see `grouped`.
    """
    found = []
    for line in lines:
        [(kind, value)] = json.loads(line).items()
        if kind in ("record", "end"):
            continue
        found.append(json.dumps({kind: _timeless(value)}, sort_keys=True))
    return sorted(found)


def _timeless(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _timeless(v) for k, v in value.items() if k not in _MOMENTS}
    return [_timeless(v) for v in value] if isinstance(value, list) else value


_MOMENTS = ("added_at", "fetched_at", "seen_at", "made_at")


def _speaker(one: SpeakerAnswer) -> tuple[Any, ...]:
    counts = one.statements, one.documents, one.publishers, one.first, one.last
    roles = tuple((r.role, r.first, r.last, r.documents) for r in one.roles)
    return one.id, one.name, one.type, one.aliases, roles, counts


def _claim(one: Claim) -> tuple[Any, ...]:
    said = [(s.id, s.stand, s.speaker_id) for s in one.attributions]
    parts = one.label, one.documents, one.publishers, one.speakers, one.first, one.last
    return said, parts, one.narrative, _origins(one.origins)


def _origins(counted: Counted) -> tuple[Any, ...]:
    groups = [(g.label, g.known, g.speakers, g.members, g.may_be) for g in counted.groups]
    return counted.min, counted.max, groups


def _reuse(pair: ReuseAnswer) -> tuple[Any, ...]:
    one = pair.first.key, pair.first.path or "", pair.first_share
    two = pair.second.key, pair.second.path or "", pair.second_share
    spans = [(p.first, p.second) for p in pair.passages]
    way = Direction(pair.direction)
    if two < one:
        one, two, way = two, one, _TURNED[way]
        spans = [(second, first) for first, second in spans]
    return one, two, pair.kind, way, sorted(spans)


def _question(record: Record, asked: Question) -> tuple[Any, ...]:
    """Which two groups are asked about; which of several members stand for them may differ."""
    names = (asked.first, asked.second)
    groups = [n if "/" in n else record.show(n).id for n in names]  # type: ignore[union-attr]
    return asked.matter, *sorted(groups), asked.score
