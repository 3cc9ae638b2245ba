"""How sure a content is of itself: what may be so is not said to be so."""

from __future__ import annotations

from reportedly.connect.claims.findings import Effect, Finding
from reportedly.connect.claims.words import Words

_OPEN = {
    "may be so": frozenset(
        "may might could possibly perhaps maybe probably likely potentially".split()
    ),
    "is so if": frozenset("if unless provided whether".split()),
    "is asked": frozenset("?"),
}
_TO_COME = frozenset(
    "will would shall should can must to going expect plan threaten risk fear set hope".split()
)
"""What is said with one of these has not happened either: "plans to resign", "may resign"."""


def certainty(one: Words, other: Words) -> list[Finding]:
    """What one of the two leaves open, and the other does not."""
    mine, theirs = ({w.lower for w in content} for content in (one, other))
    return [
        Finding(_effect(other if mine & marks else one), f"only one of the two says what {name}")
        for name, marks in _OPEN.items()
        if bool(mine & marks) is not bool(theirs & marks)
    ]


def _effect(settled: Words) -> Effect:
    """APART where the content without the mark says that it is so; DOUBT if that is to come."""
    return Effect.DOUBT if any(word.base in _TO_COME for word in settled) else Effect.APART
