"""Worker processes that keep order and hold little: one item a worker, results as they come.

It knows nothing of documents: a worker is made by calling a setup function in a fresh process,
and turns one item into any number of results. Results come out in the order of the items,
whichever worker is done first. Where the first item in line takes long, the others run ahead of
it by a bounded number of items and results, then wait.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar, cast

from reportedly.schema import RunError
from reportedly.tuning import tune

Item = TypeVar("Item")
Result = TypeVar("Result")

AHEAD = 4
"""Items a worker that may be begun before the first in line is done. Four keep two workers busy
behind a document four times as long as its neighbours; each holds one document's results."""

BUFFERED = 8
"""Results a worker that may wait for their turn; a worker with more to give waits with them."""

_DONE, _RESULT, _FAILED = "done", "result", "failed"


def ordered(
    setup: Callable[[], Callable[[Item], Iterable[Result]]],
    items: Iterable[Item],
    jobs: int,
) -> Generator[Result, None, None]:
    """Work on items in `jobs` processes; give the results in the order of the items.

    Use it where an item takes much longer than sending it to another process. Closing the
    iterator, or an exception in whoever consumes it, ends the processes at once.

    Args:
        setup: called once in each process, gives the function that turns an item into results.
            It must be importable (a module's function, or a `functools.partial` of one).
        items: what to work on; taken one by one, as workers become free.
        jobs: how many processes, one or more.

    Raises:
        RunError: if a process dies, or `setup` or its function raises.
    """
    workers: list[_Worker] = []
    try:
        with interrupts_held():
            workers += [_Worker(setup) for _ in range(jobs)]
        yield from _Line(workers, iter(items))
    finally:
        for worker in workers:
            worker.stop()


class _Worker:
    """One process and the connection to it."""

    def __init__(self, setup: Callable[[], Any]) -> None:
        # A fresh interpreter: a forked one would share locks with this one's threads.
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.process: BaseProcess = context.Process(
            target=_serve, args=(theirs, setup), daemon=True, name="reportedly-worker"
        )
        self.process.start()
        theirs.close()  # so that the end of the process is the end of the connection

    def send(self, item: object) -> None:
        with contextlib.suppress(BrokenPipeError, ConnectionError):
            self.connection.send(item)  # to a dead process: what is received next will tell

    def receive(self) -> tuple[str, Any]:
        try:
            message: tuple[str, Any] = self.connection.recv()
        except (EOFError, ConnectionError):
            return _FAILED, self._death()
        return message

    def _death(self) -> RunError:
        self.process.join(timeout=5)
        code = self.process.exitcode
        if code == -9:  # SIGKILL, which has no name on every system
            return RunError("a worker process was killed; was there too little memory?")
        return RunError(f"a worker process died (exit status {code})")

    def stop(self) -> None:
        self.connection.close()
        self.process.terminate()
        self.process.join(timeout=5)


class _Line(Generic[Result]):
    """Items in line: each has a number, a worker while it is worked on, and results so far."""

    def __init__(self, workers: list[_Worker], items: Iterator[Any]) -> None:
        self._items = items
        self._idle = deque(workers)
        self._busy: dict[Connection, tuple[_Worker, int]] = {}
        self._results: dict[int, deque[Result]] = {}
        self._working: set[int] = set()
        self._failed: dict[int, RunError] = {}
        self._ahead = AHEAD * len(workers)
        self._room = BUFFERED * len(workers)
        self._first = self._next = 0
        self._ended = False

    def __iter__(self) -> Iterator[Result]:
        while True:
            self._hand_out()
            if self._first == self._next:
                return
            while results := self._results[self._first]:
                yield results.popleft()
            if self._first in self._failed:
                raise self._failed[self._first]
            if self._first in self._working:
                self._collect()
            else:
                del self._results[self._first]
                self._first += 1

    def _hand_out(self) -> None:
        """Give each idle worker an item, as far as the line may run ahead."""
        while self._idle and not self._ended and self._next - self._first < self._ahead:
            try:
                item = next(self._items)
            except StopIteration:
                self._ended = True
                return
            worker = self._idle.popleft()
            worker.send(item)
            self._busy[worker.connection] = worker, self._next
            self._results[self._next] = deque()
            self._working.add(self._next)
            self._next += 1

    def _collect(self) -> None:
        """Take what busy workers have to say; only the first in line, if too much waits already."""
        full = sum(map(len, self._results.values())) >= self._room
        wanted = [c for c, (_, n) in self._busy.items() if not full or n == self._first]
        for connection in cast("list[Connection]", wait(wanted)):
            worker, number = self._busy[connection]
            word, result = worker.receive()
            if word == _RESULT:
                self._results[number].append(result)
                continue
            self._working.discard(number)
            del self._busy[connection]
            if word == _FAILED:  # raised in its turn, so that what came before is not lost
                self._failed[number] = result
                self._ended = True
            else:
                self._idle.append(worker)


def _serve(connection: Connection, setup: Callable[[], Callable[[Any], Iterable[Any]]]) -> None:
    """Run in the worker process until the other end closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    tune()
    try:
        work = setup()
        while True:
            for result in work(connection.recv()):
                connection.send((_RESULT, result))
            connection.send((_DONE, None))
    except (EOFError, ConnectionError):
        return
    except RunError as error:
        connection.send((_FAILED, error))
    except Exception as error:  # noqa: BLE001 - whatever it is, the parent must learn of it
        connection.send((_FAILED, RunError(f"{type(error).__name__}: {error}")))


@contextlib.contextmanager
def interrupts_held() -> Iterator[None]:
    """Let no Ctrl-C reach the new processes before they can ignore it themselves.

    A child inherits that a signal is ignored. Without this, a Ctrl-C in the children's first
    tenths of a second prints a traceback for each.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
