"""Reading with the PyTorch network through the program's own decoder, before there is ONNX."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from tokenizers import Tokenizer

from reportedly.attribute.assemble import Draft, drafts, settle
from reportedly.attribute.decode import Settings
from reportedly.attribute.encoder import Encoded, Encoder, Floats, Numbers, framed
from reportedly.attribute.pieces import passages
from reportedly.attribute.quotes import quotations
from reportedly.attribute.refer import Marks, pair_tables
from reportedly.attribute.walk import Passage, walk
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
        x = self.network.encode(*map(torch.from_numpy, framed(ids, forms)))
        tags, anchors, words = self.network.attributions(x)
        mentions, refers = self.network.references(x)
        parts = (log_tags(tags), anchors, words, mentions.log_softmax(-1), refers)
        return Encoded(*(part[0, 1:-1].numpy() for part in parts))

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

    @torch.no_grad()
    def refer(self, vectors: Floats, others: Floats, marks: Marks, before: Marks) -> Floats:
        """See `Encoder.refer`."""
        tables = torch.from_numpy(np.stack(pair_tables(marks, before)))
        parts = (torch.from_numpy(np.ascontiguousarray(v))[None] for v in (vectors, others))
        return np.asarray(self.network.refer(*parts, tables[None])[0].numpy())


@dataclass(frozen=True, slots=True)
class Read:
    """A document with all that the encoder said of it, to be decoded again and again."""

    document: Document
    passages: tuple[Passage, ...]


def read(document: Document, encoder: Encoder, tokenizer: Tokenizer) -> Read:
    """Run the encoder over a document once."""
    quoted = quotations(document.text)
    found = walk(document.text, passages(document.blocks), quoted, encoder, tokenizer)
    return Read(document, tuple(found))


def settled(read: Read, encoder: Encoder, settings: Settings) -> list[Draft]:
    """Decode what was read; drafts keep the sources that they lean on, as the corpus does."""
    text = read.document.text
    found = [d for passage in read.passages for d in drafts(text, passage, encoder, settings)]
    return settle(text, found, quotations(text), settings)


def document(example: Example) -> Document:
    """A text as the program reads it."""
    return Document(text_id(example.text), example.text, blocks_of(example.text), path=example.name)
