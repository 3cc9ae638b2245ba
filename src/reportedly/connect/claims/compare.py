"""Whether two statements say the same: near by their vectors, no word against it."""

from __future__ import annotations

import math
from itertools import chain

import numpy as np

from reportedly.connect.claims.acts import acts
from reportedly.connect.claims.arguments import arguments
from reportedly.connect.claims.certainty import certainty
from reportedly.connect.claims.encoder import Vector
from reportedly.connect.claims.findings import Check, Effect, Finding
from reportedly.connect.claims.likelihood import likelihood, overlap
from reportedly.connect.claims.names import names
from reportedly.connect.claims.numbers import numbers
from reportedly.connect.claims.polarity import polarity
from reportedly.connect.claims.statement import Comparison, Statement
from reportedly.connect.claims.words import words
from reportedly.schema.connect import Likeness, Verdict

NEAR = 0.62
"""Cosine from which two contents are looked at: below it their likelihood is under `NEGATED`,
even if they share no word."""
SAME = 0.75
"""Likelihood from which two contents are taken for the same. Likelihoods were fitted where every
third pair says the same; among the statements of thirty articles of PolNeAR dev few do: of pairs
from two articles all three above .75 were right, and some five of 32 between .5 and .75."""
LIKELY = 0.5
"""Likelihood from which they may be the same, and a person is asked."""
NEGATED = 0.25
"""The same of two of which one negates what the other says, in words that it has all: a negation
moves the vectors apart by itself."""
_CHECKS: tuple[Check, ...] = (numbers, polarity, arguments, certainty)


def compare(one: Statement, other: Statement) -> Comparison:
    """Compare two statements; the verdict is the same for (a, b) and (b, a).

    The words are looked at only where the vectors are near, or the words are the same.
    """
    mine, theirs = words(one.text), words(other.text)
    same, cosine = mine.plain == theirs.plain, _cosine(one.vector, other.vector)
    if not same and cosine < NEAR:
        return _unlikely(0.0)
    shared, replaced = overlap(mine, theirs)
    # To the digits that a reader is shown.
    score = 1.0 if same else round(likelihood(cosine, shared, replaced), 2)
    if score < NEGATED or (score < LIKELY and replaced):
        return _unlikely(score)
    return _judged(score, findings(one, other), within=not replaced)


def _unlikely(score: float) -> Comparison:
    return _comparison(Verdict.DIFFERENT, score, [f"not likely the same: {score:.2f}"])


def findings(one: Statement, other: Statement) -> list[Finding]:
    """What the checks find in the two: words against their saying the same, and denials."""
    mine, theirs = words(one.text), words(other.text)
    checked = chain.from_iterable(check(mine, theirs) for check in _CHECKS)
    return [*acts(one, other), *checked, *names(mine, theirs, one.names, other.names)]


def _judged(score: float, found: list[Finding], *, within: bool) -> Comparison:
    """The verdict by what the checks find; `within`: one content has all the words of the other."""
    reasons = [finding.why for finding in found]
    effects = [finding.effect for finding in found]
    if Effect.APART in effects:
        apart = [f.why for f in found if f.effect is Effect.APART]
        return _comparison(Verdict.DIFFERENT, score, apart)
    # Who denies that it is not so says that it is; several marks of one negation count once.
    denies = (Effect.DENIAL in effects) is not (Effect.DENIED in effects)
    reasons.append(f"likely the same: {score:.2f}")
    same, likely = (NEGATED, NEGATED) if Effect.DENIAL in effects and within else (SAME, LIKELY)
    if score < likely:
        return _unlikely(score)
    if Effect.DOUBT in effects or score < same:
        return _comparison(Verdict.UNSURE, score, reasons, denies)
    return _comparison(Verdict.SAME, score, reasons, denies)


def _comparison(
    verdict: Verdict, score: float, reasons: list[str], denies: bool = False
) -> Comparison:
    likeness = Likeness(verdict, min(1.0, max(0.0, score)), tuple(dict.fromkeys(reasons)))
    return Comparison(likeness, denies)


def _cosine(one: Vector, other: Vector) -> float:
    first, second = one.astype(np.float32), other.astype(np.float32)
    lengths = math.sqrt(float(first @ first) * float(second @ second))
    return round(float(first @ second) / lengths, 4) if lengths else 0.0
