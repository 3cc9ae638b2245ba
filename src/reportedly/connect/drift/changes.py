"""Drift: one utterance in the words of two documents, and what became of them between the two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from reportedly.schema import Kind, Spans


class ChangeKind(StrEnum):
    """What became of some words from the first wording to the second."""

    SAME = "same"
    CUT = "cut"
    ADDED = "added"
    REWORDED = "reworded"
    QUOTED = "quoted"
    UNQUOTED = "unquoted"


@dataclass(frozen=True, slots=True)
class Wording:
    """An utterance as one document words it.

    Args:
        text: the document's text.
        content: where the words stand in it; in text order and disjoint.
        kind: how much of them stands in quotation marks.
        quoted: what of the text stands in quotation marks; needed where the kind is mixed.

    Raises:
        ValueError: if the content is empty or reaches beyond the text.
    """

    text: str
    content: Spans
    kind: Kind
    quoted: Spans = ()

    def __post_init__(self) -> None:
        if not self.content or self.content[-1].end > len(self.text):
            raise ValueError("a wording has content, and it lies in the text")


@dataclass(frozen=True, slots=True)
class Segment:
    """Words of the one wording and what stands for them in the other.

    Args:
        kind: what became of them.
        first: where they stand in the first document: several spans where the content is
            interrupted there, none where they were added.
        second: the same in the second; none where they were cut.
        shown: the second document shows the change, or the first shows what the second has in full:
            an ellipsis for what was cut, square brackets around what was put in.
    """

    kind: ChangeKind
    first: Spans
    second: Spans
    shown: bool = False


@dataclass(frozen=True, slots=True)
class Drift:
    """What became of an utterance between two documents.

    Args:
        segments: in the order of the first document; what was added stands behind what it follows
            in the second. Where their order in the second differs, words changed places.
        kept: share of the words of both that the other has as well, 0 to 1: twice the words that
            are the same, over all words of the two.
    """

    segments: tuple[Segment, ...]
    kept: float

    @property
    def kinds(self) -> frozenset[ChangeKind]:
        """What happened to the words, `SAME` left out."""
        return frozenset(s.kind for s in self.segments) - {ChangeKind.SAME}


_TURNED = {
    ChangeKind.CUT: ChangeKind.ADDED,
    ChangeKind.ADDED: ChangeKind.CUT,
    ChangeKind.QUOTED: ChangeKind.UNQUOTED,
    ChangeKind.UNQUOTED: ChangeKind.QUOTED,
}


def mirrored(drift: Drift) -> Drift:
    """The same drift seen from the second document."""
    turned = (
        Segment(_TURNED.get(s.kind, s.kind), s.second, s.first, s.shown) for s in drift.segments
    )
    return Drift(tuple(ordered(turned)), drift.kept)


def ordered(segments: Iterable[Segment]) -> Iterator[Segment]:
    """Segments in the order that `Drift` has them in."""
    found = list(segments)
    behind: defaultdict[Segment | None, list[Segment]] = defaultdict(list)
    last = None
    for one in sorted((s for s in found if s.second), key=lambda s: s.second):
        if one.first:
            last = one
        else:
            behind[last].append(one)
    yield from behind[None]
    for one in sorted((s for s in found if s.first), key=lambda s: s.first):
        yield one
        yield from behind[one]
