"""Cells of the space of vectors: spherical k-means over contents, and how well near pairs meet."""

from __future__ import annotations

import csv
import random
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reportedly.connect.claims.cells import PROBES
from training.corpus import Example, Gold, read_polnear
from training.sentences_data import read_verified

Floats = NDArray[np.float32]

CELLS = 4096
_ROUNDS = 8
_SENTENCE = re.compile(r"(?<=[.!?”\"])\s+")
_BODIES = 30_000
"""Sentences of FNC-1 that are taken: as many as there are contents and claims together."""


@dataclass(frozen=True, slots=True)
class Met:
    """How cells do on contents that they were not made from.

    Args:
        bound: a cosine.
        recall: share of the pairs of a cosine from the bound on that are candidates.
        looked_at: share of all contents in the cells that a content's candidates are sought in.
    """

    bound: float
    recall: float
    looked_at: float


def cell_texts(corpora: Path) -> tuple[list[str], list[str]]:
    """Texts to make cells from, and others to measure them on: from other articles."""
    chance = random.Random(1)
    bodies = [*_bodies(corpora / "fnc1" / "train_bodies.csv")]
    claims = read_verified(corpora / "checkthat2020", "train").claims.values()
    made = [*contents(corpora / "polnear" / "train"), *(claim for claim, _ in claims)]
    kept = [*contents(corpora / "polnear" / "dev")]
    others = [*_bodies(corpora / "fnc1" / "competition_test_bodies.csv")]
    return made + chance.sample(bodies, min(_BODIES, len(bodies))), kept + chance.sample(
        others, min(_BODIES // 3, len(others))
    )


def contents(folder: Path) -> Iterator[str]:
    """PolNeAR's contents of more than two words, of several spans joined by a blank."""
    for example in read_polnear(folder):
        for gold in example.gold:
            text = text_of(example, gold)
            if len(text.split()) > 2:
                yield text


def text_of(example: Example, gold: Gold) -> str:
    """The words of a content, white space made single."""
    return " ".join(" ".join(span.read(example.text) for span in gold.content).split())


def _bodies(path: Path) -> Iterator[str]:
    csv.field_size_limit(sys.maxsize)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for sentence in _SENTENCE.split(row["articleBody"]):
                words = sentence.split()
                if 5 < len(words) < 50:
                    yield " ".join(words)


def centroids(vectors: Floats, seed: int) -> NDArray[np.int8]:
    """Spherical k-means (Dhillon & Modha 2001): `CELLS` centroids of unit vectors, times 127."""
    chance = np.random.default_rng(seed)
    found = vectors[chance.choice(len(vectors), CELLS, replace=False)].copy()
    for _ in range(_ROUNDS):
        sums = np.zeros_like(found)
        np.add.at(sums, _nearest(vectors, found, 1)[:, 0], vectors)
        empty = np.linalg.norm(sums, axis=1) < 1e-6
        sums[empty] = vectors[chance.choice(len(vectors), int(empty.sum()))]
        found = sums / np.linalg.norm(sums, axis=1, keepdims=True)
    return np.round(found / np.abs(found).max(axis=1, keepdims=True) * 127).astype(np.int8)


def met(vectors: Floats, cells: NDArray[np.int8], bound: float) -> Met:
    """Measure `PROBES` probes on unit vectors."""
    middles = cells / np.linalg.norm(cells.astype(np.float32), axis=1, keepdims=True)
    probes = _nearest(vectors, middles.astype(np.float32), PROBES)
    inside = np.zeros((len(vectors), len(cells)), dtype=bool)
    np.put_along_axis(inside, probes, True, axis=1)
    own = probes[:, 0]
    near = np.triu(vectors @ vectors.T >= bound, 1)
    one, other = np.nonzero(near)
    both = inside[one, own[other]] & inside[other, own[one]]
    sizes = np.bincount(own, minlength=len(cells)) / len(vectors)
    return Met(bound, float(both.mean()), float((inside @ sizes).mean()))


def _nearest(vectors: Floats, middles: Floats, most: int) -> NDArray[np.int64]:
    parts = []
    for start in range(0, len(vectors), 4096):
        nearness = vectors[start : start + 4096] @ middles.T
        if most == 1:
            parts.append(nearness.argmax(axis=1)[:, None])
        else:
            parts.append(np.argsort(-nearness, axis=1, kind="stable")[:, :most])
    return np.concatenate(parts)
