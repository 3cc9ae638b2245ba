"""Where the data goes: standard output, a file, or a folder; and in which form."""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from reportedly.cli.formats import Format, Writer
from reportedly.schema import RunError

if TYPE_CHECKING:
    from rich.console import Console

    from reportedly.cli.report.asked import Asked

_NO_TERMINAL_WIDTH = 88
"""Columns of the report where there is no terminal to ask: the width of a page of typescript."""


@contextmanager
def writer(form: Format, output: Path | None, folder: Path | None) -> Iterator[Writer]:
    """Open what the data goes to, and close it at the end.

    Args:
        form: the form to write in.
        output: a file; standard output if None.
        folder: a folder, which `brat` needs and no other form can use.

    Raises:
        RunError: if it cannot be opened.
    """
    if form is Format.BRAT:
        from reportedly.cli.formats.brat import BratWriter

        if folder is None:
            raise RunError("--format brat writes two files a document: name a folder with --out")
        yield BratWriter(folder)
        return
    with stream(output) as out:
        yield _streaming(form, out)


def _streaming(form: Format, stream: TextIO) -> Writer:
    if form is Format.JSONL:
        from reportedly.cli.formats.jsonl import JsonLinesWriter

        return JsonLinesWriter(stream)
    if form is Format.CSV:
        from reportedly.cli.formats.table import CsvWriter

        return CsvWriter(stream)
    from reportedly.cli.report.text import TextWriter

    return TextWriter(console(stream))


@contextmanager
def explainer(asked: Asked, output: Path | None) -> Iterator[Writer]:
    """Open what explanations go to, and close it at the end.

    Args:
        asked: the attributions that are wanted; it is told which were found.
        output: a file; standard output if None.

    Raises:
        RunError: if it cannot be opened.
    """
    from reportedly.cli.report.explain import ExplainWriter

    with stream(output) as out:
        yield ExplainWriter(console(out), asked)


def console(stream: TextIO) -> Console:
    """What is for reading is shown on this: in style if the stream is a terminal that can do it.

    `NO_COLOR`, if set to anything, and `TERM=dumb` ask for the plain form (no-color.org).
    """
    from rich.console import Console

    styled = stream.isatty() and not os.environ.get("NO_COLOR") and os.getenv("TERM") != "dumb"
    columns, _ = shutil.get_terminal_size((_NO_TERMINAL_WIDTH, 24))
    return Console(
        file=stream,
        width=max(
            columns if stream.isatty() or "COLUMNS" in os.environ else _NO_TERMINAL_WIDTH, 24
        ),
        force_terminal=styled,
        no_color=not styled,
        highlight=False,
        markup=False,
        emoji=False,
    )


@contextmanager
def standard_output() -> Iterator[TextIO]:
    """Standard output, ready for data: UTF-8 everywhere, flushed at the end."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A path may hold what no encoding can; it must not stop us.
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    yield sys.stdout
    sys.stdout.flush()


@contextmanager
def stream(output: Path | None) -> Iterator[TextIO]:
    """Open a file to write to, or standard output if None.

    Raises:
        RunError: if it cannot be opened.
    """
    if output is None:
        with standard_output() as out:
            yield out
        return
    try:
        out = output.open("w", encoding="utf-8", errors="backslashreplace", newline="\n")
    except OSError as error:
        raise RunError(f"{output}: {(error.strerror or str(error)).lower()}") from None
    with out:
        yield out


def check_apart(inputs: Iterable[str], target: Path | None) -> None:
    """Refuse a target that would be read as an input while it is written.

    Raises:
        RunError: if it is one of the inputs, or lies in a folder that is one.
    """
    if target is None:
        return
    place = target.resolve()
    for name in inputs:
        if name == "-" or "://" in name:
            continue
        source = Path(name).resolve()
        if source == place or (source.is_dir() and place.is_relative_to(source)):
            raise RunError(f"{target}: the output would lie among the inputs ({name})")
