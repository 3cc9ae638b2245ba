"""The work of `extract`: from the pipeline into a writer, with what fails said beside it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Generator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from reportedly import pipeline
from reportedly.cli.formats import Format, Writer
from reportedly.cli.messages import DONE, FAILED, INTERRUPTED, WRONG_CALL, Messages
from reportedly.cli.output import check_apart, explainer, writer
from reportedly.cli.report.asked import Asked
from reportedly.schema import DocumentError, Extraction, RunError


@dataclass(frozen=True, slots=True)
class Job:
    """One call of `extract`, checked and ready to run.

    Args:
        inputs: paths, addresses and `-`.
        options: how they are read.
        form: how the result is written.
        output: the file it goes to; standard output if None.
        folder: the folder that `brat` writes to.
        jobs: processes to share the work.
        quiet: say nothing but errors.
        explain: the attributions to explain, by number or id, instead of writing all; none of
            them if it is empty. For the form `text` alone.
        known: the user's file of names.
    """

    inputs: tuple[str, ...]
    options: pipeline.ReadOptions
    form: Format = Format.TEXT
    output: Path | None = None
    folder: Path | None = None
    jobs: int = 1
    quiet: bool = False
    explain: tuple[str, ...] = ()
    known: Path | None = None


Found = Generator[Extraction | DocumentError, None, None]
"""What the pipeline finds, in input order."""


def perform(job: Job, find: Callable[[Job], Found] | None = None) -> int:
    """Run a job; the exit status. Nothing is raised for whatever the inputs hold.

    Args:
        job: what to do.
        find: finds what the inputs hold; the pipeline, with the shipped engine, if left out.
    """
    try:
        check_apart(job.inputs, job.folder if job.form is Format.BRAT else job.output)
        asked = Asked(job.explain)
        with _target(job, asked) as target, _messages(job) as messages:
            status = _flow((find or _find)(job), target, messages, job.quiet)
            return _unanswered(asked, messages, status) if job.explain else status
    except RunError as error:
        return _ended(str(error), WRONG_CALL)
    except BrokenPipeError:
        _forget_output()
        return DONE
    except KeyboardInterrupt:
        return _ended("stopped; what is written so far is complete", INTERRUPTED)
    except OSError as error:
        return _ended(f"{job.output or 'output'}: {error.strerror or error}", FAILED)


def _find(job: Job) -> Found:
    engine = partial(pipeline.load_engine, job.known)
    return pipeline.extract(job.inputs, job.options, job.jobs, engine)


def _target(job: Job, asked: Asked) -> AbstractContextManager[Writer]:
    return explainer(asked, job.output) if job.explain else writer(job.form, job.output, job.folder)


def _unanswered(asked: Asked, messages: Messages, status: int) -> int:
    """Say what was asked for and is nowhere; it was a wrong call if nothing at all was found."""
    lines = list(asked.missing())
    for line in lines:
        messages.line(line)
    if not lines or status not in (DONE, FAILED):
        return status
    return FAILED if asked.any_found else WRONG_CALL


def _flow(stream: Found, target: Writer, messages: Messages, quiet: bool) -> int:
    done = failed = 0
    try:
        for item in stream:
            if isinstance(item, DocumentError):
                failed += 1
                messages.error(item)
            else:
                messages.warnings(item.document)
                target.write(item)
                done += 1
            messages.advance()
    except RunError as error:
        messages.line(str(error))
        return FAILED if done or failed else WRONG_CALL
    finally:
        stream.close()
    if failed and done and not quiet:
        messages.line(f"{done:,} read, {failed:,} left out")
    return FAILED if failed else DONE


def _messages(job: Job) -> Messages:
    """Messages with a bar, unless the report itself scrolls by on the same terminal."""
    scrolls = job.output is None and job.form is not Format.BRAT and sys.stdout.isatty()
    bar = not scrolls and not job.quiet
    return Messages(job.quiet, bar, pipeline.count(job.inputs) if bar else None)


def _ended(said: str, status: int) -> int:
    Messages().line(said)
    return status


def _forget_output() -> None:
    """Let what is still buffered for a reader who has left go nowhere, without a complaint."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
