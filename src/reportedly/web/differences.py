"""Differences: what was cut from a text and what was added to it, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import product

import numpy as np
from rapidfuzz.distance import Indel
from rapidfuzz.process import cdist

LARGEST = 1 << 26
"""Product of the numbers of two lists up to which they are aligned: 8 MB, some 20 ms."""

ALIKE = 0.5
"""Share of their characters that two lines must have in common to be one line, reworded."""

LINES = 2_500
"""Product of the numbers of lines up to which it is looked for which are alike: 20 ms."""

_LINES = re.compile(r"[^\n]+\n*|\n+")
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
    return tuple(_at_lines(list(_joined(_lines(before, after)))))


def _lines(before: str, after: str) -> Iterator[Changed]:
    """Line by line; a line is the same if its words are, however many blank ones follow."""
    ours, theirs = _LINES.findall(before), _LINES.findall(after)
    keys = [line.rstrip("\n") for line in ours], [line.rstrip("\n") for line in theirs]
    for same, one, other in _aligned(*keys):
        if not same:
            yield from _changed(ours[one], theirs[other])
            continue
        for line, twin in zip(ours[one], theirs[other], strict=True):
            shared = min(line, twin, key=len)
            yield Changed(Change.SAME, shared)
            yield from _put(line[len(shared) :], twin[len(shared) :])


def _changed(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[Changed]:
    """Lines that are not the same: what became of a line's words, where one is like it."""
    low = 0, 0
    for one, other in (*_pairs(ours, theirs), (len(ours), len(theirs))):
        yield from _put("".join(ours[low[0] : one]), "".join(theirs[low[1] : other]))
        if one < len(ours):
            yield from _words(ours[one], theirs[other])
        low = one + 1, other + 1


def _pairs(ours: Sequence[str], theirs: Sequence[str]) -> list[tuple[int, int]]:
    """Lines that are alike, in the order of both, so that they are most alike together."""
    if len(ours) * len(theirs) > LINES:
        return list(zip(range(len(ours)), range(len(theirs)), strict=False))
    alike = cdist(ours, theirs, scorer=Indel.normalized_similarity, score_cutoff=ALIKE)
    best = np.zeros((len(ours) + 1, len(theirs) + 1))
    for i, j in product(reversed(range(len(ours))), reversed(range(len(theirs)))):
        best[i, j] = max(best[i + 1, j], best[i, j + 1], alike[i, j] + best[i + 1, j + 1])
    i = j = 0
    found = []
    while i < len(ours) and j < len(theirs):
        if alike[i, j] and best[i, j] == alike[i, j] + best[i + 1, j + 1]:
            found.append((i, j))
            i, j = i + 1, j + 1
        elif best[i, j] == best[i + 1, j]:
            i += 1
        else:
            j += 1
    return found


def _words(before: str, after: str) -> Iterator[Changed]:
    """Word by word; a space or a comma that stayed between changes goes with them."""
    ours, theirs = _WORDS.findall(before), _WORDS.findall(after)
    pieces = list(_aligned(ours, theirs))
    for at, (same, one, other) in enumerate(pieces):
        cut, added = "".join(ours[one]), "".join(theirs[other])
        edge = at in (0, len(pieces) - 1)
        if same and (edge or len(cut) > 2 or cut.isalnum()):
            yield Changed(Change.SAME, cut)
        else:
            yield from _put(cut, added)


def _put(cut: str, added: str) -> Iterator[Changed]:
    if cut:
        yield Changed(Change.CUT, cut)
    if added:
        yield Changed(Change.ADDED, added)


def _aligned(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[bool, slice, slice]]:
    """Stretches of two lists that are the same, and what of both stands between."""
    if len(before) * len(after) > LARGEST:
        yield False, slice(0, len(before)), slice(0, len(after))
        return
    low = 0, 0
    for code in Indel.opcodes(before, after):
        if code.tag == "equal":
            if low != (code.src_start, code.dest_start):
                yield False, slice(low[0], code.src_start), slice(low[1], code.dest_start)
            yield True, slice(code.src_start, code.src_end), slice(code.dest_start, code.dest_end)
            low = code.src_end, code.dest_end
    if low != (len(before), len(after)):
        yield False, slice(low[0], len(before)), slice(low[1], len(after))


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
