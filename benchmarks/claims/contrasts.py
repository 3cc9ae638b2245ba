"""Invented pairs that differ in one thing, by phenomenon: the same claim, another, or a denial."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from reportedly.connect.claims import Comparison, SentenceEncoder, Statement, compare
from reportedly.schema import Act
from reportedly.schema.connect import Verdict

GOLD = Path(__file__).parents[1] / "gold" / "contrasts.json"


class Kin(StrEnum):
    """What two statements are to each other."""

    SAME = "same"
    DENIES = "denies"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Contrast:
    """A pair of contents.

    Args:
        phenomenon: what it shows.
        gold: what the two are to each other.
        one, other: the contents.
        kept: it was written when the checks stood; the page of the decision has its first figure.
        acts: of the first and the second.
    """

    phenomenon: str
    gold: Kin
    one: str
    other: str
    kept: bool
    acts: tuple[Act, Act] = (Act.SAY, Act.SAY)


@dataclass(frozen=True, slots=True)
class Row:
    """Counts of one phenomenon.

    Args:
        pairs: how many there are.
        right: decided as the gold has it.
        unsure: left to a person.
        joined: taken for one claim though they are two, or for agreement where one denies.
    """

    pairs: int
    right: int
    unsure: int
    joined: int


def read(path: Path = GOLD) -> list[Contrast]:
    """The shipped pairs."""
    return [
        Contrast(
            row["phenomenon"],
            Kin(row["gold"]),
            row["one"],
            row["other"],
            row["kept"],
            (Act(row["acts"][0]), Act(row["acts"][1])) if "acts" in row else (Act.SAY, Act.SAY),
        )
        for row in json.loads(path.read_text("utf-8"))
    ]


def rows(encoder: SentenceEncoder, kept: bool) -> Mapping[str, Row]:
    """Counts by phenomenon, in the order of the file: of the pairs kept back, or of the others."""
    found: dict[str, list[tuple[Kin, Kin]]] = defaultdict(list)
    for contrast, kin in decided(encoder):
        if contrast.kept is kept:
            found[contrast.phenomenon].append((contrast.gold, kin))
    return {name: _row(pairs) for name, pairs in found.items()}


def decided(encoder: SentenceEncoder) -> Iterator[tuple[Contrast, Kin]]:
    """Each pair with what the program makes of it."""
    for contrast in read():
        vectors = encoder.vectors((contrast.one, contrast.other))
        one = Statement(contrast.one, vectors[0], act=contrast.acts[0])
        other = Statement(contrast.other, vectors[1], act=contrast.acts[1])
        yield contrast, kin(compare(one, other))


def kin(found: Comparison) -> Kin:
    """A comparison in one word."""
    if found.verdict is Verdict.SAME:
        return Kin.DENIES if found.denies else Kin.SAME
    return Kin(found.verdict)


def _row(pairs: list[tuple[Kin, Kin]]) -> Row:
    return Row(
        len(pairs),
        sum(gold is got for gold, got in pairs),
        sum(got is Kin.UNSURE for _, got in pairs),
        sum(gold is not got and got in (Kin.SAME, Kin.DENIES) for gold, got in pairs),
    )
