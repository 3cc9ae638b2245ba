"""Adding gives way to others, and to no one more the second time."""

from __future__ import annotations

import subprocess
import sys

GIVES_WAY = """
import os
from reportedly.cli.background import NICE, give_way
before = os.nice({steps})
give_way()
give_way()
print(os.getpriority(os.PRIO_PROCESS, 0) == max(NICE, before))
"""


def test_it_goes_down_once_and_never_up() -> None:
    for steps in (0, 15):
        done = subprocess.run(
            [sys.executable, "-c", GIVES_WAY.format(steps=steps)],
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout == "True\n"
