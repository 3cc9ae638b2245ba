"""Passages: tiles joined over small edits, and extended as far as the two texts go together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import numpy as np
from rapidfuzz.distance import Indel

from reportedly.connect.reuse.tiles import Stretch, tiles
from reportedly.connect.reuse.words import Flags, Numbers, Words

BRIDGE = 8
"""Words, on either side, that an edit within a passage has at most.

On edited copies made with seed 1, spans agree to .986 with 4, .990 with 8 and .992 with 16; but 16
words are a sentence, and one that was put in or left out is no edit of another.
"""
REACH = 12
"""Words beyond a passage's end that are looked at together for more of it."""
LEAST = 12
"""Words that a passage has in common at least, boilerplate left out.

Between bodies of FNC-1 on different subjects 54 pieces of eight words were found and 14 of nine;
what was found from twelve on was boilerplate, or one event or statement after all, when read
(`benchmarks.reuse.constants`).
"""


def passages(a: Words, b: Words) -> list[Stretch]:
    """What two texts share, edits within it bridged: disjoint on both sides, in `a`'s order."""
    found = [s for s in _joined(a, b, tiles(a, b)) if s.matched >= LEAST and _own(a, b, s)]
    return _joined(a, b, _extended(a, b, found))


def _own(a: Words, b: Words, found: Stretch) -> bool:
    """Whether enough of it is more than boilerplate."""
    own_a = a.own[found.first : found.first_end].sum()
    own_b = b.own[found.second : found.second_end].sum()
    return int(min(own_a, own_b)) >= LEAST


def _joined(a: Words, b: Words, found: Iterable[Stretch]) -> list[Stretch]:
    """Join what lies at most `BRIDGE` words apart in both texts and in one stretch of each."""
    done: list[Stretch] = []
    still_open: list[Stretch] = []
    for one in found:
        over = [s for s in still_open if one.first - s.first_end > BRIDGE]
        done.extend(over)
        still_open = [s for s in still_open if s not in over]
        near = [s for s in still_open if _follows(a, b, s, one)]
        if near:
            last = min(near, key=lambda s: (one.first - s.first_end) + (one.second - s.second_end))
            still_open.remove(last)
            one = _bridged(a, b, last, one)
        still_open.append(one)
    return sorted(done + still_open)


def _follows(a: Words, b: Words, one: Stretch, other: Stretch) -> bool:
    """Whether an edit at most lies between the end of one stretch and the beginning of another."""
    return (
        0 <= other.first - one.first_end <= BRIDGE
        and 0 <= other.second - one.second_end <= BRIDGE
        and bool(a.parts[one.first_end - 1] == a.parts[other.first])
        and bool(b.parts[one.second_end - 1] == b.parts[other.second])
    )


def _bridged(a: Words, b: Words, one: Stretch, other: Stretch) -> Stretch:
    """Two stretches as one; words that stayed the same between them count as matched."""
    between = sum(
        n for _, _, n in _same(a, b, one.first_end, other.first, one.second_end, other.second)
    )
    return Stretch(
        one.first,
        one.second,
        other.first_end,
        other.second_end,
        one.matched + between + other.matched,
    )


def _same(
    a: Words, b: Words, a_low: int, a_high: int, b_low: int, b_high: int
) -> Iterator[tuple[int, int, int]]:
    """Words in the same order in two short stretches: how far into each, and how many."""
    ours, theirs = a.numbers[a_low:a_high].tolist(), b.numbers[b_low:b_high].tolist()
    for block in Indel.opcodes(ours, theirs):
        if block.tag == "equal":
            yield block.src_start, block.dest_start, block.src_end - block.src_start


def _extended(a: Words, b: Words, found: Sequence[Stretch]) -> list[Stretch]:
    """Stretches with the words before and behind them that go together, without an overlap."""
    taken_a, taken_b = np.zeros(len(a), np.bool_), np.zeros(len(b), np.bool_)
    for one in found:
        taken_a[one.first : one.first_end] = taken_b[one.second : one.second_end] = True
    grown = []
    for one in found:
        longer = _backward(a, b, _forward(a, b, one, taken_a, taken_b), taken_a, taken_b)
        taken_a[longer.first : longer.first_end] = True
        taken_b[longer.second : longer.second_end] = True
        grown.append(longer)
    return sorted(grown)


def _forward(a: Words, b: Words, one: Stretch, taken_a: Flags, taken_b: Flags) -> Stretch:
    """A stretch with what goes together behind it."""
    while True:
        high_a = one.first_end + _room(a, taken_a, one.first_end, 1)
        high_b = one.second_end + _room(b, taken_b, one.second_end, 1)
        ours, theirs = a.numbers[one.first_end : high_a], b.numbers[one.second_end : high_b]
        more_a, more_b, same = _together(ours, theirs)
        if not same:
            return one
        one = replace(
            one,
            first_end=one.first_end + more_a,
            second_end=one.second_end + more_b,
            matched=one.matched + same,
        )


def _backward(a: Words, b: Words, one: Stretch, taken_a: Flags, taken_b: Flags) -> Stretch:
    """A stretch with what goes together before it."""
    while True:
        low_a = one.first - _room(a, taken_a, one.first - 1, -1)
        low_b = one.second - _room(b, taken_b, one.second - 1, -1)
        ours, theirs = a.numbers[low_a : one.first], b.numbers[low_b : one.second]
        more_a, more_b, same = _together(ours[::-1], theirs[::-1])
        if not same:
            return one
        one = replace(
            one,
            first=one.first - more_a,
            second=one.second - more_b,
            matched=one.matched + same,
        )


def _room(words: Words, taken: Flags, at: int, step: int) -> int:
    """How many words from `at` on are free, in the stretch of text they begin in; at most `REACH`.

    The stretch is the one of the word before the first, seen in the direction of `step`.
    """
    part = words.parts[at - step]
    for count in range(REACH):
        place = at + step * count
        if not 0 <= place < len(words) or taken[place] or words.parts[place] != part:
            return count
    return REACH


def _together(ours: Numbers, theirs: Numbers) -> tuple[int, int, int]:
    """How far two runs of words go together: words of each, and how many of them are the same.

    The best-scoring common beginning: a word that is the same counts for one, a word passed over
    for minus one. Nothing where no beginning scores.
    """
    best, score, same, at_a, at_b = (0, 0, 0), 0, 0, 0, 0
    top = 0
    for block in Indel.opcodes(ours.tolist(), theirs.tolist()):
        if block.tag != "equal":
            continue
        count = block.src_end - block.src_start
        score += count - max(block.src_start - at_a, block.dest_start - at_b)
        same += count
        at_a, at_b = block.src_end, block.dest_end
        if score > top:
            top, best = score, (at_a, at_b, same)
    return best
