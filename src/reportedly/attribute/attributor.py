"""The attributor: a document in, its attributions out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from tokenizers import Tokenizer

from reportedly.attribute.assemble import Draft, assemble, drafts, in_order, settle
from reportedly.attribute.decode import Settings
from reportedly.attribute.encoder import Encoder, OnnxEncoder
from reportedly.attribute.mentions import mentions
from reportedly.attribute.nested import DEPTH, Reader, nested
from reportedly.attribute.pieces import passages
from reportedly.attribute.quotes import quotations
from reportedly.attribute.walk import walk
from reportedly.schema import Document, Extraction, Mention, RunError

MODEL = Path(__file__).parent / "model"
"""The shipped weights, vocabulary and settings; see the model card beside them."""


class Attributor:
    """Finds attributions; each document by itself, so that none depends on its neighbours.

    Args:
        threads: processor threads that one document may use.
        depth: levels of what is said inside what is said; nought finds the outermost alone.
        model: folder of the model's files.

    Raises:
        RunError: if the model's files are missing or broken.
    """

    def __init__(self, threads: int = 1, model: Path = MODEL, depth: int = DEPTH) -> None:
        self.depth = depth
        self.tokenizer = load_tokenizer(model)
        self.settings = load_settings(model)
        self.triggers = load_triggers(model)
        self.encoder: Encoder = OnnxEncoder(model, threads)

    def attribute(self, documents: Iterable[Document]) -> Iterator[Extraction]:
        """Read documents one by one, in order, holding none of them."""
        for document in documents:
            yield self.read(document)

    def read(self, document: Document) -> Extraction:
        """Every attribution in the article, its captions and its comments, and every mention."""
        text, quoted = document.text, quotations(document.text)
        found: list[Draft] = []
        referring: list[Mention] = []
        spans = passages(document.blocks)
        for passage in walk(text, spans, quoted, self.encoder, self.tokenizer):
            found += drafts(text, passage, self.encoder, self.settings)
            referring += mentions(text, passage, self.encoder, len(referring))
        settled = settle(text, found, quoted, self.settings)
        reader = Reader(text, self.encoder, self.tokenizer, self.settings, self.triggers)
        whole = in_order([*settled, *nested(reader, settled, self.depth)])
        return Extraction(document, assemble(document, whole, quoted), mentions=tuple(referring))


def load_tokenizer(model: Path) -> Tokenizer:
    """The base encoder's word-piece vocabulary, without padding or truncation."""
    try:
        tokenizer = Tokenizer.from_file(str(model / "tokenizer.json"))
    except Exception as error:  # the library raises bare Exception
        raise RunError(f"the model file tokenizer.json cannot be loaded: {error}") from error
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def load_settings(model: Path) -> Settings:
    """The decoder's thresholds and calibration."""
    try:
        values = json.loads((model / "settings.json").read_text(encoding="utf-8"))
        return Settings(**{**values, "calibration": tuple(values["calibration"])})
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise RunError(f"the model file settings.json cannot be loaded: {error}") from error


def load_triggers(model: Path) -> frozenset[str]:
    """Words without which no sentence of a content is read for what is said inside it."""
    try:
        return frozenset((model / "triggers.txt").read_text(encoding="utf-8").split())
    except OSError as error:
        raise RunError(f"the model file triggers.txt cannot be loaded: {error}") from error
