"""Three articles, invented for this program: their people and places do not exist."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path

PUBLISHED = {
    "invented-2018-gates.txt": ("Northline", "2018-08-21"),
    "invented-2020-interview.txt": ("The Courier", "2020-03-14"),
    "invented-2022-folder.txt": ("The Dispatch", "2022-11-28"),
}
"""Publisher and day of publication of each article, as their NOTICE has them."""


@contextmanager
def folder() -> Iterator[Path]:
    """The folder that holds them, as files."""
    with as_file(files("reportedly") / "samples") as found:
        yield found
