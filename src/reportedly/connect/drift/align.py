"""Words of two wordings aligned: what is the same on both sides, and what stands between."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import Indel

from reportedly.connect.reuse.tiles import tiles
from reportedly.connect.reuse.words import Words

_LARGEST = 1 << 24
"""Product of the words of two gaps up to which they are aligned word by word."""


@dataclass(frozen=True, slots=True, order=True)
class Piece:
    """Words `[first, first_end)` of one wording and `[second, second_end)` of another.

    Args:
        same: whether they are the same words; else one of the two may be empty, and says where in
            the other wording the words would stand.
    """

    first: int
    first_end: int
    second: int
    second_end: int
    same: bool


@dataclass(frozen=True, slots=True)
class _Gap:
    """Words of one wording between two runs that both have; `left` and `right` are their numbers.

    Before the first run stands number -1, behind the last one that is none.
    """

    low: int
    high: int
    left: int
    right: int


def aligned(a: Words, b: Words) -> list[Piece]:
    """All words of both, each in one piece, in no order.

    Runs of words that both have are found wherever they stand, so that what changed places is the
    same and not cut and added; what is left between two of them is aligned in order.
    """
    found = tiles(a, b)
    by_second = sorted(range(len(found)), key=lambda at: found[at].second)
    ours = _gaps([(at, t.first, t.first_end) for at, t in enumerate(found)], len(a))
    theirs = _gaps([(at, found[at].second, found[at].second_end) for at in by_second], len(b))
    pieces = [Piece(t.first, t.first_end, t.second, t.second_end, True) for t in found]
    for one, other in _paired(ours, theirs):
        pieces.extend(_without_chance(a, _aligned(a, b, one, other)))
        ours.remove(one)
        theirs.remove(other)
    ends = {at: (t.first_end, t.second_end) for at, t in enumerate(found)} | {-1: (0, 0)}
    pieces += [Piece(g.low, g.high, ends[g.left][1], ends[g.left][1], False) for g in ours]
    pieces += [Piece(ends[g.left][0], ends[g.left][0], g.low, g.high, False) for g in theirs]
    return pieces


def _gaps(runs: Sequence[tuple[int, int, int]], size: int) -> list[_Gap]:
    """What lies outside of some runs, given by number, begin and end."""
    borders = [(-1, 0, 0), *runs, (len(runs), size, size)]
    gaps = (
        _Gap(end, start, left, right) for (left, _, end), (right, start, _) in pairwise(borders)
    )
    return [gap for gap in gaps if gap.low < gap.high]


def _paired(ours: Sequence[_Gap], theirs: Sequence[_Gap]) -> list[tuple[_Gap, _Gap]]:
    """Gaps of the two that follow the same run, or else come before the same one."""
    left = {gap.left: gap for gap in theirs}
    pairs = [(gap, left.pop(gap.left)) for gap in ours if gap.left in left]
    done = {gap for gap, _ in pairs}
    right = {gap.right: gap for gap in left.values()}
    rest = [gap for gap in ours if gap not in done and gap.right in right]
    return pairs + [(gap, right[gap.right]) for gap in rest]


def _aligned(a: Words, b: Words, one: _Gap, other: _Gap) -> list[Piece]:
    """Two stretches aligned word by word, in order."""
    if (one.high - one.low) * (other.high - other.low) > _LARGEST:
        return [Piece(one.low, one.high, other.low, other.high, False)]
    pieces: list[Piece] = []
    ours, theirs = (
        a.numbers[one.low : one.high].tolist(),
        b.numbers[other.low : other.high].tolist(),
    )
    for block in Indel.opcodes(ours, theirs):
        piece = Piece(
            one.low + block.src_start,
            one.low + block.src_end,
            other.low + block.dest_start,
            other.low + block.dest_end,
            block.tag == "equal",
        )
        if pieces and not pieces[-1].same and not piece.same:
            piece = _joined(pieces.pop(), piece, False)
        pieces.append(piece)
    return pieces


def _joined(one: Piece, other: Piece, same: bool) -> Piece:
    return Piece(one.first, other.first_end, one.second, other.second_end, same)


def _without_chance(a: Words, pieces: Iterable[Piece]) -> list[Piece]:
    """Pieces without a short word that stayed alone between two stretches of other words.

    An article or a preposition that two sentences have in common says nothing of the rest.
    """
    found: list[Piece] = []
    for piece in pieces:
        if len(found) > 1 and _by_chance(a, found[-2], found[-1], piece):
            alone = found.pop()
            piece = _joined(_joined(found.pop(), alone, False), piece, False)
        found.append(piece)
    return found


def _by_chance(a: Words, before: Piece, alone: Piece, behind: Piece) -> bool:
    """Whether what is the same is one short word, between what was put in other words."""
    return (
        alone.same
        and alone.first_end - alone.first == 1
        and len(a.span(alone.first, alone.first_end)) <= 3
        and all(p.first < p.first_end and p.second < p.second_end for p in (before, behind))
    )
