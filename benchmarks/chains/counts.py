"""Counts that add up over documents, and the errors behind them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from reportedly.schema import Span

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Count:
    """How many are right, of those predicted and of those that are gold.

    Where every item has an answer on both sides, as with acts, `predicted` and `gold` are one
    number, and F1 is the share that is right.
    """

    right: int = 0
    predicted: int = 0
    gold: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(
            self.right + other.right, self.predicted + other.predicted, self.gold + other.gold
        )

    @property
    def precision(self) -> float:
        """Share of what was predicted that is right; 0 if nothing was."""
        return self.right / max(self.predicted, 1)

    @property
    def recall(self) -> float:
        """Share of the gold that was found; 0 if there is none."""
        return self.right / max(self.gold, 1)

    @property
    def f1(self) -> float:
        """Harmonic mean of the two; 0 if there is nothing at all."""
        return 2 * self.right / max(self.predicted + self.gold, 1)


def share(right: int, of: int) -> Count:
    """A count of which F1 is the share `right / of`."""
    return Count(right, of, of)


class ErrorKind(StrEnum):
    """Gold that was not given, something given that is not gold, one given for another."""

    MISSED = "missed"
    FALSE = "false"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Error:
    """One error: the field, its kind, words to find it by, and what was said on either side."""

    field: str
    kind: ErrorKind
    span: Span
    gold: str = ""
    predicted: str = ""


@dataclass(frozen=True, slots=True)
class Counts:
    """The count of every field, and the errors of every field."""

    figures: Mapping[str, Count] = field(default_factory=dict)
    errors: tuple[Error, ...] = ()

    def __getitem__(self, name: str) -> Count:
        return self.figures.get(name, Count())


def total(parts: Iterable[Counts]) -> Counts:
    """The sum over documents; errors one after another."""
    figures: dict[str, Count] = {}
    errors: list[Error] = []
    for part in parts:
        for name, count in part.figures.items():
            figures[name] = figures.get(name, Count()) + count
        errors += part.errors
    return Counts(figures, tuple(errors))


Answer = tuple[bool, Span, str, str]
"""One question put to both sides: is it right, where, the gold answer, the predicted answer; an
empty string is no answer."""


def asked(name: str, answers: Iterable[Answer]) -> Counts:
    """Count a field that each matched attribution has one value of."""
    told = list(answers)
    wrong = [
        Error(name, _kind(gold, predicted), span, gold, predicted)
        for right, span, gold, predicted in told
        if not right
    ]
    return Counts({name: share(len(told) - len(wrong), len(told))}, tuple(wrong))


def _kind(gold: str, predicted: str) -> ErrorKind:
    if not gold:
        return ErrorKind.FALSE
    return ErrorKind.WRONG if predicted else ErrorKind.MISSED


def optional(name: str, answers: Iterable[Answer]) -> Counts:
    """Count a field that an attribution may have or not: only what one of the sides has."""
    told = [answer for answer in answers if answer[2] or answer[3]]
    right = sum(both for both, *_ in told)
    predicted = sum(bool(p) for *_, p in told)
    gold = sum(bool(g) for _, _, g, _ in told)
    return Counts({name: Count(right, predicted, gold)}, asked(name, told).errors)


def paired(
    predicted: Sequence[T], gold: Sequence[T], same: Callable[[T, T], float]
) -> list[tuple[T, T]]:
    """Match one to one, the best first; `same` gives 0 for what cannot be matched."""
    ranked = sorted(
        ((same(p, g), -i, -j) for i, p in enumerate(predicted) for j, g in enumerate(gold)),
        reverse=True,
    )
    left, right = set(range(len(predicted))), set(range(len(gold)))
    found = []
    for value, i, j in ranked:
        if value > 0 and -i in left and -j in right:
            left.discard(-i)
            right.discard(-j)
            found.append((predicted[-i], gold[-j]))
    return found


def listed(
    name: str,
    predicted: Sequence[T],
    gold: Sequence[T],
    right: Sequence[tuple[T, T]],
    show: Callable[[T], tuple[Span, str]],
) -> Counts:
    """Count a field of several items a side, of which those in `right` are matched."""
    missed = [g for g in gold if not any(g is r for _, r in right)]
    false = [p for p in predicted if not any(p is r for r, _ in right)]
    errors = [Error(name, ErrorKind.MISSED, show(g)[0], gold=show(g)[1]) for g in missed]
    errors += [Error(name, ErrorKind.FALSE, show(p)[0], predicted=show(p)[1]) for p in false]
    return Counts({name: Count(len(right), len(predicted), len(gold))}, tuple(errors))
