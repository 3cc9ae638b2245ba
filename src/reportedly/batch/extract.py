"""`reportedly batch extract`: inputs into tables, shard by shard, by workers that may be lost.

What is done is told by the shards' marks alone. The engine's query runs in a process of its own
over some of the unfinished shards; where it fails, or waits for what does not come, it is given up
and another one made over what is then unfinished.
"""

from __future__ import annotations

import hashlib
import json
import os
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import Any

from reportedly import __version__, pipeline
from reportedly.batch import shard as shards
from reportedly.batch.apart import Apart, Failure, Give
from reportedly.batch.folder import Folder
from reportedly.batch.plan import DOCUMENTS, Plan, Shard, refuse
from reportedly.batch.shard import Work, left_out
from reportedly.batch.tables import EXTRACTED
from reportedly.record.prepare import load_preparer
from reportedly.schema import DocumentError, RunError

KNOWN = "known.toml"
TRIES = 3
"""Queries in which a shard is begun and not finished, before it is left: it kills its worker."""
WAVE = 64
"""Shards of one dataframe, for each worker: some half an hour of work, and little at its end for
which workers wait for the last one."""
STALLED = 300.0
"""Seconds without a sign of any worker after which a query is given up. The longest document that
is read takes a dozen; to begin, a large cluster may take minutes."""
LOOK = 0.5
"""Seconds between two looks at what was finished."""


@dataclass(frozen=True, slots=True)
class Job:
    """One call, checked.

    Args:
        inputs: files, folders and patterns.
        folder: where the tables go.
        options: how inputs are read.
        known: the user's file of names.
        documents: documents in a shard at most.
    """

    inputs: Sequence[str]
    folder: Path
    options: pipeline.ReadOptions
    known: Path | None = None
    documents: int = DOCUMENTS


@dataclass(slots=True)
class Progress:
    """How far a run has come; whoever shows it is given the same object again and again.

    Args:
        shards: how many there are to do in this run.
        bytes: of input in them.
        done: how many are finished.
        documents: rows of finished shards, and of those under way.
        statements: attributions in them.
        left_out: what could not be read.
        finished_documents: those of finished shards alone.
        finished_bytes: their input.
        failed: shards that are left unfinished, with the reason.
    """

    shards: int
    bytes: int
    done: int = 0
    documents: int = 0
    statements: int = 0
    left_out: int = 0
    finished_documents: int = 0
    finished_bytes: int = 0
    failed: list[DocumentError] = field(default_factory=list)


Tell = Callable[[Progress, Iterable[DocumentError]], None]
"""Called twice a second, with what the shards left out that were finished since."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A run that is begun and planned, and not yet done.

    Args:
        work: what is the same for all its shards.
        todo: its unfinished shards.
        held: how many are finished already.
        errors: inputs that cannot be planned.
    """

    work: Work
    todo: tuple[Shard, ...]
    held: int
    errors: Sequence[DocumentError]


def prepare(job: Job) -> Planned:
    """Begin a run, or go on with one, and plan what it is to do.

    Raises:
        RunError: if the folder holds another run's tables or cannot be written to, or an input
            is none that every worker can read.
    """
    refuse(job.inputs)
    folder = Folder(job.folder)
    known = job.known.read_bytes() if job.known else None
    folder.begin(_settings(job.options, known), __version__)
    if known is not None:
        folder.write(KNOWN, known)
    plan = Plan(folder)
    errors = plan.extend(job.inputs, job.documents)
    finished = folder.marked()
    todo = tuple(shard for shard in plan.shards if shard.number not in finished)
    work = Work(
        folder.path.absolute(),
        job.options,
        folder.path.absolute() / KNOWN if known is not None else None,
        shards.models(),
        pipeline.load_engine,
        load_preparer,
    )
    return Planned(work, todo, len(plan.shards) - len(todo), errors)


def _settings(options: pipeline.ReadOptions, known: bytes | None) -> dict[str, Any]:
    """All that decides what the tables hold."""
    where = {name: sorted(value) for name, value in asdict(options.where).items() if value}
    return {
        "published": options.published,
        "publisher": options.publisher,
        "fields": dict(sorted(options.fields.items())),
        "language": options.language,
        "where": where,
        "max_characters": options.max_characters,
        "known": known and f"sha256:{hashlib.sha256(known).hexdigest()}",
        "models": shards.models(),
    }


def extract(
    planned: Planned, tell: Tell, ray: str | None = None, workers: int | None = None
) -> Progress:
    """Do what is planned.

    Args:
        planned: what `prepare` made.
        tell: is told how far it has come.
        ray: HOST:PORT of a cluster's head; this machine alone if None.
        workers: processes on this machine; one for each core if None.

    Returns:
        What was done; `failed` holds what was not.

    Raises:
        RunError: if it cannot go on: the cluster does not answer, the disk is full. What is
            finished stays so.
    """
    run = _Run(planned, ray, workers, tell)
    while tasks := run.tasks():
        run.query(tasks)
    if not run.progress.failed:
        _tidy(planned.work.folder)
    return run.progress


class _Run:
    """The state of a run between its queries."""

    def __init__(self, planned: Planned, ray: str | None, workers: int | None, tell: Tell) -> None:
        self._work = planned.work
        self._folder = Folder(planned.work.folder)
        self._ray = ray
        self._workers = workers
        self._tell = tell
        self._todo = {shard.number: shard for shard in planned.todo}
        self._tries: Counter[int] = Counter()
        self._idle = 0
        self.progress = Progress(len(planned.todo), sum(s.bytes for s in planned.todo))

    def tasks(self) -> list[Shard]:
        """The shards of the next query.

        Those that were under way when another failed come last; what that has happened to twice
        comes by itself, so that it is known which one kills its worker.
        """
        waiting = sorted(self._todo.values(), key=lambda s: (self._tries[s.number], s.number))
        return [s for s in waiting if self._tries[s.number] < TRIES - 1] or waiting[:1]

    def query(self, tasks: Sequence[Shard]) -> None:
        """Have the engine do some shards, as far as it comes."""
        self._forget()
        before = len(self._todo)
        apart = Apart(_query, self._ray, self._workers, self._work, [s.line() for s in tasks])
        try:
            self._watch(apart)
        except Failure as failure:
            self._look()
            self._blame(str(failure), before)
        finally:
            apart.stop()

    def _watch(self, apart: Apart) -> None:
        """Wait for a query's end.

        Raises:
            Failure: if it fails, or there is no sign of it any more.
        """
        seen, sign = time.monotonic(), self._look()
        while not apart.ended:
            if answer := apart.next(LOOK):
                self._leave(json.loads(answer))
            if (now := self._look()) != sign:
                seen, sign = time.monotonic(), now
            elif time.monotonic() - seen > STALLED:
                raise Failure(f"nothing was heard of any worker for {STALLED:.0f} seconds")

    def _look(self) -> object:
        """Take note of what is finished and what is under way; what changes while work goes on."""
        errors: list[DocumentError] = []
        for number in self._todo.keys() & self._folder.marked():
            errors += self._finished(self._todo.pop(number))
        pulses = self._pulses()
        said = self.progress
        said.documents = said.finished_documents + sum(p["documents"] for p in pulses.values())
        self._tell(said, errors)
        return said.done, {number: pulse["at"] for number, pulse in pulses.items()}

    def _finished(self, shard: Shard) -> Iterable[DocumentError]:
        counts, said = self._folder.counts(shard.number) or {}, self.progress
        said.done += 1
        said.finished_documents += counts["documents"]
        said.finished_bytes += shard.bytes
        said.statements += counts["attributions"]
        said.left_out += counts["left_out"]
        return left_out(self._folder, shard.number) if counts["left_out"] else ()

    def _pulses(self) -> dict[int, dict[str, int]]:
        """What the workers of shards that are under way have noted last."""
        found = {}
        for file in self._folder.running(0).parent.glob("*.json"):
            with suppress(OSError, ValueError):
                told = {"documents": 0, **json.loads(file.read_bytes())}
                found[int(file.stem)] = {**told, "at": file.stat().st_mtime_ns}
        return {number: told for number, told in found.items() if number in self._todo}

    def _leave(self, answer: dict[str, Any]) -> None:
        """A worker says that it cannot do a shard; another would fail the same."""
        if shard := self._todo.pop(answer["shard"], None):
            self.progress.failed.append(DocumentError(shard.name, answer["reason"]))

    def _blame(self, reason: str, before: int) -> None:
        """Count a failed query against the shards that were under way.

        Raises:
            RunError: if queries fail before anything is begun.
        """
        begun = self._pulses()
        self._idle = 0 if begun or len(self._todo) < before else self._idle + 1
        if self._idle == TRIES:
            raise RunError(f"the engine fails before it begins: {reason}")
        for number in begun:
            self._tries[number] += 1
            if self._tries[number] == TRIES:
                told = f"its worker was lost {TRIES} times ({reason})"
                self._leave({"shard": number, "reason": told})

    def _forget(self) -> None:
        """Take away what workers who are gone have noted."""
        for file in self._folder.running(0).parent.glob("*.json"):
            with suppress(OSError):
                file.unlink()


def _tidy(folder: Path) -> None:
    """Remove what killed workers have left half-written, once nothing is unfinished."""
    drafts = (draft for t in EXTRACTED for draft in (folder / t.name).glob(".*.parquet.*"))
    for draft in drafts:
        with suppress(OSError):
            draft.unlink()
    with suppress(OSError):
        (folder / "running").rmdir()


def _query(give: Give, ray: str | None, workers: int | None, work: Work, tasks: list[str]) -> None:
    """What the engine's own process does."""
    from reportedly.batch.engine import session

    with session(ray, workers) as engine:
        wave = WAVE * max(engine.workers, 1)
        for first in range(0, len(tasks), wave):
            for answer in engine.each(tasks[first : first + wave], partial(_one, work)):
                told = json.loads(answer)
                if "refused" in told:
                    raise RunError(told["refused"])
                if "reason" in told:
                    give(answer)


def _one(work: Work, task: str) -> str:
    """What a worker does with a shard; it says what went wrong, and what need not be tried again.

    An exception would end the whole query.
    """
    _end_with_parent()
    shard = Shard.of(task)
    try:
        shards.write(work, shard)
    except RunError as error:
        return json.dumps({"refused": str(error)})
    except Exception as error:  # noqa: BLE001 - one shard's fault must not stop the others
        said = " ".join(str(error).split())[:200]
        reason = f"a fault of this program ({type(error).__name__}: {said})"
        return json.dumps({"shard": shard.number, "reason": reason})
    return json.dumps({"shard": shard.number})


@cache
def _end_with_parent() -> None:
    """Let this process end when whoever started it ends; it would go on to the shard's end."""
    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(1)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
