"""In which order a section is shown: what is said inside another under it, notes at their place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reportedly.cli.report.sections import SECTIONS, Section
from reportedly.export.wording.view import View
from reportedly.schema import Attribution, Note


@dataclass(frozen=True, slots=True)
class Entry:
    """An attribution or a note, and in how many attributions of its section it is said."""

    item: Attribution | Note
    depth: int = 0


def arranged(view: View) -> Iterator[tuple[Section, list[Entry]]]:
    """The sections that have attributions or notes, each with its entries in order."""
    for section in SECTIONS:
        found = [a for a in view.extraction.attributions if a.block in section.kinds]
        notes = [n for n in view.extraction.notes if view.block(n.span) in section.kinds]
        if found or notes:
            yield section, list(_with_notes(nested(found), notes))


def nested(found: Sequence[Attribution]) -> Iterator[tuple[int, Attribution]]:
    """Each attribution once, with those that are said inside it after it; and its depth."""
    left = {a.id: a for a in found}
    inside: defaultdict[str | None, list[Attribution]] = defaultdict(list)
    for a in found:
        inside[a.parent if a.parent in left else None].append(a)
    waiting = [(0, a) for a in reversed(inside[None])]
    while left:
        # Nothing waits, but something is left: it is said inside itself, which no engine should
        # say and any JSON can.
        depth, a = waiting.pop() if waiting else (0, next(iter(left.values())))
        if left.pop(a.id, None):
            yield depth, a
            waiting += [(depth + 1, inner) for inner in reversed(inside[a.id])]


def _with_notes(found: Iterable[tuple[int, Attribution]], notes: Iterable[Note]) -> Iterator[Entry]:
    """Each note before the first attribution that begins after it, never inside another's."""
    left = sorted(notes, key=lambda note: note.span)
    for depth, a in found:
        while left and depth == 0 and left[0].span.start < _start(a):
            yield Entry(left.pop(0))
        yield Entry(a, depth)
    yield from map(Entry, left)


def _start(found: Attribution) -> int:
    return min(role[0].start for role in (found.source, found.cue, found.content) if role)
