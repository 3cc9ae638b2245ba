"""Export: the PyTorch network as three ONNX files, the encoder with int8 weights.

The graph is written by hand, operator by operator, from the fused operators that onnxruntime
has for BERT's parts: no exporter has to guess them back from a trace.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor

from reportedly.attribute.link import LABELS, LINK_SIZE, TAGS
from reportedly.attribute.refer import MENTION_TAGS, REFER_OUT, REFER_SIZE
from training.model import Layer, Network

_FUSED = "com.microsoft"


class Graph:
    """An ONNX graph under construction; every method returns the name of what it adds."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, value: Tensor | NDArray[np.generic]) -> str:
        """Add a constant tensor."""
        array = value.detach().cpu().numpy() if isinstance(value, Tensor) else value
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def add(
        self, operator: str, *inputs: str, output: str | None = None, **attributes: object
    ) -> str:
        """Add an operator with one output."""
        name = output or f"n{len(self.nodes)}"
        domain = _FUSED if operator in ("Attention", "FastGelu") else ""
        self.nodes.append(
            helper.make_node(operator, list(inputs), [name], name, domain=domain, **attributes)
        )
        return name

    def linear(self, x: str, layer: torch.nn.Linear, output: str | None = None) -> str:
        """Add a matrix product and a bias."""
        product = self.add("MatMul", x, self.constant(layer.weight.T))
        return self.add("Add", product, self.constant(layer.bias), output=output)

    def model(
        self, inputs: list[onnx.ValueInfoProto], outputs: list[onnx.ValueInfoProto]
    ) -> onnx.ModelProto:
        """The finished model."""
        graph = helper.make_graph(self.nodes, "reportedly", inputs, outputs, self.constants)
        opsets = [helper.make_opsetid("", 17), helper.make_opsetid(_FUSED, 1)]
        return helper.make_model(
            graph, opset_imports=opsets, ir_version=9, producer_name="reportedly"
        )


def encoder_graph(network: Network) -> onnx.ModelProto:
    """The encoder and its heads: ids and forms (1, L) to tags, anchors and words (1, L, …)."""
    graph = Graph()
    table, scales = rows_to_int8(network.pieces.weight)
    rows = graph.add(
        "Cast", graph.add("Gather", graph.constant(table), "ids"), to=TensorProto.FLOAT
    )
    pieces = graph.add("Mul", rows, graph.add("Gather", graph.constant(scales), "ids"))
    length = graph.add(
        "Slice", graph.add("Shape", "ids"), *(graph.constant(np.array([n])) for n in (1, 2))
    )
    bounds = [graph.constant(np.array([0])), length]
    places = graph.add("Slice", graph.constant(network.positions.weight), *bounds)
    forms = graph.add("Gather", graph.constant(network.forms.weight), "forms")
    x = graph.add("Add", graph.add("Add", pieces, forms), places)
    x = add_norm(graph, x, network.norm)
    for layer in network.layers:
        assert isinstance(layer, Layer)
        x = add_layer(graph, x, layer)
    raw = graph.linear(x, network.tagger)
    roles = graph.add("Reshape", raw, graph.constant(np.array([0, 0, 3, 3])))
    tags = graph.add("LogSoftmax", roles, axis=-1)
    graph.add("Reshape", tags, graph.constant(np.array([0, 0, TAGS])), output="tags")
    graph.linear(x, network.anchor, output="anchors")
    graph.linear(x, network.word, output="words")
    graph.add("LogSoftmax", graph.linear(x, network.mention), output="mentions", axis=-1)
    graph.linear(x, network.refers, output="refers")
    whole = [value(name, TensorProto.INT64, (1, "L")) for name in ("ids", "forms")]
    sizes = (
        ("tags", TAGS),
        ("anchors", LINK_SIZE),
        ("words", LINK_SIZE),
        ("mentions", MENTION_TAGS),
        ("refers", REFER_OUT),
    )
    return graph.model(whole, [value(n, TensorProto.FLOAT, (1, "L", size)) for n, size in sizes])


def add_layer(graph: Graph, x: str, layer: Layer) -> str:
    """Add a transformer layer over the pieces' vectors `x`."""
    qkv = graph.constant(layer.qkv.weight.T), graph.constant(layer.qkv.bias)
    mixed = graph.add("Attention", x, *qkv, num_heads=layer.heads)
    x = add_norm(graph, graph.add("Add", x, graph.linear(mixed, layer.out)), layer.norm1)
    inner = graph.add("MatMul", x, graph.constant(layer.up.weight.T))
    # By tanh rather than erf: four times as fast here, and the difference is below 0.001.
    inner = graph.add("FastGelu", inner, graph.constant(layer.up.bias))
    return add_norm(graph, graph.add("Add", x, graph.linear(inner, layer.down)), layer.norm2)


def add_norm(graph: Graph, x: str, norm: torch.nn.LayerNorm) -> str:
    """Add a normalisation of each vector."""
    constants = graph.constant(norm.weight), graph.constant(norm.bias)
    return graph.add("LayerNormalization", x, *constants, epsilon=norm.eps, axis=-1)


def rows_to_int8(table: Tensor) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """A table as int8 rows and the scale of each row."""
    values = table.detach().cpu().numpy()
    scales = np.abs(values).max(axis=1, keepdims=True) / 127
    scales = np.maximum(scales, 1e-8).astype(np.float32)
    return np.round(values / scales).astype(np.int8), scales


def link_graph(network: Network) -> onnx.ModelProto:
    """The link: anchors (C, D), words (L, D), tags, distances (C, L) to labels (C, LABELS, L)."""
    graph, link = Graph(), network.link
    scale = LINK_SIZE**-0.5
    form = link.form.permute(1, 0, 2).reshape(LINK_SIZE, LABELS * LINK_SIZE)
    turned = graph.add("MatMul", "anchors", graph.constant(form))
    turned = graph.add("Add", turned, graph.constant(link.word.weight.reshape(-1)))
    turned = graph.add("Reshape", turned, graph.constant(np.array([-1, LABELS, LINK_SIZE])))
    words = graph.add("Transpose", "words", perm=[1, 0])
    scores = graph.add(
        "Mul", graph.add("MatMul", turned, words), graph.constant(np.float32(scale).reshape(1))
    )
    cue = graph.add("MatMul", "anchors", graph.constant(link.cue.weight.T))
    cue = graph.add("Add", cue, graph.constant(link.cue.bias + link.word.bias))
    scores = graph.add("Add", scores, graph.add("Unsqueeze", cue, graph.constant(np.array([2]))))
    near = graph.add("Gather", graph.constant(link.near.T), "distances")
    scores = graph.add("Add", scores, graph.add("Transpose", near, perm=[0, 2, 1]))
    scores = graph.add("Add", scores, _prior(graph, link.trust))
    graph.add("LogSoftmax", scores, axis=1, output="labels")
    inputs = [
        value("anchors", TensorProto.FLOAT, ("C", LINK_SIZE)),
        value("words", TensorProto.FLOAT, ("L", LINK_SIZE)),
        value("tags", TensorProto.FLOAT, ("L", TAGS)),
        value("distances", TensorProto.INT64, ("C", "L")),
    ]
    return graph.model(inputs, [value("labels", TensorProto.FLOAT, ("C", LABELS, "L"))])


def _prior(graph: Graph, trust: Tensor) -> str:
    """`training.model.prior` as operators, weighed by `trust`: (LABELS, L)."""
    mixing = np.zeros((TAGS, LABELS), dtype=np.float32)
    mixing[3, 0] = mixing[6, 0] = 1
    mixing[4, 1] = mixing[5, 2] = mixing[7, 3] = mixing[8, 4] = 1
    plain = graph.add("MatMul", "tags", graph.constant(mixing * trust.detach().numpy()))
    cue = graph.add("Slice", "tags", *(graph.constant(np.array([n])) for n in (1, 3, 1)))
    cue = graph.add("ReduceLogSumExp", cue, axes=[1], keepdims=1)
    last = np.zeros((1, LABELS), dtype=np.float32)
    last[0, 5] = float(trust.detach()[5])
    whole = graph.add("Add", plain, graph.add("MatMul", cue, graph.constant(last)))
    return graph.add("Transpose", whole, perm=[1, 0])


def refer_graph(network: Network) -> onnx.ModelProto:
    """The references: vectors (M, D), others (N, D) and the tables (M, N) to scores (M, N + 1)."""
    graph, refer = Graph(), network.refer

    def part(name: str, start: int, end: int) -> str:
        bounds = (graph.constant(np.array([n])) for n in (start, end, 1))
        return graph.add("Slice", name, *bounds)

    one = part("vectors", 0, REFER_SIZE)
    other = graph.add("Transpose", part("others", REFER_SIZE, 2 * REFER_SIZE), perm=[1, 0])
    scale = graph.constant(np.float32(REFER_SIZE**-0.5).reshape(1))
    scores = graph.add("Mul", graph.add("MatMul", one, other), scale)
    for name, table in (
        ("kinds", refer.kind),
        ("distances", refer.near),
        ("places", refer.place),
    ):
        scores = graph.add("Add", scores, graph.add("Gather", graph.constant(table), name))
    nothing = part("vectors", REFER_OUT - 1, REFER_OUT)
    graph.add("Concat", scores, nothing, axis=1, output="scores")
    inputs = [
        value("vectors", TensorProto.FLOAT, ("M", REFER_OUT)),
        value("others", TensorProto.FLOAT, ("N", REFER_OUT)),
        *(value(n, TensorProto.INT64, ("M", "N")) for n in ("kinds", "distances", "places")),
    ]
    return graph.model(inputs, [value("scores", TensorProto.FLOAT, ("M", "N1"))])


def value(name: str, kind: int, shape: tuple[int | str, ...]) -> onnx.ValueInfoProto:
    """An input or output: its name, kind of element and shape."""
    return helper.make_tensor_value_info(name, kind, shape)


def export(network: Network, folder: Path, quantised: bool = True) -> None:
    """Write `encoder.onnx` (int8 unless told otherwise), `link.onnx` and `refer.onnx`."""
    network = network.cpu().eval()
    folder.mkdir(parents=True, exist_ok=True)
    onnx.save(link_graph(network), folder / "link.onnx")
    onnx.save(refer_graph(network), folder / "refer.onnx")
    if not quantised:
        onnx.save(encoder_graph(network), folder / "encoder.onnx")
        return
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / "encoder.onnx"
        graph = encoder_graph(network)
        onnx.save(graph, whole)
        quantize_dynamic(
            whole,
            folder / "encoder.onnx",
            op_types_to_quantize=["MatMul", "Attention"],
            per_channel=True,
            # Seven bits: processors without VNNI add pairs of products in sixteen.
            reduce_range=True,
            weight_type=QuantType.QInt8,
            nodes_to_exclude=_sensitive(graph),
            extra_options={"DefaultTensorType": TensorProto.FLOAT},
        )


_WHOLE = (0, 1, 2)
"""Layers whose last product keeps float weights: what goes in there has the widest range, and
without the first two the encoder strays half as far again from the float one."""


def _sensitive(model: onnx.ModelProto) -> list[str]:
    """Names of the matrix products that stay in float."""
    products = [node.name for node in model.graph.node if node.op_type == "MatMul"]
    return [products[_PRODUCTS * layer + _PRODUCTS - 1] for layer in _WHOLE]


_PRODUCTS = 3
"""Matrix products of a layer apart from its attention: out, up and down."""
