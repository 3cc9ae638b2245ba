"""Scoring with the scorer that stands beside the corpora, so that there is but one."""

from __future__ import annotations

import importlib.util
import os
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from reportedly.schema import Attribution, Spans

SHARED = Path(os.environ.get("REPORTEDLY_SHARED", Path(__file__).parents[2] / "shared"))
"""Folder of `corpora/` and `tools/`: beside the checkout, unless the environment says otherwise."""

Rows = dict[str, tuple[int, int, int]]
"""For each row of the table: how many matched, how many were predicted, how many are gold."""


Tokens = tuple[frozenset[int], ...]
"""An attribution's source, cue and content as token numbers."""


class HasRoles(Protocol):
    """Anything with the three roles: an attribution, or a gold one."""

    @property
    def source(self) -> Spans: ...
    @property
    def cue(self) -> Spans: ...
    @property
    def content(self) -> Spans: ...


@cache
def load_scorer() -> Any:
    """The shared scorer, as a module.

    Raises:
        FileNotFoundError: if the folder of the corpora is absent.
    """
    path = SHARED / "tools" / "score_attributions.py"
    spec = importlib.util.spec_from_file_location("score_attributions", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def token_sets(text: str, attributions: Iterable[HasRoles]) -> list[Tokens]:
    """Each attribution's roles as sets of token numbers, as the scorer's function of that name.

    Found by bisection: tuning scores the same texts some hundred times.
    """
    tokens = [match.span() for match in load_scorer().TOKEN.finditer(text)]
    starts, ends = [start for start, _ in tokens], [end for _, end in tokens]

    def inside(spans: Spans) -> frozenset[int]:
        return frozenset(
            number
            for span in spans
            for number in range(bisect_right(ends, span.start), bisect_left(starts, span.end))
        )

    return [tuple(inside(role) for role in (a.source, a.cue, a.content)) for a in attributions]


def compare(predicted: Sequence[Tokens], gold: Sequence[Tokens]) -> Rows:
    """The table's counts for one document."""
    rows: Rows = load_scorer().compare(predicted, gold)
    return rows


def add(total: Rows, rows: Rows) -> None:
    """Add one document's counts to a total."""
    for name, counts in rows.items():
        old = total.get(name, (0, 0, 0))
        total[name] = (old[0] + counts[0], old[1] + counts[1], old[2] + counts[2])


def f1(counts: tuple[int, int, int]) -> float:
    """F1 of (matched, predicted, gold)."""
    matched, predicted, gold = counts
    return 2 * matched / max(predicted + gold, 1)


def matched(predicted: Sequence[Tokens], gold: Sequence[Tokens]) -> list[bool]:
    """Whether each prediction is right by the row who+what, matched one to one."""
    iou = load_scorer().iou
    pairs = sorted(
        (
            (iou(p[2], g[2]), i, j)
            for i, p in enumerate(predicted)
            for j, g in enumerate(gold)
            if iou(p[2], g[2]) >= 0.5 and iou(p[0], g[0]) >= 0.5
        ),
        reverse=True,
    )
    right = [False] * len(predicted)
    taken: set[int] = set()
    for _, i, j in pairs:
        if not right[i] and j not in taken:
            right[i] = True
            taken.add(j)
    return right


def own_sources(attributions: Sequence[Attribution]) -> list[Attribution]:
    """Give attributions that lean on another's source that source, as the corpus does."""
    by_id = {a.id: a for a in attributions}
    return [
        replace(a, source=by_id[a.source_from].source, source_from=None) if a.source_from else a
        for a in attributions
    ]
