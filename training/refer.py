"""Windows of texts with references, and what the network is to learn from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional as F

from reportedly.attribute.pieces import Pieces, Window, cut, windows
from reportedly.attribute.quotes import quotations
from reportedly.attribute.refer import Form, Marks, key_words, pair_tables
from reportedly.schema import Span
from training.model import Network
from training.references import Choice, Mention, Referring
from training.windows import CLASS, NO_LABEL, OVERLAP, PADDING, SEPARATOR, groups


@dataclass(frozen=True, slots=True)
class Referred:
    """One window; L pieces with the special ones, M mentions.

    Args:
        ids, forms: (L,).
        tags: (L,), a tag of mention each, or `NO_LABEL`.
        bounds: first and last piece of each mention, (M, 2).
        pairs: kinds, distances and places of each pair, (3, M, M).
        right: which of the earlier mentions each refers to, (M, M); its last column, one more,
            says that it refers to none of them: (M, M + 1).
        open: which columns each row is to choose between, (M, M + 1); nothing where not known.
    """

    ids: NDArray[np.int64]
    forms: NDArray[np.int64]
    tags: NDArray[np.int64]
    bounds: NDArray[np.int64]
    pairs: NDArray[np.int64]
    right: NDArray[np.bool_]
    open: NDArray[np.bool_]


def refer(text: Referring, tokenizer: Tokenizer, shift: int = 0) -> Iterator[Referred]:
    """Cut a text into windows with their labels."""
    if not text.text.strip():
        return
    pieces = cut(text.text, [Span(0, len(text.text))], tokenizer, quotations(text.text))
    mentions = _choice_mentions(text.choice) if text.choice else text.mentions
    located = [(m, _pieces_of(m.span, pieces)) for m in mentions]
    labels = _tags(text, located, pieces)
    for window in windows(pieces, OVERLAP, shift):
        inside = [
            (m, (a - window.start + 1, b - window.start + 1))
            for m, (a, b) in located
            if window.start <= a <= b < window.end
        ]
        yield _window(text, pieces, window, labels, inside)


def _choice_mentions(choice: Choice) -> tuple[Mention, ...]:
    found = [Mention(choice.pronoun, None, Form.PRONOUN, "pronoun")]
    found += [
        Mention(span, None, Form.NAME, "right" if ok else "wrong")
        for span, ok in zip(choice.names, choice.right, strict=True)
    ]
    return tuple(sorted(found, key=lambda m: m.span.start))


def _pieces_of(span: Span, pieces: Pieces) -> tuple[int, int]:
    first = int(np.searchsorted(pieces.ends, span.start, side="right"))
    last = int(np.searchsorted(pieces.starts, span.end, side="left")) - 1
    return first, last


def _tags(
    text: Referring, located: Sequence[tuple[Mention, tuple[int, int]]], pieces: Pieces
) -> NDArray[np.int64]:
    if text.choice:
        return np.full(len(pieces), NO_LABEL, dtype=np.int64)
    tags = np.zeros(len(pieces), dtype=np.int64)
    if not text.nouns:
        # A word without a capital may be a noun that mentions somebody; nobody marked those.
        lower = (pieces.forms // 8) == 0
        tags[lower] = NO_LABEL
    for span in text.blanks:
        first, last = _pieces_of(span, pieces)
        tags[first : last + 1] = NO_LABEL
    for mention, (first, last) in located:
        if mention.tag is not None and first <= last:
            tags[first : last + 1] = 2 + 2 * mention.tag
            tags[first] = 1 + 2 * mention.tag
    return tags


def _window(
    text: Referring,
    pieces: Pieces,
    window: Window,
    labels: NDArray[np.int64],
    inside: Sequence[tuple[Mention, tuple[int, int]]],
) -> Referred:
    length = window.end - window.start + 2
    ids = np.full(length, CLASS, dtype=np.int64)
    ids[1:-1], ids[-1] = pieces.ids[window.start : window.end], SEPARATOR
    forms = np.zeros(length, dtype=np.int64)
    forms[1:-1] = pieces.forms[window.start : window.end]
    tags = np.full(length, NO_LABEL, dtype=np.int64)
    tags[1:-1] = labels[window.start : window.end]
    bounds = np.array([b for _, b in inside], dtype=np.int64).reshape(-1, 2)
    shapes = np.array([m.form for m, _ in inside], dtype=np.int64)
    quoted = forms[bounds[:, 0]] % 2 if len(bounds) else shapes
    words = tuple(key_words(m.span.read(text.text)) for m, _ in inside)
    marks = Marks(shapes, words, bounds[:, 0], bounds[:, 1], quoted)
    pairs = np.stack(pair_tables(marks, marks))
    listed = [m for m, _ in inside]
    right, open_ = _chosen(listed) if text.choice else _targets(listed, text.linked)
    return Referred(ids, forms, tags, bounds, pairs, right, open_)


_Masks = tuple[NDArray[np.bool_], NDArray[np.bool_]]


def _targets(mentions: Sequence[Mention], linked: bool) -> _Masks:
    count = len(mentions)
    right = np.zeros((count, count + 1), dtype=bool)
    open_ = np.zeros((count, count + 1), dtype=bool)
    if linked and count:
        entities = np.array([m.entity for m in mentions])
        earlier = np.tri(count, k=-1, dtype=bool)
        right[:, :count] = (entities[:, None] == entities[None, :]) & earlier
        right[:, count] = ~right[:, :count].any(axis=1)
        open_[:, :count] = earlier
        open_[:, count] = True
    return right, open_


def _chosen(mentions: Sequence[Mention]) -> _Masks:
    """The pronoun chooses between both names, wherever they stand; no row if neither is right."""
    count = len(mentions)
    right = np.zeros((count, count + 1), dtype=bool)
    open_ = np.zeros((count, count + 1), dtype=bool)
    names = np.array([m.form == Form.NAME for m in mentions], dtype=bool)
    good = np.array([m.entity == "right" for m in mentions], dtype=bool)
    for row, mention in enumerate(mentions):
        if mention.form == Form.PRONOUN and good.any() and names.sum() == 2:
            right[row, :count], open_[row, :count] = good, names
    return right, open_


@dataclass(frozen=True, slots=True)
class ReferBatch:
    """Windows padded to one length, L, and to one number of mentions, M."""

    ids: Tensor
    forms: Tensor
    tags: Tensor
    pool: Tensor
    pairs: Tensor
    right: Tensor
    open: Tensor


def refer_batches(items: Iterable[Referred], size: int, seed: int) -> Iterator[ReferBatch]:
    """Batches of about `size` windows' worth of pieces, of like length, in random order."""
    return map(_collate, groups(items, size, seed))


def _collate(group: Sequence[Referred]) -> ReferBatch:
    length = max(len(item.ids) for item in group)
    most = max(1, *(len(item.bounds) for item in group))
    rows = len(group)
    ids = np.full((rows, length), PADDING)
    forms = np.zeros((rows, length), dtype=np.int64)
    tags = np.full((rows, length), NO_LABEL)
    pool = np.zeros((rows, most, length), dtype=np.float32)
    pairs = np.zeros((rows, 3, most, most), dtype=np.int64)
    right = np.zeros((rows, most, most + 1), dtype=bool)
    open_ = np.zeros((rows, most, most + 1), dtype=bool)
    for row, item in enumerate(group):
        here, count = len(item.ids), len(item.bounds)
        ids[row, :here], forms[row, :here], tags[row, :here] = item.ids, item.forms, item.tags
        pairs[row, :, :count, :count] = item.pairs
        for mask, given in ((right, item.right), (open_, item.open)):
            mask[row, :count, :count] = given[:, :count]
            mask[row, :count, most] = given[:, count]
        for number, (first, last) in enumerate(item.bounds):
            pool[row, number, first : last + 1] = 1 / (last - first + 1)
    parts = (ids, forms, tags, pool, pairs, right, open_)
    return ReferBatch(*(torch.from_numpy(part) for part in parts))


def refer_loss(network: Network, batch: ReferBatch, device: str) -> tuple[Tensor, Tensor]:
    """Cross-entropy of the mentions' tags, per piece; and of what each refers to, per mention."""
    tags, refers = network.references(network.encode(batch.ids.to(device), batch.forms.to(device)))
    gold = batch.tags.to(device)
    tagging = F.cross_entropy(
        tags.transpose(1, 2), gold, ignore_index=NO_LABEL, reduction="sum"
    ) / (gold != NO_LABEL).sum().clamp(min=1)
    vectors = torch.bmm(batch.pool.to(device), refers)
    scores = network.refer(vectors, vectors, batch.pairs.to(device))
    open_, right = batch.open.to(device), batch.right.to(device)
    everything = scores.masked_fill(~open_, -1e4).logsumexp(-1)
    correct = scores.masked_fill(~right, -1e4).logsumexp(-1)
    asked = right.any(-1)
    linking = ((everything - correct) * asked).sum() / asked.sum().clamp(min=1)
    return tagging, linking
