"""What the sentence network learns from: graded pairs, and texts with those that say the same."""

from __future__ import annotations

import csv
import json
import random
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Graded:
    """Two texts and how alike they are: 0 (nothing in common) to 5 (the same)."""

    one: str
    other: str
    grade: float


@dataclass(frozen=True, slots=True)
class Match:
    """A text and those that say the same.

    Args:
        query: the text.
        answers: those that say the same, any of them.
        group: matches of one group are never each other's wrong answers.
    """

    query: str
    answers: tuple[str, ...]
    group: str


@dataclass(frozen=True, slots=True)
class Verified:
    """CheckThat! 2020, task 2: claims with their titles, tweets, and what claims each repeats."""

    claims: Mapping[str, tuple[str, str]]
    tweets: Mapping[str, str]
    repeated: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Told:
    """Two claims on one event, and whether the second weakens the first."""

    one: str
    other: str
    weakens: bool


def read_headlines(path: Path) -> list[Graded]:
    """STS headlines: a grade and two headlines a line; lines without a grade are left out."""
    rows = (line.split("\t") for line in path.read_text("utf-8").split("\n"))
    return [Graded(row[1], row[2], float(row[0])) for row in rows if row[0].strip()]


def read_verified(folder: Path, part: str) -> Verified:
    """CheckThat! 2020's verified claims, with the tweets of `part`: "train" or "dev"."""
    claims = {row[0]: (row[1], row[2]) for row in _table(folder / "verified_claims.docs.tsv")}
    tweets = {row[0]: row[1] for row in _table(folder / part / "tweets.queries.tsv")}
    repeated: dict[str, set[str]] = defaultdict(set)
    for line in (folder / part / "tweet-vclaim-pairs.qrels").read_text("utf-8").splitlines():
        tweet, _, claim, _ = line.split()
        repeated[tweet].add(claim)
    return Verified(claims, tweets, {k: frozenset(v) for k, v in repeated.items()})


def matches(verified: Verified) -> list[Match]:
    """Tweets with the claims that they repeat, and their titles."""
    return [
        Match(tweet, verified.claims[claim], claim)
        for number, tweet in verified.tweets.items()
        for claim in sorted(verified.repeated[number])
    ]


def titled(verified: Verified) -> list[Match]:
    """Titles with the claims that they stand over: the same matter in other words."""
    return [
        Match(title, (claim,), number)
        for number, (claim, title) in verified.claims.items()
        if len(title.split()) > 3
    ]


def read_agreeing(path: Path) -> list[Match]:
    """FNC-1: headlines that agree with one and the same body, each with the others."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    headlines: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row["Stance"] == "agree":
            headlines[row["Body ID"]].add(row["Headline"])
    return [
        Match(one, tuple(o for o in sorted(group) if o != one), _family(one, group))
        for group in headlines.values()
        for one in sorted(group)
        if len(group) > 1
    ]


def _family(one: str, group: Iterable[str]) -> str:
    """Bodies share headlines, so that a group is known by its first one."""
    return min((*group, one))


def read_events(path: Path) -> list[Told]:
    """ClaimDiff, `weak-train.json`: pairs of claims from two articles on one event."""
    rows = json.loads(path.read_text("utf-8"))["data"]
    return [Told(row["claim_a"], row["claim_b"], row["relation"] == 1) for row in rows]


def _table(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter="\t"))[1:]


def shuffled(items: Sequence[_T], chance: random.Random) -> list[_T]:
    """A shuffled copy."""
    return chance.sample(items, len(items))
