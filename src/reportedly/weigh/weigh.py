"""Weighing: what each cue does, what the text offers as evidence, and what bears on what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from reportedly.schema import Attribution, Evidence, Extraction, Link, Note, NoteKind, Reason
from reportedly.weigh.acts import Judged, judge
from reportedly.weigh.decided import Decided
from reportedly.weigh.evidence import evidence
from reportedly.weigh.links import links
from reportedly.weigh.notes import notes


def weigh(extraction: Extraction) -> Extraction:
    """Set acts, polarity, stance and evidence of each attribution, and add notes and links.

    Args:
        extraction: a document with its attributions, resolved.

    Returns:
        The same with all that the text says of what stands behind the attributions.
    """
    judged = judge(extraction)
    acted = replace(
        extraction, attributions=tuple(_acted(a, judged[a.id]) for a in extraction.attributions)
    )
    named = (a for a in acted.attributions if _is_told(acted, a))
    noted = notes(replace(acted, attributions=tuple(named)))
    acted = _without_notes(acted, [n.noun for n in noted])
    marks = evidence(acted, noted)
    linked = links(acted)
    return replace(
        acted,
        attributions=tuple(
            replace(a, evidence=tuple(m.noun for m in marks.get(a.id, ())))
            if a.evidence or a.id in marks
            else a
            for a in acted.attributions
        ),
        notes=tuple(n.noun for n in noted),
        links=tuple(link.noun for link in linked),
        reasons=(*extraction.reasons, *_reasons(judged, marks, noted, linked)),
    )


_HEARSAY = re.compile(
    r"\b(?:alleg|report|rumo|claim|sa(?:id|ys?|ying)\b|believed|thought|accus|suspect|purport"
    r"|suppos|specul|announced|pronounced|suggest|understood|told|known|charge|quote)",
    re.IGNORECASE,
)


def _is_told(extraction: Extraction, a: Attribution) -> bool:
    """Whether an attribution is somebody's, or hearsay; else it may be a note itself."""
    if a.speaker or a.source or a.parent:
        return True
    text = extraction.document.text
    return not a.negated and any(_HEARSAY.search(s.read(text)) for s in a.cue)


def _without_notes(extraction: Extraction, found: Iterable[Note]) -> Extraction:
    """The extraction without attributions to nobody that are the publisher's own notes."""
    spans = [note.span for note in found if note.kind is not NoteKind.RENDERING]

    def is_note(a: Attribution) -> bool:
        nobody = not (a.speaker or a.source or a.source_from or a.parent)
        return nobody and any(c.overlaps(span) for c in a.cue for span in spans)

    gone = {a.id for a in extraction.attributions if is_note(a)}
    kept = (a for a in extraction.attributions if a.id not in gone)
    orphans = (replace(a, parent=None) if a.parent in gone else a for a in kept)
    return replace(extraction, attributions=tuple(orphans))


def _acted(attribution: Attribution, judged: Judged) -> Attribution:
    return replace(attribution, act=judged.act, negated=judged.negated, stance=judged.stance)


def _reasons(
    judged: Mapping[str, Judged],
    marks: Mapping[str, Iterable[Decided[Evidence]]],
    noted: Iterable[Decided[Note]],
    linked: Iterable[Decided[Link]],
) -> Iterator[Reason]:
    for name, one in judged.items():
        yield Reason(name, "act", f"{one.why} ({one.sure:.1f} sure)")
    for name, found in marks.items():
        for mark in found:
            yield Reason(name, "evidence", mark.why, (mark.noun.span,))
    for note in noted:
        for name in note.noun.about:
            yield Reason(name, "notes", note.why, (note.noun.span,))
    for link in linked:
        yield Reason(link.noun.from_, "links", link.why, (link.noun.span,))
