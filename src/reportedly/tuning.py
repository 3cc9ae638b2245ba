"""What a process of this program sets before its work, the command line's and every worker's."""

from __future__ import annotations

import gc
import os


def tune() -> None:
    """Set this process up for long work on one core; called again, it changes nothing.

    A process takes one core, more processes take more of them: numpy's threads, set before it is
    imported, cost more while they wait for each other than they save. And of the objects that are
    kept at hand, millions, hardly one is in a circle of references: looking through all of them
    for one as often as Python does takes a twelfth of `add`, and a fifth of `import`.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    gc.set_threshold(50_000, 20, 100)
