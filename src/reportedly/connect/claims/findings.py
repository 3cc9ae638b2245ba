"""What a check finds in two contents, and what follows for them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from reportedly.connect.claims.words import Words


class Effect(StrEnum):
    """What a finding makes of two contents whose vectors are near.

    Attributes:
        APART: they say different things.
        DENIAL: by their words the one says that it is so, the other that it is not.
        DENIED: one of them is denied by who speaks.
        AGREE: they say the same by opposite words.
        DOUBT: they may well say different things: a person is to look.
    """

    APART = "apart"
    DENIAL = "denial"
    DENIED = "denied"
    AGREE = "agree"
    DOUBT = "doubt"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found: its effect, and why, for a reader."""

    effect: Effect
    why: str


Check = Callable[[Words, Words], list[Finding]]
"""A check of two contents' words. It says the same of (a, b) and of (b, a)."""


def against(one: str, other: str) -> str:
    """Two words beside each other, in an order of their own."""
    first, second = sorted((one, other))
    return f"'{first}' against '{second}'"
