"""The walk over a document: its passages in pieces, and what the encoder says of each window."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tokenizers import Tokenizer

from reportedly.attribute.encoder import Encoded, Encoder
from reportedly.attribute.pieces import Pieces, Window, cut, windows
from reportedly.attribute.quotes import Quotation
from reportedly.schema import Span


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage's pieces, and its windows with what the encoder says of them."""

    pieces: Pieces
    windows: tuple[tuple[Window, Encoded], ...]


def walk(
    text: str,
    passages: Sequence[Sequence[Span]],
    quoted: Sequence[Quotation],
    encoder: Encoder,
    tokenizer: Tokenizer,
    apart: bool = False,
) -> Iterator[Passage]:
    """Run the encoder over passages, given as spans of the text, one by one; empty ones are left.

    `quoted` are the quotations of the whole text; `apart`: each span is a paragraph of its own.
    """
    for spans in passages:
        pieces = cut(text, spans, tokenizer, quoted, apart)
        if len(pieces):
            encoded = tuple(
                (w, encoder.encode(pieces.ids[w.start : w.end], pieces.forms[w.start : w.end]))
                for w in windows(pieces)
            )
            yield Passage(pieces, encoded)
