"""The dataframe engine: Daft on one machine or on a Ray cluster; set up here and nowhere else.

Daft tells its maker what it is used for, unless it is told not to before it is imported. Import it
from here, and that is done: `from reportedly.batch.engine import daft`.

    with session(ray=None, workers=2) as engine:
        for answer in engine.each(tasks, work):     # a task at a time, in worker processes
            ...
        frame = daft.read_parquet(...)              # whatever Daft can do, on the same runner
        frame = frame.select(engine.udf(Pair, ...)(...))
"""

from __future__ import annotations

import contextlib
import os
import socket
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

from reportedly.schema import RunError
from reportedly.tuning import tune

_SILENT = {
    "DO_NOT_TRACK": "true",
    "DAFT_ANALYTICS_ENABLED": "0",
    "SCARF_NO_ANALYTICS": "true",
    "RAY_USAGE_STATS_ENABLED": "0",
    "DAFT_PROGRESS_BAR": "0",
    "RAY_TQDM": "0",
}
"""What keeps both from telling anybody anything, and from drawing bars of their own."""
_AS_WRITTEN = {"DAFT_DEV_DISABLE_JOIN_REORDERING": "1"}
"""Joins are made in the order in which they are written. Daft's own order may begin with two tables
that have hardly anything to tell them apart by, which multiplies their rows."""
_WHOLE: Mapping[str, Any] = {"high_cardinality_aggregation_threshold": 2.0}
"""A share that is never reached. From it on, Daft 0.7.26 gathers groups in another way, and then
loses most of them where what was counted of them is not asked for, but for their keys."""
_ONE_CORE = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
"""A worker has one processor: numpy's threads would take those of the other workers, and what they
do while they wait for each other costs more than they save."""
os.environ.update(_SILENT | _AS_WRITTEN | _ONE_CORE)

import daft  # noqa: E402 (it looks at the environment while it is imported)

__all__ = ["Session", "daft", "session"]

PATIENCE = 12.0
"""Seconds that a cluster may take to answer; one in the same building takes three."""
_KNOCK = 5.0
PARTS = 2
"""Parts that a cluster cuts a join or a sum into, for each of its processors."""


@dataclass(frozen=True, slots=True)
class Session:
    """The engine, set up; one for a process.

    Args:
        workers: how many processes work at a time, one processor each.
        cluster: whether they are those of a Ray cluster.
    """

    workers: int
    cluster: bool

    def udf(self, worker: type, *arguments: object) -> Any:
        """A class with methods marked by `daft.method`, to be called on columns in a frame.

        Its methods run in worker processes, one processor each. Whatever takes long to load goes
        into a function under `functools.cache`: on a cluster there is an instance for each task.

        Args:
            worker: the class.
            *arguments: for its constructor; they are pickled.
        """
        # With a limit, Daft on Ray makes actors; and a query whose actor dies waits for ever.
        limit = None if self.cluster else self.workers
        made = daft.cls(worker, use_process=True, cpus=1, max_concurrency=limit)
        return made(*arguments)

    def apart(self, frame: Any, rows: int) -> Any:
        """A frame whose every row is a task of its own, so that workers take them one by one.

        Args:
            frame: a Daft dataframe of small rows.
            rows: how many rows it has. With `repartition` some tasks would have several, others
                none.
        """
        return frame.into_partitions(rows) if self.cluster else frame.into_batches(1)

    def each(self, tasks: Sequence[str], work: Callable[[str], str]) -> Iterator[str]:
        """Call a function for each task in worker processes; what it gives, as it comes.

        Args:
            tasks: told in a string each.
            work: a module's function, or a `functools.partial` of one.

        Raises:
            Exception: whatever `work` raises, and what Daft makes of a process that dies; what
                was done before has been given.
        """
        if not tasks:
            return
        frame = self.apart(daft.from_pydict({"task": list(tasks)}), len(tasks))
        worker = self.udf(_worker(), work)
        for row in frame.select(worker.one(daft.col("task")).alias("answer")).iter_rows():
            yield row["answer"]


def _worker() -> type:
    class Worker:
        def __init__(self, work: Callable[[str], str]) -> None:
            tune()
            self._work = work

        @daft.method(return_dtype=daft.DataType.string())  # type: ignore[untyped-decorator]
        def one(self, task: str) -> str:
            return self._work(task)

    return Worker


@contextmanager
def session(ray: str | None = None, workers: int | None = None) -> Iterator[Session]:
    """Set the engine up in this process, which can be done once: for the one runner or the other.

    Args:
        ray: HOST:PORT of a Ray cluster's head; this machine alone if left out.
        workers: processes on this machine; one for each of its cores if left out. A cluster has
            as many as it has processors.

    Raises:
        RunError: if the cluster does not answer, or Ray is not installed.
    """
    if ray is None:
        _native()
        daft.set_execution_config(**_WHOLE)
        yield Session(workers or cores(), cluster=False)
        return
    joined = _join(ray)
    try:
        daft.set_runner_ray(noop_if_initialized=True)
        processors = int(joined.cluster_resources().get("CPU", 0))
        daft.set_execution_config(
            **_WHOLE,
            # Every part is a task of its own, and a small one takes as long to hand out as to do.
            shuffle_aggregation_default_partitions=min(PARTS * max(processors, 1), 200),
            enable_scan_task_split_and_merge=True,
        )
        yield Session(processors, cluster=True)
    finally:
        joined.shutdown()


@cache
def _native() -> None:
    """Work on this machine; Daft is told so but once."""
    daft.set_runner_native()


def cores() -> int:
    """The cores that this process may use."""
    with contextlib.suppress(AttributeError):  # it is Linux's alone
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _join(address: str) -> Any:
    """Ray, joined to a cluster.

    Raises:
        RunError: if it cannot be.
    """
    try:
        import ray
    except ImportError:
        raise RunError("--ray needs Ray: pip install 'reportedly[ray]'") from None
    _knock(address)
    failed: list[BaseException] = []

    def join() -> None:
        try:
            ray.init(
                address=address,
                runtime_env={"env_vars": _SILENT},
                log_to_driver=False,
                logging_level="critical",
            )
        except BaseException as error:  # noqa: BLE001 - it is told by who waits for the thread
            failed.append(error)

    # Ray itself waits for minutes, and by some ways of failing it ends the process.
    thread = threading.Thread(target=join, daemon=True)
    thread.start()
    thread.join(PATIENCE)
    if thread.is_alive() or failed:
        said = f" ({_first_line(failed[0])})" if failed else ""
        raise RunError(f"{address}: no Ray cluster answers there{said}")
    return ray


def _first_line(error: BaseException) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0][:200]


def _knock(address: str) -> None:
    """Refuse an address at which nothing listens.

    Raises:
        RunError: if it is none, or nothing does.
    """
    host, colon, port = address.rpartition(":")
    if not (host and colon and port.isdecimal()):
        raise RunError(f"--ray {address}: HOST:PORT of the cluster's head is meant")
    try:
        socket.create_connection((host.strip("[]"), int(port)), _KNOCK).close()
    except (OSError, OverflowError) as error:
        said = str(getattr(error, "strerror", None) or error).lower()
        raise RunError(f"{address}: no Ray cluster answers there ({said})") from None
