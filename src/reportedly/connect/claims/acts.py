"""What is done by saying it: a statement, a question, an order and a promise are not the same."""

from __future__ import annotations

from enum import StrEnum

from reportedly.connect.claims.findings import Effect, Finding
from reportedly.connect.claims.statement import Statement
from reportedly.schema import Act


class Family(StrEnum):
    """Acts that can be of one claim."""

    STATEMENT = "a statement"
    QUESTION = "a question"
    DEMAND = "a demand"
    PROMISE = "a promise"


_FAMILIES = {
    Act.ASK: Family.QUESTION,
    Act.ORDER: Family.DEMAND,
    Act.WANT: Family.DEMAND,
    Act.PROMISE: Family.PROMISE,
    Act.DECIDE: Family.PROMISE,
}
"""All others are statements, a denial too: it states that something is not so."""


def family(act: Act) -> Family:
    """The family of an act."""
    return _FAMILIES.get(act, Family.STATEMENT)


def acts(one: Statement, other: Statement) -> list[Finding]:
    """Acts of two families, words that were refused, and a denial beside what is said."""
    mine, theirs = family(one.act), family(other.act)
    if mine is not theirs:
        first, second = sorted((mine, theirs))
        return [Finding(Effect.APART, f"{first} and {second}")]
    if one.negated is not other.negated:
        return [Finding(Effect.DOUBT, "one of the two was not said, or not confirmed")]
    if _denied(one) is not _denied(other):
        return [Finding(Effect.DENIED, "one of the two is denied by who speaks")]
    return []


def _denied(statement: Statement) -> bool:
    return statement.act is Act.DENY and not statement.negated
