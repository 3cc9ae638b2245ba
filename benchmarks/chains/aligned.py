"""Which predicted attribution is which gold one, and which entity stands for which."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from benchmarks.chains import names
from benchmarks.chains.counts import paired
from reportedly.schema import Attribution, BlockKind, Entity, Extraction, Spans

COUNTED = frozenset((BlockKind.TITLE, BlockKind.SUBTITLE, BlockKind.BODY))
"""Blocks whose attributions the gold has: none in captions, credits, comments and links."""

_TOKEN = re.compile(r"\w+|[^\w\s]")
"""Words or single marks, as the scorer of spans counts them."""

Pair = tuple[Attribution, Attribution]
"""A predicted attribution and the gold one that it is matched with."""


class _Tokens:
    """Spans as sets of token numbers."""

    def __init__(self, text: str) -> None:
        found = [match.span() for match in _TOKEN.finditer(text)]
        self.starts, self.ends = [s for s, _ in found], [e for _, e in found]

    def of(self, spans: Spans) -> frozenset[int]:
        return frozenset(
            number
            for span in spans
            for number in range(
                bisect_right(self.ends, span.start), bisect_left(self.starts, span.end)
            )
        )


def pairs(
    text: str, predicted: Sequence[Attribution], gold: Sequence[Attribution]
) -> tuple[Pair, ...]:
    """Match attributions one to one, the best first.

    Two can be matched if their contents overlap by half (intersection over union of tokens), or
    if their cues overlap and their contents at all. Those that share a cue come first, so that an
    attribution is not taken for the one that its content holds; then by the contents' overlap.
    """
    tokens = _Tokens(text)
    known = {id(a): (tokens.of(a.cue), tokens.of(a.content)) for a in (*predicted, *gold)}

    def same(one: Attribution, other: Attribution) -> float:
        (cue, content), (cue_, content_) = known[id(one)], known[id(other)]
        overlap = _iou(content, content_)
        if cue & cue_ and overlap:
            return 2 + overlap + _iou(cue, cue_)
        return overlap if overlap >= 0.5 else 0.0

    return tuple(paired(predicted, gold, same))


def _iou(one: frozenset[int], other: frozenset[int]) -> float:
    return len(one & other) / max(len(one | other), 1)


@dataclass(frozen=True)
class Aligned:
    """Two extractions of one document, and what of one is what of the other.

    Args:
        predicted, gold: the two.
        found: the predicted attributions that are counted, in text order.
        pairs: those matched, in text order of the gold.
    """

    predicted: Extraction
    gold: Extraction
    found: tuple[Attribution, ...]
    pairs: tuple[Pair, ...]
    stands_for: Mapping[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The text of the document."""
        return self.gold.document.text

    @cached_property
    def gold_id(self) -> dict[str, str]:
        """For each matched predicted attribution the id of the gold one."""
        return {p.id: g.id for p, g in self.pairs}


def align(predicted: Extraction, gold: Extraction) -> Aligned:
    """Match attributions and entities.

    Raises:
        ValueError: if the two are not of one text.
    """
    text = gold.document.text
    if predicted.document.text != text:
        raise ValueError(f"{gold.document.path}: the program's text differs from the annotated one")
    found = tuple(a for a in predicted.attributions if a.block in COUNTED)
    matched = pairs(text, found, gold.attributions)
    order = {a.id: number for number, a in enumerate(gold.attributions)}
    in_order = tuple(sorted(matched, key=lambda pair: order[pair[1].id]))
    return Aligned(predicted, gold, found, in_order, entities(text, predicted, gold))


def entities(text: str, predicted: Extraction, gold: Extraction) -> dict[str, str]:
    """For each predicted entity the gold one that it stands for, where one fits it best.

    By their names being equal; then by the number of naming mentions that they share (see
    `names.naming`); then by one name's words holding the other's. What fits two alike stands for
    neither. Several may stand for one: an entity told in two is no wrong name.
    """
    fits = {p.id: _best(text, p, gold.entities) for p in predicted.entities}
    return {one: other for one, other in fits.items() if other is not None}


def _best(text: str, one: Entity, gold: Sequence[Entity]) -> str | None:
    ranked = sorted(((fit(text, one, g), g.id) for g in gold), reverse=True)
    if not ranked or not any(ranked[0][0]):
        return None
    return None if len(ranked) > 1 and ranked[0][0] == ranked[1][0] else ranked[0][1]


def fit(text: str, one: Entity, gold: Entity) -> tuple[bool, int, bool]:
    """How well a predicted entity fits a gold one: name, shared mentions, words of the name."""
    named = names.equal(one.name, gold.name), names.contained(one.name, gold.name)
    return named[0], shared(text, one, gold), named[1]


def shared(text: str, one: Entity, gold: Entity) -> int:
    """How many naming mentions of the gold entity the predicted one has."""
    cores = {names.core(text, mention, one.name) for mention in one.mentions}
    return sum(any(mine.overlaps(c) for c in cores) for mine in set(names.naming(text, gold)))
