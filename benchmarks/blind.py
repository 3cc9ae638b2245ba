"""Our own blind annotations: how they are read, and how a chain of carriers is scored.

"The Coast Mail quoted the pilot as saying …" has two right answers. PolNeAR takes the outermost
level (the Coast Mail says it); the program's users want the speaker (the pilot). The annotations
hold both, the second under `inner`. A chain counts as found in whichever of the two readings fits
what the program gave; the other reading is then not asked for.

Attributions that stand in links to other stories are left out of the gold: the program is to read
none there, so whatever it finds there counts as wrong.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import product
from typing import Any

from benchmarks.evaluation import Case, run_on
from benchmarks.gold import texts
from benchmarks.scoring import Counted, counted, whole
from reportedly.schema import BlockKind, Extraction, Span, Spans
from training.corpus import Gold
from training.score import SHARED

NOT_READ = frozenset((BlockKind.RELATED,))
NOT_REPORTING = frozenset((BlockKind.CAPTION, BlockKind.RELATED, BlockKind.COMMENT))
"""Blocks whose attributions are never the article's own reporting."""
REPORTING = frozenset(BlockKind) - NOT_REPORTING - {BlockKind.CREDIT, BlockKind.ARTEFACT}
"""Blocks whose attributions a reader takes for the article's reporting."""

MOST_READINGS = 256
"""A text with more combinations of readings than this is scored by the outermost level alone."""


def blind() -> list[Counted]:
    """Run the program on every annotated text; each counts under its split, `dev` or `held`."""
    named = [(s, name) for s in ("dev", "held") for name in texts.documents(s)]
    loaded = [(name, texts.load(name, SHARED)) for _, name in named]
    found = run_on(loaded)
    return [
        _fitting(split, name, text, one)
        for (split, name), (_, text), one in zip(named, loaded, found, strict=True)
    ]


def _fitting(split: str, name: str, text: str, found: Extraction | None) -> Counted:
    """The case in the reading of its chains that fits what was found best."""
    if found and found.document.text != text:
        raise ValueError(f"{name}: the program's text differs from the annotated one")
    case = Case(name, split, text, found, ())
    every = (counted(replace(case, gold=gold)) for gold in readings(texts.annotation(name)))
    return max(every, key=_fit)


def _fit(case: Counted) -> tuple[float, float, float]:
    table = whole([case])
    return table["who+what"].f1, table["exact"].f1, table["what"].f1


def readings(annotation: Mapping[str, Any]) -> Iterator[tuple[Gold, ...]]:
    """Every combination of readings of a text's chains, the outermost level first."""
    inner: defaultdict[int, list[Gold]] = defaultdict(list)
    for one in annotation["inner"]:
        inner[one["within"]].append(_gold(one))
    alternatives = [
        [[_gold(one)], inner[number]] if inner[number] else [[_gold(one)]]
        for number, one in enumerate(annotation["attributions"])
        if one["block"] not in NOT_READ
    ]
    if 2 ** sum(len(a) > 1 for a in alternatives) > MOST_READINGS:
        alternatives = [a[:1] for a in alternatives]
    for chosen in product(*alternatives):
        yield tuple(gold for part in chosen for gold in part)


def _gold(annotated: Mapping[str, Any]) -> Gold:
    source, cue, content = (_spans(annotated[role]) for role in ("source", "cue", "content"))
    return Gold(source, cue, content)


def _spans(pairs: list[list[int]]) -> Spans:
    return tuple(Span(start, end) for start, end in pairs)


def passed_for_reporting(case: Counted) -> list[str]:
    """Attributions made of a caption, a related link or a comment and not marked as such.

    A stretch is one of these if an annotated attribution in it says so. Gives the cue's place
    and the two kinds of block, for each attribution that is presented as the article's reporting.
    """
    wrong = []
    for one in texts.annotation(case.case.name)["attributions"]:
        kind = BlockKind(one["block"])
        if kind not in NOT_REPORTING:
            continue
        stretch = _spans(one["source"]) + _spans(one["cue"]) + _spans(one["content"])
        wrong += [
            f"{found.cue[0].start}: {kind} taken for {found.block}"
            for found in case.case.predicted
            if found.block in REPORTING and any(found.cue[0].overlaps(span) for span in stretch)
        ]
    return wrong
