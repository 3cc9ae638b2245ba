"""Reading with the PyTorch network through the program's own decoder, before there is ONNX."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from tokenizers import Tokenizer

from reportedly.attribute.assemble import Draft, draft, settle
from reportedly.attribute.decode import Settings, decode
from reportedly.attribute.encoder import Encoded, Encoder, Floats, Numbers, framed
from reportedly.attribute.pieces import Pieces, Window, cut, passages, windows
from reportedly.attribute.quotes import quotations
from reportedly.read.plain import blocks_of
from reportedly.schema import Document, text_id
from training.corpus import Example
from training.model import Network, log_tags


class TorchEncoder:
    """The network as an `Encoder`."""

    def __init__(self, network: Network) -> None:
        self.network = network.eval()

    @torch.no_grad()
    def encode(self, ids: Numbers, forms: Numbers) -> Encoded:
        """See `Encoder.encode`."""
        tags, anchors, words = self.network(*map(torch.from_numpy, framed(ids, forms)))
        parts = (part[0, 1:-1].numpy() for part in (log_tags(tags), anchors, words))
        return Encoded(*parts)

    @torch.no_grad()
    def link(self, encoded: Encoded, anchors: Floats, distances: Numbers) -> Floats:
        """See `Encoder.link`."""
        count = len(anchors)
        words, tags = (
            torch.from_numpy(np.ascontiguousarray(a)).expand(count, -1, -1)
            for a in (encoded.words, encoded.tags)
        )
        scores = self.network.link(
            torch.from_numpy(anchors), words, tags, torch.from_numpy(distances)
        )
        return np.asarray(scores.log_softmax(1).numpy())


@dataclass(frozen=True, slots=True)
class Read:
    """A document with all that the encoder said of it, to be decoded again and again."""

    document: Document
    passages: tuple[tuple[Pieces, tuple[tuple[Window, Encoded], ...]], ...]


def read(document: Document, encoder: Encoder, tokenizer: Tokenizer) -> Read:
    """Run the encoder over a document once."""
    quoted = quotations(document.text)
    found = []
    for spans in passages(document.blocks):
        pieces = cut(document.text, spans, tokenizer, quoted)
        if len(pieces):
            encoded = [
                (w, encoder.encode(pieces.ids[w.start : w.end], pieces.forms[w.start : w.end]))
                for w in windows(pieces)
            ]
            found.append((pieces, tuple(encoded)))
    return Read(document, tuple(found))


def settled(read: Read, encoder: Encoder, settings: Settings) -> list[Draft]:
    """Decode what was read; drafts keep the sources that they lean on, as the corpus does."""
    text = read.document.text
    drafts = [
        draft(text, pieces, one, settings)
        for pieces, encoded in read.passages
        for window, said in encoded
        for one in decode(encoder, said, window, settings)
    ]
    return settle(text, drafts, quotations(text), settings)


def document(example: Example) -> Document:
    """A text as the program reads it."""
    return Document(text_id(example.text), example.text, blocks_of(example.text), path=example.name)
