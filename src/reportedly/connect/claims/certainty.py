"""How sure a content is of itself: what may be so is not said to be so."""

from __future__ import annotations

from reportedly.connect.claims.findings import Effect, Finding, Words

_OPEN = {
    "may be so": frozenset(
        "may might could possibly perhaps maybe probably likely potentially".split()
    ),
    "is so if": frozenset("if unless provided whether".split()),
    "is asked": frozenset("?"),
}


def certainty(one: Words, other: Words) -> list[Finding]:
    """What one of the two leaves open, and the other does not."""
    mine, theirs = {w.lower for w in one}, {w.lower for w in other}
    return [
        Finding(Effect.DOUBT, f"only one of the two says what {name}")
        for name, marks in _OPEN.items()
        if bool(mine & marks) is not bool(theirs & marks)
    ]
