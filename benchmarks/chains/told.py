"""When, where and to whom it was said, and what the cue does."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.chains.aligned import Aligned
from benchmarks.chains.counts import Answer, Counts, asked, optional, total
from reportedly.schema import Act, Attribution, Phrase, SaidOn, Span, Stance


def circumstances(aligned: Aligned) -> Counts:
    """Days, venues, addressees.

    `said on`: the share of matched attributions with the right day: equal value and precision, or
    none on both sides; where the gold has words that cannot be counted, no value is right.
    `said on counted`: F1 of those that have a value. `venue`, `addressee`: F1, right if the words
    overlap.
    """
    days = _answers(aligned, lambda a: _day(a.said_on), _said_at)
    return total(
        (
            asked("said on", days),
            optional("said on counted", days),
            _overlapping("venue", aligned, lambda a: a.venue),
            _overlapping("addressee", aligned, lambda a: a.addressee),
        )
    )


def cues(aligned: Aligned) -> Counts:
    """What the cue does: shares right of `act`, `polarity`, `stance`, and F1 of the rarer values.

    `act not say`, `negated` and `stance not neutral` leave out what is right most of the time
    without reading.
    """
    acts = _answers(aligned, lambda a: str(a.act))
    rarer = _answers(aligned, lambda a: "" if a.act == Act.SAY else str(a.act))
    negated = _answers(aligned, lambda a: "negated" if a.negated else "")
    stances = _answers(aligned, lambda a: str(a.stance))
    marked = _answers(aligned, lambda a: "" if a.stance == Stance.NEUTRAL else str(a.stance))
    return total(
        (
            asked("act", acts),
            optional("act not say", rarer),
            asked("polarity", negated),
            optional("negated", negated),
            asked("stance", stances),
            optional("stance not neutral", marked),
        )
    )


def _cue(a: Attribution) -> Span:
    return a.cue[0]


def _said_at(a: Attribution) -> Span:
    return a.said_on.span if a.said_on else a.cue[0]


def _day(day: SaidOn | None) -> str:
    return f"{day.value} ({day.precision})" if day and day.value else ""


def _answers(
    aligned: Aligned,
    show: Callable[[Attribution], str],
    at: Callable[[Attribution], Span] = _cue,
) -> list[Answer]:
    """The answers on both sides, right if they read the same."""
    return [(show(p) == show(g), at(g), show(g), show(p)) for p, g in aligned.pairs]


def _overlapping(
    name: str, aligned: Aligned, field: Callable[[Attribution], Phrase | None]
) -> Counts:
    answers = []
    for p, g in aligned.pairs:
        found, gold = field(p), field(g)
        right = bool(found and gold and found.span.overlaps(gold.span))
        at = gold.span if gold else g.cue[0]
        answers.append((right, at, gold.text if gold else "", found.text if found else ""))
    return optional(name, answers)
