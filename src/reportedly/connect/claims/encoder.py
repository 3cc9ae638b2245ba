"""The sentence encoder: a text to a vector, so that texts which say alike lie near each other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from reportedly.schema import RunError

MODEL = Path(__file__).parent / "model"
"""The shipped weights and centroids; see the model card beside them."""
SIZE = 384
"""Components of a vector, as the base encoder (MiniLM-L6) has them."""
MOST_PIECES = 64
"""Pieces of a text that are read, the two special ones included: 99 % of PolNeAR's contents are
shorter, and what is longer says its main thing first."""
_KEPT = 16384
"""Texts whose vectors are remembered, 12 MB of them: copies of one report say the same again."""
_UNIT = 127
_SLOW = "SkipLayerNormFusion"
"""An optimisation that is none on a processor: the fused operator takes three times as long."""
_ADDRESS = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/)\S+")
_QUOTED = re.compile(r"[\"“”„«»‘]|''|``|(?<!\w)'|['’](?!\w)")
_TAG = re.compile(r"#(\w+)")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z0-9])|(?<=[A-Z])(?=[A-Z][a-z])|_")

Vector = NDArray[np.int8]
"""A text's vector, (SIZE,): of length 1, times 127, rounded."""
Vectors = NDArray[np.int8]
"""Vectors of N texts, (N, SIZE)."""


class SentenceEncoder:
    """Turns texts into vectors; each by itself, so that no vector depends on the texts beside it.

    Args:
        tokenizer: the base encoder's vocabulary, `tokenizer.json`: shipped once, with the
            attribution encoder.
        folder: where `sentences.onnx` lies.
        threads: processor threads that one text may use.

    Raises:
        RunError: if a file is missing or broken.
    """

    def __init__(self, tokenizer: Path, folder: Path = MODEL, threads: int = 1) -> None:
        self._session = _session(folder / "sentences.onnx", threads)
        self._tokenizer = _tokenizer(tokenizer)
        self._vector = lru_cache(maxsize=_KEPT)(self._encoded)

    def vectors(self, texts: Iterable[str]) -> Vectors:
        """Vectors of the texts, (N, SIZE). Addresses of pages in a text are not read."""
        rows = [self._vector(readable(text)) for text in texts]
        return np.stack(rows) if rows else np.zeros((0, SIZE), dtype=np.int8)

    def _encoded(self, text: str) -> Vector:
        ids = self._tokenizer.encode(text).ids
        given = {"ids": np.array([ids], dtype=np.int64)}
        mean = np.asarray(self._session.run(None, given)[0], dtype=np.float32)[0]
        vector: Vector = np.round(mean * (_UNIT / np.linalg.norm(mean))).astype(np.int8)
        return vector


def readable(text: str) -> str:
    """The text as the encoder is to read it.

    Without addresses of pages, quotation marks and the last stop, all of which move a short text's
    vector further than a word does; and tags as the words in them.
    """
    text = _QUOTED.sub(" ", _ADDRESS.sub(" ", text))
    text = _TAG.sub(lambda tag: _HUMP.sub(" ", tag[1]), text)
    return text.rstrip(" .,;:–—-")


def scores(vector: Vector, matrix: Vectors) -> NDArray[np.float32]:
    """Cosines of a vector with each of N others, (N,)."""
    one, others = vector.astype(np.float32), matrix.astype(np.float32)
    lengths = np.sqrt(np.einsum("nd,nd->n", others, others)) * np.linalg.norm(one)
    return np.asarray(others @ one / np.maximum(lengths, 1e-6), dtype=np.float32)


def _tokenizer(path: Path) -> Tokenizer:
    try:
        tokenizer = Tokenizer.from_file(str(path))
    except Exception as error:  # the library raises bare Exception
        raise RunError(f"the model file {path.name} cannot be loaded: {error}") from error
    tokenizer.no_padding()
    tokenizer.enable_truncation(MOST_PIECES)
    return tokenizer


def _session(path: Path, threads: int) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    try:
        return onnxruntime.InferenceSession(
            path, options, providers=["CPUExecutionProvider"], disabled_optimizers=[_SLOW]
        )
    except Exception as error:  # onnxruntime raises many kinds, none with a common root
        raise RunError(f"the model file {path.name} cannot be loaded: {error}") from error
