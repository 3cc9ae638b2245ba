"""The encoder: the shipped network, run on one window of pieces at a time.

Windows are never batched: the int8 network scales activations over everything it is given at
once, so that a window's result would come to depend on its neighbours in the batch.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from reportedly.attribute.refer import Marks, pair_tables
from reportedly.schema import RunError

Floats = NDArray[np.float32]
Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Encoded:
    """What the encoder says of a window of L pieces, the special ones left out.

    Args:
        tags: (L, TAGS), log-probabilities of O, B, I within each role.
        anchors: (L, LINK_SIZE), each piece as part of a cue.
        words: (L, LINK_SIZE), each piece as a word that a cue may claim.
        mentions: (L, MENTION_TAGS), log-probabilities of being part of a mention.
        refers: (L, REFER_OUT), each piece as one that refers and is referred to.
    """

    tags: Floats
    anchors: Floats
    words: Floats
    mentions: Floats
    refers: Floats


class Encoder(Protocol):
    """The passes of the network: over a window, for its cues, and for a passage's mentions."""

    def encode(self, ids: Numbers, forms: Numbers) -> Encoded:
        """Read a window: vocabulary numbers and forms, both (L,), without special pieces."""

    def link(self, encoded: Encoded, anchors: Floats, distances: Numbers) -> Floats:
        """Log-probabilities (C, LABELS, L) for C cues: their mean vectors and distance buckets."""

    def refer(self, vectors: Floats, others: Floats, marks: Marks, before: Marks) -> Floats:
        """Scores (M, N + 1) of M mentions to refer to each of N, and to none of them.

        Args:
            vectors: (M, REFER_OUT), the mean of each mention's pieces.
            others: (N, REFER_OUT), the same of those that may be referred to.
            marks: what else is known of the M.
            before: what else is known of the N.
        """


_SLOW = "SkipLayerNormFusion"
"""An optimisation that is none on a processor: the fused operator takes three times as long."""

CLASS, SEPARATOR = 101, 102
"""Vocabulary numbers of the pieces that open and close every window of the base encoder."""


def framed(ids: Numbers, forms: Numbers) -> tuple[Numbers, Numbers]:
    """A window with the special pieces around it, as a batch of one: shapes (1, L + 2)."""
    whole = np.concatenate(([CLASS], ids, [SEPARATOR])).astype(np.int64)
    return whole[None], np.concatenate(([0], forms, [0])).astype(np.int64)[None]


class OnnxEncoder:
    """The network as shipped: `encoder.onnx`, `link.onnx` and `refer.onnx` in a folder.

    Args:
        folder: where the files lie.
        threads: processor threads that one window may use.

    Raises:
        RunError: if a file is missing or broken.
    """

    def __init__(self, folder: Path, threads: int = 1) -> None:
        self._encoder = _session(folder / "encoder.onnx", threads)
        self._link = _session(folder / "link.onnx", threads)
        self._refer = _session(folder / "refer.onnx", threads)

    def encode(self, ids: Numbers, forms: Numbers) -> Encoded:
        """See `Encoder.encode`."""
        whole, shapes = framed(ids, forms)
        outputs = self._encoder.run(None, {"ids": whole, "forms": shapes})
        return Encoded(*(np.asarray(output)[0, 1:-1] for output in outputs))

    def link(self, encoded: Encoded, anchors: Floats, distances: Numbers) -> Floats:
        """See `Encoder.link`."""
        given = {
            "anchors": anchors,
            "words": encoded.words,
            "tags": encoded.tags,
            "distances": distances,
        }
        return np.asarray(self._link.run(None, given)[0], dtype=np.float32)

    def refer(self, vectors: Floats, others: Floats, marks: Marks, before: Marks) -> Floats:
        """See `Encoder.refer`."""
        kinds, distances, places = pair_tables(marks, before)
        given = {
            "vectors": vectors,
            "others": others,
            "kinds": kinds,
            "distances": distances,
            "places": places,
        }
        return np.array(self._refer.run(None, given)[0], dtype=np.float32)


def _session(path: Path, threads: int) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # Windows differ in length: an arena that grows with each new shape would never give back.
    options.enable_cpu_mem_arena = True
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    try:
        return onnxruntime.InferenceSession(
            path, options, providers=["CPUExecutionProvider"], disabled_optimizers=[_SLOW]
        )
    except Exception as error:  # onnxruntime raises many kinds, none with a common root
        raise RunError(f"the model file {path.name} cannot be loaded: {error}") from error
