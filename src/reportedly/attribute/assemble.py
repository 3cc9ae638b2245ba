"""Assembly: runs of pieces to attributions, as spans of the document's text."""

from __future__ import annotations

import math
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.attribute.decode import Found, Run, Settings
from reportedly.attribute.pieces import Pieces
from reportedly.attribute.quotes import Quotation
from reportedly.schema import (
    Attribution,
    BlockKind,
    Document,
    Kind,
    Span,
    Spans,
    attribution_id,
    merge,
)


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution before it is tied to the others of its document."""

    source: Spans
    cue: Spans
    content: Spans
    features: tuple[float, ...]
    confidence: float


def draft(text: str, pieces: Pieces, found: Found, settings: Settings) -> Draft:
    """Turn runs of pieces into spans of whole words."""
    source, cue, content = (
        merge(_words(text, pieces, run) for run in runs)
        for runs in (found.source, found.cue, found.content)
    )
    confidence = calibrated(found.features, settings.calibration)
    return Draft(source, cue, content, found.features, confidence)


def _words(text: str, pieces: Pieces, run: Run) -> Span:
    """The span of a run, widened to the ends of the words that it cuts through."""
    start, end = int(pieces.starts[run[0]]), int(pieces.ends[run[1]])
    while start > 0 and _joined(text, start):
        start -= 1
    while end < len(text) and _joined(text, end):
        end += 1
    return Span(start, end)


def _joined(text: str, at: int) -> bool:
    """Whether the characters before and at a position belong to one word."""
    return _in_word(text[at - 1]) and _in_word(text[at])


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_" or unicodedata.category(character)[0] == "M"


def calibrated(features: Sequence[float], weights: Sequence[float]) -> float:
    """The confidence that features amount to: a logistic regression, its bias the last weight."""
    score = sum(f * w for f, w in zip(features, weights, strict=False)) + weights[-1]
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, score)))), 3)


def settle(
    text: str, drafts: Sequence[Draft], quoted: Sequence[Quotation], settings: Settings
) -> list[Draft]:
    """Complete the drafts of a document, keep each but once, and put them in text order."""
    whole = [replace(d, content=_run_on(text, d.content, quoted)) for d in drafts]
    return sorted(
        _once(whole, settings.same), key=lambda d: (min(d.cue[0], d.content[0]), d.cue[0])
    )


def assemble(
    document: Document, drafts: Sequence[Draft], quoted: Sequence[Quotation]
) -> tuple[Attribution, ...]:
    """Make the attributions of a document from its settled drafts."""
    leans = _leans(document.text, drafts)
    ids = [
        attribution_id(() if i in leans else d.source, d.cue, d.content)
        for i, d in enumerate(drafts)
    ]
    starts = [block.span.start for block in document.blocks]
    return tuple(
        Attribution(
            id=ids[i],
            source=() if i in leans else d.source,
            cue=d.cue,
            content=d.content,
            kind=kind_of(document.text, d.cue, d.content, quoted),
            block=_block(document, starts, d.cue[0].start),
            confidence=d.confidence,
            source_from=ids[leans[i]] if i in leans else None,
        )
        for i, d in enumerate(drafts)
    )


def _run_on(text: str, content: Spans, quoted: Sequence[Quotation]) -> Spans:
    """Follow a quotation into the paragraphs that it goes on in: it is one content."""
    starts = [q.span.start for q in quoted]
    spans = list(content)
    for span in content:
        at = bisect_right(starts, span.end - 1) - 1
        while (
            0 <= at < len(quoted) - 1
            and quoted[at].continues
            and quoted[at].span.overlaps(spans[-1])
        ):
            at += 1
            spans.append(quoted[at].span)
    return _joined_over_space(text, merge(spans))


def _joined_over_space(text: str, spans: Spans) -> Spans:
    """Join spans that only white space parts."""
    joined: list[Span] = []
    for span in spans:
        if joined and not text[joined[-1].end : span.start].strip():
            span = Span(joined.pop().start, span.end)
        joined.append(span)
    return tuple(joined)


def _once(drafts: Sequence[Draft], same: float) -> list[Draft]:
    """Leave out drafts whose content or cue a surer one has: words that a split cue doubled."""
    kept: list[Draft] = []
    for candidate in sorted(drafts, key=lambda d: -d.confidence):
        if not any(
            _overlap(candidate.content, other.content) >= same
            or _overlap(candidate.cue, other.cue) > 0
            for other in kept
        ):
            kept.append(candidate)
    return kept


def _overlap(a: Spans, b: Spans) -> float:
    """Intersection over union of two roles, in characters."""
    shared = sum(max(0, min(x.end, y.end) - max(x.start, y.start)) for x in a for y in b)
    return shared / (sum(map(len, a)) + sum(map(len, b)) - shared)


def _leans(text: str, drafts: Sequence[Draft]) -> dict[int, int]:
    """Which drafts lean on the source of an earlier one in their sentence, and on which.

    A participle ("…, claiming that") has no subject of its own: whose speech it is stands with
    the verb before. Its source is then that verb's, or nobody's.
    """
    leans: dict[int, int] = {}
    for i, d in enumerate(drafts):
        if not _participle(text, d.cue[0]):
            continue
        for j in range(len(drafts)):
            other = drafts[j]
            if j == i or j in leans or not other.source or other.cue[0] > d.cue[0]:
                continue
            shared = d.source == other.source or not d.source
            if shared and not _sentence_ends(text, other.cue[0].end, d.cue[0].start):
                leans[i] = j
    return leans


def _participle(text: str, cue: Span) -> bool:
    words = cue.read(text).lower().split()
    return any(word.endswith("ing") and len(word) > 4 for word in words[:2])


def _sentence_ends(text: str, start: int, end: int) -> bool:
    between = text[start:end]
    return any(mark in between for mark in (". ", "? ", "! ", "\n"))


def kind_of(text: str, cue: Spans, content: Spans, quoted: Sequence[Quotation]) -> Kind:
    """Count letters inside quotation marks; marks around the cue as well are somebody else's."""
    starts = [q.span.start for q in quoted]
    inside = total = 0
    for span in content:
        total += _letters(span.read(text))
        at = max(0, bisect_right(starts, span.start) - 1)
        while at < len(quoted) and quoted[at].span.start < span.end:
            quotation = quoted[at].span
            if quotation.overlaps(span) and not cue[0].within(quotation):
                inside += _letters(
                    text[max(quotation.start, span.start) : min(quotation.end, span.end)]
                )
            at += 1
    if inside == 0:
        return Kind.INDIRECT
    return Kind.DIRECT if inside == total else Kind.MIXED


def _letters(words: str) -> int:
    return sum(c.isalnum() for c in words)


def _block(document: Document, starts: Sequence[int], at: int) -> BlockKind:
    index = bisect_right(starts, at) - 1
    return document.blocks[index].kind if index >= 0 else BlockKind.BODY
