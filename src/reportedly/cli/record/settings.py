"""Arguments and options that several of the record's commands take."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from reportedly.cli.record.words import RECORD


class Shape(StrEnum):
    """How answers are written."""

    TEXT = "text"
    JSONL = "jsonl"
    CSV = "csv"


Where = Annotated[
    str,
    typer.Option(
        "--record", "-r", envvar="REPORTEDLY_RECORD", help=RECORD, metavar="FILE|URL",
        show_envvar=False,
    ),
]  # fmt: skip
Form = Annotated[Shape, typer.Option("--format", "-f", help="How to write the answer.")]
Limit = Annotated[
    int | None,
    typer.Option(
        "--limit", "-n", min=1, metavar="N",
        help="How many at most; for reading 20 unless told, for programs all.",
    ),
]  # fmt: skip

DEFAULT = "reportedly.db"
"""The record, where none is named: a file in the folder that one works in."""

READ = 20
"""How many answers are shown for reading unless told otherwise."""


def most(limit: int | None, form: Shape) -> int | None:
    """How many answers are wanted."""
    return READ if limit is None and form is Shape.TEXT else limit
