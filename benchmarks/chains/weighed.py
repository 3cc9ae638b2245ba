"""What stands behind it: evidence marks, the publisher's notes, links."""

from __future__ import annotations

from benchmarks.chains.aligned import Aligned
from benchmarks.chains.counts import Answer, Counts, asked, listed, paired, total
from reportedly.schema import Evidence, Link, Note, Span


def evidence(aligned: Aligned) -> Counts:
    """F1 of (attribution, status, words) of evidence marks; the share of right authors.

    Marks by the publisher are among them. Right: equal status and overlapping words. `author`: of
    those right, the share by the right one of speaker, carrier and publisher.
    """
    parts: list[Counts] = []
    authors: list[Answer] = []
    for p, g in aligned.pairs:
        matched = paired(p.evidence, g.evidence, _same_mark)
        parts.append(listed("evidence", p.evidence, g.evidence, matched, _mark))
        authors += [(o.by == t.by, t.span, str(t.by), str(o.by)) for o, t in matched]
    return total((*parts, asked("author", authors)))


def _same_mark(one: Evidence, other: Evidence) -> float:
    return float(_overlap(one.span, other.span)) if one.status == other.status else 0.0


def _mark(mark: Evidence) -> tuple[Span, str]:
    return mark.span, f"{mark.status}, by {mark.by}"


def notes(aligned: Aligned) -> Counts:
    """F1 of notes, right by kind and overlapping words; of those right, the share of statuses."""
    predicted, gold = aligned.predicted.notes, aligned.gold.notes
    matched = paired(predicted, gold, _same_note)
    states = ((o.status == t.status, t.span, _status(t), _status(o)) for o, t in matched)
    return total((listed("notes", predicted, gold, matched, _note), asked("note status", states)))


def _same_note(one: Note, other: Note) -> float:
    return float(_overlap(one.span, other.span)) if one.kind == other.kind else 0.0


def _status(note: Note) -> str:
    return str(note.status or "none")


def _note(note: Note) -> tuple[Span, str]:
    return note.span, f"{note.kind}, {_status(note)}"


def _overlap(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def links(aligned: Aligned) -> Counts:
    """F1 of links: equal kind, from and to the gold's attributions."""
    predicted, gold = aligned.predicted.links, aligned.gold.links

    def same(one: Link, other: Link) -> float:
        ends = aligned.gold_id.get(one.from_), aligned.gold_id.get(one.to)
        return float(one.kind == other.kind and ends == (other.from_, other.to))

    matched = paired(predicted, gold, same)
    return listed("links", predicted, gold, matched, lambda link: (link.span, str(link.kind)))
