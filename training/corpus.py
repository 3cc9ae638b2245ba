"""Annotated texts: PolNeAR's brat standoff files, read into spans."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reportedly.schema import Span, Spans, merge

_ANNOTATOR = re.compile(r"_[0-9a-f]{4}\.ann$")


@dataclass(frozen=True, slots=True)
class Gold:
    """One attribution as annotated; a role that is absent has no spans."""

    source: Spans
    cue: Spans
    content: Spans


@dataclass(frozen=True, slots=True)
class Example:
    """A text and every attribution that one annotator marked in it."""

    name: str
    text: str
    gold: tuple[Gold, ...]


def read_polnear(folder: Path) -> Iterator[Example]:
    """Read one split (`text/*.txt`, `attributions/*.ann`): each text's first annotator."""
    first: dict[str, Path] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        first.setdefault(_ANNOTATOR.sub(".txt", path.name), path)
    for path in sorted((folder / "text").glob("*.txt")):
        if path.name in first:
            yield Example(
                path.name, path.read_bytes().decode("utf-8"), _read_brat(first[path.name])
            )


def _read_brat(path: Path) -> tuple[Gold, ...]:
    spans: dict[str, list[Span]] = {}
    events: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        key, _, rest = line.partition("\t")
        if key.startswith("T"):
            _, _, where = rest.split("\t")[0].partition(" ")
            bounds = [tuple(map(int, part.split())) for part in where.split(";") if part]
            spans[key] = [Span(start, end) for start, end in bounds if start < end]
        elif key.startswith("E"):
            events.append(rest)
    return tuple(_event(event, spans) for event in events)


def _event(event: str, spans: dict[str, list[Span]]) -> Gold:
    roles: dict[str, list[Span]] = {"source": [], "cue": [], "content": []}
    for pair in event.split():
        name, target = pair.split(":")
        role = name.rstrip("0123456789").lower()
        if role in roles:
            roles[role] += spans.get(target, [])
    return Gold(merge(roles["source"]), merge(roles["cue"]), merge(roles["content"]))
