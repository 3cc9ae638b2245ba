"""Counting: how many of the origins must be different ones."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.schema import EntityType
from reportedly.schema.origins import Heard

_WORD = re.compile(r"[^\W_]+")
_STEM = 4
"""First letters by which the name of a body and the words of an office are compared: "Iran" and
"Iranian", "Turkey" and "Turkish"."""


@dataclass(frozen=True, slots=True)
class Answering:
    """Who answers for one origin, and which others a person told it from.

    Args:
        heard: those known; empty if nobody is.
        apart: numbers of the origins that a person said are others.
    """

    heard: tuple[Heard, ...]
    apart: frozenset[int] = frozenset()

    @property
    def groups(self) -> frozenset[str]:
        return frozenset(h.group for h in self.heard if h.group is not None)

    @property
    def person(self) -> bool:
        return any(h.type is EntityType.PERSON for h in self.heard)


def least(origins: Sequence[Answering]) -> int:
    """How many origins there are at least: as many as cannot be one with another of them.

    Persons are taken first, then bodies, then the unknown; persons and bodies that differ in who
    they are differ as origins, but a body may have spoken through a person of these.
    """
    order = sorted(range(len(origins)), key=lambda n: (_class(origins[n]), n))
    taken: list[int] = []
    for number in order:
        if all(_cannot_be_one(origins, number, other) for other in taken):
            taken.append(number)
    return max(1, len(taken))


def _class(origin: Answering) -> int:
    if not origin.heard:
        return 2
    return 0 if origin.person else 1


def _cannot_be_one(origins: Sequence[Answering], a: int, b: int) -> bool:
    one, other = origins[a], origins[b]
    if b in one.apart or a in other.apart:
        return True
    if not one.heard or not other.heard or one.groups & other.groups:
        return False
    return not _may_speak_for(one, other) and not _may_speak_for(other, one)


def _may_speak_for(one: Answering, other: Answering) -> bool:
    """Whether one is a person whose office may be with the other, a body."""
    if not one.person or other.person:
        return False
    offices = [_stems(h.roles) for h in one.heard if h.type is EntityType.PERSON]
    bodies = [_stems((h.label, *h.names)) for h in other.heard]
    return any(not office or office & body for office in offices for body in bodies)


def _stems(texts: Sequence[str]) -> frozenset[str]:
    words = (w for text in texts for w in _WORD.findall(text) if len(w) >= _STEM or w.isupper())
    return frozenset(w[:_STEM].casefold() for w in words)
