"""Whether two statements say the same: near by their vectors, no word against it."""

from __future__ import annotations

from itertools import chain

import numpy as np

from reportedly.connect.claims.acts import acts
from reportedly.connect.claims.arguments import arguments
from reportedly.connect.claims.certainty import certainty
from reportedly.connect.claims.encoder import Vector
from reportedly.connect.claims.findings import Check, Effect, Finding
from reportedly.connect.claims.names import names
from reportedly.connect.claims.numbers import numbers
from reportedly.connect.claims.polarity import polarity
from reportedly.connect.claims.statement import Comparison, Statement
from reportedly.connect.claims.words import words
from reportedly.schema.connect import Likeness, Verdict

SAME = 0.80
"""Cosine from which two contents are taken for the same."""
NEAR = 0.65
"""Cosine from which they may be the same, and a person is asked."""
_CHECKS: tuple[Check, ...] = (numbers, polarity, arguments, certainty)


def compare(one: Statement, other: Statement) -> Comparison:
    """Compare two statements; the verdict is the same for (a, b) and (b, a).

    The words are looked at only where the vectors are near, or the words are the same.
    """
    score = 1.0 if _same_words(one.text, other.text) else _cosine(one.vector, other.vector)
    if score < NEAR:
        return _comparison(Verdict.DIFFERENT, score, [f"far apart: {score:.2f}"])
    return _judged(score, findings(one, other))


def findings(one: Statement, other: Statement) -> list[Finding]:
    """What the checks find in the two: words against their saying the same, and denials."""
    mine, theirs = words(one.text), words(other.text)
    checked = chain.from_iterable(check(mine, theirs) for check in _CHECKS)
    return [*acts(one, other), *checked, *names(mine, theirs, one.names, other.names)]


def _judged(score: float, found: list[Finding]) -> Comparison:
    reasons = [finding.why for finding in found]
    effects = [finding.effect for finding in found]
    if Effect.APART in effects:
        apart = [f.why for f in found if f.effect is Effect.APART]
        return _comparison(Verdict.DIFFERENT, score, apart)
    # A denial of what the other denies is agreement; several marks of one negation count once.
    by_words = any(f.effect is Effect.DENIAL for f in found if f.why != _SPOKEN)
    by_act = any(f.why == _SPOKEN for f in found)
    denies = by_words is not by_act
    reasons.append(f"near: {score:.2f}")
    if Effect.DOUBT in effects or score < SAME:
        return _comparison(Verdict.UNSURE, score, reasons, denies)
    return _comparison(Verdict.SAME, score, reasons, denies)


_SPOKEN = "one of the two is denied by who speaks"


def _comparison(
    verdict: Verdict, score: float, reasons: list[str], denies: bool = False
) -> Comparison:
    likeness = Likeness(verdict, min(1.0, max(0.0, score)), tuple(dict.fromkeys(reasons)))
    return Comparison(likeness, denies)


def _same_words(one: str, other: str) -> bool:
    return [w.lower for w in words(one) if not w.stop] == [
        w.lower for w in words(other) if not w.stop
    ]


def _cosine(one: Vector, other: Vector) -> float:
    first, second = one.astype(np.float32), other.astype(np.float32)
    lengths = float(np.linalg.norm(first) * np.linalg.norm(second))
    return round(float(first @ second) / lengths, 4) if lengths else 0.0
