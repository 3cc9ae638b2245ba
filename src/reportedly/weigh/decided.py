"""What a weighing function hands back: a noun, and why it was set."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Decided(Generic[T]):
    """A mark, note or link, and the rule that set it.

    Args:
        noun: what was found.
        why: the rule, for a reader.
    """

    noun: T
    why: str
