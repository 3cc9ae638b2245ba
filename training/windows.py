"""Annotated texts to labelled windows, cut by the same code that the program runs."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor

from reportedly.attribute.link import Label, distance_buckets
from reportedly.attribute.pieces import WINDOW, Pieces, Window, cut, windows
from reportedly.attribute.quotes import quotations
from reportedly.schema import Span, Spans
from training.corpus import Example, Gold

CLASS, SEPARATOR, PADDING = 101, 102, 0
OVERLAP = 16
"""Less than the program's: the windows lie elsewhere in each epoch."""
NO_LABEL = -100
"""Marks padding in label tensors; the losses pass over it."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """One window with its labels; L pieces with the special ones, C cue parts.

    Args:
        ids, forms: (L,).
        tags: (L, 3), O/B/I as 0/1/2 for cue, source, content.
        anchors: first and last piece of each cue part, (C, 2).
        links: (C, L), a `Label` each.
    """

    ids: NDArray[np.int64]
    forms: NDArray[np.int64]
    tags: NDArray[np.int64]
    anchors: NDArray[np.int64]
    links: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows padded to one length; `window` says which window each cue part lies in."""

    ids: Tensor
    forms: Tensor
    tags: Tensor
    pool: Tensor
    window: Tensor
    links: Tensor
    distances: Tensor


def label(example: Example, tokenizer: Tokenizer, shift: int = 0) -> Iterator[Labelled]:
    """Cut an example into labelled windows, the first of them shorter by `shift` pieces."""
    if not example.text.strip():
        return
    pieces = cut(example.text, [Span(0, len(example.text))], tokenizer, quotations(example.text))
    located = [_locate(gold, pieces) for gold in example.gold]
    for window in windows(pieces, OVERLAP, shift):
        yield _label_window(pieces, window, located)


_Ranges = list[tuple[int, int]]


def _locate(gold: Gold, pieces: Pieces) -> tuple[_Ranges, _Ranges, _Ranges]:
    """First and last piece of each span of cue, source and content."""

    def ranges(spans: Spans) -> _Ranges:
        found = []
        for span in spans:
            first = int(np.searchsorted(pieces.ends, span.start, side="right"))
            last = int(np.searchsorted(pieces.starts, span.end, side="left")) - 1
            if first <= last:
                found.append((first, last))
        return found

    return ranges(gold.cue), ranges(gold.source), ranges(gold.content)


def _label_window(
    pieces: Pieces, window: Window, located: Sequence[tuple[_Ranges, _Ranges, _Ranges]]
) -> Labelled:
    length = window.end - window.start + 2
    ids = np.full(length, CLASS, dtype=np.int64)
    ids[1:-1], ids[-1] = pieces.ids[window.start : window.end], SEPARATOR
    forms = np.zeros(length, dtype=np.int64)
    forms[1:-1] = pieces.forms[window.start : window.end]
    tags = np.zeros((length, 3), dtype=np.int64)
    anchors: list[tuple[int, int]] = []
    links: list[NDArray[np.int64]] = []
    for roles in located:
        parts = [_clip(ranges, window) for ranges in roles]
        for column, ranges in enumerate(parts):
            for first, last, begins in ranges:
                tags[first : last + 1, column] = 2
                tags[first, column] = 1 if begins else 2
        if parts[0]:
            link = _link(parts, length)
            anchors += [(first, last) for first, last, _ in parts[0]]
            links += [link] * len(parts[0])
    return Labelled(
        ids,
        forms,
        tags,
        np.array(anchors, dtype=np.int64).reshape(-1, 2),
        np.array(links, dtype=np.int64).reshape(-1, length),
    )


def _clip(ranges: _Ranges, window: Window) -> list[tuple[int, int, bool]]:
    """Ranges within the window, numbered by its own pieces, and whether each begins in it."""
    clipped = []
    for first, last in ranges:
        left, right = max(first, window.start), min(last, window.end - 1)
        if left <= right:
            clipped.append((left - window.start + 1, right - window.start + 1, left == first))
    return clipped


def _link(parts: Sequence[list[tuple[int, int, bool]]], length: int) -> NDArray[np.int64]:
    link = np.full(length, Label.NONE, dtype=np.int64)
    heads = (Label.CUE, Label.SOURCE_BEGIN, Label.CONTENT_BEGIN)
    bodies = (Label.CUE, Label.SOURCE, Label.CONTENT)
    for ranges, head, body in reversed(list(zip(parts, heads, bodies, strict=True))):
        for first, last, begins in ranges:
            link[first : last + 1] = body
            link[first] = head if begins else body
    return link


def batches(labelled: Iterable[Labelled], size: int, seed: int) -> Iterator[Batch]:
    """Batches of about `size` windows' worth of pieces, of like length, in random order."""
    return map(collate, groups(labelled, size, seed))


class _HasIds(Protocol):
    @property
    def ids(self) -> NDArray[np.int64]: ...


Item = TypeVar("Item", bound=_HasIds)


def groups(items: Iterable[Item], size: int, seed: int) -> list[list[Item]]:
    """Groups of about `size` windows' worth of pieces, of like length, in random order."""
    shuffled = list(items)
    chance = random.Random(seed)
    chance.shuffle(shuffled)
    shuffled.sort(key=lambda w: -(len(w.ids) // 32))
    found: list[list[Item]] = [[]]
    for item in shuffled:
        if found[-1] and (len(found[-1]) + 1) * len(found[-1][0].ids) > size * WINDOW:
            found.append([])
        found[-1].append(item)
    chance.shuffle(found)
    return found


def collate(group: Sequence[Labelled]) -> Batch:
    """Pad windows to the longest of them."""
    length = max(len(item.ids) for item in group)
    cues = sum(len(item.anchors) for item in group)
    ids = np.full((len(group), length), PADDING)
    forms = np.zeros((len(group), length), dtype=np.int64)
    tags = np.full((len(group), length, 3), NO_LABEL)
    pool = np.zeros((cues, length), dtype=np.float32)
    links = np.full((cues, length), NO_LABEL)
    distances = np.zeros((cues, length), dtype=np.int64)
    window = np.zeros(cues, dtype=np.int64)
    cue = 0
    for row, item in enumerate(group):
        here = len(item.ids)
        ids[row, :here], forms[row, :here], tags[row, :here] = item.ids, item.forms, item.tags
        for (first, last), link in zip(item.anchors, item.links, strict=True):
            pool[cue, first : last + 1] = 1 / (last - first + 1)
            links[cue, :here] = link
            distances[cue] = distance_buckets(int(first), int(last), length)
            window[cue] = row
            cue += 1
    parts = (ids, forms, tags, pool, window, links, distances)
    return Batch(*(torch.from_numpy(part) for part in parts))
