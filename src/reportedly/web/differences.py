"""Differences: what was cut from a text and what was added to it, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import Indel

LARGEST = 1 << 26
"""Product of the numbers of two lists up to which they are aligned: 8 MB, some 20 ms."""

_LINES = re.compile(r"[^\n]*\n?")
_WORDS = re.compile(r"\w+|\s+|[^\w\s]")


class Change(StrEnum):
    """What became of some words."""

    SAME = "same"
    CUT = "cut"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Changed:
    """Words, and what became of them."""

    change: Change
    text: str


def differences(before: str, after: str) -> tuple[Changed, ...]:
    """What became of a text's words.

    The pieces that are not added are the text before, those that are not cut the text after. Lines
    are aligned first, and words where lines differ; where that would be too much work, all of what
    differs is cut and added.
    """
    found: list[Changed] = []
    lines, others = _LINES.findall(before), _LINES.findall(after)
    for change, one, other in _aligned(lines, others):
        if change is Change.SAME:
            found.append(Changed(change, one))
        else:
            found.extend(_words(one, other))
    return tuple(_at_lines(list(_joined(found))))


def _words(before: str, after: str) -> Iterator[Changed]:
    """What became of some lines; a space or a comma that stayed between changes goes with them."""
    pieces = list(_aligned(_WORDS.findall(before), _WORDS.findall(after)))
    for at, (change, one, other) in enumerate(pieces):
        stays = change is Change.SAME
        if stays and (len(one) > 2 or one.isalnum() or not 0 < at < len(pieces) - 1):
            yield Changed(Change.SAME, one)
            continue
        yield from (Changed(c, t) for c, t in ((Change.CUT, one), (Change.ADDED, other)) if t)


def _aligned(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[Change, str, str]]:
    """Stretches of two lists that are the same, and what stands between: cut, and in its place."""
    if len(before) * len(after) > LARGEST:
        yield Change.CUT, "".join(before), "".join(after)
        return
    cut = added = ""
    for code in Indel.opcodes(before, after):
        one = "".join(before[code.src_start : code.src_end])
        other = "".join(after[code.dest_start : code.dest_end])
        if code.tag != "equal":
            cut, added = cut + one, added + other
            continue
        if cut or added:
            yield Change.CUT, cut, added
            cut = added = ""
        yield Change.SAME, one, other
    if cut or added:
        yield Change.CUT, cut, added


def _joined(pieces: Iterable[Changed]) -> Iterator[Changed]:
    """Pieces with what is cut before what is added, and neighbours of one kind as one."""
    texts = {Change.CUT: "", Change.ADDED: ""}
    same = ""
    for piece in pieces:
        if piece.change is Change.SAME:
            yield from _flushed(texts)
            same += piece.text
            continue
        if same:
            yield Changed(Change.SAME, same)
            same = ""
        texts[piece.change] += piece.text
    if same:
        yield Changed(Change.SAME, same)
    yield from _flushed(texts)


def _flushed(texts: dict[Change, str]) -> Iterator[Changed]:
    for change, text in texts.items():
        if text:
            yield Changed(change, text)
            texts[change] = ""


def _at_lines(pieces: list[Changed]) -> Iterator[Changed]:
    """Pieces moved, where the words allow either, so that lines are cut and added from their begin.

    Where a line is gone, its line break may be taken for that of the line before.
    """
    for at in range(1, len(pieces) - 1):
        left, own, right = pieces[at - 1 : at + 2]
        if left.change is own.change or {left.change, right.change} != {Change.SAME}:
            continue
        move = own.text.find("\n") + 1
        if own.text[:move] == right.text[:move] and 0 < move < len(right.text):
            pieces[at - 1] = Changed(Change.SAME, left.text + own.text[:move])
            pieces[at] = Changed(own.change, own.text[move:] + own.text[:move])
            pieces[at + 1] = Changed(Change.SAME, right.text[move:])
    yield from pieces
