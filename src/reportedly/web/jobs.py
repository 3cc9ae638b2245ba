"""Adding in the background: one process at a time reads what was given, and tells how far it is.

A process of its own, because reading takes the time of a whole core, and pages must answer
meanwhile. Each document is in the record as soon as it is read; whoever ends the site in the middle
loses what was not read yet, and nothing else.
"""

from __future__ import annotations

import multiprocessing
import os
import shutil
import tempfile
import threading
from collections import Counter, OrderedDict, deque
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from multiprocessing.connection import Connection
from pathlib import Path
from secrets import token_hex

from reportedly.pipeline import ReadOptions
from reportedly.record import Record, Taken
from reportedly.schema import ReportedlyError, StoreError

KEPT = 100
"""Jobs that are remembered; of those that ended, the oldest are forgotten first."""

SAID = 200
"""Documents of a job whose fates are remembered: the last ones."""


class State(StrEnum):
    """How far a job is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Part:
    """Inputs that are read alike: names of files in the job's folder, or addresses."""

    inputs: tuple[str, ...]
    options: ReadOptions


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of one document: its name, the outcome, and why if it is left out."""

    name: str
    outcome: str
    attributions: int
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is.

    Args:
        id: what it is known by.
        state: whether it waits, runs, or has ended.
        inputs: what it was given.
        counts: how many documents met with which outcome.
        statements: how many were found in those that are new.
        last: what became of the last documents.
        error: why it failed; what was read before is in the record.
    """

    id: str
    state: State
    inputs: tuple[str, ...]
    counts: dict[str, int]
    statements: int
    last: tuple[Fate, ...]
    error: str | None = None


class _Job:
    """A job as its thread has it; `progress` is a snapshot."""

    def __init__(self, parts: Sequence[Part], folder: Path) -> None:
        self.id = token_hex(8)
        self.parts = tuple(parts)
        self.folder = folder
        self.state = State.WAITING
        self.error: str | None = None
        self._lock = threading.Lock()
        self._counts: Counter[str] = Counter()
        self._statements = 0
        self._last: deque[Fate] = deque(maxlen=SAID)

    def take(self, fate: Fate) -> None:
        """Count a document."""
        with self._lock:
            self._counts[fate.outcome] += 1
            self._statements += fate.attributions
            self._last.append(fate)

    def progress(self) -> Progress:
        """How far it is."""
        with self._lock:
            inputs = tuple(name for part in self.parts for name in part.inputs)
            counts, last = dict(self._counts), tuple(self._last)
            return Progress(self.id, self.state, inputs, counts, self._statements, last, self.error)


class Jobs:
    """Adds to a record in the background, one job after the other.

    Args:
        record: the record.
        known: the user's file of names.
    """

    def __init__(self, record: str, known: Path | None = None) -> None:
        self._record = record if "://" in record else str(Path(record).absolute())
        self._known = known.absolute() if known else None
        self._jobs: OrderedDict[str, _Job] = OrderedDict()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="jobs")
        self._running: multiprocessing.process.BaseProcess | None = None
        self._closed = False

    def folder(self) -> Path:
        """An empty folder for the files of a job; `start` takes it over."""
        return Path(tempfile.mkdtemp(prefix="reportedly-"))

    def start(self, parts: Sequence[Part], folder: Path) -> Progress:
        """Add what is in `folder`, or at addresses; it begins when those before it have ended."""
        job = _Job(parts, folder)
        self._jobs[job.id] = job
        ended = [j.id for j in self._jobs.values() if j.state in (State.DONE, State.FAILED)]
        for name in ended[: max(len(self._jobs) - KEPT, 0)]:
            del self._jobs[name]
        self._thread.submit(self._run, job)
        return job.progress()

    def get(self, name: str) -> Progress | None:
        """How far a job is; None if there is none of that id, or it is forgotten."""
        job = self._jobs.get(name)
        return job.progress() if job else None

    def all(self) -> list[Progress]:
        """All jobs that are remembered, the last first."""
        return [job.progress() for job in reversed(list(self._jobs.values()))]

    def close(self) -> None:
        """End what runs; what it has read is in the record."""
        self._closed = True
        if self._running is not None:
            self._running.terminate()
        self._thread.shutdown(cancel_futures=True)
        for job in self._jobs.values():
            shutil.rmtree(job.folder, ignore_errors=True)

    def _run(self, job: _Job) -> None:
        job.state = State.RUNNING
        try:
            job.error = self._worked(job)
        except OSError as error:
            job.error = f"the work could not begin: {error.strerror}"
        finally:
            shutil.rmtree(job.folder, ignore_errors=True)
            job.state = State.FAILED if job.error else State.DONE

    def _worked(self, job: _Job) -> str | None:
        """Do it; why it failed, if it did."""
        context = multiprocessing.get_context("spawn")
        receiving, sending = context.Pipe(duplex=False)
        arguments = (self._record, str(job.folder), job.parts, self._known, sending)
        process = context.Process(target=_work, args=arguments, daemon=True)
        if self._closed:
            return "the site was closed"
        process.start()
        self._running = process
        sending.close()
        error: str | None = "the work ended before it was done"
        try:
            while not isinstance(told := receiving.recv(), _End):
                job.take(told)
            error = told.error
        except EOFError:
            pass
        finally:
            process.join()
            self._running = None
        return error


@dataclass(frozen=True, slots=True)
class _End:
    """The last that a process tells: why it failed, if it did."""

    error: str | None


def _work(
    record: str, folder: str, parts: Sequence[Part], known: Path | None, told: Connection
) -> None:
    """What the process does."""
    os.chdir(folder)  # files are known by the names that they were given
    try:
        with Record.open(record) as held:
            for part in parts:
                held.add(part.inputs, part.options, known=known, tell=lambda t: told.send(_fate(t)))
        told.send(_End(None))
    except StoreError:  # what it says may name the machine's folders
        told.send(_End("the record cannot be written to just now"))
    except ReportedlyError as error:
        told.send(_End(str(error)))
    except Exception as error:  # noqa: BLE001 - whoever waits is told, without this program's insides
        told.send(_End(f"a fault of this program ({type(error).__name__})"))


def _fate(taken: Taken) -> Fate:
    why = taken.error.reason if taken.error else None
    return Fate(taken.name, taken.outcome.value, taken.attributions, why)
