"""What goes to standard error: failed inputs, warnings, and how far long work has come."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TextIO

import typer

from reportedly.export.wording.clean import one_line
from reportedly.schema import Document, DocumentError

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

DONE, FAILED, WRONG_CALL, INTERRUPTED = 0, 1, 2, 130
"""Exit statuses: all is done, some of it failed, the call was wrong, Ctrl-C (128 + SIGINT)."""

EVERY = 30.0
"""Seconds between two lines on how far the work has come, where no bar can be drawn."""


class Messages:
    """Writes messages, each on one line of its own, and keeps a progress bar below them.

    Args:
        quiet: leave out progress and documents' warnings; errors are always said.
        bar: draw a progress bar; where standard error is no terminal, lines are written instead.
        total: how many documents there will be, if that is known.
        stream: where to; standard error if left out.
        clock: tells seconds; rates and times left are reckoned from it.
    """

    def __init__(
        self,
        quiet: bool = False,
        bar: bool = True,
        total: int | None = None,
        stream: TextIO | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._clock = clock
        self._stream = stream or sys.stderr
        self._quiet = quiet
        self._total = total
        self._done = 0
        self._more = ""
        self._started = self._said = clock()
        self._progress: Progress | None = None
        self._task: TaskID | None = None
        self._bar = bar and not quiet and self._stream.isatty()

    def error(self, error: DocumentError) -> None:
        """Say that an input is left out, and why."""
        self.line(f"{error.name}: {error.reason}")

    def warnings(self, document: Document) -> None:
        """Say what a reader of the document's output should know."""
        self.warn(document.path or document.id, document.warnings)

    def warn(self, name: str, warnings: Iterable[str]) -> None:
        """Say what a reader of a document should know."""
        for warning in () if self._quiet else warnings:
            self.line(f"{name}: warning: {warning}")

    def line(self, text: str) -> None:
        """Write one line, whatever the text holds."""
        line = f"reportedly: {one_line(text)}"
        if self._progress:
            self._progress.console.print(
                line, markup=False, highlight=False, emoji=False, soft_wrap=True
            )
            return
        print(line, file=self._stream, flush=True)

    def advance(self) -> None:
        """Count one document, done or failed."""
        self._done += 1
        if self._total is not None and self._done > self._total:
            self._total = None  # an address turned out to be a feed
        self._show()

    def reach(self, done: int, total: int | None, more: str = "") -> None:
        """Say how far work has come that others count.

        Args:
            done: documents so far.
            total: how many there will be, as far as can be reckoned.
            more: what else is to be said of it.
        """
        self._done, self._total, self._more = done, total, more
        self._show()

    def _show(self) -> None:
        if self._bar:
            self._draw()
        elif not self._quiet and self._clock() - self._said >= EVERY:
            self._said = self._clock()
            self.line(self._so_far())

    def close(self) -> None:
        """Take the bar away."""
        if self._progress:
            self._progress.stop()
            self._progress = None

    def __enter__(self) -> Messages:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _so_far(self) -> str:
        rate = self._done / max(self._clock() - self._started, 0.001)
        of = f" of {self._total:,}" if self._total else ""
        left = f", {_clock((self._total - self._done) / rate)} left" if self._total else ""
        noun = "document" if self._done == 1 and not of else "documents"
        return f"{self._done:,}{of} {noun}, {rate:,.1f} a second{left}{self._more}"

    def _draw(self) -> None:
        if self._progress is None:
            if self._clock() - self._started < 1.0:
                return  # what takes a second needs no bar
            self._progress = self._begin()
            self._task = self._progress.add_task("reading", total=self._total, said="")
        if self._task is not None:
            self._progress.update(self._task, completed=self._done, said=self._so_far())

    def _begin(self) -> Progress:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn

        progress = Progress(
            BarColumn(bar_width=30),
            TextColumn("{task.fields[said]}", markup=False),
            console=Console(file=self._stream),
            transient=True,
        )
        progress.start()
        return progress


def _clock(seconds: float) -> str:
    whole = max(int(seconds), 0)
    hours, minutes = divmod(whole // 60, 60)
    return f"{hours}:{minutes:02}:{whole % 60:02}" if hours else f"{minutes}:{whole % 60:02}"


def wrong(said: str) -> typer.Exit:
    """Say what is wrong with a call; raise what this gives."""
    Messages().line(said)
    return typer.Exit(WRONG_CALL)
