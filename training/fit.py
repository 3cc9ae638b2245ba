"""Fitting: many passes over the corpus, composed anew each time."""

from __future__ import annotations

import copy
import math
import random
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional as F

from reportedly.attribute.pieces import WINDOW
from training.compose import Composer, paragraph
from training.corpus import Example
from training.model import Network, log_tags
from training.refer import ReferBatch, Referred, refer, refer_batches, refer_loss
from training.references import Referring
from training.rename import renamed
from training.windows import NO_LABEL, Batch, Labelled, batches, label


@dataclass(frozen=True, slots=True)
class Phase:
    """One stretch of fitting, from a warm start to a learning rate of nothing.

    Args:
        epochs: passes over the corpus.
        rate: peak learning rate of the encoder, reached after `Plan.warm` of the steps and then
            falling along a cosine.
        head_rate: the same for the taggers and the link, which start from nothing.
        carried: share of plain "X said" that get a carrier (see `training.compose`).
        references: share of the texts on references that are read in each epoch.
    """

    epochs: int
    rate: float
    head_rate: float
    carried: float
    references: float = 1.0


@dataclass(frozen=True, slots=True)
class Plan:
    """How to fit.

    Args:
        phases: one after the other; each starts from the averaged weights of the one before.
        size: windows in a batch.
        warm: share of a phase's steps in which the learning rate rises.
        link_weight: weight of the link's loss beside the taggers'.
        refer_weight: weight of a reference's loss beside the mentions'.
        alone: share of the examples of which one paragraph is read by itself as well, as the
            program reads a content that holds attributions of its own.
        average: decay of the running average of the weights.
        mix: shares in which the running averages at the end of the last epochs are mixed.
        decay: weight decay of all matrices.
        seed: seed of everything that is random.
    """

    phases: tuple[Phase, ...] = (
        Phase(6, 2.5e-4, 1e-3, 0.06),
        Phase(1, 6e-5, 2e-4, 0.25),
        Phase(3, 1.2e-4, 4e-4, 0.12, references=0.4),
    )
    size: int = 16
    warm: float = 0.06
    link_weight: float = 0.5
    refer_weight: float = 0.3
    alone: float = 0.5
    average: float = 0.995
    mix: tuple[float, ...] = (0.25, 0.25, 0.5)
    decay: float = 0.01
    seed: int = 7


@dataclass(frozen=True, slots=True)
class Corpora:
    """What is learned from.

    Args:
        attributions: annotated texts.
        references: texts with mentions, or with a choice between two names.
        names: first names and surnames to put in place of those in the texts.
        tokenizer: cuts them all.
    """

    attributions: Sequence[Example]
    references: Sequence[Referring]
    names: tuple[list[str], list[str]]
    tokenizer: Tokenizer


def fit(
    network: Network,
    corpora: Corpora,
    plan: Plan,
    device: str = "cpu",
) -> Network:
    """Fit the network to the corpora, phase by phase, and mix the last epochs' averages.

    Mixed weights hold better on other subjects than the last ones alone (Wortsman et al. 2022).
    """
    torch.manual_seed(plan.seed)
    kept: list[dict[str, Tensor]] = []
    for number, phase in enumerate(plan.phases):
        composer = Composer(corpora.names, plan.seed + number, phase.carried)
        network, ends = _fit_phase(network, corpora, plan, phase, composer, device)
        kept = (kept + ends)[-len(plan.mix) :]
    network.load_state_dict(mixed(kept, plan.mix))
    return network


def mixed(weights: Sequence[dict[str, Tensor]], shares: Sequence[float]) -> dict[str, Tensor]:
    """The weighted mean of several sets of weights."""
    pairs = list(zip(weights, shares, strict=True))
    return {name: sum(w[name] * share for w, share in pairs) for name in weights[0]}


def _fit_phase(
    network: Network,
    corpora: Corpora,
    plan: Plan,
    phase: Phase,
    change: Callable[[Example], Example],
    device: str,
) -> tuple[Network, list[dict[str, Tensor]]]:
    network.to(device).train()
    average = copy.deepcopy(network).eval()
    optimizer = torch.optim.AdamW(_groups(network, plan, phase), betas=(0.9, 0.98), fused=True)
    total = phase.epochs * len(_epoch(corpora, plan, phase, lambda e: e, 0))
    step, began = 0, time.monotonic()
    ends: list[dict[str, Tensor]] = []
    for epoch in range(phase.epochs):
        for batch in _epoch(corpora, plan, phase, change, epoch):
            share = _schedule(min(step / total, 1.0), plan.warm)
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * share
            with torch.autocast(device, torch.bfloat16, enabled=_has_bfloat16(device)):
                whole = _loss(network, batch, plan, device)
            optimizer.zero_grad(set_to_none=True)
            whole.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            step += 1
            _follow(average, network, min(plan.average, (1 + step) / (10 + step)))
            if step % 20 == 0:
                _tell(epoch, step, total, float(whole.detach()), time.monotonic() - began)
        ends.append({name: value.clone() for name, value in average.state_dict().items()})
    return average, ends


def _has_bfloat16(device: str) -> bool:
    """Whether products of half length are faster here; the weights stay whole."""
    return device == "cuda" or bool(torch.cpu._is_avx512_bf16_supported())


def _loss(network: Network, batch: Batch | ReferBatch, plan: Plan, device: str) -> Tensor:
    if isinstance(batch, ReferBatch):
        tags, links = refer_loss(network, batch, device)
        return tags + plan.refer_weight * links
    tags, links = loss(network, batch, device)
    return tags + plan.link_weight * links


def loss(network: Network, batch: Batch, device: str) -> tuple[Tensor, Tensor]:
    """The taggers' and the link's cross-entropy, both per piece of the batch."""
    ids, forms = batch.ids.to(device), batch.forms.to(device)
    scores, anchors, words = network(ids, forms)
    tags = log_tags(scores)
    gold = batch.tags.to(device)
    count = (gold[..., 0] != NO_LABEL).sum()
    tagging = F.nll_loss(
        tags.reshape(-1, 3), gold.reshape(-1), ignore_index=NO_LABEL, reduction="sum"
    )
    window = batch.window.to(device)
    # Batched by window rather than gathered by cue: a cue's pooled vector is pool @ anchors.
    pooled = torch.bmm(batch.pool.to(device)[:, None], anchors[window])[:, 0]
    links = network.link(pooled, words[window], tags[window], batch.distances.to(device))
    linking = F.cross_entropy(links, batch.links.to(device), ignore_index=NO_LABEL, reduction="sum")
    return tagging / count, linking / count


def _epoch(
    corpora: Corpora,
    plan: Plan,
    phase: Phase,
    change: Callable[[Example], Example],
    epoch: int,
) -> list[Batch | ReferBatch]:
    """One pass over everything, in random order."""
    seed = plan.seed * 1000 + epoch
    chance = random.Random(seed)
    labelled: list[Labelled] = []
    for example in corpora.attributions:
        changed = change(example)
        labelled += label(changed, corpora.tokenizer, chance.randrange(WINDOW // 2))
        if chance.random() < plan.alone and (part := paragraph(changed, chance)):
            labelled += label(part, corpora.tokenizer)
    referred: list[Referred] = []
    for text in corpora.references:
        if chance.random() < phase.references:
            changed_text = renamed(text, corpora.names[1], chance)
            referred += refer(changed_text, corpora.tokenizer, chance.randrange(WINDOW // 2))
    mixed: list[Batch | ReferBatch] = [
        *batches(labelled, plan.size, seed),
        *refer_batches(referred, plan.size, seed),
    ]
    chance.shuffle(mixed)
    return mixed


_HEADS = ("tagger", "anchor", "word", "link", "forms", "mention", "refer")


def _groups(network: Network, plan: Plan, phase: Phase) -> list[dict[str, object]]:
    """Parameters by learning rate, and without decay where it does harm (biases, norms)."""
    groups: dict[tuple[float, float], list[Tensor]] = {}
    for name, parameter in network.named_parameters():
        if not parameter.requires_grad:
            continue
        head = name.startswith(_HEADS)
        decay = plan.decay if parameter.dim() > 1 else 0.0
        groups.setdefault((phase.head_rate if head else phase.rate, decay), []).append(parameter)
    return [
        {"params": parameters, "peak": rate, "lr": rate, "weight_decay": decay}
        for (rate, decay), parameters in groups.items()
    ]


def _schedule(done: float, warm: float) -> float:
    if done < warm:
        return done / warm
    return 0.5 * (1 + math.cos(math.pi * (done - warm) / (1 - warm)))


@torch.no_grad()
def _follow(average: Network, network: Network, decay: float) -> None:
    pairs = zip(average.parameters(), network.parameters(), strict=True)
    ours, theirs = zip(*((a, p.detach()) for a, p in pairs if p.requires_grad), strict=True)
    torch._foreach_lerp_(ours, theirs, 1 - decay)


def _tell(epoch: int, step: int, total: int, loss: float, seconds: float) -> None:
    left = seconds / step * (total - step)
    line = f"epoch {epoch + 1}  step {step}/{total}  loss {loss:.3f}"
    print(f"{line}  {seconds:.0f} s, {left:.0f} s left", file=sys.stderr, flush=True)
