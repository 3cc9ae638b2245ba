"""Paragraphs: the stretches of a plain text that blocks are made of, with their offsets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

WIDEST_WRAP = 100
"""Characters in the longest line of a text that still counts as wrapped by hand or by a mailer.

Mailers and terminals wrap at 72 to 80. None of 2,587 pasted articles (FNC-1) is wrapped, and none
is taken for wrapped.
"""

NARROWEST_WRAP = 50
"""Characters in the longest line of a wrapped text: below that, lines are items of a list."""

WRAPPED_SHARE = 0.7
"""Share of lines that must be full for a text to count as wrapped: in wrapped text all but each
paragraph's last line are, in lists and headlines a line is full only by chance."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of text with nothing but white space around it.

    Args:
        start: offset of its first character, in code points.
        end: offset after its last character.
        text: the characters, white space at both ends left out.
        indent: white-space characters before it on its first line.
        gap: blank lines before it.
    """

    start: int
    end: int
    text: str
    indent: int = 0
    gap: int = 0


def lines_of(text: str) -> list[Paragraph]:
    """Every line that holds more than white space; all of Unicode's line ends count as such."""
    lines = []
    offset = gap = 0
    for raw in text.splitlines(keepends=True):
        bare = raw.strip()
        if bare:
            indent = len(raw) - len(raw.lstrip())
            start = offset + indent
            lines.append(Paragraph(start, start + len(bare), bare, indent, gap))
            gap = 0
        else:
            gap += 1
        offset += len(raw)
    return lines


def paragraphs_of(text: str) -> list[Paragraph]:
    """The text's paragraphs: its lines, joined again where somebody wrapped them.

    A line is a paragraph of its own, with or without a blank line after it, unless the whole text
    is wrapped at one width.
    """
    lines = lines_of(text)
    width = max((len(line.text) for line in lines), default=0)
    if not NARROWEST_WRAP <= width <= WIDEST_WRAP or not _is_wrapped(lines, width):
        return lines
    first = lines[0]
    joined: list[Paragraph] = []
    for line, following in pairwise([*lines, None]):
        if line is None or (following is not None and _runs_on(line, following, width)):
            continue
        whole = text[first.start : line.end]
        joined.append(Paragraph(first.start, line.end, whole, first.indent, first.gap))
        first = following or first
    return joined


def _is_wrapped(lines: Sequence[Paragraph], width: int) -> bool:
    """Whether the lines that have another right below them are mostly full."""
    adjacent = [(a, b) for a, b in pairwise(lines) if b.gap == 0]
    full = sum(_runs_on(a, b, width) for a, b in adjacent)
    return len(adjacent) >= 3 and full >= WRAPPED_SHARE * len(adjacent)


def _runs_on(line: Paragraph, following: Paragraph, width: int) -> bool:
    """Whether `following` continues `line`: its first word would not have fitted there."""
    if following.gap or following.indent > line.indent + 3:
        return False
    first_word = following.text.split(None, 1)[0]
    return len(line.text) + 1 + len(first_word) > width - 4
