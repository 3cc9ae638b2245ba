"""The network: the base encoder, taggers, a link from each cue to its words, and references."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from reportedly.attribute.link import DISTANCES, LABELS, LINK_SIZE, TAGS
from reportedly.attribute.pieces import FORMS
from reportedly.attribute.refer import MENTION_TAGS, PAIRS, PLACES, REFER_OUT, REFER_SIZE


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of the encoder, as the base model's `config.json` names them."""

    vocab_size: int
    hidden_size: int
    num_hidden_layers: int
    num_attention_heads: int
    intermediate_size: int
    max_position_embeddings: int
    layer_norm_eps: float


class Dropout(nn.Module):
    """Drops whole channels of a window: to draw a number for each value takes far longer."""

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate

    def forward(self, x: Tensor) -> Tensor:
        if not self.training:
            return x
        kept = torch.rand(x.shape[0], 1, x.shape[2], device=x.device) >= self.rate
        return x * (kept / (1 - self.rate))


class Layer(nn.Module):
    """One transformer layer of BERT (Devlin et al. 2019), normalised after each part."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        size = shape.hidden_size
        self.heads = shape.num_attention_heads
        self.qkv = nn.Linear(size, 3 * size)
        self.out = nn.Linear(size, size)
        self.norm1 = nn.LayerNorm(size, eps=shape.layer_norm_eps)
        self.up = nn.Linear(size, shape.intermediate_size)
        self.down = nn.Linear(shape.intermediate_size, size)
        self.norm2 = nn.LayerNorm(size, eps=shape.layer_norm_eps)
        self.thin = Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, size = x.shape
        split = self.qkv(x).view(batch, length, 3, self.heads, size // self.heads)
        query, key, value = split.permute(2, 0, 3, 1, 4)
        mixed = F.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        mixed = mixed.transpose(1, 2).reshape(batch, length, size)
        x = self.norm1(x + self.thin(self.out(mixed)))
        return self.norm2(x + self.thin(self.down(F.gelu(self.up(x)))))


class Network(nn.Module):
    """Reads windows of pieces, once for all that is asked of them.

    Outputs of `forward`, for ids and forms of shape (batch, length):
        tags: (batch, length, TAGS) raw scores, O/B/I of cue, source and content;
        anchors: (batch, length, LINK_SIZE), each piece as (part of) a cue;
        words: (batch, length, LINK_SIZE), each piece as a word that a cue may claim.
    Outputs of `references`:
        mentions: (batch, length, MENTION_TAGS) raw scores;
        refers: (batch, length, REFER_OUT), each piece as one that refers and is referred to.
    """

    def __init__(self, shape: Shape, dropout: float = 0.1) -> None:
        super().__init__()
        size = shape.hidden_size
        self.pieces = nn.Embedding(shape.vocab_size, size)
        self.positions = nn.Embedding(shape.max_position_embeddings, size)
        self.forms = nn.Embedding(FORMS, size)
        self.norm = nn.LayerNorm(size, eps=shape.layer_norm_eps)
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.num_hidden_layers))
        self.tagger = nn.Linear(size, TAGS)
        self.anchor = nn.Linear(size, LINK_SIZE)
        self.word = nn.Linear(size, LINK_SIZE)
        self.mention = nn.Linear(size, MENTION_TAGS)
        self.refers = nn.Linear(size, REFER_OUT)
        self.thin = Dropout(dropout)
        self.link = Link()
        self.refer = Refer()
        nn.init.normal_(self.forms.weight, std=0.01)
        # Frozen, so that words which the corpus never shows stay where the base encoder put them.
        self.pieces.weight.requires_grad_(False)

    def forward(self, ids: Tensor, forms: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        return self.attributions(self.encode(ids, forms))

    def attributions(self, x: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Tags, anchors and words of pieces' vectors, as in `forward`."""
        return self.tagger(x), self.anchor(x), self.word(x)

    def references(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """Mentions and refers of pieces' vectors."""
        return self.mention(x), self.refers(x)

    def encode(self, ids: Tensor, forms: Tensor) -> Tensor:
        """The pieces' vectors, (batch, length, size)."""
        here = torch.arange(ids.shape[1], device=ids.device)
        x = self.norm(self.pieces(ids) + self.positions(here) + self.forms(forms))
        x = self.thin(x)
        mask = torch.where(ids == 0, -1e4, 0.0)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        thinned: Tensor = self.thin(x)
        return thinned


class Link(nn.Module):
    """Scores every piece of a window as one of LABELS of one cue.

    A biaffine form (Dozat & Manning 2017) of cue and piece, plus a score by their distance, plus
    what the taggers say of the piece: the taggers know the edges, the biaffine form whose they are.
    """

    def __init__(self) -> None:
        super().__init__()
        self.form = nn.Parameter(torch.randn(LABELS, LINK_SIZE, LINK_SIZE) * LINK_SIZE**-0.5 * 0.5)
        self.cue = nn.Linear(LINK_SIZE, LABELS)
        self.word = nn.Linear(LINK_SIZE, LABELS)
        self.near = nn.Parameter(torch.zeros(LABELS, DISTANCES))
        self.trust = nn.Parameter(torch.ones(LABELS))

    def forward(self, anchor: Tensor, words: Tensor, tags: Tensor, distances: Tensor) -> Tensor:
        """Scores of shape (cues, LABELS, length).

        Args:
            anchor: (cues, LINK_SIZE), the mean of a cue's pieces.
            words: (cues, length, LINK_SIZE), the pieces of each cue's window.
            tags: (cues, length, TAGS), log-probabilities.
            distances: (cues, length), bucket of the distance from cue to piece.
        """
        turned = torch.einsum("cd,kde->cke", anchor, self.form) + self.word.weight
        scores = torch.einsum("cke,cle->ckl", turned, words) * LINK_SIZE**-0.5
        scores = scores + (self.cue(anchor) + self.word.bias)[:, :, None]
        scores = scores + self.near[:, distances].transpose(0, 1)
        return scores + self.trust[:, None] * prior(tags).transpose(1, 2)


class Refer(nn.Module):
    """Scores every pair of mentions: does the one refer to what the other does?

    The product of two vectors, plus a score for the forms of both with what their words share,
    one for their distance, and one for the quotation marks around them.
    """

    def __init__(self) -> None:
        super().__init__()
        self.kind = nn.Parameter(torch.zeros(PAIRS))
        self.near = nn.Parameter(torch.zeros(3 * DISTANCES))
        self.place = nn.Parameter(torch.zeros(PLACES))

    def forward(self, vectors: Tensor, others: Tensor, pairs: Tensor) -> Tensor:
        """Scores (batch, M, N + 1); the last column is to refer to nothing.

        Args:
            vectors: (batch, M, REFER_OUT), the mean over each mention's pieces.
            others: (batch, N, REFER_OUT), the same of those that may be referred to.
            pairs: (batch, 3, M, N), the tables of `pair_tables`.
        """
        one, other = vectors[..., :REFER_SIZE], others[..., REFER_SIZE : 2 * REFER_SIZE]
        scores = one @ other.transpose(1, 2) * REFER_SIZE**-0.5
        scores = scores + self.kind[pairs[:, 0]] + self.near[pairs[:, 1]] + self.place[pairs[:, 2]]
        return torch.cat((scores, vectors[..., -1:]), -1)


def prior(tags: Tensor) -> Tensor:
    """What the taggers alone say of each label: (..., TAGS) log-probabilities to (..., LABELS)."""
    cue, source, content = tags[..., 0:3], tags[..., 3:6], tags[..., 6:9]
    return torch.stack(
        (
            source[..., 0] + content[..., 0],
            source[..., 1],
            source[..., 2],
            content[..., 1],
            content[..., 2],
            torch.logsumexp(cue[..., 1:3], -1),
        ),
        -1,
    )


def log_tags(tags: Tensor) -> Tensor:
    """Raw tag scores to log-probabilities within each role, same shape."""
    return torch.cat([F.log_softmax(part, -1) for part in tags.split(3, -1)], -1)


def load_base(folder: Path) -> Network:
    """The network with the base encoder's weights (`config.json`, `model.safetensors`)."""
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    shape = Shape(**{name: config[name] for name in Shape.__dataclass_fields__})
    network = Network(shape)
    weights = {
        k.removeprefix("bert."): v for k, v in load_file(folder / "model.safetensors").items()
    }
    emb = "embeddings."
    state = {
        "pieces.weight": weights[emb + "word_embeddings.weight"],
        "positions.weight": weights[emb + "position_embeddings.weight"]
        + weights[emb + "token_type_embeddings.weight"][0],
        "norm.weight": weights[emb + "LayerNorm.weight"],
        "norm.bias": weights[emb + "LayerNorm.bias"],
    }
    for number in range(shape.num_hidden_layers):
        old, new = f"encoder.layer.{number}.", f"layers.{number}."
        for kind in ("weight", "bias"):
            heads = [
                weights[f"{old}attention.self.{part}.{kind}"] for part in ("query", "key", "value")
            ]
            state[f"{new}qkv.{kind}"] = torch.cat(heads)
            state[f"{new}out.{kind}"] = weights[f"{old}attention.output.dense.{kind}"]
            state[f"{new}norm1.{kind}"] = weights[f"{old}attention.output.LayerNorm.{kind}"]
            state[f"{new}up.{kind}"] = weights[f"{old}intermediate.dense.{kind}"]
            state[f"{new}down.{kind}"] = weights[f"{old}output.dense.{kind}"]
            state[f"{new}norm2.{kind}"] = weights[f"{old}output.LayerNorm.{kind}"]
    missing = network.load_state_dict(state, strict=False)
    unknown = [
        k for k in missing.missing_keys if k.startswith(("layers", "pieces", "positions", "norm"))
    ]
    if unknown or missing.unexpected_keys:
        raise ValueError(
            f"the base encoder's weights do not fit: {unknown}, {missing.unexpected_keys}"
        )
    return network
