"""How the figures of chains are printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from benchmarks.chains.counts import Counts, ErrorKind
from benchmarks.chains.runs import Scored

SHARES = frozenset(
    "speaker,speaker type,wrong merges,merged speakers,merged attributions,whole chain"
    ",chain with carriers,said on,act,polarity,stance,author,note status".split(",")
)
"""Fields that every item has a value of: one share, and no precision and recall."""

FIELDS = tuple(
    "found,speaker,speaker type,anonymous,wrong merges,merged speakers,merged attributions"
    ",carriers,descriptors,whole chain,chain with carriers"
    ",nesting,nesting depth 1,nesting depth 2,nesting depth 3"
    ",said on,said on counted,venue,addressee"
    ",act,act not say,polarity,negated,stance,stance not neutral"
    ",evidence,author,notes,note status,links".split(",")
)

AT_LEAST = {
    "speaker": 0.90,
    "carriers": 0.85,
    "whole chain": 0.80,
    "nesting": 0.65,
    "said on": 0.90,
    "act": 0.85,
    "evidence": 0.75,
    "author": 0.85,
    "notes": 0.80,
    "links": 0.60,
}
AT_MOST = {"wrong merges": 0.01}
"""What the figures are to reach on the gate documents."""

NOTE = """\
right: of the matched attributions for shares; F1 is then the share. nesting, notes and links are
counted over whole documents. annotators: the same figure of the documents annotated twice, the
second annotation for the program's. wrong merges and merged …: small is good."""


def table(counts: Counts, people: Counts | None = None) -> None:
    """A line for each field: counts, precision and recall, F1, target, agreement of annotators."""
    print(NOTE)
    print(f"{'':20} {'right':>6} {'given':>6} {'gold':>6}  {'P':>5} {'R':>5} {'F1':>6}", end="")
    print(f"  {'target':>6}" + (f"  {'annotators':>10}" if people else ""))
    for name in FIELDS:
        print(_line(name, counts, people))


def _line(name: str, counts: Counts, people: Counts | None) -> str:
    count = counts[name]
    pair = f"{'':11}" if name in SHARES else f"{count.precision:5.3f} {count.recall:5.3f}"
    figures = f"{count.right:6} {count.predicted:6} {count.gold:6}  {pair} {_f1(name, counts)}"
    line = f"{name:20} {figures}  {_target(name):>6}"
    return line + (f"  {_f1(name, people)} of {people[name].gold}" if people else "")


def _f1(name: str, counts: Counts) -> str:
    count = counts[name]
    return f"{count.f1:6.3f}" if count.predicted or count.gold else f"{'-':>6}"


def _target(name: str) -> str:
    if name in AT_MOST:
        return f"<{AT_MOST[name]:.2f}"
    return f"{AT_LEAST[name]:.2f}" if name in AT_LEAST else ""


def kinds(counts: Counts) -> None:
    """Where the errors are: by field, how many of each kind."""
    found = Counter((error.field, error.kind) for error in counts.errors)
    print(f"\nerrors  {'':12}" + "".join(f" {kind:>7}" for kind in ErrorKind))
    for name in FIELDS:
        numbers = [found[name, kind] for kind in ErrorKind]
        if any(numbers):
            print(f"{name:20}" + "".join(f" {number:7}" for number in numbers))


_AROUND = 70
"""Characters of the text that an error is shown with, on either side."""


def errors(scored: Iterable[Scored], name: str) -> None:
    """Every error of a field, with the words around it and the answers of both sides."""
    for one in scored:
        for error in one.counts.errors:
            if error.field == name:
                before = one.text[max(0, error.span.start - _AROUND) : error.span.start]
                after = one.text[error.span.end : error.span.end + _AROUND]
                words = f"{before}[[{error.span.read(one.text)}]]{after}"
                print(f"{error.kind:6} {one.name} {error.span.start}: {' '.join(words.split())}")
                print(f"       gold: {error.gold or '-'} | given: {error.predicted or '-'}")


def plain(counts: Counts) -> dict[str, Any]:
    """The figures for a file: precision, recall, F1 and the counts of each field."""
    return {name: _plain(counts, name) for name in FIELDS}


def _plain(counts: Counts, name: str) -> Mapping[str, float]:
    count = counts[name]
    sizes = {"right": count.right, "predicted": count.predicted, "gold": count.gold}
    return {"p": count.precision, "r": count.recall, "f1": count.f1, **sizes}


def figures(counts: Counts) -> dict[str, float]:
    """F1 of each field, for floors."""
    return {name: counts[name].f1 for name in FIELDS}


def heading(title: str, scored: Sequence[Scored]) -> None:
    """What was read: documents, words."""
    words = sum(len(one.text.split()) for one in scored)
    print(f"\n{title}: {len(scored)} documents, {words:,} words")
