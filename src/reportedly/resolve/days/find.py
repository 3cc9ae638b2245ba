"""Finding time expressions: the longest rule from each word, then what joins and widens them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from reportedly.patterns import opening
from reportedly.resolve.days import amounts, dates, periods, turns, weekdays
from reportedly.resolve.days.expression import Expression, Says
from reportedly.resolve.days.join import join, widen
from reportedly.resolve.days.rules import DIGITS, Match, Rule
from reportedly.schema.spans import Span

_TOKEN = re.compile(r"[A-Za-z]+|[0-9]+")


def _by_start() -> Mapping[str, tuple[Rule, ...]]:
    found: dict[str, list[Rule]] = defaultdict(list)
    for rule in (*dates.RULES, *periods.RULES, *amounts.RULES, *weekdays.RULES, *turns.RULES):
        for start in rule.starts:
            found[start].append(rule)
    return {start: tuple(rules) for start, rules in found.items()}


_RULES = _by_start()
_starts = opening(*(_RULES.keys() - {DIGITS}), *"0123456789")


def find(text: str, span: Span | None = None) -> list[Expression]:
    """The time expressions of a text, or of a stretch of it.

    Found are days, weeks, months, seasons, quarters and years, whether or not they can be counted;
    times of day, durations ("for two weeks") and habits ("every Monday") are not.

    Args:
        text: any text; nothing in it raises.
        span: the stretch to look in; what stands around it is read as context, and an expression
            that reaches over its ends is left out.

    Returns:
        Expressions in text order and disjoint, with spans in the text's code points.
    """
    start, end = (span.start, min(span.end, len(text))) if span else (0, len(text))
    found = widen(text, join(text, list(_atoms(text, start, end))))
    return [e for e in found if start <= e.span.start and e.span.end <= end]


def _atoms(text: str, start: int, end: int) -> Iterator[Expression]:
    """Expressions that one rule reads, from left to right."""
    position = start
    for place in _starts(text):
        token = _TOKEN.match(text, place, end) if position <= place < end else None
        if token is None:
            continue
        word = token.group()
        rules = _RULES.get(DIGITS if word[0].isdigit() else word.lower())
        found = _longest(text, token.start(), rules) if rules else None
        if found:
            yield found
            position = found.span.end


def _longest(text: str, at: int, rules: tuple[Rule, ...]) -> Expression | None:
    """The longest expression from a place; of two as long, that of the earlier rule."""
    best: Expression | None = None
    for rule in rules:
        match = rule.pattern.match(text, at)
        if match is None or (best and match.end() <= best.span.end):
            continue
        says = _read(rule, match)
        if says is not None:
            name = "at" if "at" in rule.pattern.groupindex else 0
            best = Expression(Span(*match.span(name)), says)
    return best


def _read(rule: Rule, match: Match) -> Says | None:
    try:
        return rule.reads(match)
    except ValueError:
        # A date that no calendar has, as February 30.
        return None
