"""The words of a document's own reporting, as numbers that are the same on every machine."""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from reportedly.connect.reuse.boilerplate import boilerplate
from reportedly.schema import Block, BlockKind, Document, Span

_READ = (BlockKind.TITLE, BlockKind.BODY)
_IDEOGRAPH = "\u3040-\u30ff\u3400-\u9fff"
"""Scripts written without spaces: each character counts as a word."""
_JOINERS = "\u00ad\u200b-\u200d\u0300-\u036f"
"""What stands within words and is no letter: soft hyphens, zero-width marks, combining accents."""
_WORD = re.compile(rf"[{_IDEOGRAPH}]|[^\W_{_IDEOGRAPH}](?:[^\W_{_IDEOGRAPH}]|[{_JOINERS}])*")
_QUOTED = re.compile(r"[“\"„«][^“\"„«”»\n]*[”\"»]?")

Numbers = NDArray[np.uint64]
Places = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of a document's title and body, one entry each, in text order.

    Args:
        numbers: a number for each word; case, accents and typography make no difference.
        starts: where each begins in the text, in code points.
        ends: where it ends.
        parts: which unbroken stretch it stands in; what is neither title nor body, as a caption
            or a dateline, breaks one.
        body: whether it stands in the body.
        own: whether it is more than boilerplate.
        quoted: whether it stands in double quotation marks.
    """

    numbers: Numbers
    starts: Places
    ends: Places
    parts: Places
    body: Flags
    own: Flags
    quoted: Flags

    def __len__(self) -> int:
        return len(self.numbers)

    def span(self, first: int, end: int) -> Span:
        """The characters from word `first` up to word `end`, without it."""
        return Span(int(self.starts[first]), int(self.ends[end - 1]))


@lru_cache(maxsize=256)  # what is of one event is compared with each other; 16 kB each
def read_words(document: Document) -> Words:
    """The words of title and body; of the whole text where a document has no blocks."""
    text = document.text
    blocks = document.blocks
    if not blocks and text:
        blocks = (Block(BlockKind.BODY, Span(0, len(text))),)
    read = [block.span for block in blocks if block.kind in _READ]
    numbers, starts, ends = words_in(text, read)
    breaks = [block.span.start for block in blocks if block.kind not in _READ]
    bodies = (block.span for block in blocks if block.kind is BlockKind.BODY)
    return Words(
        numbers,
        starts,
        ends,
        np.searchsorted(np.array(breaks, np.int64), starts),
        within(starts, bodies),
        ~within(starts, (found for span in read for found in boilerplate(text, span))),
        within(starts, (found for span in read for found in _quotations(text, span))),
    )


def words_in(text: str, spans: Iterable[Span]) -> tuple[Numbers, Places, Places]:
    """Number, begin and end of each word in some stretches."""
    numbers, starts, ends = array("Q"), array("q"), array("q")
    for span in spans:
        for match in _WORD.finditer(text, span.start, span.end):
            numbers.append(_number(match[0]))
            start, end = match.span()
            starts.append(start)
            ends.append(end)
    return np.array(numbers, np.uint64), np.array(starts, np.int64), np.array(ends, np.int64)


@lru_cache(maxsize=1 << 16)  # the vocabulary of some thousand articles
def _number(word: str) -> int:
    """A word's number: 64 bits of the digest of its letters, without case, accents and joiners."""
    if not word.isascii():
        letters = unicodedata.normalize("NFKD", word)
        word = "".join(filter(str.isalnum, letters)) or word
    return int.from_bytes(blake2b(word.casefold().encode(), digest_size=8).digest(), "big")


def _quotations(text: str, span: Span) -> Iterator[Span]:
    """What stands in double quotation marks; one left open ends with its paragraph."""
    for match in _QUOTED.finditer(text, span.start, span.end):
        yield Span(*match.span())


def within(starts: Places, spans: Iterable[Span]) -> Flags:
    """Which words begin in some spans, which are in order and disjoint."""
    edges = np.array([edge for span in spans for edge in (span.start, span.end)], np.int64)
    inside: Flags = np.searchsorted(edges, starts, side="right") % 2 == 1
    return inside
