"""Paragraphs, sentences and clauses of a text, by its punctuation alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reportedly.schema import Span

# A line break parts paragraphs if a blank line follows or the line before ends a sentence:
# hard-wrapped text breaks lines in the middle of sentences. White space stands first in the
# pattern, so that `re` looks for that alone.
_PARAGRAPH = re.compile(
    r"\s(?:(?<=\n)[^\S\n]*\n\s*|(?<=[.!?:;”\"’')]\n)\s*"
    r"|(?<=[.!?:;”\"’')][^\S\n])[^\S\n]*\n\s*)"
)
_STOP = re.compile(r"[.!?…]+[\"”’')\]]*(?=\s+[\"“‘'(\[]*[A-Z0-9]|\s*$)")
_ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Prof|Rev|Hon|Gen|Brig|Maj|Lt|Col|Capt|Cmdr|Cpl|Sgt|Adm|Sen|Rep|Gov"
    r"|Pres|Supt|Insp|Det|Jr|Sr|vs|etc|cf|No|Nos|Vol|Inc|Corp|Co|Ltd|Bros|Jan|Feb|Mar|Apr|Jun"
    r"|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun|a\.m|p\.m|e\.g|i\.e)"
    r"|\b[A-Z](?:\.[A-Z])*)\.$"
)
_BREAK = re.compile(
    r"[,:](?!\d)|[;—–()]|\s-\s|\b(?:but|though|although|while|whereas)\b", re.IGNORECASE
)
# A piece like this before a verb holds no subject: adverbs alone, or a noun in apposition.
_NO_SUBJECT = re.compile(
    r"\s*(?:(?:also|still|however|though|and|or|later|has|have|had|who|which|then|so far|to"
    r" date)\s*)*$"
    r"|\s+(?:an?|the|who|which|whose|now)\s",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?:no|little|scant|an?|the|this|that|these|those|it|they|he|she|there|his|her|their|its|such"
    r"|both|all|which|but|though|although|however|yet|even|in)\b|[A-Z]"
)
_QUOTED = re.compile(r"“[^“”]*(?:”|$)|\"[^\"]*(?:\"|$)|‘‘[^‘’]*(?:’’|$)|''(?:[^']|'(?!'))*(?:''|$)")


def paragraphs(text: str, within: Iterable[Span]) -> Iterator[Span]:
    """The paragraphs of some stretches of a text, without the white space around them."""
    for stretch in within:
        position = stretch.start
        for match in _PARAGRAPH.finditer(text, stretch.start, stretch.end):
            yield from _trimmed(text, position, match.start())
            position = match.end()
        yield from _trimmed(text, position, stretch.end)


def sentences(text: str, paragraph: Span) -> Iterator[Span]:
    """The sentences of a paragraph, in order; its white space at their ends is in none."""
    position = paragraph.start
    for match in _STOP.finditer(text, paragraph.start, paragraph.end):
        if match.end() < paragraph.end and _abbreviated(text, position, match):
            continue
        yield from _trimmed(text, position, match.end())
        position = match.end()
    yield from _trimmed(text, position, paragraph.end)


def quoted(text: str, paragraph: Span) -> list[Span]:
    """What stands in double quotation marks in a paragraph; one left open runs to its end."""
    part = paragraph.read(text)
    base = paragraph.start
    return [Span(base + m.start(), base + m.end()) for m in _QUOTED.finditer(part)]


def clause(text: str, sentence: Span, inside: Span) -> Span:
    """The clause of a sentence around some words, without the stop that ends it.

    Its edges are marks and conjunctions. A piece before the words that holds no subject
    ("however,", "a spokesman,") is taken in with what stands before its comma.
    """
    marks = [(m.start(), m.end()) for m in _BREAK.finditer(text, sentence.start, sentence.end)]
    begins = [sentence.start, *(end for _, end in marks if end <= inside.start)]
    ends = [start for start, _ in marks if start >= inside.end]
    end = min(ends, default=sentence.end)
    start = begins.pop()
    subjectless = begins and text[start - 1] == "," and not _SUBJECT.match(text, inside.start)
    if subjectless and _NO_SUBJECT.match(text, start, inside.start):
        while begins and text[start - 1] == ",":
            start = begins.pop()
    return next(_trimmed(text, start, end, " \t\r\n.!?,;:—–-…\"”’'“‘)("), inside)


def _abbreviated(text: str, start: int, stop: re.Match[str]) -> bool:
    """Whether a full stop ends no more than a shortened word."""
    return bool(_ABBREVIATED.search(text, max(start, stop.end() - 12), stop.end()))


def _trimmed(text: str, start: int, end: int, off: str | None = None) -> Iterator[Span]:
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip(off))
    right = start + len(piece.rstrip(off))
    if left < right:
        yield Span(left, right)
