"""The attributor: a document in, its attributions out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from tokenizers import Tokenizer

from reportedly.attribute.assemble import Draft, assemble, draft, settle
from reportedly.attribute.decode import Settings, decode
from reportedly.attribute.encoder import Encoder, OnnxEncoder
from reportedly.attribute.pieces import cut, passages, windows
from reportedly.attribute.quotes import quotations
from reportedly.schema import Attribution, Document, Extraction, RunError

MODEL = Path(__file__).parent / "model"
"""The shipped weights, vocabulary and settings; see the model card beside them."""


class Attributor:
    """Finds attributions; each document by itself, so that none depends on its neighbours.

    Args:
        threads: processor threads that one document may use.
        model: folder with `encoder.onnx`, `link.onnx`, `tokenizer.json`, `settings.json`.

    Raises:
        RunError: if the model's files are missing or broken.
    """

    def __init__(self, threads: int = 1, model: Path = MODEL) -> None:
        self.tokenizer = load_tokenizer(model)
        self.settings = load_settings(model)
        self.encoder: Encoder = OnnxEncoder(model, threads)

    def attribute(self, documents: Iterable[Document]) -> Iterator[Extraction]:
        """Read documents one by one, in order, holding none of them."""
        for document in documents:
            yield Extraction(document, self.read(document))

    def read(self, document: Document) -> tuple[Attribution, ...]:
        """Every attribution in the article, its captions and its comments, in text order."""
        quoted = quotations(document.text)
        drafts: list[Draft] = []
        for spans in passages(document.blocks):
            pieces = cut(document.text, spans, self.tokenizer, quoted)
            for window in windows(pieces) if len(pieces) else ():
                here = slice(window.start, window.end)
                encoded = self.encoder.encode(pieces.ids[here], pieces.forms[here])
                found = decode(self.encoder, encoded, window, self.settings)
                drafts += [draft(document.text, pieces, one, self.settings) for one in found]
        settled = settle(document.text, drafts, quoted, self.settings)
        return assemble(document, settled, quoted)


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
