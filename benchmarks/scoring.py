"""Tables of precision, recall and F1, counted by the shared scorer alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from benchmarks.evaluation import Case
from reportedly.attribute.assemble import kind_of
from reportedly.attribute.quotes import quotations
from reportedly.schema import Attribution, Kind
from training.corpus import Gold
from training.score import Rows, add, compare, own_sources, token_sets

ROWS = (
    *("source", "cue", "content"),
    *("source=", "cue=", "content="),
    *("what", "who+what", "exact"),
)
"""Rows of the table, in the scorer's order; what they mean stands in its docstring."""

Tokens = list[tuple[frozenset[int], ...]]
"""Attributions as the scorer compares them: token numbers of source, cue and content."""


@dataclass(frozen=True, slots=True)
class Score:
    """Precision and recall, each with its own counts.

    The two numbers of matches are one and the same, except in tables of a part of the
    attributions (see `by_kind`).
    """

    right: int
    predicted: int
    recalled: int
    gold: int

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 0 if nothing was found."""
        return self.right / max(self.predicted, 1)

    @property
    def recall(self) -> float:
        """Share of what is to be found that was found; 0 if nothing is to be."""
        return self.recalled / max(self.gold, 1)

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


Table = dict[str, Score]
"""A score for each of `ROWS`."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A case as the scorer compares it.

    Args:
        written: the attributions as they are written out; one that leans on another's source
            has none itself.
        followed: the same in the same order, with that source filled in. PolNeAR repeats it.
        gold: what is to be found.
        kinds, gold_kinds: the kind of each attribution found, and of each to be found.
    """

    case: Case
    written: Tokens
    followed: Tokens
    gold: Tokens
    kinds: tuple[Kind, ...]
    gold_kinds: tuple[Kind, ...]


def counted(case: Case) -> Counted:
    """Turn spans into token numbers; the gold's kind is what the program's own rule says."""
    quoted = quotations(case.text)
    return Counted(
        case,
        written=token_sets(case.text, case.predicted),
        followed=token_sets(case.text, own_sources(case.predicted)),
        gold=token_sets(case.text, case.gold),
        kinds=tuple(a.kind for a in case.predicted),
        gold_kinds=tuple(_kind(case.text, a, quoted) for a in case.gold),
    )


def _kind(text: str, gold: Gold, quoted: Sequence[object]) -> Kind:
    # A few annotations lack a cue; then no mark can stand around it.
    return kind_of(text, gold.cue or gold.content, gold.content, quoted)  # type: ignore[arg-type]


def whole(cases: Iterable[Counted], written: bool = False) -> Table:
    """The scorer's table over all cases; `written` takes leaning attributions as sourceless."""
    total: Rows = {}
    for case in cases:
        add(total, compare(case.written if written else case.followed, case.gold))
    return {row: Score(m, p, m, g) for row, (m, p, g) in _filled(total).items()}


def by_kind(cases: Sequence[Counted]) -> dict[Kind, Table]:
    """A table for each kind of attribution.

    Precision: of those found that the program calls direct, how many are right, whatever kind
    the gold is of. Recall: of the gold that is direct, how much was found, whatever the program
    calls it. So a content whose edge misses a quotation mark is not counted as wrong twice.
    """
    return {kind: _kind_table(cases, kind) for kind in Kind}


def _kind_table(cases: Sequence[Counted], kind: Kind) -> Table:
    right: Rows = {}
    recalled: Rows = {}
    for case in cases:
        found = [a for a, k in zip(case.followed, case.kinds, strict=True) if k == kind]
        gold = [a for a, k in zip(case.gold, case.gold_kinds, strict=True) if k == kind]
        add(right, compare(found, case.gold))
        add(recalled, compare(case.followed, gold))
    left, other = _filled(right), _filled(recalled)
    return {r: Score(left[r][0], left[r][1], other[r][0], other[r][2]) for r in ROWS}


def _filled(total: Rows) -> Rows:
    return {row: total.get(row, (0, 0, 0)) for row in ROWS}


def by_group(cases: Sequence[Counted]) -> dict[str, Table]:
    """A table for each publisher, or whatever else the cases are grouped by."""
    groups = sorted({case.case.group for case in cases})
    return {name: whole([c for c in cases if c.case.group == name]) for name in groups}


def matches(case: Counted, row: str = "who+what") -> list[int | None]:
    """Which gold attribution each one found is matched with in a row of the table, if any.

    One to one: a surer one takes its match first, and the one whose content it shares most of.
    """
    free = set(range(len(case.gold)))
    matched: list[int | None] = [None] * len(case.followed)
    surest = sorted(range(len(matched)), key=lambda i: -_confidence(case.case.predicted, i))
    for i in surest:
        fitting = [j for j in free if _same(case.followed[i], case.gold[j], row)]
        if fitting:
            matched[i] = max(fitting, key=_shared(case.followed[i], case.gold))
            free.discard(matched[i])
    return matched


def _confidence(predicted: Sequence[Attribution], index: int) -> float:
    return predicted[index].confidence


def _same(found: tuple[frozenset[int], ...], gold: tuple[frozenset[int], ...], row: str) -> bool:
    if not found[2] & gold[2]:  # no row takes these for one: spares the scorer the work
        return False
    return compare([found], [gold])[row][0] == 1


def _shared(found: tuple[frozenset[int], ...], gold: Tokens) -> Callable[[int], int]:
    return lambda j: len(found[2] & gold[j][2])
