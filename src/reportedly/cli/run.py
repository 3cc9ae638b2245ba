"""The work of `extract`: from the pipeline into a writer, with what fails said beside it."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from reportedly import pipeline
from reportedly.cli.formats import Format, Writer
from reportedly.cli.messages import Messages
from reportedly.cli.output import check_apart, writer
from reportedly.schema import DocumentError, RunError

DONE, FAILED, WRONG_CALL, INTERRUPTED = 0, 1, 2, 130
"""Exit statuses: all is done, some input failed, the call was wrong, Ctrl-C (128 + SIGINT)."""


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
    """

    inputs: tuple[str, ...]
    options: pipeline.ReadOptions
    form: Format = Format.TEXT
    output: Path | None = None
    folder: Path | None = None
    jobs: int = 1
    quiet: bool = False


def perform(job: Job) -> int:
    """Run a job; the exit status. Nothing is raised for whatever the inputs hold."""
    try:
        check_apart(job.inputs, job.folder if job.form is Format.BRAT else job.output)
        with writer(job.form, job.output, job.folder) as target, _messages(job) as messages:
            return _flow(job, target, messages)
    except RunError as error:
        return _ended(str(error), WRONG_CALL)
    except BrokenPipeError:
        _forget_output()
        return DONE
    except KeyboardInterrupt:
        return _ended("stopped; what is written so far is complete", INTERRUPTED)
    except OSError as error:
        return _ended(f"{job.output or 'output'}: {error.strerror or error}", FAILED)


def _flow(job: Job, target: Writer, messages: Messages) -> int:
    done = failed = 0
    stream = pipeline.extract(job.inputs, job.options, job.jobs, pipeline.load_attributor)
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
    if failed and done and not job.quiet:
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
