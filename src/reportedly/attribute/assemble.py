"""Assembly: runs of pieces to attributions, as spans of the document's text."""

from __future__ import annotations

import math
import unicodedata
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reportedly.attribute.decode import Found, Run, Settings, decode
from reportedly.attribute.encoder import Encoder
from reportedly.attribute.pieces import Pieces
from reportedly.attribute.quotes import Quotation
from reportedly.attribute.walk import Passage
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
    faint: bool = False


def drafts(text: str, passage: Passage, encoder: Encoder, settings: Settings) -> Iterator[Draft]:
    """Every attribution that the windows of a passage show, some more than once."""
    for window, encoded in passage.windows:
        for found in decode(encoder, encoded, window, settings):
            yield draft(text, passage.pieces, found, settings)


def draft(text: str, pieces: Pieces, found: Found, settings: Settings) -> Draft:
    """Turn runs of pieces into spans of whole words."""
    source, cue, content = (
        merge(_words(text, pieces, run) for run in runs)
        for runs in (found.source, found.cue, found.content)
    )
    confidence = calibrated(found.features, settings.calibration)
    return Draft(source, cue, content, found.features, confidence, found.faint)


_LONGEST_WORD = 100
"""Characters beyond which no word is followed: the tokeniser makes one piece of a longer one, so
that only scripts without spaces come here, where whole pages would pass for one word."""


def _words(text: str, pieces: Pieces, run: Run) -> Span:
    """The span of a run, widened to the ends of the words that it cuts through."""
    start, end = int(pieces.starts[run[0]]), int(pieces.ends[run[1]])
    first, last = max(0, start - _LONGEST_WORD), min(len(text), end + _LONGEST_WORD)
    while start > first and _joined(text, start):
        start -= 1
    while end < last and _joined(text, end):
        end += 1
    # A mark that opens belongs to what follows it, which is not in the run.
    return Span(start, start + (len(text[start:end].rstrip(_OPENERS)) or end - start))


_OPENERS = "([{“‘«„ "


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
    return in_order(d for d in _once(whole, settings) if not _an_article(text, d.cue))


def _an_article(text: str, cue: Spans) -> bool:
    """Whether a cue is nothing but an article: no word that tells anything."""
    return all(s.read(text).lower() in ("a", "an", "the") for s in cue)


def in_order(drafts: Iterable[Draft]) -> list[Draft]:
    """Drafts by where their first words stand."""
    return sorted(drafts, key=lambda d: (min(d.cue[0], d.content[0]), d.cue[0]))


def assemble(
    document: Document, drafts: Sequence[Draft], quoted: Sequence[Quotation]
) -> tuple[Attribution, ...]:
    """Make the attributions of a document from its settled drafts, of whatever level."""
    starts = [block.span.start for block in document.blocks]
    drafts = [_held(document, starts, d) for d in drafts]
    parents = _parents(drafts)
    leans = _leans(document.text, drafts, parents)
    ids = [
        attribution_id(() if i in leans else d.source, d.cue, d.content)
        for i, d in enumerate(drafts)
    ]
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
            parent=ids[parent] if (parent := parents[i]) is not None else None,
        )
        for i, d in enumerate(drafts)
    )


def _held(document: Document, starts: Sequence[int], draft: Draft) -> Draft:
    """The draft with its content held within its own block, or within the body.

    Blocks that are read as one text are neighbours there, whatever stands between them here.
    """
    own = bisect_right(starts, draft.cue[0].start) - 1
    if own < 0:
        return draft
    block = document.blocks[own]
    if all(span.within(block.span) for span in draft.content):
        return draft
    parts: list[Span] = []
    for span in draft.content:
        at = max(0, bisect_right(starts, span.start) - 1)
        while at < len(starts) and starts[at] < span.end:
            here = document.blocks[at]
            if here is block or here.kind is block.kind is BlockKind.BODY:
                parts += _common(document.text, span, here.span)
            at += 1
    return replace(draft, content=merge(parts)) if parts else draft


def _common(text: str, one: Span, other: Span) -> Iterator[Span]:
    """What two spans share, without white space at its ends."""
    start, end = max(one.start, other.start), min(one.end, other.end)
    words = text[start:end]
    if words.strip():
        yield Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))


def _parents(drafts: Sequence[Draft]) -> list[int | None]:
    """For each draft the one in whose content its cue stands: of several, the one with least.

    A parent has more content than its child, so that no two are each other's parent.
    """
    sizes = [sum(map(len, d.content)) for d in drafts]
    near: defaultdict[int, list[int]] = defaultdict(list)
    for number, draft in enumerate(drafts):
        for stretch in {n for s in draft.content for n in _numbers(s)}:
            near[stretch].append(number)
    found: list[int | None] = []
    for number, own in enumerate(drafts):
        holding = [
            (sizes[i], i)
            for i in near[own.cue[0].start // _STRETCH]
            if sizes[i] > sizes[number]
            and all(any(c.within(s) for s in drafts[i].content) for c in own.cue)
        ]
        found.append(min(holding)[1] if holding else None)
    return found


def _run_on(text: str, content: Spans, quoted: Sequence[Quotation]) -> Spans:
    """Follow a quotation into the paragraphs that it goes on in: it is one content."""
    spans = list(content)
    at = bisect_right(quoted, content[-1].end - 1, key=_start) - 1
    for after in range(at + 1, min(at + 1 + _FOLLOWED, len(quoted))):
        before = quoted[after - 1]
        if after == 0 or not (before.continues and before.span.overlaps(spans[-1])):
            break
        spans.append(quoted[after].span)
    return _joined_over_space(text, merge(spans))


_FOLLOWED = 100
"""Paragraphs that one quotation is followed through at most, so that a text of nothing but opening
marks costs no more than another; the longest of PolNeAR has nine."""


def _start(quotation: Quotation) -> int:
    return quotation.span.start


def _joined_over_space(text: str, spans: Spans) -> Spans:
    """Join spans that only white space parts."""
    joined: list[Span] = []
    for span in spans:
        if joined and not text[joined[-1].end : span.start].strip():
            span = Span(joined.pop().start, span.end)
        joined.append(span)
    return tuple(joined)


def _once(drafts: Sequence[Draft], settings: Settings) -> list[Draft]:
    """Leave out drafts whose content or cue a surer one has: words that a split cue doubled.

    A faint cue, moreover, only counts where its content would else be nobody's.
    """
    kept: dict[int, Draft] = {}
    near: defaultdict[int, set[int]] = defaultdict(set)
    for number, candidate in enumerate(sorted(drafts, key=lambda d: (d.faint, -d.confidence))):
        stretches = _stretches(candidate)
        others = {n: kept[n] for stretch in stretches for n in near[stretch]}
        twin = next((n for n, other in others.items() if _same(candidate, other, settings)), None)
        if twin is not None:
            number = twin
            kept[twin] = _better(kept[twin], candidate, settings.least)
        elif not candidate.faint or _claimed(candidate, others.values()) <= settings.claimed:
            kept[number] = candidate
        if number in kept:
            for stretch in _stretches(kept[number]):
                near[stretch].add(number)
    return [d for d in kept.values() if d.confidence >= settings.least]


def _same(one: Draft, other: Draft, settings: Settings) -> bool:
    return _overlap(one.content, other.content) >= settings.same or _shared(one.cue, other.cue) > 0


def _better(one: Draft, twin: Draft, least: float) -> Draft:
    """Of two drafts for the same words, the surer one, but for what only the other knows.

    The whole of a split cue is known to the draft that was found from its weaker part. And where
    the other's speaker stands among the words of this content, this is but the carrier of his:
    "…," the pilot said, according to the Post. A twin too unsure to be kept replaces nothing.
    """
    if (
        twin.confidence >= least
        and _shared(twin.source, one.content) == sum(map(len, twin.source)) > 0
    ):
        return twin
    within = _shared(one.cue, twin.cue) == sum(map(len, one.cue))
    return replace(one, cue=twin.cue) if within and len(twin.cue) > len(one.cue) else one


_STRETCH = 512
"""Characters in a stretch of text, by which drafts that can overlap are found: a few sentences."""


def _stretches(d: Draft) -> set[int]:
    """Numbers of the stretches of text that a draft's roles lie in."""
    return {n for s in d.source + d.cue + d.content for n in _numbers(s)}


def _numbers(span: Span) -> range:
    return range(span.start // _STRETCH, (span.end - 1) // _STRETCH + 1)


def _claimed(one: Draft, others: Iterable[Draft]) -> float:
    """The share of a draft's content that others have as well, in whatever role."""
    roles = merge(s for o in others for role in (o.source, o.cue, o.content) for s in role)
    return _shared(one.content, roles) / sum(map(len, one.content))


def _shared(a: Spans, b: Spans) -> int:
    """How many characters two roles share."""
    return sum(max(0, min(x.end, y.end) - max(x.start, y.start)) for x in a for y in b)


def _overlap(a: Spans, b: Spans) -> float:
    """Intersection over union of two roles, in characters."""
    shared = _shared(a, b)
    return shared / (sum(map(len, a)) + sum(map(len, b)) - shared)


def _leans(text: str, drafts: Sequence[Draft], parents: Sequence[int | None]) -> dict[int, int]:
    """Which drafts lean on the source of an earlier one in their sentence, and on which.

    A participle ("…, claiming that") has no subject of its own: whose speech it is stands with
    the verb before. Its source is then that verb's, or nobody's. The one leant on has its source
    by itself: drafts are decided on in the order of their cues. Both stand on one level.
    """
    leans: dict[int, int] = {}
    order = sorted(range(len(drafts)), key=lambda i: drafts[i].cue[0])
    for place, i in enumerate(order):
        d = drafts[i]
        if not _participle(text, d.cue[0]):
            continue
        for j in reversed(order[max(0, place - _SENTENCE) : place]):
            other = drafts[j]
            if parents[i] != parents[j]:
                continue
            if _sentence_ends(text, other.cue[0].end, d.cue[0].start):
                break
            if j not in leans and other.source and d.source in (other.source, ()):
                leans[i] = j
                break
    return leans


_SENTENCE = 20
"""Cues looked back over for the one that a participle leans on; few sentences have as many."""


def _participle(text: str, cue: Span) -> bool:
    words = cue.read(text).lower().split()
    return any(w.endswith("ing") and len(w) > 4 and w not in _NO_VERBS for w in words[:2])


_NO_VERBS = frozenset(
    """during according including regarding concerning following morning evening meeting briefing
    nothing something anything everything warning hearing ruling finding""".split()
)
"""Words in -ing that are seldom participles of a cue."""


def _sentence_ends(text: str, start: int, end: int) -> bool:
    between = text[start:end]
    return any(mark in between for mark in (". ", "? ", "! ", "\n"))


def kind_of(text: str, cue: Spans, content: Spans, quoted: Sequence[Quotation]) -> Kind:
    """Count letters inside quotation marks; marks around the cue as well are somebody else's."""
    inside = total = 0
    for span in content:
        total += _letters(span.read(text))
        at = max(0, bisect_right(quoted, span.start, key=_start) - 1)
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
