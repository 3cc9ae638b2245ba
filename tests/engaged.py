"""What processes of their own do, in tests of the engine; they must be able to import it."""

from __future__ import annotations

import os
import signal

from reportedly.batch.apart import Give
from reportedly.schema import RunError


def doubled(task: str) -> str:
    return f"{2 * int(task)} {os.getpid()} {os.environ['DO_NOT_TRACK']}"


def doubling(give: Give) -> None:
    """What a process of its own does; the engine leaves pipes open to its end."""
    from reportedly.batch.engine import session

    with session(workers=1) as engine:
        give(f"{engine.workers} {os.getpid()} {engine.cluster}")
        for answer in (*engine.each(["1", "2", "3"], doubled), *engine.each([], doubled)):
            give(answer)


def refusing(give: Give) -> None:
    give("one")
    raise RunError("the disk is full")


def failing(give: Give) -> None:
    raise KeyError("two")


def dying(give: Give) -> None:
    os.kill(os.getpid(), signal.SIGKILL)
