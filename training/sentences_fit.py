"""Fits the sentence network: by graded pairs, and by texts that are to find their like."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional as F

from reportedly.connect.claims.encoder import readable
from training.sentences_data import Graded, Match, shuffled
from training.sentences_foils import Foiler


@dataclass(frozen=True, slots=True)
class Plan:
    """How fitting goes.

    Args:
        steps: batches of each kind.
        graded: pairs in a batch of graded pairs.
        matched: queries in a batch of matches.
        rate: the highest learning rate; it rises over the first tenth and falls to zero.
        scale: what cosines are multiplied by in both losses (20 in both papers).
        shares: how often a match comes from each of the corpora of matches.
        changed: how often a match gets a foil that is its own text with one word changed.
        average: decay of the running average of the weights, which is what is kept.
        kept: share of the base encoder in the weights that ship (Wortsman et al. 2022).
    """

    steps: int = 320
    graded: int = 24
    matched: int = 16
    rate: float = 5e-5
    scale: float = 20.0
    shares: tuple[float, ...] = (0.5, 0.35, 0.15)
    changed: float = 0.2
    average: float = 0.98
    kept: float = 0.0
    seed: int = 7


@dataclass(frozen=True, slots=True)
class Lessons:
    """What is learned from: graded pairs, and corpora of matches with their wrong answers.

    Args:
        graded: pairs with a grade.
        matches: corpora of matches, drawn from by `Plan.shares`.
        foils: for a match's group, texts that are near and say something else.
        foiler: makes more of them.
    """

    graded: Sequence[Graded]
    matches: Sequence[Sequence[Match]]
    foils: Mapping[str, Sequence[str]]
    foiler: Foiler


class Batcher:
    """Texts as rows of pieces, padded with zeros."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self.tokenizer = tokenizer

    def __call__(self, texts: Sequence[str]) -> Tensor:
        rows = [self.tokenizer.encode(readable(text)).ids for text in texts]
        length = max(map(len, rows))
        return torch.tensor([row + [0] * (length - len(row)) for row in rows])


def fit(
    network: nn.Module, lessons: Lessons, tokenizer: Tokenizer, plan: Plan
) -> dict[str, Tensor]:
    """Fit, and return the weights to keep: their running average, mixed with the base's."""
    torch.manual_seed(plan.seed)
    chance = random.Random(plan.seed)
    base = {name: w.detach().clone() for name, w in network.state_dict().items()}
    kept = {name: w.clone() for name, w in base.items()}
    learned = [w for w in network.parameters() if w.requires_grad]
    optimiser = torch.optim.AdamW(learned, lr=plan.rate, weight_decay=0.01)
    rows = Batcher(tokenizer)
    graded, matched = _graded(lessons, plan, chance), _matched(lessons, plan, chance)
    network.train()
    begun = time.time()
    for step in range(plan.steps):
        for group in optimiser.param_groups:
            group["lr"] = plan.rate * _pace(step / plan.steps)
        first = graded_loss(network, rows, next(graded), plan.scale)
        first.backward()
        batch = next(matched)
        second = match_loss(network, rows, batch, lessons, plan, chance)
        second.backward()
        nn.utils.clip_grad_norm_(learned, 1.0)
        optimiser.step()
        optimiser.zero_grad()
        decay = min(plan.average, (1 + step) / (10 + step))
        for name, weight in network.state_dict().items():
            kept[name].lerp_(weight, 1 - decay)
        if step % 25 == 0:
            spent = time.time() - begun
            print(
                f"{step:4} graded {first.item():.3f} matched {second.item():.3f} {spent:.0f} s",
                file=sys.stderr,
            )
    return {name: kept[name].lerp(base[name], plan.kept) for name in kept}


def _pace(done: float) -> float:
    return min(done / 0.1, (1 - done) / 0.9)


def _graded(lessons: Lessons, plan: Plan, chance: random.Random) -> Iterator[list[Graded]]:
    while True:
        order = shuffled(lessons.graded, chance)
        for start in range(0, len(order) - plan.graded + 1, plan.graded):
            yield order[start : start + plan.graded]


def _matched(lessons: Lessons, plan: Plan, chance: random.Random) -> Iterator[list[Match]]:
    streams = [_endless(corpus, chance) for corpus in lessons.matches]
    while True:
        batch: dict[str, Match] = {}
        while len(batch) < plan.matched:
            match = next(chance.choices(streams, plan.shares)[0])
            batch.setdefault(match.group, match)
        yield list(batch.values())


def _endless(corpus: Sequence[Match], chance: random.Random) -> Iterator[Match]:
    while True:
        yield from shuffled(corpus, chance)


def graded_loss(network: nn.Module, rows: Batcher, batch: Sequence[Graded], scale: float) -> Tensor:
    """CoSENT (Su 2022): a pair of higher grade is to have the higher cosine."""
    vectors = network(rows([p.one for p in batch] + [p.other for p in batch]))
    one, other = vectors.chunk(2)
    cosines = (one * other).sum(-1) * scale
    grades = torch.tensor([pair.grade for pair in batch])
    wrong = (cosines[None, :] - cosines[:, None])[grades[:, None] > grades[None, :]]
    return torch.logsumexp(torch.cat((wrong.new_zeros(1), wrong)), 0)


def match_loss(
    network: nn.Module,
    rows: Batcher,
    batch: Sequence[Match],
    lessons: Lessons,
    plan: Plan,
    chance: random.Random,
) -> Tensor:
    """Each query is to find its answer among all answers of the batch and its own foils."""
    answers = [chance.choice(match.answers) for match in batch]
    wrong = [
        foil
        for m, a in zip(batch, answers, strict=True)
        for foil in _foils(m, a, lessons, plan, chance)
    ]
    queries = network(rows([match.query for match in batch]))
    others = network(rows(answers + wrong))
    return F.cross_entropy(queries @ others.T * plan.scale, torch.arange(len(batch)))


def _foils(
    match: Match, answer: str, lessons: Lessons, plan: Plan, chance: random.Random
) -> Iterator[str]:
    if lessons.foils.get(match.group):
        yield chance.choice(lessons.foils[match.group])
    if chance.random() < plan.changed:
        made = lessons.foiler(chance.choice((answer, match.query)), chance)
        if made:
            yield made


def near(queries: np.ndarray, answers: np.ndarray, most: int) -> np.ndarray:
    """For each query the places of the nearest answers, (queries, most); vectors of length 1."""
    return np.argsort(-(queries @ answers.T), axis=1)[:, :most]
