"""The sentence network: the base encoder, its pieces' vectors averaged into one for the text."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional as F

from reportedly.connect.claims.encoder import MOST_PIECES
from training.export import Graph, add_layer, add_norm, rows_to_int8, value
from training.model import Layer, load_base


class SentenceNetwork(nn.Module):
    """Texts of pieces, (batch, length) with zeros behind the end, to unit vectors (batch, size).

    The mean over the pieces, the special ones too, is how the base encoder was taught
    (sentence-transformers, `all-MiniLM-L6-v2`). The forms of `Network` stay unused.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.base = load_base(folder)
        with torch.no_grad():
            self.base.forms.weight.zero_()
        self.base.forms.weight.requires_grad_(False)
        self.base.positions.weight.requires_grad_(False)

    def forward(self, ids: Tensor) -> Tensor:
        """The unit vectors."""
        pieces = self.base.encode(ids, torch.zeros_like(ids))
        there = (ids != 0).float()[..., None]
        return F.normalize((pieces * there).sum(1) / there.sum(1), dim=-1)


def sentence_graph(network: SentenceNetwork) -> onnx.ModelProto:
    """One text's pieces, ids (1, L), to the mean of their vectors, (1, size), of any length."""
    graph, base = Graph(), network.base
    table, scales = rows_to_int8(base.pieces.weight)
    rows = graph.add(
        "Cast", graph.add("Gather", graph.constant(table), "ids"), to=TensorProto.FLOAT
    )
    pieces = graph.add("Mul", rows, graph.add("Gather", graph.constant(scales), "ids"))
    first, second = (graph.constant(np.array([n])) for n in (1, 2))
    length = graph.add("Slice", graph.add("Shape", "ids"), first, second)
    positions = graph.constant(base.positions.weight[:MOST_PIECES])
    places = graph.add("Slice", positions, graph.constant(np.array([0])), length)
    x = add_norm(graph, graph.add("Add", pieces, places), base.norm)
    for layer in base.layers:
        assert isinstance(layer, Layer)
        x = add_layer(graph, x, layer)
    graph.add("ReduceMean", x, axes=[1], keepdims=0, output="vector")
    size = base.norm.weight.shape[0]
    return graph.model(
        [value("ids", TensorProto.INT64, (1, "L"))],
        [value("vector", TensorProto.FLOAT, (1, size))],
    )


def export_sentences(network: SentenceNetwork, path: Path, quantised: bool = True) -> None:
    """Write the network as one ONNX file, with int8 weights unless told otherwise."""
    graph = sentence_graph(network.cpu().eval())
    path.parent.mkdir(parents=True, exist_ok=True)
    if not quantised:
        onnx.save(graph, path)
        return
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / "sentences.onnx"
        onnx.save(graph, whole)
        quantize_dynamic(
            whole,
            path,
            op_types_to_quantize=["MatMul", "Attention"],
            per_channel=True,
            # Seven bits: processors without VNNI add pairs of products in sixteen.
            reduce_range=True,
            weight_type=QuantType.QInt8,
            extra_options={"DefaultTensorType": TensorProto.FLOAT},
        )
