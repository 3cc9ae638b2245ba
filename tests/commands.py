"""The command line run for real, with the stand-in engine, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

STANDIN = Path(__file__).parent / "cli" / "standin_cli.py"

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def command(*arguments: str | Path) -> list[str]:
    """The arguments of such a process."""
    return [sys.executable, str(STANDIN), *map(str, arguments)]


def surroundings(**changes: str) -> dict[str, str]:
    """The environment, without what this terminal asks for."""
    kept = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "COLUMNS", "TERM")}
    return kept | changes
