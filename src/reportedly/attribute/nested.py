"""Nested attributions: what is said inside what is said, found by reading contents by themselves.

The corpus that the engine learned from marks one level; so the contents of a document are read once
more, as paragraphs of a text of their own, and what is found there in the same way, level by level.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tokenizers import Tokenizer

from reportedly.attribute.assemble import Draft, drafts, settle
from reportedly.attribute.decode import Settings
from reportedly.attribute.encoder import Encoder
from reportedly.attribute.quotes import MARKS, Quotation, quotations
from reportedly.attribute.walk import walk
from reportedly.schema import Span, Spans, merge

LEAST = 0.2
"""Least confidence; on the dev half of the gold of chains nested attributions are found with F1 .38
at 0.12, .41 at 0.2 and .38 at 0.3."""
DEPTH = 4
"""Levels below the outermost: beyond, nobody writes."""
LEAST_LETTERS = 20
"""A shorter sentence has no room for another's words."""


@dataclass(frozen=True, slots=True)
class Reader:
    """What it takes to read a content.

    Args:
        text: the document's.
        encoder: the network.
        tokenizer: cuts words into pieces.
        settings: thresholds of the decoder.
        triggers: words of which a sentence must hold one to be read.
    """

    text: str
    encoder: Encoder
    tokenizer: Tokenizer
    settings: Settings
    triggers: frozenset[str]


def nested(reader: Reader, outer: Sequence[Draft], depth: int = DEPTH) -> Iterator[Draft]:
    """The attributions within the contents of others, to any depth, each but once.

    Args:
        reader: the document's text and the engine.
        outer: the attributions found in the text as a whole, in text order.
        depth: how many levels below them to look at.
    """
    known = list(outer)
    level = list(outer)
    for _ in range(depth):
        found: list[Draft] = []
        for inner in _within(reader, level):
            if not any(_meet(inner.cue, other.cue) for other in known):
                known.append(inner)
                found.append(inner)
        yield from found
        level = found


def _within(reader: Reader, level: Sequence[Draft]) -> Iterator[Draft]:
    """What is found in the contents of one level, all of them read in one go."""
    parts = [_unquoted(reader.text, part) for draft in level for part in draft.content]
    spans = merge(s for part in parts for s in _sentences(reader, part))
    if not spans:
        return
    quoted = [q for span in spans for q in _quotations(reader.text, span)]
    found: list[Draft] = []
    for passage in walk(reader.text, [spans], quoted, reader.encoder, reader.tokenizer, True):
        found += drafts(reader.text, passage, reader.encoder, reader.settings)
    settings = replace(reader.settings, least=LEAST)
    for inner in settle(reader.text, found, quoted, settings):
        holding = [d for d in level if all(any(c.within(s) for s in d.content) for c in inner.cue)]
        if not holding:
            continue
        outer = min(holding, key=lambda d: sum(map(len, d.content)))
        near = (s for s in _in_one(inner.source, spans) if _near(reader.text, s, inner.cue[0]))
        clipped = _clipped(replace(inner, source=tuple(near)), outer.content)
        if clipped is not None and not _says_nothing(reader.text, clipped):
            yield clipped


_END = re.compile(r"[.!?][”\"’']?\s+(?=[“\"‘A-Z])|\n\s*")
_WORD = re.compile(r"[a-z’']+")


def _sentences(reader: Reader, span: Span) -> Iterator[Span]:
    """Those sentences of a content that may hold another's words; neighbours stay together."""
    cuts = [span.start, *(m.end() for m in _END.finditer(reader.text, span.start, span.end))]
    whole = (Span(a, b) for a, b in pairwise([*cuts, span.end]) if a < b)
    yield from merge(s for s in whole if len(s) >= LEAST_LETTERS and _triggered(reader, s))


def _triggered(reader: Reader, span: Span) -> bool:
    return not reader.triggers.isdisjoint(_WORD.findall(span.read(reader.text).lower()))


def _unquoted(text: str, span: Span) -> Span:
    """A span without the quotation marks around it, so that those within it count."""
    start, end = span.start, span.end
    while start < end - 1 and text[start] in MARKS:
        start += 1
    while end > start + 1 and text[end - 1] in MARKS:
        end -= 1
    return Span(start, end)


def _quotations(text: str, span: Span) -> Iterator[Quotation]:
    for quotation in quotations(span.read(text)):
        here = quotation.span
        yield replace(quotation, span=Span(here.start + span.start, here.end + span.start))


def _in_one(source: Spans, read: Sequence[Span]) -> Iterator[Span]:
    """A source without what lies beyond the sentence that it ends in.

    Sentences are read one by one as paragraphs; the words left out between them are nobody's.
    """
    for span in source:
        ends = next((s for s in read if s.start < span.end <= s.end), span)
        yield Span(max(span.start, ends.start), span.end)


def _near(text: str, source: Span, cue: Span) -> bool:
    """Whether two spans lie in one paragraph: contents of several are read one behind another."""
    return "\n" not in text[min(source.end, cue.end) : max(source.start, cue.start)]


def _clipped(inner: Draft, content: Spans) -> Draft | None:
    """The draft with its content held within the outer one; None if its cue is not."""
    if not all(any(s.within(c) for c in content) for s in inner.cue):
        return None
    held = tuple(
        Span(max(s.start, c.start), min(s.end, c.end))
        for s in inner.content
        for c in content
        if s.overlaps(c)
    )
    return replace(inner, content=held) if held else None


_MOMENT = frozenset(
    """think thinks believe hope want mean know guess feel wish suppose say expect am am sure
    understand doubt fear imagine assume""".split()
)


_JOINTS = frozenset("a an the that this to of in on for with as by from and or it".split())
_POINTS = frozenset("that this the a an such any another those these".split())
_NOUNS = frozenset(
    """claim claims report reports allegation allegations accusation accusations statement
    suggestion assertion denial warning promise argument view idea belief remark comment""".split()
)


def _says_nothing(text: str, draft: Draft) -> bool:
    """Whether its cue is none: joints alone, a noun that only names what was said, a thought."""
    source, cue = (_WORD.findall(_joined(text, spans)) for spans in (draft.source, draft.cue))
    if not cue:
        return False  # a colon or a dash links as well as a word
    named = bool(source) and _POINTS.issuperset(source) and _NOUNS.issuperset(cue)
    return _JOINTS.issuperset(cue) or named or _colours(text, draft)


def _joined(text: str, spans: Spans) -> str:
    return " ".join(s.read(text) for s in spans).lower().replace("’", "'")


def _colours(text: str, draft: Draft) -> bool:
    """Whether it is but the speaker's own thought of the moment: "I think", "we hope"."""
    if _joined(text, draft.source) not in ("i", "we"):
        return False
    words = _joined(text, draft.cue).replace("don't", "").split()
    return bool(words) and all(
        w in _MOMENT | {"do", "not", "just", "also", "really"} for w in words
    )


def _meet(one: Spans, other: Spans) -> bool:
    return any(a.overlaps(b) for a in one for b in other)
