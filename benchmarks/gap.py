"""Pronouns to names, on GAP: `python -m benchmarks.gap`.

GAP (Webster and others, "Mind the GAP", 2018) asks of a pronoun in a text of Wikipedia whether it
refers to each of two names: 454 texts in its validation part, half of them about women. The count
is the official one: each name of each text is a yes or a no; F1 of the yeses, over all, over the
texts with a feminine and with a masculine pronoun, and bias, the feminine F1 by the masculine.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from benchmarks.chains.counts import Count
from reportedly.attribute import Attributor
from reportedly.resolve.speakers import with_mentions
from reportedly.resolve.speakers.cluster import Cluster, Clustered
from reportedly.resolve.speakers.clusters import clusters_of
from reportedly.resolve.speakers.met import Met
from reportedly.schema import Block, BlockKind, Document, Form, Mention, Refers, Span, text_id
from training.score import SHARED

VALIDATION = SHARED / "corpora" / "gap" / "gap-validation.tsv"

Resolve = Callable[[str, Span, Span, Span], tuple[bool, bool]]
"""Given a text, the pronoun, and the two names: whether the pronoun refers to each."""


class Gender(StrEnum):
    """The gender of a text's pronoun."""

    FEMININE = "feminine"
    MASCULINE = "masculine"


_FEMININE = frozenset(("she", "her", "hers", "herself"))


@dataclass(frozen=True, slots=True)
class Row:
    """A text of GAP, its pronoun, its two names, and whether the pronoun refers to each."""

    text: str
    pronoun: Span
    names: tuple[Span, Span]
    gold: tuple[bool, bool]

    @property
    def gender(self) -> Gender:
        """The gender of the pronoun."""
        feminine = self.pronoun.read(self.text).casefold() in _FEMININE
        return Gender.FEMININE if feminine else Gender.MASCULINE


@dataclass(frozen=True, slots=True)
class Scores:
    """The counts over all texts and over those of each gender."""

    overall: Count
    by_gender: Mapping[Gender, Count]

    @property
    def bias(self) -> float:
        """Feminine F1 by masculine F1: 1 if both are read alike; 0 if there is no masculine."""
        masculine = self.by_gender[Gender.MASCULINE].f1
        return self.by_gender[Gender.FEMININE].f1 / masculine if masculine else 0.0


def read(path: Path = VALIDATION) -> Iterator[Row]:
    """Read a file of GAP; offsets count code points.

    Raises:
        OSError: if the file is absent.
        ValueError: if the words at an offset are not those that are named.
    """
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            pronoun, a, b = (_span(row, name) for name in ("Pronoun", "A", "B"))
            gold = row["A-coref"].upper() == "TRUE", row["B-coref"].upper() == "TRUE"
            yield Row(row["Text"], pronoun, (a, b), gold)


def _span(row: Mapping[str, str], name: str) -> Span:
    start = int(row[f"{name}-offset"])
    span = Span(start, start + len(row[name]))
    if span.read(row["Text"]) != row[name]:
        raise ValueError(f"{row['ID']}: {name} does not stand at {start}")
    return span


def measured(rows: Iterable[Row], resolve: Resolve) -> Scores:
    """Count what a resolver says of each row."""
    by_gender = dict.fromkeys(Gender, Count())
    for row in rows:
        said = resolve(row.text, row.pronoun, *row.names)
        by_gender[row.gender] += _count(said, row.gold)
    return Scores(sum(by_gender.values(), Count()), by_gender)


def _count(said: tuple[bool, bool], gold: tuple[bool, bool]) -> Count:
    right = sum(s and g for s, g in zip(said, gold, strict=True))
    return Count(right, sum(said), sum(gold))


def nearest(_text: str, pronoun: Span, a: Span, b: Span) -> tuple[bool, bool]:
    """The name that stands nearer to the pronoun, in characters: a baseline that reads nothing."""
    first = _gap(pronoun, a) <= _gap(pronoun, b)
    return first, not first


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end)


def given(choose: bool) -> Resolve:
    """The program, told where both names stand.

    If `choose`, it takes the likelier where it would take neither, as the task allows.
    """
    engine = Attributor(threads=1, depth=0)

    def resolve(text: str, pronoun: Span, a: Span, b: Span) -> tuple[bool, bool]:
        clustered = _clustered(engine, text, (a, b))
        at = clustered.at(pronoun)
        if at is None:
            return False, False
        names = [clustered.of[n] if (n := clustered.at(s)) is not None else None for s in (a, b)]
        said = clustered.of[at] is names[0], clustered.of[at] is names[1]
        if any(said) or not choose:
            return said
        shares = [_share(clustered, at, name) for name in names]
        likely = max(shares) > LIKELY
        return likely and shares[0] > shares[1], likely and shares[1] >= shares[0]

    return resolve


LIKELY = 0.03
"""Least probability of the likelier name where the clusters take neither."""


def _clustered(engine: Attributor, text: str, names: tuple[Span, Span]) -> Clustered:
    block = Block(BlockKind.BODY, Span(0, len(text)))
    found = engine.read(Document(text_id(text), text, (block,))).mentions
    named = (Mention(span, Form.NAME, Refers.PERSON) for span in names)
    return clusters_of(Met(text, with_mentions(found, named)))


def _share(clustered: Clustered, at: int, cluster: Cluster | None) -> float:
    """Probability, by the encoder, that a mention refers to one of a cluster's."""
    found = clustered.mentions[at].antecedents
    return sum(a.probability for a in found if clustered.of[a.mention] is cluster)


def resolvers() -> dict[str, Resolve]:
    """Those that the table compares."""
    return {
        "nearest name": nearest,
        "Reportedly": given(choose=False),
        "choosing one": given(choose=True),
    }


def main() -> int:
    """Print F1 of each resolver."""
    if not VALIDATION.exists():
        print(f"GAP is not measured: {VALIDATION} is not there (local corpora, see CONTRIBUTING)")
        return 0
    rows = list(read())
    print(f"GAP validation, {len(rows)} texts: F1")
    names = "".join(f"  {name:>10}" for name in ("overall", *Gender, "bias"))
    print(f"{'':16} {'P':>6} {'R':>6}{names}")
    for name, resolve in resolvers().items():
        scores = measured(rows, resolve)
        overall = scores.overall
        line = f"{name:16} {overall.precision:6.3f} {overall.recall:6.3f}  {overall.f1:10.3f}"
        genders = "".join(f"  {scores.by_gender[gender].f1:10.3f}" for gender in Gender)
        print(f"{line}{genders}  {scores.bias:10.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
