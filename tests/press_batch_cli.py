"""The command line as it is, with `press` in the place of engine and encoder, in workers too.

A text with FATAL in it kills the process that reads it. Workers find `press` by `PYTHONPATH`; see
`environment`.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Iterable, Iterator
from pathlib import Path
from unittest.mock import patch

import press

from reportedly.schema import Document, Extraction


def environment() -> dict[str, str]:
    """The environment in which it is to be run."""
    return {**os.environ, "PYTHONPATH": str(Path(__file__).parent)}


class Mortal(press.Press):
    """A press that some texts kill."""

    def attribute(self, documents: Iterable[Document]) -> Iterator[Extraction]:
        for document in documents:
            if "FATAL" in document.text:
                os.kill(os.getpid(), signal.SIGKILL)
            yield press.extraction(document)


if __name__ == "__main__":
    import press_batch_cli  # so that workers find `Mortal` by the name of this module

    from reportedly import pipeline
    from reportedly.batch import extract
    from reportedly.cli import main

    press.employ()
    with (
        patch.object(pipeline, "load_engine", press_batch_cli.Mortal),
        patch.object(extract, "load_preparer", press.preparer),
    ):
        main()
