"""Pairs of texts with a judgement by people: STS headlines 2015, and ClaimDiff train."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reportedly.connect.claims import SentenceEncoder, Statement, Vectors, compare
from reportedly.schema.connect import Verdict
from training.score import SHARED
from training.sentences_data import read_events, read_headlines

HEADLINES = SHARED / "corpora" / "sts-headlines" / "2015.tsv"
EVENTS = SHARED / "corpora" / "claimdiff" / "weak-train.json"

Verdicts = Mapping[Verdict, int]


@dataclass(frozen=True, slots=True)
class Headlines:
    """STS headlines 2015.

    Args:
        pearson: of the cosines with the grades.
        graded: verdicts by grade, rounded down; 5 is "the same", 0 "on other things".
    """

    pearson: float
    graded: Mapping[int, Verdicts]


@dataclass(frozen=True, slots=True)
class Events:
    """ClaimDiff train: pairs of claims from two articles on one event.

    Args:
        weakening: verdicts on pairs of which one weakens the other.
        others: verdicts on all other pairs.
    """

    weakening: Verdicts
    others: Verdicts


def headlines(encoder: SentenceEncoder) -> Headlines:
    """Compare the headlines of STS 2015."""
    pairs = read_headlines(HEADLINES)
    one = encoder.vectors(pair.one for pair in pairs)
    other = encoder.vectors(pair.other for pair in pairs)
    grades = np.array([pair.grade for pair in pairs])
    found = _verdicts([(p.one, p.other) for p in pairs], one, other)
    graded = {
        grade: Counter(v for v, g in zip(found, grades, strict=True) if int(g) == grade)
        for grade in range(6)
    }
    return Headlines(float(np.corrcoef(cosines(one, other), grades)[0, 1]), graded)


def events(encoder: SentenceEncoder) -> Events:
    """Compare the claims of ClaimDiff."""
    rows = read_events(EVENTS)
    one = encoder.vectors(row.one for row in rows)
    other = encoder.vectors(row.other for row in rows)
    found = _verdicts([(row.one, row.other) for row in rows], one, other)
    return Events(
        Counter(v for v, row in zip(found, rows, strict=True) if row.weakens),
        Counter(v for v, row in zip(found, rows, strict=True) if not row.weakens),
    )


def joined(verdicts: Verdicts) -> float:
    """The share of pairs that are joined as one claim, 0 to 1."""
    return verdicts.get(Verdict.SAME, 0) / max(1, sum(verdicts.values()))


def cosines(one: Vectors, other: Vectors) -> NDArray[np.float32]:
    """The cosine of each row with the other's."""
    a, b = one.astype(np.float32), other.astype(np.float32)
    lengths = np.linalg.norm(a, axis=1) * np.linalg.norm(b, axis=1)
    return np.asarray(np.einsum("nd,nd->n", a, b) / lengths, dtype=np.float32)


def _verdicts(texts: Sequence[tuple[str, str]], one: Vectors, other: Vectors) -> list[Verdict]:
    rows: Iterable[tuple[tuple[str, str], Vectors, Vectors]] = zip(texts, one, other, strict=True)
    return [
        compare(Statement(first, a), Statement(second, b)).verdict for (first, second), a, b in rows
    ]
