"""Invented news pages with known truth: eight layouts as news sites use them, from one seed."""

from __future__ import annotations

import random

from benchmarks.invented import Truth, Writer, truth_of
from benchmarks.layouts import LAYOUTS

__all__ = ["LAYOUTS", "Truth", "page"]


def page(seed: int, weight: int = 1) -> tuple[str, Truth]:
    """The HTML of an invented page, and what is on it.

    Args:
        seed: pages of one seed are the same; seeds go round the layouts in turn.
        weight: how much furniture there is; 1 makes some 900 elements, 8 some 6,000.
    """
    writer = Writer(random.Random(seed), weight)
    truth = truth_of(writer, seed)
    return LAYOUTS[seed % len(LAYOUTS)](truth, writer), truth
