"""The ground that an utterance is told on: its sentence, without what is said in it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from reportedly.schema import Attribution, Document, Extraction, Span, Spans, merge

SAID = "\ue000"
"""Stands for each character of a content, in a private area of Unicode that no text uses."""

_END = re.compile(r"[.!?…]+[\"”’'»)\]]*(?=\s+[\"“‘'«(\[•–—-]?\s?[\w\ue000@]|\s*$)")
# A blank line, or a line's end behind a mark. White space stands first in the pattern, so that
# `re` looks for that alone.
_BREAK = re.compile(
    r"\s(?:(?<=\n)[^\S\n]*\n\s*|(?<=[.!?:;”\"’'»)]\n)\s*"
    r"|(?<=[.!?:;”\"’'»)][^\S\n])[^\S\n]*\n\s*)"
)
_CLOSED = re.compile(r"[.!?…][\"”’'»)\]]*$")
_SHORTENED = re.compile(
    r"(?:^|[\s(“\"‘])(?:[A-Z]|(?:\w\.)+\w|mr|mrs|ms|dr|prof|gen|brig|maj|col|lt|sgt|capt|cmdr|adm"
    r"|sen|rep|gov|pres|rev|fr|st|mt|jr|sr|inc|corp|co|ltd|llc|bros|no|nos|vs|v|etc|al|dept|univ"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|fri|sat|sun|wash|calif"
    r"|conn|mass|penn|ariz|ala|ark|fla|ga|ill|ind|kan|ky|la|md|mich|minn|miss|mo|neb|nev|okla|ore"
    r"|tenn|tex|va|vt|wis|wyo|del|colo|hon|messrs|supt|det|insp|pvt|spc|ret|approx|est|a\.m|p\.m)$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\s+[a-z]")
_STARTERS = re.compile(
    r"\s+(?:The|He|She|It|They|We|I|But|And|In|On|At|A|An|This|That|His|Her|Their|When|After|If)\b"
)


@dataclass(frozen=True, slots=True)
class Frame:
    """The sentence in which an attribution's cue stands.

    Args:
        attribution: the attribution.
        span: the sentence in the document.
        text: its characters, those of contents as `SAID`; as long as `span`.
        anchors: the attribution's source and cue as far as they stand in it, in text order.
        cue: the cue alone.
        others: sources and cues of other attributions of the same level in it.
    """

    attribution: Attribution
    span: Span
    text: str
    anchors: Spans
    cue: Spans
    others: Spans

    def read(self, start: int, end: int) -> str:
        """The masked characters between two places of the document, within the sentence."""
        low, high = max(start, self.span.start), min(end, self.span.end)
        return self.text[low - self.span.start : max(high, low) - self.span.start]

    def open(self, span: Span) -> bool:
        """Whether a stretch lies in the sentence, outside all contents."""
        return span.within(self.span) and SAID not in self.read(span.start, span.end)


class Ground:
    """A document with its contents masked, level by level.

    What is said at one level is what the next is told in: for an attribution inside a content,
    that content is open, and what its own level says is not.

    `above` has for each attribution the id of the one that it is said in, carriers passed over;
    `depths` how many it is said in, those included.
    """

    def __init__(self, extraction: Extraction) -> None:
        self.text = extraction.document.text
        self.document: Document = extraction.document
        self.attributions = {a.id: a for a in extraction.attributions}
        self.above = {a.id: self._above(a) for a in extraction.attributions}
        self.depths = {a.id: self._depth(a) for a in extraction.attributions}
        self._levels: dict[int, _Level] = {}

    def level(self, attribution: str) -> int:
        """In how many others an attribution is said, carriers passed over."""
        count, seen = 0, {attribution}
        while (above := self.above[attribution]) is not None and above not in seen:
            count, attribution = count + 1, above
            seen.add(above)
        return count

    def frame(self, attribution: Attribution) -> Frame:
        """The frame of an attribution of this document."""
        level = self._level(self.depths[attribution.id])
        span = self._sentence(attribution, level)
        own = {*attribution.source, *attribution.cue}
        return Frame(
            attribution,
            span,
            self._within_parent(attribution, span, level.text[span.start : span.end]),
            tuple(sorted(s for s in own if s.within(span))),
            tuple(s for s in attribution.cue if s.within(span)),
            tuple(s for s in level.anchors_in(span) if s not in own),
        )

    def sentence_before(self, frame: Frame) -> Span | None:
        """The sentence before a frame, what is said in it included."""
        return self._plain().before(frame.span.start)

    def sentence_after(self, frame: Frame) -> Span | None:
        """The sentence after a frame."""
        return self._plain().after(frame.span.end)

    def narrated(self, span: Span) -> str:
        """A stretch with all contents masked."""
        return self._level(0).text[span.start : span.end]

    def _plain(self) -> _Level:
        if -1 not in self._levels:
            self._levels[-1] = _Level(self.document, (), ())
        return self._levels[-1]

    def _level(self, depth: int) -> _Level:
        if depth not in self._levels:
            inner = [a for a in self.attributions.values() if self.depths[a.id] >= depth]
            here = [a for a in inner if self.depths[a.id] == depth]
            contents = merge(s for a in inner for s in a.content)
            anchors = sorted({s for a in here for s in (*a.source, *a.cue)})
            self._levels[depth] = _Level(self.document, contents, anchors)
        return self._levels[depth]

    def _sentence(self, attribution: Attribution, level: _Level) -> Span:
        cue = attribution.cue[0]
        start, end = level.around(cue)
        start = self._with_own_words(attribution, level, start)
        if (room := self._room(attribution, cue)) is not None:
            start, end = max(start, room.start), min(end, room.end)
        return Span(min(start, cue.start), max(end, cue.end))

    def _with_own_words(self, attribution: Attribution, level: _Level, start: int) -> int:
        """The sentence's start; "Why wait?" Orro asked: one's own words do not end it."""
        anchors = (s.start for s in (*attribution.source, *attribution.cue) if s.start >= start)
        at = len(self.text[:start].rstrip())
        alone = not self.text[start : min(anchors, default=start)].strip()
        if alone and at > 0 and any(s.end == at for s in attribution.content):
            return level.around(Span(at - 1, at))[0]
        return start

    def _room(self, attribution: Attribution, cue: Span) -> Span | None:
        """From the first to the last piece of the parent's content, if the cue stands in it."""
        pieces = self._parents(attribution)
        inside = any(cue.within(s) for s in pieces)
        return Span(pieces[0].start, pieces[-1].end) if inside else None

    def _parents(self, attribution: Attribution) -> Spans:
        parent = self.attributions.get(attribution.parent or "")
        return parent.content if parent else ()

    def _within_parent(self, attribution: Attribution, span: Span, text: str) -> str:
        """The sentence with blanks for what stands between pieces of the parent's content."""
        pieces = self._parents(attribution)
        if not any(attribution.cue[0].within(s) for s in pieces):
            return text
        shown = [" "] * len(text)
        for piece in pieces:
            low, high = (min(max(at - span.start, 0), len(text)) for at in (piece.start, piece.end))
            shown[low:high] = text[low:high]
        return "".join(shown)

    def _above(self, attribution: Attribution) -> str | None:
        """The id of the attribution that this one is said in; what only carries it is none."""
        carriers = {c.entity for c in attribution.carriers}
        seen = {attribution.id}
        above = self.attributions.get(attribution.parent or "")
        while above and above.id not in seen and above.speaker and above.speaker.entity in carriers:
            seen.add(above.id)
            above = self.attributions.get(above.parent or "")
        return above.id if above and above.id not in seen else None

    def _depth(self, attribution: Attribution) -> int:
        seen = {attribution.id}
        at = attribution
        while (parent := self.attributions.get(at.parent or "")) and parent.id not in seen:
            seen.add(parent.id)
            at = parent
        return len(seen) - 1


class _Level:
    """The text with the contents of a level masked, and where its sentences begin."""

    def __init__(self, document: Document, contents: Spans, anchors: Iterable[Span]) -> None:
        self.text = masked(document.text, contents)
        self.starts = sentence_starts(document, self.text, contents)
        self.anchors = list(anchors)

    def around(self, span: Span) -> tuple[int, int]:
        """Start and end of the sentence or sentences that a span lies in."""
        left = self.starts[max(bisect_right(self.starts, span.start) - 1, 0)]
        right = bisect_left(self.starts, span.end)
        end = self.starts[right] if right < len(self.starts) else len(self.text)
        return left, max(end, span.end)

    def before(self, start: int) -> Span | None:
        at = bisect_left(self.starts, start) - 1
        return self._nth(at) if at >= 0 else None

    def after(self, end: int) -> Span | None:
        at = bisect_left(self.starts, end)
        return self._nth(at) if at < len(self.starts) else None

    def anchors_in(self, span: Span) -> list[Span]:
        low = bisect_left(self.anchors, Span(span.start, span.start + 1))
        high = bisect_left(self.anchors, Span(span.end, span.end + 1))
        return self.anchors[low:high]

    def _nth(self, at: int) -> Span | None:
        start = self.starts[at]
        end = self.starts[at + 1] if at + 1 < len(self.starts) else len(self.text)
        return Span(start, end) if start < end else None


def masked(text: str, contents: Spans) -> str:
    """The text with each character of the contents replaced by `SAID`; of the same length."""
    pieces, position = [], 0
    for span in contents:
        end = min(span.end, len(text))
        pieces += [text[position : span.start], SAID * max(end - span.start, 0)]
        position = max(end, position)
    return "".join((*pieces, text[position:]))


def sentence_starts(document: Document, text: str, contents: Spans) -> list[int]:
    """Where sentences begin, in order, 0 among them; none within a content.

    Args:
        document: gives the blocks, whose edges part sentences.
        text: its text with the contents masked.
        contents: the contents, disjoint and in order. One that ends with a full stop ends a
            sentence.
    """
    starts = {0, *(m.end() for m in _BREAK.finditer(text))}
    starts |= {m.end() for m in _END.finditer(text) if _is_end(text, m)}
    starts |= {s.end for s in contents if _closes(document.text, s)}
    starts |= {b.span.start for b in document.blocks}
    return sorted(_first_word(text, at) for at in starts if at < len(text))


def _is_end(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 12) : match.start()]
    return _ends(before, match.group()[0], text[match.end() : match.end() + 12])


@lru_cache(maxsize=2048)  # each level of a document asks of nearly the same places
def _ends(before: str, mark: str, behind: str) -> bool:
    """Whether a mark ends a sentence, by the dozen characters before and behind it."""
    if _GOES_ON.match(behind):
        return False
    if mark != "." or not _SHORTENED.search(before):
        return True
    return bool(_STARTERS.match(behind))


def _closes(text: str, content: Span) -> bool:
    tail = text[max(content.start, content.end - 4) : content.end]
    return bool(_CLOSED.search(tail)) and not re.match(
        r"[\s,]*[a-z]", text[content.end : content.end + 6]
    )


def _first_word(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at
