"""The command line as it is, with `press` in the place of engine and encoder, in workers too.

Workers find `press` by `PYTHONPATH`; see `environment`.
"""

from __future__ import annotations

import os
from pathlib import Path
from unittest.mock import patch

import press


def environment() -> dict[str, str]:
    """The environment in which it is to be run."""
    return {**os.environ, "PYTHONPATH": str(Path(__file__).parent)}


if __name__ == "__main__":
    from reportedly.batch import extract
    from reportedly.cli import main

    press.employ()
    with patch.object(extract, "load_preparer", press.preparer):
        main()
