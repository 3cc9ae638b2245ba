"""Quotation marks: which stretches of a text stand in them, in every form that news uses.

A paragraph is the unit: a mark left open never reaches beyond its paragraph, unless the next
paragraph goes on with the quotation, either by opening it again (the usual way) or by closing
it without having opened it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.schema import Span

# Two straight or two curly single marks side by side stand for one double mark in older wire copy.
_MARK = re.compile("''|``|‘‘|’’|[\"“”„‟«»‘’‚'＂]")
MARKS = frozenset("\"“”„‟«»‘’‚'`＂")
"""Characters that quotation marks are made of."""
_OPENERS = frozenset(("“", "„", "‟", "«", "``", "‘‘"))
_CLOSERS = frozenset(("”", "»", "’’"))
# Words that lose their beginning: the mark before them opens nothing.
_ELISION = re.compile("['‘](?:n|em|til|tis|twas|cuz|nuff)\\b", re.IGNORECASE)
# A line break ends a paragraph if a blank line follows or the line before ends a sentence:
# hard-wrapped text breaks lines in the middle of sentences.
_LINE_END = r"(?:\r\n|\r(?!\n)|\n)"
_PARAGRAPH_BREAK = re.compile(
    rf"{_LINE_END}[^\S\r\n]*{_LINE_END}\s*|(?<=[.!?:;”\"’'»)])[^\S\r\n]*{_LINE_END}\s*"
)

_SINGLE = frozenset("‘’'‚")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch in quotation marks, the marks included.

    Args:
        span: from the opening mark to the closing one, or to the paragraph's end.
        continues: the quotation goes on in the next paragraph.
    """

    span: Span
    continues: bool = False


def quotations(text: str) -> list[Quotation]:
    """All quotations of a text, in order and disjoint; those inside others are left out.

    Linear in the length of `text`; any text is accepted, however its marks are (un)balanced.
    """
    found: list[Quotation] = []
    carried: Quotation | None = None
    for start, end in paragraphs(text):
        runs_on = carried is not None and _closes_first(text, start, end)
        closed, left_open = _scan(text, start, end, start if runs_on else None)
        if carried:
            first = closed[0].start if closed else left_open
            found.append(Quotation(carried.span, continues=first == start))
        found.extend(Quotation(span) for span in closed)
        carried = Quotation(Span(left_open, end)) if left_open is not None else None
    if carried:
        found.append(carried)
    return found


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each paragraph, without the white space around it."""
    position = 0
    for start, end in [
        *(m.span() for m in _PARAGRAPH_BREAK.finditer(text)),
        (len(text), len(text)),
    ]:
        piece = text[position:start]
        left = position + len(piece) - len(piece.lstrip())
        right = position + len(piece.rstrip())
        if left < right:
            yield left, right
        position = end


def _closes_first(text: str, start: int, end: int) -> bool:
    """Whether the first double mark of a paragraph closes what an earlier one left open."""
    for match in _MARK.finditer(text, start, end):
        if match.group() not in _SINGLE:
            before, behind = _beside(text, match, start, end)
            return not _opens(match.group(), before, behind, True)
    return False


def _beside(text: str, match: re.Match[str], start: int, end: int) -> tuple[str, str]:
    """The characters before and behind a mark; spaces at the paragraph's ends."""
    before = text[match.start() - 1] if match.start() > start else " "
    return before, text[match.end()] if match.end() < end else " "


def _scan(text: str, start: int, end: int, opened: int | None) -> tuple[list[Span], int | None]:
    """Return the closed quotations of one paragraph, and where one is left open.

    `opened` is where a quotation of the paragraph before goes on.
    """
    closed: list[Span] = []
    single: int | None = None
    for match in _MARK.finditer(text, start, end):
        mark, at, after = match.group(), match.start(), match.end()
        before, behind = _beside(text, match, start, end)
        if mark in _SINGLE:
            if opened is None and not _ELISION.match(text, at, end):
                single = _single(mark, at, before, behind, single, closed)
            continue
        if _opens(mark, before, behind, opened is not None):
            if opened is None:
                opened, single = at, None
        elif opened is not None:
            closed.append(Span(opened, after))
            opened = None
    return closed, opened


def _opens(mark: str, before: str, behind: str, inside: bool) -> bool:
    """Whether a double mark opens a quotation, by its form and by what stands beside it.

    Forms alone do not tell: German and Danish close with what opens in English and French, and
    Swedish and many a keyboard use one form for both.
    """
    starts = not (before.isalnum() or before in ".,!?…%)]") and not behind.isspace()
    ends = not before.isspace() and not behind.isalnum()
    if mark in _OPENERS:
        return not inside or starts or not ends
    if mark in _CLOSERS:
        return not inside and starts and not ends
    return starts if starts != ends else not inside


def _single(
    mark: str, at: int, before: str, behind: str, opened: int | None, closed: list[Span]
) -> int | None:
    """Follow single marks outside double ones; apostrophes are not quotation marks."""
    if mark in ("‘", "‚") or (mark == "'" and opened is None):
        starts = not before.isalnum() and behind.isalpha()
        return at if starts and opened is None else opened
    if opened is not None and not before.isspace() and not behind.isalnum() and at > opened + 1:
        closed.append(Span(opened, at + 1))
        return None
    return opened
