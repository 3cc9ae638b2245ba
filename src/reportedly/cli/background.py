"""Long work beside people who read the same record: what it tells the machine."""

from __future__ import annotations

import os
from contextlib import suppress

NICE = 10
"""Its priority, on a scale where others have 0 and the last 19: on an idle machine it works as fast
as before, and beside one other program it takes a tenth of a core."""


def give_way() -> None:
    """Let whoever waits for an answer go first, for the rest of this process's life."""
    with suppress(AttributeError, OSError):  # a system without priorities, or that denies it
        own = os.getpriority(os.PRIO_PROCESS, 0)
        os.setpriority(os.PRIO_PROCESS, 0, max(own, NICE))
